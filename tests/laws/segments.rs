//! Putting records together loses nothing, wherever it is interrupted, whoever
//! else does it at the same time, and whatever the store answers.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use carbon_inclusion::account::{Account, Ledger, Randomness as _};
use carbon_inclusion::methodology::Draft;
use carbon_inclusion::vault::{
    DecodeError, MemoryStore, PackError, RECORD_PREFIX, SEGMENT_PREFIX, Store, StoreError,
    from_segment, kept_keys, segment_key, to_segment, unpack,
};

use crate::device::Device;
use crate::pack::PACK_V1;

/// The pack of pack-v1.bin as a segment.
const SEGMENT_V1: &str = include_str!("../data/segment-v1.txt");

#[test]
fn the_segment_of_format_1_opens() {
    let text = SEGMENT_V1.trim_end();
    let unpacked = from_segment(text).expect("a segment");
    assert_eq!(Ok(&unpacked), unpack(PACK_V1).as_ref());
    assert_eq!(to_segment(&unpacked.revisions), text);
}

#[test]
fn what_is_no_segment_is_refused() {
    let whole = SEGMENT_V1.trim_end();
    assert_eq!(from_segment("2|anything"), Err(PackError::NewerFormat(2)));
    for cut in ["", "1", "1|", "x|", "0|", "300|"] {
        assert_eq!(from_segment(cut), Err(PackError::Truncated), "{cut}");
    }
    let ends = whole.char_indices().map(|(end, _)| end).skip(3);
    for end in ends.step_by(97) {
        assert!(from_segment(&whole[..end]).is_err(), "{end}");
    }
}

/// What a store does before an operation, counted from 0.
type Before = Box<dyn FnOnce(&MemoryStore)>;

/// A store that stops answering at an operation, or does something before it.
#[derive(Default)]
struct Scripted {
    memory: MemoryStore,
    done: Cell<usize>,
    stops_at: Cell<Option<usize>>,
    before: RefCell<Option<(usize, Before)>>,
    events: RefCell<Vec<(String, Option<String>)>>,
}

impl Scripted {
    fn ask(&self) -> Result<(), StoreError> {
        let operation = self.done.replace(self.done.get() + 1);
        let is_due = |(at, _): &mut (usize, Before)| *at == operation;
        let before = self.before.borrow_mut().take_if(is_due);
        if let Some((_, before)) = before {
            before(&self.memory);
        }
        match self.stops_at.get() {
            Some(stop) if operation >= stop => Err(StoreError::Other),
            _ => Ok(()),
        }
    }
}

impl Store for Scripted {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.ask().and_then(|()| self.memory.keys(prefix))
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.ask().and_then(|()| self.memory.get(key))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.ask()?;
        let event = (key.to_owned(), Some(value.to_owned()));
        self.events.borrow_mut().push(event);
        self.memory.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.ask()?;
        self.events.borrow_mut().push((key.to_owned(), None));
        self.memory.remove(key)
    }
}

fn ledger_of(store: &MemoryStore) -> Ledger {
    let account = Account::open(store, Device::new(999));
    assert_eq!(account.condition().unreadable, 0);
    account.ledger().clone()
}

const DAYS: [&str; 5] = [
    "2026-03-01",
    "2026-04-02",
    "2026-05-03",
    "2026-06-04",
    "2026-11-22",
];

/// A trip of so many km, on a day that depends on it.
fn bus(distance_km: u32) -> Draft<'static> {
    Draft {
        action: "bus",
        on: DAYS[distance_km as usize % DAYS.len()],
        inputs: vec![("distance_km", distance_km.to_string().into())],
        replaced: Some("car"),
        ..Draft::default()
    }
}

/// Records entries, and edits and deletes some of them.
fn live<S: Store>(account: &mut Account<S, Device>, entries: u32) {
    for entry in 0..entries {
        let note = if entry % 7 == 0 { "雨天" } else { "" };
        let saved = account.record(&bus(1 + entry % 40), note).expect("a trip");
        if entry % 11 == 0 {
            account.edit(saved.id, &bus(9), "").expect("it is there");
        }
        if entry % 13 == 0 {
            account.delete(saved.id).expect("it is there");
        }
    }
}

/// A store with a segment and enough records for another one.
fn ready() -> MemoryStore {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(1));
    live(&mut account, 260);
    assert!(account.compact());
    live(&mut account, 260);
    store
}

fn count(store: &MemoryStore, prefix: &str) -> usize {
    store.keys(prefix).expect("memory").len()
}

