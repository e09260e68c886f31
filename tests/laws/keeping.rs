//! What was said to be kept is there again, whatever the store, another tab or
//! the user does.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use carbon_inclusion::account::{
    Account, Change, Clock, Condition, EntryId, Gone, Kept, Randomness, RecordError, Saved,
    StorageState,
};
use carbon_inclusion::methodology::{ActivityError, Draft};
use carbon_inclusion::quantity::Day;
use carbon_inclusion::vault::{MemoryStore, RECORD_PREFIX, Store, StoreError};
use proptest::prelude::*;

use crate::device::Device;
use crate::said::{Said, days_between, said};

/// A store that can be told to refuse, and tells what was written.
#[derive(Debug, Default)]
struct MoodyStore {
    memory: MemoryStore,
    mood: Cell<Option<StoreError>>,
    events: RefCell<Vec<(String, Option<String>)>>,
}

impl MoodyStore {
    fn ask(&self) -> Result<(), StoreError> {
        self.mood.get().map_or(Ok(()), Err)
    }
}

impl Store for MoodyStore {
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

type Tab = Account<Rc<MoodyStore>, Device>;

fn open(store: &Rc<MoodyStore>, seed: u64) -> Tab {
    Account::open(Rc::clone(store), Device::new(seed))
}

fn fresh() -> (Rc<MoodyStore>, Tab) {
    let store = Rc::default();
    let tab = open(&store, 1);
    (store, tab)
}

fn bus(on: &str) -> Draft<'_> {
    Draft {
        action: "bus",
        on,
        inputs: vec![("distance_km", "8".into())],
        replaced: Some("car"),
        ..Draft::default()
    }
}

const TODAY: &str = "2026-11-22";

fn record(tab: &mut Tab, note: &str) -> Saved {
    tab.record(&bus(TODAY), note).expect("a good draft")
}

fn notes(tab: &Tab) -> Vec<String> {
    let day = TODAY.parse().expect("a day");
    let notes = tab.ledger().on(day).map(|entry| entry.note.clone());
    notes
        .map(|note| note.map_or_else(String::new, |note| note.as_str().to_owned()))
        .collect()
}

#[test]
fn an_account_is_found_as_it_was_left() {
    let (store, mut tab) = fresh();
    let first = record(&mut tab, "first");
    let second = record(&mut tab, "second");
    let third = record(&mut tab, "third");
    assert_eq!(third.kept, Kept::OnDevice);
    assert_eq!(tab.delete(second.id), Ok(Kept::OnDevice));
    tab.edit(first.id, &bus(TODAY), "first, edited")
        .expect("it is there");
    // An edit keeps its place; the newest recorded stands first.
    assert_eq!(notes(&tab), ["third", "first, edited"]);
    assert_eq!(open(&store, 2).ledger(), tab.ledger());
    assert_eq!(store.keys(RECORD_PREFIX).map(|keys| keys.len()), Ok(5));
}

#[test]
fn each_change_can_be_taken_back() {
    let (store, mut tab) = fresh();
    assert!(!tab.can_undo());
    let saved = record(&mut tab, "a");
    tab.edit(saved.id, &bus("2026-11-21"), "b")
        .expect("it is there");
    tab.delete(saved.id).expect("it is there");
    let mut undo = |expected: Change, left: &[&str]| {
        let undone = tab.undo().expect("something to undo");
        assert_eq!(
            (undone.id, undone.change, undone.kept),
            (saved.id, expected, Kept::OnDevice)
        );
        let entries = tab.ledger().entries();
        let notes: Vec<&str> = entries
            .filter_map(|entry| Some(entry.note.as_ref()?.as_str()))
            .collect();
        assert_eq!(notes, left);
        assert_eq!(open(&store, 2).ledger(), tab.ledger());
    };
    undo(Change::Deleted, &["b"]);
    undo(Change::Edited, &["a"]);
    undo(Change::Recorded, &[]);
    assert!(!tab.can_undo());
    assert_eq!(tab.undo(), None);
}

