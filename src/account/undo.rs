//! What was changed in this session, so that it can be taken back.

use std::collections::VecDeque;

use super::entry::{Entry, EntryId};
use super::ledger::Ledger;
use super::outcome::Kept;

/// The most changes that are remembered.
const CHANGES_MAX: usize = 100;

/// What was done to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was recorded.
    Recorded,
    /// It was edited.
    Edited,
    /// It was deleted.
    Deleted,
}

/// A change that was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The entry.
    pub id: EntryId,
    /// What had been done to it.
    pub change: Change,
    /// Where its being taken back is kept.
    pub kept: Kept,
}

/// A change: an entry as it was before and after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) change: Change,
    pub(super) id: EntryId,
    pub(super) before: Option<Entry>,
    pub(super) after: Option<Entry>,
}

impl Step {
    /// Whether the entry is still as this change left it: what another tab has
    /// changed since is not taken back behind its back.
    fn applies_to(&self, ledger: &Ledger) -> bool {
        ledger.get(self.id) == self.after.as_ref()
    }
}

/// The last changes, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps(VecDeque<Step>);

impl Steps {
    /// Remembers a change, and forgets the oldest if they are too many.
    pub(super) fn push(&mut self, step: Step) {
        if self.0.len() == CHANGES_MAX {
            self.0.pop_front();
        }
        self.0.push_back(step);
    }

    /// The last change that can still be taken back, which is forgotten with
    /// those after it.
    pub(super) fn pop(&mut self, ledger: &Ledger) -> Option<Step> {
        while let Some(step) = self.0.pop_back() {
            if step.applies_to(ledger) {
                return Some(step);
            }
        }
        None
    }

    /// Whether any change can be taken back.
    pub(super) fn can_pop(&self, ledger: &Ledger) -> bool {
        self.0.iter().rev().any(|step| step.applies_to(ledger))
    }

    /// Forgets all changes.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}
