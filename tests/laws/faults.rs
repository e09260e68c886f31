//! Whatever operation of the store fails, and in whatever way, the account that
//! is found again is the one before or after each step, and what was said to be
//! saved is there.
//!
//! Every story is told once without a fault, then once for each operation and
//! each way in which that can fail; after every step the account is opened anew
//! from what is left. Without a second copy local storage answers for itself;
//! with one, kept as the page keeps it, even everything may be cleared.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use carbon_inclusion::account::{Account, Entry, EntryId, Kept, Ledger, StorageState};
use carbon_inclusion::methodology::Draft;
use carbon_inclusion::vault::{MemoryStore, Revision, Store, StoreError};

use crate::device::Device;

/// A way in which one operation of a store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// There is no room.
    Quota,
    /// It may not be used.
    Security,
    /// It says that it was done, and it was not.
    Dropped,
    /// Half of the text is written.
    Truncated,
    /// From here on nothing is done: of a change to several keys, what comes
    /// before is all there is.
    Half,
    /// It answers as before the last change.
    Stale,
    /// Everything is gone.
    Cleared,
}

const FAULTS: [Fault; 7] = [
    Fault::Quota,
    Fault::Security,
    Fault::Dropped,
    Fault::Truncated,
    Fault::Half,
    Fault::Stale,
    Fault::Cleared,
];

#[derive(Default)]
struct Faulty {
    memory: MemoryStore,
    /// Before the last change.
    stale: RefCell<MemoryStore>,
    operations: Cell<usize>,
    fault: Cell<Option<(usize, Fault)>>,
    has_failed: Cell<bool>,
    events: RefCell<Vec<(String, Option<String>)>>,
}

impl Faulty {
    /// The fault of this operation, if it is one that it can have.
    fn fault(&self, possible: &[Fault]) -> Result<Option<Fault>, StoreError> {
        let operation = self.operations.replace(self.operations.get() + 1);
        let fault = self.fault.get().filter(|(at, fault)| {
            let is_over = *fault == Fault::Half && self.has_failed.get();
            is_over || (*at == operation && possible.contains(fault))
        });
        let Some((_, fault)) = fault else {
            return Ok(None);
        };
        self.has_failed.set(true);
        match fault {
            Fault::Quota => Err(StoreError::Full),
            Fault::Security => Err(StoreError::Refused),
            Fault::Half => Err(StoreError::Other),
            Fault::Cleared => {
                clear(&self.memory);
                Ok(None)
            }
            Fault::Dropped | Fault::Truncated | Fault::Stale => Ok(Some(fault)),
        }
    }

    fn changes(&self, key: &str, value: Option<&str>) {
        self.stale.replace(self.memory.clone());
        let event = (key.to_owned(), value.map(str::to_owned));
        self.events.borrow_mut().push(event);
    }
}

fn clear(memory: &MemoryStore) {
    for key in memory.keys("").expect("memory") {
        memory.remove(&key).expect("memory");
    }
}

const READING: [Fault; 4] = [Fault::Security, Fault::Half, Fault::Stale, Fault::Cleared];

impl Store for Faulty {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        match self.fault(&READING)? {
            Some(_) => self.stale.borrow().keys(prefix),
            None => self.memory.keys(prefix),
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.fault(&READING)? {
            Some(_) => self.stale.borrow().get(key),
            None => self.memory.get(key),
        }
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let writing = [
            Fault::Quota,
            Fault::Security,
            Fault::Dropped,
            Fault::Truncated,
            Fault::Half,
            Fault::Cleared,
        ];
        match self.fault(&writing)? {
            Some(Fault::Dropped) => Ok(()),
            Some(_) => {
                let half = value.chars().take(value.chars().count() / 2);
                let half: String = half.collect();
                self.changes(key, Some(&half));
                self.memory.put(key, &half)
            }
            None => {
                self.changes(key, Some(value));
                self.memory.put(key, value)
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let removing = [Fault::Security, Fault::Dropped, Fault::Half, Fault::Cleared];
        if self.fault(&removing)?.is_none() {
            self.changes(key, None);
            self.memory.remove(key)?;
        }
        Ok(())
    }
}

type Tab = Account<Rc<Faulty>, Device>;
type Copied = BTreeMap<String, String>;

/// What happens, and in which tab.
#[derive(Clone, Copy, Debug)]
enum Step {
    Open(usize),
    Record(usize),
    Edit(usize),
    Delete(usize),
    Undo(usize),
    Compact(usize),
    /// A file with the entries of another device is taken in.
    Import(usize),
    Erase(usize),
    /// All tabs hear of what the others did.
    Follow,
    /// The browser throws local storage away.
    Empty,
}

use Step::{Compact, Delete, Edit, Empty, Erase, Follow, Import, Open, Record, Undo};

/// So few records are put together here.
const RECORDS_MIN: usize = 3;

struct World {
    store: Rc<Faulty>,
    copy: Option<Copied>,
    tabs: [Option<Tab>; 2],
    now: Rc<Cell<i64>>,
    opened: u64,
    recorded: u32,
    /// What each entry may be when the account is opened anew.
    allowed: BTreeMap<EntryId, Vec<Option<Entry>>>,
    /// All that each entry ever was.
    ever: BTreeMap<EntryId, Vec<Option<Entry>>>,
    /// It was said that not everything could be erased.
    is_left: bool,
}

fn bus(kilometres: String) -> Draft<'static> {
    Draft {
        action: "bus",
        on: "2026-11-22",
        inputs: vec![("distance_km", kilometres.into())],
        ..Draft::default()
    }
}

/// So many entries of another device that they are kept together.
fn elsewhere() -> Vec<Revision> {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(1 << 62));
    for _ in 0..64 {
        account.record(&bus("3".to_owned()), "").expect("a trip");
    }
    account.revisions()
}