#[test]
fn the_last_hundred_changes_can_be_taken_back() {
    let (_, mut tab) = fresh();
    for _ in 0..130 {
        record(&mut tab, "");
    }
    let undone = std::iter::from_fn(|| tab.undo()).count();
    assert_eq!((undone, tab.ledger().len()), (100, 30));
}

#[test]
fn what_is_wrong_is_not_recorded() {
    let (store, mut tab) = fresh();
    let bad = Draft {
        action: "teleport",
        ..bus(TODAY)
    };
    let error = ActivityError::UnknownAction("teleport".to_owned());
    assert_eq!(tab.record(&bad, ""), Err(RecordError::Activity(error)));
    assert!(matches!(
        tab.record(&bus(TODAY), "a\nb"),
        Err(RecordError::Note(_))
    ));
    let [on, today] = ["2026-11-23", TODAY].map(|day| day.parse().expect("a day"));
    let future = Err(RecordError::Future { on, today });
    assert_eq!(tab.record(&bus("2026-11-23"), ""), future);
    let saved = record(&mut tab, "");
    assert_eq!(tab.edit(saved.id, &bus("2026-11-23"), ""), future);
    let nobody = EntryId::from_number(0);
    assert_eq!(
        tab.edit(nobody, &bus(TODAY), ""),
        Err(RecordError::Gone(Gone))
    );
    assert_eq!(tab.delete(nobody), Err(Gone));
    assert_eq!(store.events.borrow().len(), 1);
}

/// Clocks differ: what a device that was ahead wrote is the user's all the same.
#[test]
fn a_future_day_from_the_store_is_taken_in() {
    struct Ahead(Device);
    impl Clock for Ahead {
        fn now_ms(&self) -> i64 {
            self.0.now_ms()
        }
        fn today(&self) -> Day {
            Day::MAX
        }
    }
    impl Randomness for Ahead {
        fn next_u64(&self) -> u64 {
            self.0.next_u64()
        }
    }
    let store = MemoryStore::new();
    let mut ahead = Account::open(&store, Ahead(Device::new(1)));
    ahead.record(&bus("2027-01-01"), "").expect("a good draft");
    let tab = Account::open(&store, Device::new(2));
    assert_eq!(tab.ledger().len(), 1);
    assert_eq!(tab.condition().unreadable, 0);
}

#[test]
fn a_refusing_store_leaves_the_account_in_memory() {
    let (store, mut tab) = fresh();
    record(&mut tab, "kept");
    store.mood.set(Some(StoreError::Full));
    let unsaved = record(&mut tab, "not kept");
    assert_eq!(unsaved.kept, Kept::InMemory(StoreError::Full));
    assert_eq!(tab.delete(unsaved.id), Ok(Kept::InMemory(StoreError::Full)));
    assert!(tab.undo().is_some());
    let condition = Condition {
        unreadable: 0,
        newer: 0,
        unsaved: 3,
        storage: StorageState::Full,
    };
    assert_eq!(tab.condition(), condition);
    assert_eq!(notes(&tab), ["not kept", "kept"]);

    // As soon as there is room again, all of it is kept.
    store.mood.set(None);
    assert_eq!(notes(&open(&store, 2)), ["kept"]);
    assert_eq!(record(&mut tab, "kept again").kept, Kept::OnDevice);
    let condition = Condition {
        unsaved: 0,
        storage: StorageState::Kept,
        ..condition
    };
    assert_eq!(tab.condition(), condition);
    assert_eq!(open(&store, 2).ledger(), tab.ledger());
}

