//! An account over its ports: every change is written before it is said to be
//! kept, and where storage refuses, the account goes on in memory and says so.

mod cards;
mod compact;
mod edition;
mod import;

pub use cards::KeptTally;
pub use import::{Imported, Preview, Row};

use super::condition::{Condition, SetAside, SetAsides, StorageState};
use super::entry::{Entry, EntryId};
use super::ledger::Ledger;
use super::note::Note;
use super::outcome::{Gone, Kept, RecordError, Saved};
use super::ports::{Clock, Randomness};
use super::undo::{Change, Step, Steps, Undone};
use crate::campaign::CARD_PREFIX;
use crate::methodology::{Activity, Draft};
use crate::vault::{
    Body, Heads, Rank, RecordName, Revision, Store, StoreError, encode, is_kept, kept_keys,
    newest_and_heads, revisions_of,
};
use std::rc::Rc;

/// Written and removed again when everything was erased: other tabs hear of it.
/// That a record's key is gone says nothing, because a segment may hold it.
const ERASED_KEY: &str = "carbon-inclusion/erased";

/// A personal account: the ledger, and the store that keeps it.
#[derive(Debug)]
pub struct Account<S, P> {
    store: S,
    ports: P,
    ledger: Ledger,
    heads: Heads,
    steps: Steps,
    /// Records that the store did not take yet, the oldest first.
    unsaved: Vec<(String, String)>,
    /// Records and segments that the second copy was not given yet.
    uncopied: Vec<(String, String)>,
    /// Keys that the second copy may forget, because something else holds what
    /// they held.
    covered: Vec<String>,
    /// Segments that this page wrote.
    segments_written: Vec<String>,
    /// How often everything was erased, here or in another tab.
    erasures: u32,
    set_aside: SetAsides,
    storage: StorageState,
}

impl<S: Store, P: Clock + Randomness> Account<S, P> {
    /// Opens the account that a store keeps. It never fails: what could not be
    /// read is told by [`Self::condition`].
    #[must_use]
    pub fn open(store: S, ports: P) -> Self {
        let mut account = Self {
            store,
            ports,
            ledger: Ledger::new(),
            heads: Heads::default(),
            steps: Steps::default(),
            unsaved: Vec::new(),
            uncopied: Vec::new(),
            covered: Vec::new(),
            segments_written: Vec::new(),
            erasures: 0,
            set_aside: SetAsides::default(),
            storage: StorageState::Kept,
        };
        account.load();
        account
    }

    /// Reads everything from the store.
    fn load(&mut self) {
        let keys = self.heed(kept_keys(&self.store)).unwrap_or_default();
        let mut revisions = Vec::new();
        for key in keys {
            match self.store.get(&key) {
                Ok(Some(text)) => {
                    let mut read = self.read(&key, &text);
                    // Most are in one segment, which need not be moved.
                    if read.len() > revisions.len() {
                        std::mem::swap(&mut read, &mut revisions);
                    }
                    revisions.append(&mut read);
                }
                // Another tab removed it meanwhile.
                Ok(None) => {}
                Err(_) => self.set_aside.put(SetAside { key, error: None }),
            }
        }
        let (newest, heads) = newest_and_heads(revisions);
        self.heads = heads;
        self.ledger = newest
            .into_iter()
            .filter_map(Revision::into_entry)
            .collect();
    }

    /// The revisions that a text under a key says. What cannot be read of it is
    /// set aside.
    fn read(&mut self, key: &str, text: &str) -> Vec<Revision> {
        let (revisions, error) = revisions_of(key, text);
        if error.is_some() {
            self.set_aside.put(SetAside {
                key: key.to_owned(),
                error,
            });
        }
        revisions
    }

    /// The entries and their totals.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The store that keeps the account.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Records an activity.
    ///
    /// # Errors
    ///
    /// Where it is no activity, its note is none or its day has not come. That
    /// the store refuses is no error: the account has it, and [`Saved::kept`]
    /// says where.
    pub fn record(&mut self, draft: &Draft<'_>, note: &str) -> Result<Saved, RecordError> {
        let (activity, note) = self.check(draft, note)?;
        let id = self.new_id();
        let recorded_at = self.ports.now_ms();
        let entry = Entry {
            id,
            recorded_at,
            activity,
            note,
        };
        let kept = self.change(Change::Recorded, id, Some(entry));
        Ok(Saved { id, kept })
    }

