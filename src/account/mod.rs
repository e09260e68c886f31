//! The account: entries, their running totals, and what can be done with them.

#[expect(
    clippy::module_inception,
    reason = "the room and its main concept have one name"
)]
mod account;
mod condition;
mod day_sheet;
mod entry;
mod hints;
mod ledger;
mod note;
mod outcome;
mod ports;
mod settings;
mod sheet;
mod totals;
mod undo;

pub use account::Account;
pub use condition::{Condition, SetAside, StorageState};
pub use entry::{Entry, EntryId, EntryIdError};
pub use hints::CapNotice;
pub use ledger::{Ledger, Span};
pub use note::{Note, NoteError};
pub use outcome::{Gone, Kept, RecordError, Saved};
pub use ports::{Clock, Randomness};
pub use settings::{SETTINGS_KEY, Settings, TextSize, Theme};
pub use totals::{PollutantTotal, Totals};
pub use undo::{Change, Undone};
