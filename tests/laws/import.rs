//! What a file brings is shown first, changes nothing unless it is taken in, and
//! then only once.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Account, EntryId, Kept, Preview, Settings, Theme};
use carbon_inclusion::exchange::{Incoming, write_backup};
use carbon_inclusion::methodology::Draft;
use carbon_inclusion::vault::{
    MemoryStore, Revision, SEGMENT_PREFIX, Store as _, encode, is_segment,
};
use proptest::prelude::*;

use crate::backup::{EXPORTED_AT, Memory, newer_and_damaged, read, records_v1};
use crate::device::Device;
use crate::said::revisions;

fn bus(kilometres: &str) -> Draft<'_> {
    Draft {
        action: "bus",
        on: "2026-11-22",
        inputs: vec![("distance_km", kilometres.into())],
        ..Draft::default()
    }
}

/// The file that an account is saved as.
fn backup_of(account: &Memory<'_>) -> String {
    write_backup(
        &account.revisions(),
        &account.set_aside_texts(),
        &Settings::default(),
        EXPORTED_AT,
    )
}

fn preview(account: &Memory<'_>, file: &str) -> Preview {
    let Incoming {
        revisions,
        set_aside,
        ..
    } = read(file);
    account.preview(revisions, set_aside)
}

fn records(store: &MemoryStore) -> Vec<(String, Option<String>)> {
    let mut keys = store.keys("").expect("memory");
    keys.sort();
    let text = |key: String| {
        let text = store.get(&key).expect("memory");
        (key, text)
    };
    keys.into_iter().map(text).collect()
}

#[test]
fn a_preview_says_what_would_happen_and_only_importing_does_it() {
    let (old_store, store) = (MemoryStore::new(), MemoryStore::new());
    let mut old = Account::open(&old_store, Device::new(7));
    let ids: Vec<EntryId> = ["1", "2", "3", "4", "5"]
        .into_iter()
        .map(|km| old.record(&bus(km), "").expect("a trip").id)
        .collect();
    old.delete(ids[4]).expect("is there");
    // Another device that had the first four, and the fifth before it was deleted.
    let mut account = Account::open(&store, Device::new(99));
    let all: Vec<(String, String)> = records(&old_store)
        .into_iter()
        .filter(|(key, _)| !key.contains(".2."))
        .map(|(key, text)| (key, text.expect("a record")))
        .filter(|(key, _)| !key.contains(&ids[3].to_string()))
        .collect();
    account.restore(&all);
    old.edit(ids[1], &bus("20"), "longer").expect("is there");
    account.edit(ids[2], &bus("30"), "").expect("is there");
    account.delete(ids[0]).expect("is there");

    let before = records(&store);
    let file = backup_of(&old);
    let seen = preview(&account, &file);
    let entries = |revisions: &[Revision]| -> Vec<EntryId> {
        revisions.iter().map(|revision| revision.entry).collect()
    };
    assert_eq!(entries(&seen.new), [ids[3]]);
    assert_eq!(entries(&seen.newer_there), [ids[1]]);
    assert_eq!(entries(&seen.deletions), [ids[4]]);
    assert_eq!(entries(&seen.newer_here), [ids[2]]);
    assert_eq!(entries(&seen.deleted_here), [ids[0]]);
    assert_eq!(seen.same, 0);
    assert_eq!(records(&store), before);

    let imported = account.import(&seen, false);
    assert_eq!((imported.records, imported.kept), (3, Kept::OnDevice));
    let is_here = |account: &Memory<'_>| {
        ids.iter()
            .map(|id| account.ledger().get(*id).is_some())
            .collect::<Vec<_>>()
    };
    assert_eq!(is_here(&account), [false, true, true, true, false]);
    let note = |id| {
        account
            .ledger()
            .get(id)
            .and_then(|entry| entry.note.clone())
    };
    assert_eq!(note(ids[1]).expect("newer there").as_str(), "longer");
    // The second copy gets it too, and it is there when the page is opened again.
    assert_eq!(account.take_uncopied().len(), 3 + 2);
    let opened = Account::open(&store, Device::new(1));
    assert_eq!(opened.ledger(), account.ledger());

    let again = preview(&account, &file);
    assert!(again.changes_nothing());
    assert_eq!(account.import(&again, false).records, 0);

    account.import(&preview(&account, &file), true);
    assert_eq!(is_here(&account), [true, true, true, true, false]);
}