    /// Puts another activity and note into an entry. It stays where it is among
    /// the entries of a day.
    ///
    /// # Errors
    ///
    /// As [`Self::record`], and where the entry is gone.
    pub fn edit(
        &mut self,
        id: EntryId,
        draft: &Draft<'_>,
        note: &str,
    ) -> Result<Saved, RecordError> {
        let recorded_at = self.ledger.get(id).ok_or(Gone)?.recorded_at;
        let (activity, note) = self.check(draft, note)?;
        let entry = Entry {
            id,
            recorded_at,
            activity,
            note,
        };
        let kept = self.change(Change::Edited, id, Some(entry));
        Ok(Saved { id, kept })
    }

    /// Deletes an entry.
    ///
    /// # Errors
    ///
    /// Where it is gone already.
    pub fn delete(&mut self, id: EntryId) -> Result<Kept, Gone> {
        self.ledger.get(id).ok_or(Gone)?;
        Ok(self.change(Change::Deleted, id, None))
    }

    /// Takes the last change of this session back, then the one before it, and
    /// so on. `None` where there is nothing to take back; what another tab has
    /// changed since is left alone.
    pub fn undo(&mut self) -> Option<Undone> {
        let Step {
            change, id, before, ..
        } = self.steps.pop(&self.ledger)?;
        let kept = self.write(id, before);
        Some(Undone { id, change, kept })
    }

    /// Whether [`Self::undo`] would take something back.
    pub fn can_undo(&self) -> bool {
        self.steps.can_pop(&self.ledger)
    }

    /// Takes in what another tab did under a key: the text it put there, or
    /// `None` where it removed the key. Whether the ledger changed.
    pub fn follow(&mut self, key: &str, value: Option<&str>) -> bool {
        if key == ERASED_KEY && value.is_some() {
            self.start_anew();
            return true;
        }
        if !is_kept(key) {
            return false;
        }
        self.set_aside.remove(key);
        // A removed record is no lost entry: a segment has it.
        let revisions = value.map_or_else(Vec::new, |text| self.read(key, text));
        let mut changed = false;
        for revision in revisions {
            changed |= self.take(revision);
        }
        changed
    }

    /// Another tab erased everything: what there is now is the account.
    fn start_anew(&mut self) {
        let written = std::mem::take(&mut self.segments_written);
        self.clear();
        for key in written {
            // It may have been written while the other tab erased.
            let _ = self.store.remove(&key);
            self.covered.push(key);
        }
        self.load();
    }