#[test]
fn the_second_copy_is_told_everything_once_and_gives_back_what_was_lost() {
    let (store, mut tab) = fresh();
    let first = record(&mut tab, "first");
    record(&mut tab, "second");
    assert!(tab.delete(first.id).is_ok());
    let copy = tab.take_uncopied();
    let mut keys = store.keys(RECORD_PREFIX).unwrap_or_default();
    let mut copied: Vec<String> = copy.iter().map(|(key, _)| key.clone()).collect();
    keys.sort();
    copied.sort();
    assert_eq!(copied, keys);
    assert!(tab.take_uncopied().is_empty());

    // Local storage was emptied meanwhile.
    let (emptied, mut other) = fresh();
    assert!(other.restore(&copy));
    assert!(!other.restore(&copy));
    assert_eq!(notes(&other), ["second"]);
    assert_eq!(notes(&open(&emptied, 2)), ["second"]);
    for (key, line) in &copy {
        assert_eq!(emptied.get(key), Ok(Some(line.clone())));
    }
    // What came from there need not go there.
    assert!(other.take_uncopied().is_empty());
}

#[test]
fn what_only_the_second_copy_has_is_shown_where_the_store_refuses() {
    let (_, mut tab) = fresh();
    record(&mut tab, "there");
    let copy = tab.take_uncopied();
    let (store, _) = fresh();
    store.mood.set(Some(StoreError::Refused));
    let mut tab = open(&store, 1);
    assert!(tab.restore(&copy));
    assert_eq!(notes(&tab), ["there"]);
    assert_eq!(tab.condition().storage, StorageState::Refused);
}

#[test]
fn what_a_newer_version_wrote_is_not_replaced_by_the_second_copy() {
    let store = MemoryStore::new();
    let key = format!("{RECORD_PREFIX}00000000000000bb.1.00000000000000bb");
    store.put(&key, "7|from|the|future").expect("memory");
    let before = store.clone();
    let mut account = Account::open(&store, Device::new(7));
    let theirs = [key.clone()];
    assert!(account.lacking(&theirs).is_empty());
    assert!(!account.restore(&[(key, "7|of|another|time".to_owned())]));
    assert_eq!(store, before);
}

#[test]
fn a_store_that_cannot_be_read_opens_an_empty_account() {
    let (store, _) = fresh();
    store.mood.set(Some(StoreError::Refused));
    let mut tab = open(&store, 1);
    assert_eq!(tab.condition().storage, StorageState::Refused);
    assert_eq!(
        record(&mut tab, "").kept,
        Kept::InMemory(StoreError::Refused)
    );
    assert_eq!(tab.ledger().len(), 1);
    assert_eq!(tab.erase(), Err(StoreError::Refused));
    assert!(tab.ledger().is_empty());
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let (store, mut tab) = fresh();
    let saved = record(&mut tab, "mine");
    let name = |number: u32| format!("{RECORD_PREFIX}{}.{number}.0000000000000000", saved.id);
    let strange = [
        (name(7), "1|5|deleted|00000000"),
        (name(8), "2|whatever"),
        (format!("{RECORD_PREFIX}strange"), ""),
    ];
    for (key, value) in &strange {
        assert_eq!(store.put(key, value), Ok(()));
    }
    let mut tab = open(&store, 2);
    assert_eq!(notes(&tab), ["mine"]);
    let Condition {
        unreadable, newer, ..
    } = tab.condition();
    assert_eq!((unreadable, newer), (2, 1));
    let aside: Vec<&str> = tab
        .set_aside()
        .iter()
        .map(|aside| aside.key.as_str())
        .collect();
    assert_eq!(aside, strange.each_ref().map(|(key, _)| key.as_str()));

    // An edit counts also for a program that can read them.
    tab.edit(saved.id, &bus(TODAY), "edited")
        .expect("it is there");
    let (last, _) = store.events.borrow().last().cloned().expect("a put");
    assert!(
        last.starts_with(&format!("{RECORD_PREFIX}{}.9.", saved.id)),
        "{last}"
    );
    for (key, value) in &strange {
        assert_eq!(store.get(key), Ok(Some((*value).to_owned())));
    }
}

