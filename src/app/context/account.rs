//! The account, as pages read and change it.

use super::App;
use super::app::BrowserAccount;
use crate::account::{
    Clock, Condition, CopyState, Entry, EntryId, Kept, Ledger, RecordError, SETTINGS_KEY, Saved,
    Settings, Undone,
};
use crate::app::browser::BrowserPorts;
use crate::app::state::Change;
use crate::methodology::Draft;
use crate::quantity::Day;
use std::cell::Ref;

impl App {
    /// The entries and their totals. Give it back before changing anything.
    #[must_use]
    pub fn ledger(&self) -> Ref<'_, Ledger> {
        Ref::map(self.account().borrow(), BrowserAccount::ledger)
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
        self.account().borrow().condition()
    }

    /// How the second copy does.
    #[must_use]
    pub fn copy(&self) -> CopyState {
        self.copy_state().get()
    }

    /// Records what was done.
    ///
    /// # Errors
    /// Where the draft is no activity, lies in the future, or the note is
    /// refused.
    pub fn record(&self, draft: &Draft<'_>, note: &str) -> Result<Saved, RecordError> {
        let saved = self.account().borrow_mut().record(draft, note);
        self.changed();
        saved
    }

    /// Changes an entry.
    ///
    /// # Errors
    /// As [`Self::record`], and where the entry is gone.
    pub fn edit(&self, id: EntryId, draft: &Draft<'_>, note: &str) -> Result<Saved, RecordError> {
        let saved = self.account().borrow_mut().edit(id, draft, note);
        self.changed();
        saved
    }

    /// Deletes an entry; `None` where it is gone already.
    #[must_use]
    pub fn delete(&self, id: EntryId) -> Option<Kept> {
        let kept = self.account().borrow_mut().delete(id).ok();
        self.changed();
        kept
    }

    /// Takes back the last change of this session.
    #[must_use]
    pub fn undo(&self) -> Option<Undone> {
        let undone = self.account().borrow_mut().undo();
        self.changed();
        undone
    }

    /// Takes in what another tab wrote under a key of the storage.
    pub fn follow(&self, key: &str, value: Option<&str>) {
        if key == SETTINGS_KEY {
            let settings = Settings::parse(value.unwrap_or_default());
            self.change(Change::Chose(settings));
        } else if self.account().borrow_mut().follow(key, value) {
            self.changed();
        }
    }

    pub(super) fn changed(&self) {
        self.change(Change::AccountChanged);
    }
}