    /// The records and segments written since this was asked last, for the
    /// second copy.
    pub fn take_uncopied(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.uncopied)
    }

    /// The second copy did not take these: it is to be given them again, where
    /// they were not erased meanwhile.
    pub(super) fn give_back(&mut self, uncopied: Vec<(String, String)>) {
        for (key, text) in uncopied {
            let is_unsaved = self.unsaved.iter().any(|(unsaved, _)| *unsaved == key);
            if is_unsaved || matches!(self.store.get(&key), Ok(Some(_))) {
                self.uncopied.push((key, text));
            }
        }
    }

    /// The keys that the second copy may forget once it has all that
    /// [`Self::take_uncopied`] and the store gave.
    pub fn take_covered(&mut self) -> Vec<String> {
        std::mem::take(&mut self.covered)
    }

    /// How often everything was erased since the account was opened, here or in
    /// another tab: what was read before is not brought back.
    pub(super) const fn erasures(&self) -> u32 {
        self.erasures
    }

    /// Which of the second copy's keys, in their order, it is asked for: the store
    /// has nothing there, or what is left of it cannot be read. No text is read
    /// for that: each is as long as thousands of records.
    pub fn lacking<'k>(&self, theirs: &'k [String]) -> Vec<&'k String> {
        let mut is_there = vec![false; theirs.len()];
        for key in self.copied_keys().unwrap_or_default() {
            if let Ok(place) = theirs.binary_search(&key) {
                is_there[place] = !self.is_unreadable(&key);
            }
        }
        let lacking = theirs.iter().zip(is_there);
        lacking
            .filter_map(|(key, is_there)| (!is_there).then_some(key))
            .collect()
    }

    /// Whether the second copy's text under a key is wanted: as
    /// [`Self::lacking`] says it of many.
    fn lacks(&self, key: &str) -> bool {
        !matches!(self.store.get(key), Ok(Some(_))) || self.is_unreadable(key)
    }

    /// Whether what is left under a key cannot be read, by a newer version either.
    fn is_unreadable(&self, key: &str) -> bool {
        let aside = self.set_aside.get(key);
        aside.is_some_and(|aside| !aside.is_newer()) || self.is_damaged_card(key)
    }

    /// Takes in what the second copy has and the store has lost, and gives it
    /// back to the store. What the account has in another way, since segments
    /// were made of it, the second copy may forget. Whether the ledger changed.
    pub fn restore(&mut self, kept: &[(String, String)]) -> bool {
        let (held, texts) = if kept.is_empty() {
            Default::default()
        } else {
            self.held()
        };
        let mut changed = false;
        for (key, text) in kept {
            // Another tab may have brought it back meanwhile.
            if !self.lacks(key) {
                continue;
            }
            let (revisions, error) = revisions_of(key, text);
            let is_held = |revision: &Revision| held.rank(revision.entry) >= Some(revision.rank());
            if error.is_none() && revisions.iter().all(is_held) {
                self.covered.push(key.clone());
                continue;
            }
            let stored = self.store.put(key, text);
            // Refused or full: the second copy has it still.
            let _ = self.heed(stored);
            changed |= self.follow(key, Some(text));
        }
        if !self.covered.is_empty() {
            // It is to have them before it forgets what they cover.
            self.uncopied.extend(texts);
        }
        changed
    }

    /// The newest revisions that the store holds right now, and the texts that
    /// say so: what is in memory only covers nothing.
    fn held(&self) -> (Heads, Vec<(String, String)>) {
        let (mut held, mut texts) = (Heads::default(), Vec::new());
        for key in kept_keys(&self.store).unwrap_or_default() {
            if let Ok(Some(text)) = self.store.get(&key) {
                for revision in revisions_of(&key, &text).0 {
                    held.admit(&revision);
                }
                texts.push((key, text));
            }
        }
        (held, texts)
    }

    /// The keys of all that has a second copy: records, segments and the cards
    /// of tallies.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn copied_keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = kept_keys(&self.store)?;
        keys.extend(self.store.keys(CARD_PREFIX)?);
        Ok(keys)
    }

    /// Deletes all records, segments and cards from the store, unreadable and
    /// newer ones too, and empties the account.
    ///
    /// # Errors
    ///
    /// Where the store did not delete all of them. The account is empty all the
    /// same until it is opened again.
    pub fn erase(&mut self) -> Result<(), StoreError> {
        self.clear();
        self.segments_written.clear();
        let keys = self.heed(self.copied_keys())?;
        // One that stays is no reason to leave the others.
        let removed = keys.iter().map(|key| self.store.remove(key));
        let removed = removed.fold(Ok(()), Result::and);
        let result = match self.copied_keys() {
            Ok(left) if left.is_empty() => removed,
            Ok(_) => removed.and(Err(StoreError::Other)),
            Err(error) => Err(error),
        };
        // Where the others do not hear of it they show it until they are opened
        // again.
        let _ = self.store.put(ERASED_KEY, &self.ports.now_ms().to_string());
        let _ = self.store.remove(ERASED_KEY);
        self.heed(result)
    }

    /// Forgets everything that is in memory.
    fn clear(&mut self) {
        self.erasures = self.erasures.wrapping_add(1);
        self.ledger = Ledger::new();
        self.heads = Heads::default();
        self.steps.clear();
        self.unsaved.clear();
        self.uncopied.clear();
        self.set_aside = SetAsides::default();
    }

    /// How the account is kept.
    #[must_use]
    pub fn condition(&self) -> Condition {
        let aside = self.set_aside.list();
        let newer = aside.iter().filter(|aside| aside.is_newer()).count();
        Condition {
            unreadable: aside.len() - newer,
            newer,
            unsaved: self.unsaved.len(),
            storage: self.storage,
        }
    }

    /// The records that could not be taken in.
    pub fn set_aside(&self) -> &[Rc<SetAside>] {
        self.set_aside.list()
    }

    fn check(
        &self,
        draft: &Draft<'_>,
        note: &str,
    ) -> Result<(Activity, Option<Note>), RecordError> {
        let activity = Activity::check(draft)?;
        let note = Note::new(note)?;
        let (on, today) = (activity.on(), self.ports.today());
        if on > today {
            return Err(RecordError::Future { on, today });
        }
        Ok((activity, note))
    }

    /// An id that no entry has or had.
    fn new_id(&self) -> EntryId {
        let mut number = self.ports.next_u64();
        while self.heads.rank(EntryId::from_number(number)).is_some() {
            number = number.wrapping_add(1);
        }
        EntryId::from_number(number)
    }

    /// Makes a change that can be taken back.
    fn change(&mut self, change: Change, id: EntryId, after: Option<Entry>) -> Kept {
        let before = self.ledger.get(id).cloned();
        self.steps.push(Step {
            change,
            id,
            before,
            after: after.clone(),
        });
        self.write(id, after)
    }

    /// Writes what an entry is from now on, `None` for deleted.
    fn write(&mut self, id: EntryId, entry: Option<Entry>) -> Kept {
        let rank = Rank {
            number: self.next_number(id),
            stamp: self.ports.now_ms(),
            nonce: self.ports.next_u64(),
        };
        let revision = match entry {
            Some(entry) => Revision::of(entry, rank),
            None => Revision::new(id, rank, Body::Deleted),
        };
        let (name, line) = (revision.name(), encode(&revision));
        self.take(revision);
        self.keep(name.key(), line)
    }

    /// Gives a record to the store and, when it is asked, to the second copy.
    fn keep(&mut self, key: String, line: String) -> Kept {
        self.uncopied.push((key.clone(), line.clone()));
        let stored = put_whole(&self.store, &key, &line);
        match self.heed(stored) {
            Ok(()) => {
                self.retry();
                Kept::OnDevice
            }
            Err(error) => {
                self.unsaved.push((key, line));
                Kept::InMemory(error)
            }
        }
    }

    /// One more than any revision of the entry, also of those that could not be
    /// read: they count again once they can be.
    fn next_number(&self, id: EntryId) -> u32 {
        let names = self.set_aside.of_entry(id);
        let names = names.filter_map(|aside| RecordName::from_key(&aside.key).ok());
        let unread = names.map(|name| name.number).max();
        let read = self.heads.rank(id).map(|rank| rank.number);
        read.max(unread).unwrap_or(0).saturating_add(1)
    }

    /// Offers the store again what it did not take before.
    fn retry(&mut self) {
        let store = &self.store;
        let taken = self
            .unsaved
            .iter()
            .take_while(|(key, line)| put_whole(store, key, line).is_ok());
        let taken = taken.count();
        self.unsaved.drain(..taken);
    }

    /// Takes a revision in. Whether the ledger changed.
    fn take(&mut self, revision: Revision) -> bool {
        if !self.heads.admit(&revision) {
            return false;
        }
        let id = revision.entry;
        match revision.into_entry() {
            Some(entry) => {
                let is_new = self.ledger.get(id) != Some(&entry);
                if is_new {
                    self.ledger.insert(entry);
                }
                is_new
            }
            None => self.ledger.remove(id).is_some(),
        }
    }

    /// Remembers how the store did.
    fn heed<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        self.storage = StorageState::after(&result);
        result
    }
}

/// Puts a text into a store and makes sure that it is there.
fn put_whole(store: &impl Store, key: &str, text: &str) -> Result<(), StoreError> {
    store.put(key, text)?;
    match store.get(key)? {
        Some(stored) if stored == text => Ok(()),
        _ => Err(StoreError::Other),
    }
}
