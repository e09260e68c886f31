//! The account, as pages read and change it.

use super::AppContext;
use super::context::BrowserAccount;
use super::use_app::use_app;
use crate::account::{Clock, Condition, Entry, EntryId, Kept, Ledger, RecordError, Saved, Undone};
use crate::app::browser::BrowserPorts;
use crate::app::state::Change;
use crate::methodology::Draft;
use crate::quantity::Day;
use crate::vault::StoreError;
use std::cell::Ref;
use yew::prelude::*;

/// The account. Two handles are equal where nothing was recorded in between, so
/// that what hangs on one is drawn again when the account changes.
#[derive(Clone, PartialEq)]
pub struct AccountHandle(AppContext);

impl AccountHandle {
    /// The entries and their totals. Give it back before changing anything.
    #[must_use]
    pub fn ledger(&self) -> Ref<'_, Ledger> {
        Ref::map(self.0.account.get().borrow(), BrowserAccount::ledger)
    }

    /// An entry, by its id.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<Entry> {
        self.ledger().get(id).cloned()
    }

    /// The reader's day.
    #[must_use]
    pub fn today(&self) -> Day {
        BrowserPorts.today()
    }

    /// How the account is kept.
    #[must_use]
    pub fn condition(&self) -> Condition {
        self.0.account.get().borrow().condition()
    }

    /// Counts the changes.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.0.state.version
    }

    /// Records what was done.
    ///
    /// # Errors
    /// Where the draft is no activity, lies in the future, or the note is
    /// refused.
    pub fn record(&self, draft: &Draft<'_>, note: &str) -> Result<Saved, RecordError> {
        let saved = self.0.account.get().borrow_mut().record(draft, note);
        self.changed();
        saved
    }

    /// Changes an entry.
    ///
    /// # Errors
    /// As [`Self::record`], and where the entry is gone.
    pub fn edit(&self, id: EntryId, draft: &Draft<'_>, note: &str) -> Result<Saved, RecordError> {
        let saved = self.0.account.get().borrow_mut().edit(id, draft, note);
        self.changed();
        saved
    }

    /// Deletes an entry; `None` where it is gone already.
    #[must_use]
    pub fn delete(&self, id: EntryId) -> Option<Kept> {
        let kept = self.0.account.get().borrow_mut().delete(id).ok();
        self.changed();
        kept
    }

    /// Takes back the last change of this session.
    #[must_use]
    pub fn undo(&self) -> Option<Undone> {
        let undone = self.0.account.get().borrow_mut().undo();
        self.changed();
        undone
    }

    /// Deletes everything that was recorded.
    ///
    /// # Errors
    /// Where the browser did not delete all of it.
    pub fn erase(&self) -> Result<(), StoreError> {
        let erased = self.0.account.get().borrow_mut().erase();
        self.changed();
        erased
    }

    fn changed(&self) {
        self.0.change.emit(Change::AccountChanged);
    }
}

/// The account around a component.
#[hook]
pub fn use_account() -> AccountHandle {
    AccountHandle(use_app().context().clone())
}