/// The keys of a store's segments.
fn segments(store: &MemoryStore) -> Vec<String> {
    store.keys(SEGMENT_PREFIX).expect("memory")
}

#[test]
fn many_entries_are_kept_together() {
    let (old_store, store) = (MemoryStore::new(), MemoryStore::new());
    let mut old = Account::open(&old_store, Device::new(7));
    for _ in 0..200 {
        old.record(&bus("3"), "").expect("a trip");
    }
    let mut account = Account::open(&store, Device::new(99));
    let seen = preview(&account, &backup_of(&old));
    let imported = account.import(&seen, false);
    assert_eq!((imported.records, imported.kept), (200, Kept::OnDevice));
    assert_eq!(segments(&store).len(), 1);
    assert_eq!(store.keys("").expect("memory").len(), 1);
    // The second copy gets the segment, other tabs follow it, and so does the
    // page that is opened again.
    let uncopied = account.take_uncopied();
    let [(key, text)] = uncopied.as_slice() else {
        panic!("{} texts", uncopied.len());
    };
    assert!(is_segment(key));
    let elsewhere = MemoryStore::new();
    let mut other = Account::open(&elsewhere, Device::new(3));
    assert!(other.follow(key, Some(text)));
    let opened = Account::open(&store, Device::new(1));
    for account in [&account, &other, &opened] {
        assert_eq!(account.ledger(), old.ledger());
    }
    assert!(preview(&account, &backup_of(&old)).changes_nothing());
}

#[test]
fn what_mends_a_record_is_kept_in_its_place_among_many() {
    let (old_store, store) = (MemoryStore::new(), MemoryStore::new());
    let mut old = Account::open(&old_store, Device::new(7));
    for _ in 0..100 {
        old.record(&bus("3"), "").expect("a trip");
    }
    let (key, line) = records(&old_store).swap_remove(0);
    store.put(&key, "1|179530").expect("memory");
    let mut account = Account::open(&store, Device::new(99));
    let seen = preview(&account, &backup_of(&old));
    assert_eq!(account.import(&seen, false).records, 100);
    assert_eq!(store.get(&key).expect("memory"), line);
    assert_eq!(account.condition().unreadable, 0);
    assert_eq!(account.ledger(), old.ledger());
}

#[test]
fn what_could_not_be_read_travels_untouched() {
    let (store, other_store) = (MemoryStore::new(), MemoryStore::new());
    for (key, text) in newer_and_damaged() {
        store.put(&key, &text).expect("memory");
    }
    let account = Account::open(&store, Device::new(7));
    let mut other = Account::open(&other_store, Device::new(8));
    let seen = preview(&other, &backup_of(&account));
    assert_eq!(seen.set_aside, newer_and_damaged());
    other.import(&seen, false);
    assert_eq!(records(&other_store), records(&store));
    assert_eq!(other.condition(), account.condition());
    let again = preview(&other, &backup_of(&account));
    assert_eq!(again, Preview::default());
}

#[test]
fn a_backup_mends_a_damaged_record_and_touches_no_newer_one() {
    let record = &records_v1()[0];
    let key = record.name().key();
    let backup = write_backup(
        std::slice::from_ref(record),
        &[],
        &Settings::default(),
        EXPORTED_AT,
    );
    let import = |text: &str| {
        let store = MemoryStore::new();
        store.put(&key, text).expect("memory");
        let mut account = Account::open(&store, Device::new(7));
        let seen = preview(&account, &backup);
        account.import(&seen, false);
        (
            store.get(&key).expect("memory").expect("kept"),
            account.condition(),
        )
    };
    let (text, condition) = import("1|179530");
    assert_eq!((text, condition.unreadable), (encode(record), 0));
    let (text, condition) = import("2|the future");
    assert_eq!((text.as_str(), condition.newer), ("2|the future", 1));
}

