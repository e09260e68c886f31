//! How fast an account opens and saves, and the room it takes, from 10 entries to
//! 100,000: `cargo bench --no-default-features --bench account`.
//!
//! The account is made up by a fixed seed: ten years of trips and habits, some
//! with a note, some edited or deleted later. It is written as the page writes
//! it, record by record, and compacted whenever the page would.

#![expect(clippy::expect_used, reason = "a benchmark says what it expects")]

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, Instant};

use bench_figures::{Decimal, Figure};
use carbon_inclusion::account::{Account, Entry, EntryId};
use carbon_inclusion::vault::{MemoryStore, Store, StoreError};
use made_up::{Device, with_draft};

mod made_up;

const ENTRIES: usize = 100_000;
/// What Chromium keeps in local storage, and what saving one entry may write.
const ROOM_UNITS: i64 = 5_242_879;
const SAVED_BYTES_MAX: i64 = 2_000;

/// Memory that counts what is written to it.
#[derive(Debug, Default)]
struct CountingStore {
    memory: MemoryStore,
    written: Cell<usize>,
    keys_written: Cell<usize>,
}

impl Store for CountingStore {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.memory.keys(prefix)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.memory.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.written
            .set(self.written.get() + key.len() + value.len());
        self.keys_written.set(self.keys_written.get() + 1);
        self.memory.put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.memory.remove(key)
    }
}

type Tab<'a> = Account<&'a CountingStore, &'a Device>;

/// Records, edits and deletes until there are so many entries.
fn fill(tab: &mut Tab<'_>, device: &Device, entries: usize) {
    let mut recorded: Vec<EntryId> = Vec::new();
    while tab.ledger().len() < entries {
        device.move_on(tab.ledger().len(), entries);
        let on = device.today.get().to_string();
        with_draft(device, &on, |draft, note| {
            match recorded.get(device.one_of(recorded.len().max(1) * 20)) {
                Some(id) if device.one_of(3) == 0 => drop(tab.delete(*id)),
                Some(id) => drop(tab.edit(*id, draft, note)),
                None => recorded.push(tab.record(draft, note).expect("a good draft").id),
            }
        });
        // What waits for the second copy is not what is measured.
        drop(tab.take_uncopied());
        if recorded.len().is_multiple_of(300) {
            tab.compact();
            drop(tab.take_covered());
        }
    }
    tab.compact();
}

/// How long it takes, some times over.
fn timed(times: usize, mut work: impl FnMut()) -> Vec<Duration> {
    let measured = (0..times).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    measured.collect()
}

fn tell(figure: &Figure) {
    figure.tell().expect("a file for the figures");
}

fn in_milliseconds(what: &str, runs: &[Duration]) -> Figure {
    let runs = runs.iter().copied().map(Decimal::milliseconds);
    Figure::new(what, "ms", runs)
}

fn count(number: usize) -> [Decimal; 1] {
    [Decimal::whole(i64::try_from(number).expect("few"))]
}

/// Leaves the account for the benchmarks in the browser, where they ask for it.
fn leave(store: &MemoryStore, keys: &[String], entries: usize) {
    let Ok(folder) = std::env::var("ACCOUNT_FOLDER") else {
        return;
    };
    let file = format!("{folder}/account-{entries}.json");
    let items: BTreeMap<&str, String> = keys
        .iter()
        .filter_map(|key| Some((key.as_str(), store.get(key).ok()??)))
        .collect();
    let text = serde_json::to_string(&items).expect("texts");
    std::fs::write(file, text).expect("a place for the account");
}

fn measure(entries: usize) {
    let (store, device) = (CountingStore::default(), Device::new(7));
    let mut tab = Account::open(&store, &device);
    fill(&mut tab, &device, entries);
    let keys = store.memory.keys("").expect("memory");
    let texts = keys.iter().map(|key| {
        let text = store.memory.get(key).expect("memory").expect("a text");
        key.encode_utf16().count() + text.encode_utf16().count()
    });
    let units: usize = texts.sum();
    leave(&store.memory, &keys, entries);
    let segments = keys.iter().filter(|key| key.contains("/segment/")).count();
    let reopened = Account::open(&store, &device);
    assert_eq!(reopened.ledger().len(), entries);
    assert!(reopened.ledger() == tab.ledger(), "found as it was left");
    let opening = timed(9, || {
        let tab = Account::open(&store, &device);
        assert_eq!(tab.ledger().len(), entries);
    });
    let (written, keys_written) = (store.written.get(), store.keys_written.get());
    let times = 100;
    let on = device.today.get().to_string();
    let mut saving = Vec::new();
    for _ in 0..times {
        with_draft(&device, &on, |draft, note| {
            let started = Instant::now();
            tab.record(draft, note).expect("a good draft");
            saving.push(started.elapsed());
        });
    }
    let saved = (store.written.get() - written) / times;
    assert_eq!(
        store.keys_written.get() - keys_written,
        times,
        "one key each"
    );
    println!("{entries} entries, {} different", different(&reopened));
    println!("  opening             {:?}", opening.iter().min());
    println!(
        "  stored              {units} UTF-16 units, {} an entry, in {segments} segments and {} records",
        units / entries.max(1),
        keys.len() - segments
    );
    println!(
        "  saving one          the slowest {:?}, {saved} bytes",
        saving.iter().max()
    );
    let entries = thousands(entries);
    tell(&in_milliseconds(
        &format!("opening {entries} entries on the host"),
        &opening,
    ));
    tell(&in_milliseconds(&format!("saving one, {entries} entries"), &saving).at_most(5));
    let written = format!("bytes written by saving one, {entries} entries");
    tell(&Figure::new(&written, "bytes", count(saved)).at_most(SAVED_BYTES_MAX));
    let room = format!("room, {entries} entries");
    tell(&Figure::new(&room, "UTF-16 units", count(units)).at_most(ROOM_UNITS));
}

/// As people write it: "100,000".
fn thousands(number: usize) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{},{:03}", number / 1000, number % 1000)
}

/// How many activities there are that differ in more than their days.
fn different(tab: &Tab<'_>) -> usize {
    let said = |entry: &Entry| {
        let what = &entry.activity;
        let said = (what.replaced(), what.evidence(), what.inputs());
        format!("{} {said:?}", what.action().id.as_str())
    };
    let said = tab.ledger().entries().map(said);
    said.collect::<HashSet<_>>().len()
}

fn main() {
    for entries in [10, 1_000, 10_000, 20_000, ENTRIES] {
        measure(entries);
    }
}