#[test]
fn records_become_a_segment() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(1));
    live(&mut account, 100);
    let few = store.clone();
    assert!(!account.compact());
    assert_eq!(store, few);

    live(&mut account, 160);
    let ledger = account.ledger().clone();
    assert!(account.compact());
    assert_eq!(
        (count(&store, RECORD_PREFIX), count(&store, SEGMENT_PREFIX)),
        (0, 1)
    );
    assert_eq!(account.ledger(), &ledger);
    assert!(ledger_of(&store) == ledger);
    assert!(!account.compact());

    // A deleted entry stays deleted for whoever still has its record.
    let old: Vec<(String, String)> = few
        .keys(RECORD_PREFIX)
        .expect("memory")
        .into_iter()
        .map(|key| (key.clone(), few.get(&key).expect("memory").expect("a text")))
        .collect();
    for (key, line) in &old {
        assert_eq!(store.put(key, line), Ok(()));
    }
    assert!(ledger_of(&store) == ledger);

    // What is in segments can be edited, deleted and taken back like the rest.
    let id = ledger.entries().next().expect("an entry").id;
    account.delete(id).expect("it is there");
    assert!(account.undo().is_some());
    account.edit(id, &bus(4), "").expect("it is there");
    assert!(ledger_of(&store) == *account.ledger());
}

/// Segments are few, and each is more than twice as long as the one before.
#[test]
fn segments_grow_together() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(1));
    let mut most = 0;
    for _ in 0..12 {
        live(&mut account, 256);
        assert!(account.compact());
        let keys = store.keys(SEGMENT_PREFIX).expect("memory");
        let texts = keys.iter().map(|key| store.get(key).expect("memory"));
        let mut lengths: Vec<usize> = texts
            .map(|text| text.map_or(0, |text| text.len()))
            .collect();
        lengths.sort_unstable();
        let apart = lengths.windows(2).all(|pair| pair[1] > pair[0] * 2);
        assert!(apart, "{lengths:?}");
        most = most.max(lengths.len());
    }
    assert!((2..=4).contains(&most), "{most}");
    assert!(ledger_of(&store) == *account.ledger());
}

#[test]
fn wherever_it_stops_nothing_is_lost() {
    let before = ready();
    let ledger = ledger_of(&before);
    for stop in (0..).step_by(7) {
        let store = Scripted {
            memory: before.clone(),
            ..Scripted::default()
        };
        let mut account = Account::open(&store, Device::new(2));
        let opened = store.done.get();
        store.stops_at.set(Some(opened + stop));
        let is_done = account.compact();
        assert!(*account.ledger() == ledger, "stopped at {stop}");
        assert!(ledger_of(&store.memory) == ledger, "stopped at {stop}");
        if store.done.get() <= opened + stop {
            assert!(is_done);
            assert!(stop > 500, "every record is read and removed");
            return;
        }
    }
}

/// The other tab does all of its own between any two steps of the first.
#[test]
fn two_tabs_may_compact_at_once() {
    let before = ready();
    let ledger = ledger_of(&before);
    for at in (0..).step_by(37) {
        let store = Scripted {
            memory: before.clone(),
            ..Scripted::default()
        };
        let mut account = Account::open(&store, Device::new(2));
        let opened = store.done.get();
        let other = Box::new(|memory: &MemoryStore| {
            let mut other = Account::open(memory, Device::new(3));
            live(&mut other, 3);
            other.compact();
        });
        store.before.replace(Some((opened + at, other)));
        account.compact();
        if store.before.borrow().is_some() {
            assert!(at > 500, "every record is read and removed");
            return;
        }
        let after = ledger_of(&store.memory);
        assert_eq!(after.len(), ledger.len() + 2, "at {at}");
        for entry in ledger.entries() {
            assert_eq!(after.get(entry.id), Some(entry), "at {at}");
        }
        let mut again = Account::open(&store.memory, Device::new(4));
        live(&mut again, 260);
        assert!(again.compact());
        assert!(ledger_of(&store.memory) == *again.ledger());
    }
}

/// A key that another tab has drawn as well is left alone.
#[test]
fn no_other_segment_is_overwritten() {
    let store = ready();
    let drawn = Device::new(2).next_u64();
    let taken = store.put(&segment_key(drawn), SEGMENT_V1.trim_end());
    taken.expect("memory");
    let before = store.clone();
    assert!(!Account::open(&store, Device::new(2)).compact());
    assert_eq!(store, before);
    assert!(Account::open(&store, Device::new(3)).compact());
}

/// Puts that fail, are dropped or are cut leave the store as it was.
#[test]
fn a_store_without_room_stays_as_it_is() {
    struct NoRoom<'a>(&'a MemoryStore, fn(&str) -> Option<&str>);
    impl Store for NoRoom<'_> {
        fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
            self.0.keys(prefix)
        }
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.get(key)
        }
        fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
            match (self.1)(value) {
                None => Err(StoreError::Full),
                Some("") => Ok(()),
                Some(cut) => self.0.put(key, cut),
            }
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
    }
    let answers: [fn(&str) -> Option<&str>; 3] = [
        |_| None,
        |_| Some(""),
        |text| {
            text.get(..text.len() / 3 * 2)
                .or(text.get(..text.len() / 3 * 2 + 1))
                .or(Some("1|"))
        },
    ];
    for answer in answers {
        let store = ready();
        let before = store.clone();
        let mut account = Account::open(NoRoom(&store, answer), Device::new(2));
        assert!(!account.compact());
        assert_eq!(store, before);
        assert!(account.take_covered().is_empty());
    }
}