#[test]
fn erasing_leaves_nothing_of_ours_and_all_of_others() {
    let (store, mut tab) = fresh();
    for note in ["a", "b"] {
        record(&mut tab, note);
    }
    let others = [
        format!("{RECORD_PREFIX}strange"),
        "somebody/else".to_owned(),
    ];
    for key in &others {
        assert_eq!(store.put(key, "2|"), Ok(()));
    }
    assert_eq!(tab.erase(), Ok(()));
    assert_eq!(store.keys(""), Ok(vec!["somebody/else".to_owned()]));
    assert!(tab.ledger().is_empty() && !tab.can_undo());
    assert_eq!(tab.ledger(), open(&store, 2).ledger());
    record(&mut tab, "a new life");
    assert_eq!(open(&store, 2).ledger(), tab.ledger());
}

/// Tells each tab what the others wrote since it last looked.
fn follow(store: &MoodyStore, tabs: &mut [Tab]) {
    let events = store.events.take();
    for (key, value) in &events {
        for tab in &mut *tabs {
            tab.follow(key, value.as_deref());
        }
    }
}

#[test]
fn tabs_follow_each_other() {
    let (store, one) = fresh();
    let mut tabs = [one, open(&store, 100)];
    let saved = record(&mut tabs[0], "one");
    record(&mut tabs[1], "two");
    follow(&store, &mut tabs);
    assert_eq!(tabs[0].ledger(), tabs[1].ledger());
    assert_eq!(tabs[0].ledger().len(), 2);
    assert!(!tabs[0].follow("carbon-inclusion/settings", Some("theme=dark")));

    // Both edit the same entry without having seen each other.
    for (tab, note) in tabs.iter_mut().zip(["by one", "by two"]) {
        tab.edit(saved.id, &bus(TODAY), note).expect("it is there");
    }
    follow(&store, &mut tabs);
    assert_eq!(tabs[0].ledger(), tabs[1].ledger());
    assert_eq!(open(&store, 2).ledger(), tabs[0].ledger());

    // What one tab erases is gone in the other, and cannot be undone there.
    tabs[1].delete(saved.id).expect("it is there");
    assert_eq!(tabs[0].erase(), Ok(()));
    follow(&store, &mut tabs);
    assert!(tabs[1].ledger().is_empty());
    assert_eq!(tabs[1].undo(), None);
}

#[test]
fn what_another_tab_changed_is_not_undone() {
    let (store, one) = fresh();
    let mut tabs = [one, open(&store, 100)];
    record(&mut tabs[0], "first");
    let saved = record(&mut tabs[0], "second");
    follow(&store, &mut tabs);
    tabs[1]
        .edit(saved.id, &bus(TODAY), "edited elsewhere")
        .expect("it is there");
    follow(&store, &mut tabs);
    assert!(tabs[0].can_undo());
    assert!(tabs[0].undo().is_some());
    assert_eq!(notes(&tabs[0]), ["edited elsewhere"]);
    assert_eq!(tabs[0].undo(), None);
}

#[test]
fn a_record_that_turns_up_readable_is_taken_in() {
    let (store, mut tab) = fresh();
    record(&mut tab, "whole");
    let (key, line) = store.events.borrow().first().cloned().expect("a put");
    let line = line.expect("a text");
    let mut other = Account::open(Rc::<MoodyStore>::default(), Device::new(5));
    assert!(!other.follow(&key, Some(&line[..20])));
    assert_eq!(other.condition().unreadable, 1);
    assert!(other.follow(&key, Some(&line)));
    assert_eq!(other.condition().unreadable, 0);
    assert_eq!(other.ledger(), tab.ledger());
}

#[test]
fn an_id_is_never_used_twice() {
    struct Stuck;
    impl Clock for Stuck {
        fn now_ms(&self) -> i64 {
            0
        }
        fn today(&self) -> Day {
            TODAY.parse().expect("a day")
        }
    }
    impl Randomness for Stuck {
        fn next_u64(&self) -> u64 {
            u64::MAX
        }
    }
    let mut tab = Account::open(MemoryStore::new(), Stuck);
    let ids = [(); 3].map(|()| tab.record(&bus(TODAY), "").expect("a good draft").id);
    assert_eq!(ids, [u64::MAX, 0, 1].map(EntryId::from_number));
    // Not even where the entry is gone.
    assert_eq!(tab.delete(ids[1]).map(|_| ()), Ok(()));
    let next = tab.record(&bus(TODAY), "").expect("a good draft");
    assert_eq!(next.id, EntryId::from_number(2));
}