#[test]
fn a_forged_record_does_not_take_the_place_of_one_with_its_name() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(7));
    let id = account.record(&bus("1"), "").expect("a trip").id;
    let mut forged = account.revisions();
    let other = records_v1()[0].body.clone();
    for stamp in [forged[0].stamp, forged[0].stamp + 1] {
        forged[0].body = other.clone();
        forged[0].stamp = stamp;
        let before = records(&store);
        let seen = account.preview(forged.clone(), Vec::new());
        assert_eq!((seen.newer_here.len(), seen.changes_nothing()), (1, true));
        account.import(&seen, false);
        assert_eq!(records(&store), before);
        assert_eq!(account.revisions()[0].entry, id);
    }
}

#[test]
fn settings_are_only_offered() {
    let settings = Settings::parse("theme=dark\nnot-yet-known=7");
    let file = write_backup(&[], &[], &settings, EXPORTED_AT);
    assert!(file.contains("\"not-yet-known\":\"7\""));
    let offered = read(&file).settings.expect("settings");
    assert_eq!(offered.theme, Theme::Dark);
    assert_eq!(offered.to_string(), "theme=dark\n");
}

/// An account that took revisions in.
fn account_of(store: &MemoryStore, revisions: Vec<Revision>) -> Memory<'_> {
    let mut account = Account::open(store, Device::new(7));
    let seen = account.preview(revisions, Vec::new());
    account.import(&seen, false);
    account
}

#[test]
fn nothing_is_written_where_no_records_stand() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(1));
    let elsewhere = ("carbon-inclusion/settings".to_owned(), "7|".to_owned());
    let preview = account.preview(Vec::new(), vec![elsewhere]);
    assert_eq!(account.import(&preview, false).records, 0);
    assert_eq!(store, MemoryStore::new());
}

proptest! {
    #[test]
    fn a_backup_says_the_whole_account(revisions in revisions()) {
        let (store, other_store) = (MemoryStore::new(), MemoryStore::new());
        let account = account_of(&store, revisions);
        let file = backup_of(&account);
        let incoming = read(&file);
        prop_assert_eq!(&incoming.revisions, &account.revisions());
        let other = account_of(&other_store, incoming.revisions);
        prop_assert_eq!(account.ledger(), other.ledger());
        prop_assert_eq!(backup_of(&other), file);
        let opened = Account::open(&other_store, Device::new(1));
        prop_assert_eq!(opened.ledger(), account.ledger());
    }

    #[test]
    fn backups_merge_in_any_order(one in revisions(), other in revisions()) {
        let [stores_one, stores_other] = [MemoryStore::new(), MemoryStore::new()];
        let mut there = account_of(&stores_one, one.clone());
        let mut back = account_of(&stores_other, other.clone());
        let seen = there.preview(other, Vec::new());
        there.import(&seen, false);
        let seen = back.preview(one, Vec::new());
        back.import(&seen, false);
        prop_assert_eq!(backup_of(&there), backup_of(&back));
    }

    #[test]
    fn importing_twice_changes_nothing(here in revisions(), there in revisions()) {
        let store = MemoryStore::new();
        let mut account = account_of(&store, here);
        let seen = account.preview(there.clone(), Vec::new());
        account.import(&seen, false);
        let before = records(&store);
        let seen = account.preview(there, Vec::new());
        prop_assert!(seen.changes_nothing());
        prop_assert_eq!(account.import(&seen, false).records, 0);
        prop_assert_eq!(records(&store), before);
    }
}
