//! The account: entries, their running totals, and what can be done with them.

#[expect(
    clippy::module_inception,
    reason = "the room and its main concept have one name"
)]
mod account;
mod by_entry;
mod chart;
mod comparison;
mod condition;
mod copies;
mod day_sheet;
mod edition_offer;
mod entry;
mod equivalents;
mod hints;
mod ledger;
mod listing;
mod measure;
mod norms;
mod note;
mod outcome;
mod ports;
mod poster;
mod reminder;
mod rewards;
mod settings;
mod sheet;
mod shelf;
mod statement;
mod synergy;
mod totals;
mod undo;
mod usual;

pub use account::{Account, Imported, KeptTally, Preview, Row};
pub(crate) use by_entry::ByEntry;
pub use by_entry::spread_ids;
pub use chart::{Bar, Calendar, Cell, Chart, Frame, Mark, Names, RangeLine, ShareLine, Tick};
pub use comparison::{
    Better, Comparison, Estimate, Habit, RangeBar, Row as ComparedRow, Stretch, Trips, TripsErrors,
    Way, habits,
};
pub use condition::{Condition, CopyState, SetAside, StorageState};
pub use copies::Copies;
pub use edition_offer::{ActionMoved, EditionOffer, Moved, decide, is_decided, offered_edition};
pub use entry::{Entry, EntryId, EntryIdError};
pub use equivalents::{EQUIVALENTS, Equivalent, equivalent, equivalent_at};
pub use hints::CapNotice;
pub use ledger::{Ledger, Span};
pub use listing::{ListedDay, ListedMonth, Listing, Search};
pub use measure::Measure;
pub use norms::{Ask, NormInPractice, norms_in_practice};
pub use note::{Note, NoteError, name_of};
pub use outcome::{Gone, Kept, RecordError, Saved};
pub use ports::{Clock, Randomness, SecondStore};
pub use poster::{Align, Block, Chosen, Content, Line, Poster, PosterOf, PosterPart, Tone};
#[cfg(test)]
pub(crate) use rewards::tests::ledger as ledger_of;
pub use rewards::{
    ActionLine, BADGES, BadgeRule, EarnedBadge, Goal, GoalError, GoalKind, Goals, LEVELS, Level,
    MonthPoints, OpenBadge, PointsStatement, Progress, Streak, Streaks, badges, level,
    points_by_month, points_withheld,
};
pub use settings::{SETTINGS_KEY, Settings, TextSize, Theme};
pub use statement::{
    GreenShare, Part, PointsMoved, Share, Statement, Step, Surety, UsualDay, UsualWeek, best_month,
    days_with_entries, green_steps, neighbours,
};
pub use synergy::{Board, Deed, Dot, Quadrant, QuadrantTick, Synergy, Verdict, place};
pub use totals::{PollutantTotal, Totals};
pub use undo::{Change, Undone};
pub use usual::{
    Missing, OfferedDay, TEMPLATES_MAX, Template, Weekdays, add_template, decline_missing,
    forget_templates, missing, offered_days, set_template, taken, templates, walked,
};
