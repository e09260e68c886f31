//! How fast an account opens and saves, and the room it takes, at 10, at 20,000
//! and at 100,000 entries: `cargo bench --no-default-features --bench account`.
//!
//! The account is made up by a fixed seed: ten years of trips and habits, some
//! with a note, some edited or deleted later. It is written as the page writes
//! it, record by record, and compacted whenever the page would.

#![expect(clippy::expect_used, reason = "a benchmark says what it expects")]

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, Instant};

use bench_figures::{Decimal, Figure};
use carbon_inclusion::account::{Account, Clock, Entry, EntryId, Randomness};
use carbon_inclusion::methodology::{Action, Draft, Evidence, Input, Replaced, current};
use carbon_inclusion::quantity::{Day, Dimension, Quantity};
use carbon_inclusion::vault::{MemoryStore, Store, StoreError};

const ENTRIES: usize = 100_000;
const USUAL: usize = 400;
const DAYS: i64 = 3650;
const FIRST_DAY: &str = "2016-11-24";
/// What Chromium keeps in local storage, and what saving one entry may write.
const ROOM_UNITS: i64 = 5_242_879;
const SAVED_BYTES_MAX: i64 = 2_000;
const DAY_MS: i64 = 86_400_000;

/// A clock that is set, and numbers that are the same each time.
#[derive(Clone, Debug)]
struct Device {
    today: Cell<Day>,
    now: Cell<i64>,
    random: Cell<u64>,
}

impl Device {
    fn new(seed: u64) -> Self {
        Self {
            today: Cell::new(FIRST_DAY.parse().expect("a day")),
            now: Cell::new(1_479_945_600_000),
            random: Cell::new(seed),
        }
    }

    /// One of so many.
    fn one_of(&self, many: usize) -> usize {
        usize::try_from(self.next_u64() >> 33).expect("31 bits") % many
    }
}

impl Clock for &Device {
    fn now_ms(&self) -> i64 {
        self.now.get()
    }

    fn today(&self) -> Day {
        self.today.get()
    }
}

impl Device {
    /// `splitmix64`.
    fn next_u64(&self) -> u64 {
        let state = self.random.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.random.set(state);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }
}

impl Randomness for &Device {
    fn next_u64(&self) -> u64 {
        Device::next_u64(self)
    }
}

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

/// Six of ten are trips, as most of what people record.
fn action(device: &Device) -> &'static Action {
    let trips = device.one_of(10) < 6;
    let actions: Vec<&Action> = current()
        .actions
        .iter()
        .filter(|action| action.is_trip() == trips)
        .collect();
    actions[device.one_of(actions.len())]
}

/// A distance up to 25 km in steps of 100 m, or the usual amount and up to
/// fifteen steps more.
fn amount(device: &Device, input: &Input) -> String {
    let (start, step, steps) = if input.kind.dimension() == Dimension::Distance {
        (input.floor, 100, 250)
    } else {
        (input.usual, input.step, 15)
    };
    let steps = i64::try_from(device.one_of(steps)).expect("few");
    let thousandths = (start + steps * step).min(input.ceiling);
    let amount = Quantity::new(input.kind.dimension(), thousandths);
    amount.expect("within the bounds").to_string()
}

/// Nine of ten times one of four hundred usual things, else anything.
fn with_draft<T>(device: &Device, on: &str, take: impl FnOnce(&Draft<'_>, &str) -> T) -> T {
    let next = device.next_u64();
    if device.one_of(10) > 0 {
        device
            .random
            .set(u64::try_from(device.one_of(USUAL)).expect("few"));
    }
    let action = action(device);
    let variant = &action.variants[device.one_of(action.variants.len())];
    let inputs = variant.inputs.iter();
    let replaced = device.one_of(Replaced::ALL.len() * 2);
    let draft = Draft {
        action: action.id.as_str(),
        on,
        inputs: inputs
            .map(|input| (input.kind.id(), amount(device, input).into()))
            .collect(),
        replaced: Replaced::ALL
            .get(replaced)
            .filter(|_| action.is_trip())
            .map(|replaced| replaced.id()),
        evidence: Some(Evidence::ALL[usize::from(device.one_of(5) == 0)].id()),
        ..Draft::default()
    };
    let notes = ["送孩子上学", "雨天", "with the neighbours", "周末去公园"];
    let note = device.one_of(40);
    device.random.set(next);
    take(&draft, notes.get(note).copied().unwrap_or_default())
}

/// Records, edits and deletes until there are so many entries.
fn fill(tab: &mut Tab<'_>, device: &Device, entries: usize) {
    let first: Day = FIRST_DAY.parse().expect("a day");
    let mut recorded: Vec<EntryId> = Vec::new();
    while tab.ledger().len() < entries {
        let done = i64::try_from(tab.ledger().len()).expect("few");
        let days = done * DAYS / i64::try_from(entries.max(1)).expect("few");
        let today = first.plus_days(days).expect("a day");
        if device.today.replace(today) != today {
            let midnight = device.now.get() / DAY_MS * DAY_MS;
            device
                .now
                .set((midnight + DAY_MS).max(1_479_945_600_000 + days * DAY_MS));
        }
        let later = i64::try_from(device.one_of(2_000_000)).expect("few");
        device.now.set(device.now.get() + later);
        let on = today.to_string();
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
    for entries in [10, 20_000, ENTRIES] {
        measure(entries);
    }
}
