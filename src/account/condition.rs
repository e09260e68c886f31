//! How well the account is kept.

use crate::account::EntryId;
use crate::vault::{DecodeError, RECORD_PREFIX, StoreError};
use std::rc::Rc;

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

/// The records that could not be taken in, in the order of their keys: a file may
/// bring tens of thousands, and each is looked up among all.
#[derive(Debug, Default)]
pub(super) struct SetAsides {
    list: Vec<Rc<SetAside>>,
}

impl SetAsides {
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.list
            .binary_search_by(|aside| aside.key.as_str().cmp(key))
    }

    /// The one under a key, where there is one.
    pub(super) fn get(&self, key: &str) -> Option<&SetAside> {
        let place = self.find(key).ok()?;
        Some(&self.list[place])
    }

    /// Puts one under its key.
    pub(super) fn put(&mut self, aside: SetAside) {
        match self.find(&aside.key) {
            Ok(place) => self.list[place] = Rc::new(aside),
            Err(place) => self.list.insert(place, Rc::new(aside)),
        }
    }

    /// Takes the one under a key away.
    pub(super) fn remove(&mut self, key: &str) {
        if let Ok(place) = self.find(key) {
            self.list.remove(place);
        }
    }

    /// Those that are revisions of an entry, by their keys.
    pub(super) fn of_entry(&self, entry: EntryId) -> impl Iterator<Item = &SetAside> {
        let prefix = format!("{RECORD_PREFIX}{entry}.");
        let (Ok(first) | Err(first)) = self.find(&prefix);
        let behind = self.list[first..].iter();
        let of_it = behind.take_while(move |aside| aside.key.starts_with(&prefix));
        of_it.map(|aside| &**aside)
    }

    /// All of them.
    pub(super) fn list(&self) -> &[Rc<SetAside>] {
        &self.list
    }
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
