//! What pages and components take from their surroundings.

mod context;
mod tell;
mod use_account;
mod use_app;

pub use context::{AccountCell, AppContext};
pub use tell::{tell_done, undo_and_tell};
pub use use_account::{AccountHandle, use_account};
pub use use_app::{App, use_app};
