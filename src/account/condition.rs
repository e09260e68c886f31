//! How well the account is kept.

use crate::vault::{DecodeError, StoreError};

/// How the store did the last time it was asked for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageState {
    /// It did what it was asked.
    Kept,
    /// It is full.
    Full,
    /// It refused or failed.
    Refused,
}

/// How the second copy does, beside the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyState {
    /// It is not open yet.
    #[default]
    Opening,
    /// It has every record.
    Kept,
    /// It is refused, or has not taken something.
    Failed,
}

/// How the account is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Records that cannot be read. They stay where they are.
    pub unreadable: usize,
    /// Records that a newer version of the program wrote. They stay as they are.
    pub newer: usize,
    /// Records that only this page has.
    pub unsaved: usize,
    /// How the store did the last time.
    pub storage: StorageState,
}

/// A record in the store that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its key.
    pub key: String,
    /// Why, where the store gave its text at all.
    pub error: Option<DecodeError>,
}

impl StorageState {
    /// How a store did that gave this result.
    pub(super) const fn after<T>(result: &Result<T, StoreError>) -> Self {
        match result {
            Ok(_) => Self::Kept,
            Err(StoreError::Full) => Self::Full,
            Err(StoreError::Refused | StoreError::Other) => Self::Refused,
        }
    }
}

impl SetAside {
    /// Whether a newer version of the program would read it.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.error.as_ref().is_some_and(DecodeError::is_newer)
    }
}