#[test]
fn other_tabs_follow_a_compaction_and_an_erasure() {
    let store = Rc::new(Scripted {
        memory: ready(),
        ..Scripted::default()
    });
    let open = |seed| Account::open(Rc::clone(&store), Device::new(seed));
    let (mut one, mut other) = (open(2), open(3));
    let saved = other.record(&bus(3), "mine").expect("a trip");
    for (key, text) in store.events.take() {
        one.follow(&key, text.as_deref());
    }
    let ledger = other.ledger().clone();
    assert!(one.compact());
    for (key, text) in store.events.take() {
        assert!(!other.follow(&key, text.as_deref()), "{key}");
    }
    assert!(*other.ledger() == ledger);
    assert!(other.undo().is_some(), "{}", saved.id);
    for (key, text) in store.events.take() {
        one.follow(&key, text.as_deref());
    }
    assert!(one.ledger() == other.ledger());

    // What a third one writes while it is erased stays; a segment of old
    // records does not.
    live(&mut other, 260);
    let records = store.memory.clone();
    assert!(other.compact());
    assert!(!other.take_covered().is_empty());
    let written = store.memory.keys(SEGMENT_PREFIX).expect("memory");
    let late: Vec<(String, String)> = written
        .iter()
        .filter(|key| records.get(key) == Ok(None))
        .map(|key| {
            (
                key.clone(),
                store.memory.get(key).expect("memory").expect("a text"),
            )
        })
        .collect();
    assert_eq!(late.len(), 1);
    assert_eq!(one.erase(), Ok(()));
    assert_eq!(kept_keys(&store.memory), Ok(Vec::new()));
    for (key, text) in &late {
        assert_eq!(store.memory.put(key, text), Ok(()));
    }
    let mut third = open(4);
    third.erase().expect("memory");
    for (key, text) in &late {
        assert_eq!(store.memory.put(key, text), Ok(()));
    }
    let kept = third.record(&bus(2), "after it").expect("a trip");
    for (key, text) in store.events.take() {
        other.follow(&key, text.as_deref());
    }
    assert_eq!(other.ledger().len(), 1);
    assert!(other.ledger().get(kept.id).is_some());
    assert!(ledger_of(&store.memory) == *other.ledger());
    assert!(!other.can_undo());
    // The second copy is told as well.
    assert!(other.take_covered() == [late[0].0.clone()]);
}

#[test]
fn a_segment_that_cannot_be_read_stays_and_is_told() {
    let store = ready();
    let whole = SEGMENT_V1.trim_end();
    let strange = [
        (
            format!("{SEGMENT_PREFIX}cut"),
            whole[..whole.len() - 3].to_owned(),
        ),
        (format!("{SEGMENT_PREFIX}newer"), "2|whatever".to_owned()),
    ];
    for (key, text) in &strange {
        assert_eq!(store.put(key, text), Ok(()));
    }
    let mut account = Account::open(&store, Device::new(2));
    let condition = account.condition();
    assert_eq!((condition.unreadable, condition.newer), (1, 1));
    let newer = DecodeError::Segment(PackError::NewerFormat(2));
    let aside = account.set_aside().iter().find(|aside| aside.is_newer());
    assert_eq!(aside.and_then(|aside| aside.error.clone()), Some(newer));
    let ledger = account.ledger().clone();
    assert!(account.compact());
    for (key, text) in &strange {
        assert_eq!(store.get(key), Ok(Some(text.clone())));
    }
    assert!(*Account::open(&store, Device::new(3)).ledger() == ledger);
}

/// The second copy still has the records that a segment was made of, because the
/// page was closed before they were deleted there.
#[test]
fn what_segments_hold_is_not_brought_back() {
    let store = ready();
    let keys = kept_keys(&store).expect("memory");
    let old: Vec<(String, String)> = keys
        .into_iter()
        .map(|key| {
            (
                key.clone(),
                store.get(&key).expect("memory").expect("a text"),
            )
        })
        .collect();
    let mut account = Account::open(&store, Device::new(2));
    assert!(account.compact());
    let written = account.take_uncopied();
    assert_eq!(written.len(), 1);
    let mut covered = account.take_covered();
    covered.sort();
    let mut keys: Vec<String> = old.iter().map(|(key, _)| key.clone()).collect();
    keys.sort();
    assert!(covered == keys);

    let compacted = store.clone();
    let mut account = Account::open(&store, Device::new(3));
    assert!(!account.restore(&old));
    assert_eq!(store, compacted);
    assert_eq!(account.take_covered().len(), old.len());

    // Where the segment is lost they are what there is.
    let emptied = MemoryStore::new();
    let ledger = account.ledger().clone();
    let mut account = Account::open(&emptied, Device::new(4));
    assert!(account.restore(&old));
    assert!(*account.ledger() == ledger && ledger_of(&emptied) == ledger);
    assert!(account.take_covered().is_empty());
    // And a segment alone is enough.
    let emptied = MemoryStore::new();
    let mut account = Account::open(&emptied, Device::new(5));
    assert!(account.restore(&written));
    assert!(*account.ledger() == ledger && ledger_of(&emptied) == ledger);
}