/// What a user does. Entries are chosen among those that are there.
#[derive(Clone, Debug)]
enum Deed {
    Record(Said),
    Edit(prop::sample::Index, Said),
    Delete(prop::sample::Index),
    Undo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let said = || said(days_between("2026-09-01", TODAY));
    let index = any::<prop::sample::Index>;
    prop::collection::vec(
        prop_oneof![
            3 => said().prop_map(Deed::Record),
            2 => (index(), said()).prop_map(|(index, said)| Deed::Edit(index, said)),
            1 => index().prop_map(Deed::Delete),
            2 => Just(Deed::Undo),
        ],
        0..20,
    )
}

fn act(tab: &mut Tab, deed: &Deed) {
    let ids: Vec<EntryId> = tab.ledger().entries().map(|entry| entry.id).collect();
    match deed {
        Deed::Record(said) => {
            tab.record(&said.draft(), &said.note).expect("a good draft");
        }
        Deed::Edit(index, said) if !ids.is_empty() => {
            tab.edit(*index.get(&ids), &said.draft(), &said.note)
                .expect("it is there");
        }
        Deed::Delete(index) if !ids.is_empty() => {
            tab.delete(*index.get(&ids)).expect("it is there");
        }
        Deed::Edit(..) | Deed::Delete(_) => {}
        Deed::Undo => assert_eq!(tab.can_undo(), tab.undo().is_some()),
    }
}

proptest! {
    #[test]
    fn every_step_is_there_after_reopening(deeds in deeds()) {
        let (store, mut tab) = fresh();
        for deed in &deeds {
            act(&mut tab, deed);
            let reopened = open(&store, 2);
            prop_assert_eq!(reopened.ledger(), tab.ledger());
        }
    }

    #[test]
    fn undoing_everything_leads_back(before in deeds(), deeds in deeds()) {
        let (store, mut tab) = fresh();
        for deed in &before {
            act(&mut tab, deed);
        }
        // Opened anew, it has nothing to undo.
        let mut tab = open(&store, 2);
        let ledger = tab.ledger().clone();
        for deed in &deeds {
            act(&mut tab, deed);
        }
        while tab.undo().is_some() {}
        prop_assert_eq!(tab.ledger(), &ledger);
        let reopened = open(&store, 3);
        prop_assert_eq!(reopened.ledger(), &ledger);
    }

    /// However late the tabs hear of each other, they end with the same account.
    #[test]
    fn tabs_converge(deeds in prop::collection::vec((0..3_usize, any::<bool>(), deeds()), 0..6)) {
        let (store, one) = fresh();
        let mut tabs = [one, open(&store, 1 << 32), open(&store, 1 << 33)];
        for (tab, hears, deeds) in &deeds {
            for deed in deeds {
                act(&mut tabs[*tab], deed);
            }
            if *hears {
                follow(&store, &mut tabs);
            }
        }
        follow(&store, &mut tabs);
        let reopened = open(&store, 2);
        for tab in &tabs {
            prop_assert_eq!(tab.ledger(), reopened.ledger());
        }
    }

    /// Puts that fail now and then lose nothing as long as the page stays.
    #[test]
    fn a_moody_store_loses_nothing(deeds in deeds(), moods in prop::collection::vec(any::<bool>(), 20)) {
        let (store, mut tab) = fresh();
        for (deed, is_full) in deeds.iter().zip(moods) {
            store.mood.set(is_full.then_some(StoreError::Full));
            act(&mut tab, deed);
        }
        store.mood.set(None);
        record(&mut tab, "the last");
        prop_assert_eq!(tab.condition().unsaved, 0);
        let reopened = open(&store, 2);
        prop_assert_eq!(reopened.ledger(), tab.ledger());
    }
}