/// The page's way of comparing the copies at the start.
fn join<S: Store>(tab: &mut Account<S, Device>, copy: &mut Copied) {
    let keys: Vec<String> = copy.keys().cloned().collect();
    let lacking = tab.lacking(&keys).into_iter();
    let found: Vec<_> = lacking
        .map(|key| (key.clone(), copy[key].clone()))
        .collect();
    tab.restore(&found);
    for key in tab.copied_keys().unwrap_or_default() {
        if let Ok(Some(text)) = tab.store().get(&key) {
            copy.entry(key).or_insert(text);
        }
    }
    bring(tab, copy);
}

/// The page's way of keeping the second copy up to date.
fn bring<S: Store>(tab: &mut Account<S, Device>, copy: &mut Copied) {
    copy.extend(tab.take_uncopied());
    for key in tab.take_covered() {
        copy.remove(&key);
    }
}

fn entries(ledger: &Ledger) -> BTreeMap<EntryId, Entry> {
    let entries = ledger.entries();
    entries.map(|entry| (entry.id, entry.clone())).collect()
}

impl World {
    fn new(has_copy: bool) -> Self {
        Self {
            store: Rc::default(),
            copy: has_copy.then(Copied::new),
            tabs: [None, None],
            now: Rc::new(Cell::new(1_795_305_600_000)),
            opened: 0,
            recorded: 0,
            allowed: BTreeMap::new(),
            ever: BTreeMap::new(),
            is_left: false,
        }
    }

    fn device(&mut self) -> Device {
        self.opened += 1;
        Device::with_clock(Rc::clone(&self.now), self.opened << 40)
    }

    fn take(&mut self, step: Step) {
        match step {
            Open(tab) => {
                let mut opened = Account::open(Rc::clone(&self.store), self.device());
                if let Some(copy) = &mut self.copy {
                    join(&mut opened, copy);
                }
                self.tabs[tab] = Some(opened);
            }
            Empty => clear(&self.store.memory),
            Follow => {
                for (key, text) in self.store.events.take() {
                    for tab in self.tabs.iter_mut().flatten() {
                        tab.follow(&key, text.as_deref());
                    }
                }
            }
            Erase(tab) => self.erase(tab),
            Record(tab) | Edit(tab) | Delete(tab) | Undo(tab) | Compact(tab) | Import(tab) => {
                self.change(tab, step);
            }
        }
    }

    fn change(&mut self, tab: usize, step: Step) {
        self.recorded += 1;
        let amount = self.recorded.to_string();
        let draft = bus(amount);
        let tab = self.tabs[tab].as_mut().expect("it is open");
        let before = entries(tab.ledger());
        let oldest = before.values().min_by_key(|entry| entry.recorded_at);
        let oldest = oldest.map(|entry| entry.id);
        let kept = match (step, oldest) {
            (Record(_), _) => Some(tab.record(&draft, "").expect("a trip").kept),
            (Edit(_), Some(id)) => Some(tab.edit(id, &draft, "").expect("it is there").kept),
            (Delete(_), Some(id)) => Some(tab.delete(id).expect("it is there")),
            (Undo(_), _) => tab.undo().map(|undone| undone.kept),
            (Import(_), _) => {
                let seen = tab.preview(elsewhere(), Vec::new());
                Some(tab.import(&seen, false).kept)
            }
            (Compact(_), _) => {
                tab.compact_from(RECORDS_MIN);
                None
            }
            _ => None,
        };
        let after = entries(tab.ledger());
        if let Some(copy) = &mut self.copy {
            bring(tab, copy);
        }
        let is_acknowledged = self.copy.is_some() || kept == Some(Kept::OnDevice);
        let ids = before.keys().chain(after.keys());
        for id in ids.filter(|id| before.get(id) != after.get(id)) {
            assert!(kept.is_some(), "{step:?} changes nothing");
            let versions = self.allowed.entry(*id).or_insert_with(|| vec![None]);
            if is_acknowledged {
                versions.clear();
            } else {
                let condition = tab.condition();
                let is_told = condition.unsaved > 0 && condition.storage != StorageState::Kept;
                assert!(is_told, "{step:?}: {condition:?}");
            }
            versions.push(after.get(id).cloned());
            self.ever
                .entry(*id)
                .or_default()
                .push(after.get(id).cloned());
        }
        // What was not taken at first is taken with the next that is.
        if is_acknowledged && kept.is_some() && tab.condition().unsaved == 0 && !self.is_left {
            for (id, versions) in &mut self.allowed {
                if versions
                    .last()
                    .is_some_and(|last| *last == after.get(id).cloned())
                {
                    versions.drain(..versions.len() - 1);
                }
            }
        }
    }

