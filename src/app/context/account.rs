//! The account, as pages read and change it.

use super::App;
use super::app::BrowserAccount;
use crate::account::{
    Clock, Condition, CopyState, Entry, EntryId, Imported, Kept, KeptTally, Ledger, Moved, Preview,
    Randomness as _, RecordError, Row, SETTINGS_KEY, Saved, SetAside, Settings, Undone,
};
use crate::app::browser::BrowserPorts;
use crate::app::state::Change;
use crate::campaign::{CampaignKey, Card, Taken, is_card_key};
use crate::methodology::Draft;
use crate::quantity::Day;
use crate::vault::{Revision, Store as _};
use std::cell::Ref;
use std::rc::Rc;

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
        self.copies().state()
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

    /// Whether there is a change of this session to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.account().borrow().can_undo()
    }

    /// Takes back the last change of this session.
    #[must_use]
    pub fn undo(&self) -> Option<Undone> {
        let undone = self.account().borrow_mut().undo();
        self.changed();
        undone
    }

    /// The newest revision of every entry.
    #[must_use]
    pub fn revisions(&self) -> Vec<Revision> {
        self.account().borrow().revisions()
    }

    /// The records that could not be taken in, and why.
    #[must_use]
    pub fn set_aside(&self) -> Vec<Rc<SetAside>> {
        self.account().borrow().set_aside().to_vec()
    }

    /// The texts of these records, by their keys.
    #[must_use]
    pub fn set_aside_texts(&self) -> Vec<(String, String)> {
        self.account().borrow().set_aside_texts()
    }

    /// Compares what a file or a link brings with the account.
    #[must_use]
    pub fn preview(&self, revisions: Vec<Revision>, set_aside: Vec<(String, String)>) -> Preview {
        self.account().borrow().preview(revisions, set_aside)
    }

    /// Compares the rows of a table with the account.
    #[must_use]
    pub fn preview_rows(&self, rows: Vec<Row>) -> Preview {
        self.account().borrow().preview_rows(rows)
    }

    /// Takes in what a preview shows; with `brings_back` also what was deleted
    /// here.
    #[must_use]
    pub fn import(&self, preview: &Preview, brings_back: bool) -> Imported {
        let imported = self.account().borrow_mut().import(preview, brings_back);
        self.changed();
        imported
    }

    /// Works entries out by the edition that each is moved to.
    #[must_use]
    pub fn move_entries(&self, moved: &[Moved]) -> Imported {
        let imported = self.account().borrow_mut().move_entries(moved);
        self.changed();
        imported
    }

    /// The moment, in ms since 1970.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        BrowserPorts.now_ms()
    }

    /// A random number that no other device is likely to draw.
    #[must_use]
    pub fn draw_number(&self) -> u64 {
        BrowserPorts.next_u64()
    }

    /// What of local storage is used, and what browsers give a site: both in
    /// letters of UTF-16.
    #[must_use]
    pub fn storage_used(&self) -> [u64; 2] {
        const UNITS: u64 = 5 * 1024 * 1024;
        let account = self.account().borrow();
        let keys = account.store().keys("").unwrap_or_default();
        let units = keys.iter().map(|key| {
            let text = account.store().get(key).ok().flatten();
            // In letters of UTF-16, as browsers count.
            let units = key.len() + text.map_or(0, |text| text.encode_utf16().count());
            u64::try_from(units).unwrap_or(u64::MAX)
        });
        [units.sum(), UNITS]
    }

    /// The tally of a campaign.
    #[must_use]
    pub fn tally(&self, campaign: CampaignKey) -> KeptTally {
        self.account().borrow().tally(campaign)
    }

    /// How many cards of all tallies are kept.
    #[must_use]
    pub fn cards_kept(&self) -> usize {
        self.account().borrow().cards_kept()
    }

    /// Takes cards into the tally of a campaign: what became of each, and where
    /// they are kept.
    #[must_use]
    pub fn take_cards(&self, campaign: CampaignKey, cards: &[Card]) -> (Vec<Taken>, Kept) {
        let taken = self.account().borrow_mut().take_cards(campaign, cards);
        self.changed();
        taken
    }

    /// Deletes the tally of a campaign, and goes on with whether all of it is
    /// gone.
    pub fn forget_tally(&self, campaign: CampaignKey, then: impl FnOnce(&Self, bool) + 'static) {
        let is_gone = self.account().borrow_mut().forget_tally(campaign).is_ok();
        self.changed();
        // The second copy forgets it before it is said.
        self.acknowledge(Kept::OnDevice, move |app, _| then(app, is_gone));
    }

    /// Takes in what another tab wrote under a key of the storage.
    pub fn follow(&self, key: &str, value: Option<&str>) {
        if key == SETTINGS_KEY {
            let settings = Settings::parse(value.unwrap_or_default());
            self.change(Change::Chose(settings));
        } else if self.account().borrow_mut().follow(key, value) || is_card_key(key) {
            self.changed();
        }
    }

    pub(super) fn changed(&self) {
        self.change(Change::AccountChanged);
    }
}
