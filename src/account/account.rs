//! An account over its ports: every change is written before it is said to be
//! kept, and where storage refuses, the account goes on in memory and says so.

mod import;

pub use import::{Imported, Preview, Row};

use super::condition::{Condition, SetAside, StorageState};
use super::entry::{Entry, EntryId};
use super::ledger::Ledger;
use super::note::Note;
use super::outcome::{Gone, Kept, RecordError, Saved};
use super::ports::{Clock, Randomness};
use super::undo::{Change, Step, Steps, Undone};
use crate::methodology::{Activity, Draft};
use crate::vault::{
    Body, DecodeError, Heads, RECORD_PREFIX, Rank, RecordName, Revision, Store, StoreError, decode,
    encode, merge,
};

/// A personal account: the ledger, and the store that keeps it.
#[derive(Debug)]
pub struct Account<S, P> {
    store: S,
    ports: P,
    ledger: Ledger,
    heads: Heads,
    steps: Steps,
    /// Records that the store did not take yet, the oldest first.
    unsaved: Vec<(RecordName, String)>,
    /// Records that the second copy was not given yet.
    uncopied: Vec<(String, String)>,
    set_aside: Vec<SetAside>,
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
            set_aside: Vec::new(),
            storage: StorageState::Kept,
        };
        account.load();
        account
    }

    /// Reads everything from the store.
    fn load(&mut self) {
        let keys = self
            .heed(self.store.keys(RECORD_PREFIX))
            .unwrap_or_default();
        let mut revisions = Vec::with_capacity(keys.len());
        for key in keys {
            match self.store.get(&key) {
                Ok(Some(line)) => match read(&key, &line) {
                    Ok(revision) => revisions.push(revision),
                    Err(error) => self.set_aside.push(SetAside {
                        key,
                        error: Some(error),
                    }),
                },
                // Another tab removed it meanwhile.
                Ok(None) => {}
                Err(_) => self.set_aside.push(SetAside { key, error: None }),
            }
        }
        let newest = merge(revisions);
        for revision in &newest {
            self.heads.admit(revision);
        }
        self.ledger = newest
            .into_iter()
            .filter_map(Revision::into_entry)
            .collect();
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
        if !key.starts_with(RECORD_PREFIX) {
            return false;
        }
        self.set_aside.retain(|aside| aside.key != key);
        match value.map(|line| read(key, line)) {
            Some(Ok(revision)) => self.take(revision),
            Some(Err(error)) => {
                self.set_aside.push(SetAside {
                    key: key.to_owned(),
                    error: Some(error),
                });
                false
            }
            None => self.lose(key),
        }
    }

    /// The records written since this was asked last, for the second copy.
    pub fn take_uncopied(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.uncopied)
    }

    /// Takes in records that the second copy has and the store has lost, and
    /// gives them back to the store. Whether the ledger changed.
    pub fn restore(&mut self, records: &[(String, String)]) -> bool {
        let mut changed = false;
        for (key, line) in records {
            let stored = self.store.put(key, line);
            // Refused or full: the second copy has it still.
            let _ = self.heed(stored);
            changed |= self.follow(key, Some(line));
        }
        changed
    }

    /// Deletes all records from the store, unreadable and newer ones too, and
    /// empties the account.
    ///
    /// # Errors
    ///
    /// Where the store did not delete all of them. The account is empty all the
    /// same until it is opened again.
    pub fn erase(&mut self) -> Result<(), StoreError> {
        self.ledger = Ledger::new();
        self.heads = Heads::default();
        self.steps.clear();
        self.unsaved.clear();
        self.uncopied.clear();
        self.set_aside.clear();
        let keys = self.heed(self.store.keys(RECORD_PREFIX))?;
        // One that stays is no reason to leave the others.
        let removed = keys.iter().map(|key| self.store.remove(key));
        let result = removed.fold(Ok(()), Result::and);
        self.heed(result)
    }

    /// How the account is kept.
    #[must_use]
    pub fn condition(&self) -> Condition {
        let newer = self
            .set_aside
            .iter()
            .filter(|aside| aside.is_newer())
            .count();
        Condition {
            unreadable: self.set_aside.len() - newer,
            newer,
            unsaved: self.unsaved.len(),
            storage: self.storage,
        }
    }

    /// The records that could not be taken in.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
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
        self.keep(name, line)
    }

    /// Gives a record to the store and, when it is asked, to the second copy.
    fn keep(&mut self, name: RecordName, line: String) -> Kept {
        self.uncopied.push((name.key(), line.clone()));
        let stored = self.store.put(&name.key(), &line);
        match self.heed(stored) {
            Ok(()) => {
                self.retry();
                Kept::OnDevice
            }
            Err(error) => {
                self.unsaved.push((name, line));
                Kept::InMemory(error)
            }
        }
    }

    /// One more than any revision of the entry, also of those that could not be
    /// read: they count again once they can be.
    fn next_number(&self, id: EntryId) -> u32 {
        let names = self
            .set_aside
            .iter()
            .filter_map(|aside| RecordName::from_key(&aside.key).ok());
        let unread = names
            .filter(|name| name.entry == id)
            .map(|name| name.number)
            .max();
        let read = self.heads.rank(id).map(|rank| rank.number);
        read.max(unread).unwrap_or(0).saturating_add(1)
    }

    /// Offers the store again what it did not take before.
    fn retry(&mut self) {
        let store = &self.store;
        let taken = self
            .unsaved
            .iter()
            .take_while(|(name, line)| store.put(&name.key(), line).is_ok());
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

    /// Forgets the entry whose newest record was removed. Whether it was there.
    fn lose(&mut self, key: &str) -> bool {
        let Ok(name) = RecordName::from_key(key) else {
            return false;
        };
        let head = self.heads.rank(name.entry);
        if head.is_none_or(|head| (head.number, head.nonce) != (name.number, name.nonce)) {
            return false;
        }
        self.heads.forget(name.entry);
        self.steps.forget(name.entry);
        self.ledger.remove(name.entry).is_some()
    }

    /// Remembers how the store did.
    fn heed<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        self.storage = StorageState::after(&result);
        result
    }
}

fn read(key: &str, line: &str) -> Result<Revision, DecodeError> {
    decode(RecordName::from_key(key)?, line)
}