    fn erase(&mut self, tab: usize) {
        let tab = self.tabs[tab].as_mut().expect("it is open");
        let is_erased = tab.erase().is_ok();
        if let Some(copy) = &mut self.copy {
            copy.clear();
        }
        self.is_left = !is_erased;
        // Where something is left it may be an older revision: the newer one was
        // in the copy, which is empty now.
        self.allowed.clear();
        if self.is_left {
            self.allowed = self.ever.clone();
        }
        for versions in self.allowed.values_mut() {
            versions.push(None);
        }
    }

    /// Opens the account anew from what is left of it.
    fn check(&mut self, what: &str) {
        let memory = self.store.memory.clone();
        let mut account = Account::open(&memory, self.device());
        if let Some(copy) = &self.copy {
            join(&mut account, &mut copy.clone());
        }
        let found = entries(account.ledger());
        for (id, versions) in &self.allowed {
            let found = found.get(id).cloned();
            assert!(
                versions.contains(&found),
                "{what}: {found:?} of {versions:?}"
            );
        }
        for id in found.keys() {
            assert!(self.allowed.contains_key(id), "{what}: {id} from nowhere");
        }
    }
}

/// Tells a story with a fault at an operation. Whether that could fail so.
fn tell(story: &[Step], has_copy: bool, fault: Option<(usize, Fault)>) -> (bool, usize) {
    let mut world = World::new(has_copy);
    world.store.fault.set(fault);
    for (place, step) in story.iter().enumerate() {
        world.take(*step);
        // Before the fault it is the story without one.
        if fault.is_none() || world.store.has_failed.get() {
            let copied = if has_copy { "with" } else { "without" };
            world.check(&format!(
                "{fault:?}, {copied} a copy, after step {place}, {step:?}"
            ));
        }
    }
    (world.store.has_failed.get(), world.store.operations.get())
}

/// Tells a story with every fault there is. How many were tried.
fn try_all(story: &[Step], copies: &[bool]) -> usize {
    let mut tried = 0;
    for has_copy in copies {
        let (_, operations) = tell(story, *has_copy, None);
        for fault in FAULTS {
            // What is thrown away can only be found where there is a copy.
            if fault == Fault::Cleared && !has_copy {
                continue;
            }
            for operation in 0..operations {
                let (has_failed, _) = tell(story, *has_copy, Some((operation, fault)));
                tried += usize::from(has_failed);
            }
        }
    }
    tried
}

#[track_caller]
fn story(name: &str, steps: &[Step], copies: &[bool], at_least: usize) {
    let tried = try_all(steps, copies);
    println!("{name}: {tried} faults");
    assert!(tried >= at_least, "{name}: only {tried} faults");
}

#[test]
fn recording_editing_deleting_and_taking_back() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Record(0),
        Delete(0),
        Undo(0),
        Undo(0),
        Open(0),
        Edit(0),
        Delete(0),
        Record(0),
    ];
    story("changes", &steps, &[false, true], 290);
}

#[test]
fn putting_records_together() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Delete(0),
        Record(0),
        Compact(0),
        Record(0),
        Edit(0),
        Open(0),
        Record(0),
        Compact(0),
        Delete(0),
        Open(0),
        Undo(0),
        Record(0),
    ];
    story("compaction", &steps, &[false, true], 450);
}

#[test]
fn taking_a_file_in() {
    let steps = [
        Open(0),
        Record(0),
        Import(0),
        Edit(0),
        Open(0),
        Import(0),
        Delete(0),
        Open(0),
    ];
    story("a file", &steps, &[false, true], 200);
}

#[test]
fn bringing_back_from_the_second_copy() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Delete(0),
        Record(0),
        Empty,
        Open(0),
        Record(0),
        Compact(0),
        Empty,
        Record(0),
        Open(0),
        Edit(0),
        Compact(0),
        Open(0),
    ];
    story("restoring", &steps, &[true], 280);
}

#[test]
fn erasing() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Compact(0),
        Record(0),
        Erase(0),
        Record(0),
        Open(0),
        Record(0),
    ];
    story("erasing", &steps, &[false, true], 200);
}

#[test]
fn two_tabs() {
    let steps = [
        Open(0),
        Record(0),
        Open(1),
        Record(1),
        Record(0),
        Follow,
        Edit(1),
        Compact(0),
        Record(1),
        Compact(1),
        Follow,
        Delete(0),
        Follow,
        Undo(0),
        Record(1),
        Erase(0),
        Follow,
        Record(1),
    ];
    story("two tabs", &steps, &[false, true], 350);
}
