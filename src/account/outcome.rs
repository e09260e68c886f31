//! What comes of a change to the account.

use super::entry::EntryId;
use super::note::NoteError;
use crate::methodology::ActivityError;
use crate::quantity::Day;
use crate::vault::StoreError;

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The store has it.
    OnDevice,
    /// Only this page has it, because the store did not take it. It is offered
    /// to the store again with the next change.
    InMemory(StoreError),
}

/// An entry that was recorded or edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its id.
    pub id: EntryId,
    /// Where it is kept.
    pub kept: Kept,
}

/// The entry is not there, or not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the entry is gone")]
pub struct Gone;

/// Why something was not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It is no activity.
    #[error(transparent)]
    Activity(#[from] ActivityError),
    /// Its note is none.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Its day has not come yet.
    #[error("{on} is after {today}")]
    Future {
        /// The day of the activity.
        on: Day,
        /// The day it is.
        today: Day,
    },
    /// The entry to be edited is gone.
    #[error(transparent)]
    Gone(#[from] Gone),
}
