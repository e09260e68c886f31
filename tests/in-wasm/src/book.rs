//! A made-up account of any length, and what is asked of its ledger.

use std::cell::RefCell;

use carbon_inclusion::account::{Account, Entry, EntryId, Ledger, Measure, Settings, Span};
use carbon_inclusion::exchange::{read_backup, write_backup};
use carbon_inclusion::methodology::{Activity, assess_without_terms, current};
use carbon_inclusion::quantity::Day;
use carbon_inclusion::vault::{MemoryStore, Rank, Revision, Store as _, segment_key, to_segment};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::made_up::{Device, with_draft};
use crate::sums::{Sums, action_place, month_place};

/// An account in memory, kept as the page keeps it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Book {
    store: &'static MemoryStore,
    device: &'static Device,
    account: Account<&'static MemoryStore, &'static Device>,
    backup: RefCell<String>,
}

#[wasm_bindgen]
impl Book {
    /// So many entries in a segment; those from `shared` on are others for
    /// another `seed`, so that two books are two copies that went apart.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(entries: usize, shared: usize, seed: u64) -> Self {
        let device = Device::new(7);
        let mut revisions = Vec::with_capacity(entries);
        for done in 0..entries {
            if done == shared {
                device.random.set(seed);
            }
            revisions.push(revision(&device, done, entries));
        }
        let store = MemoryStore::new();
        if entries > 0 {
            put(&store, device.next_u64(), &to_segment(&revisions));
        }
        Self::over(store, device)
    }

    /// One store with what both books hold, unopened.
    #[must_use]
    pub fn both(&self, other: &Self) -> Book {
        let store = MemoryStore::new();
        for book in [self, other] {
            for (number, key) in (0..).zip(book.store.keys("").expect("memory")) {
                let text = book.store.get(&key).expect("memory").expect("a text");
                put(&store, self.device.next_u64() ^ number, &text);
            }
        }
        Self::over(store, self.device.clone())
    }

    /// What is stored: a key, its text, the next key and so on.
    #[must_use]
    pub fn stored(&self) -> Vec<String> {
        let keys = self.store.keys("").expect("memory");
        keys.into_iter()
            .flat_map(|key| {
                let text = self.store.get(&key).expect("memory").expect("a text");
                [key, text]
            })
            .collect()
    }

    /// Opens the account anew from what is stored: how many entries it has.
    pub fn open(&mut self) -> usize {
        self.account = Account::open(self.store, self.device);
        self.account.ledger().len()
    }

    /// The running totals of each month, of the CO2e: their sum, in mg.
    #[must_use]
    pub fn months(&self) -> i64 {
        let months = self.ledger().months();
        wrapping(months.map(|month| carbon(self.ledger(), Span::Month(month))))
    }

    /// The same of each day.
    #[must_use]
    pub fn days(&self) -> i64 {
        let days = self.ledger().days();
        wrapping(days.map(|day| carbon(self.ledger(), Span::Day(day))))
    }

    /// The totals of each day with all that they say: the ranges, the
    /// pollutants, the trips.
    #[must_use]
    pub fn days_in_full(&self) -> i64 {
        let totals = self
            .ledger()
            .days()
            .map(|day| self.ledger().totals(Span::Day(day)));
        wrapping(totals.map(|totals| totals.reduction.milligrams()))
    }

    /// The same of each month.
    #[must_use]
    pub fn months_in_full(&self) -> i64 {
        let totals = self
            .ledger()
            .months()
            .map(|month| self.ledger().totals(Span::Month(month)));
        wrapping(totals.map(|totals| totals.reduction.milligrams()))
    }

    /// The totals of each category.
    #[must_use]
    pub fn categories(&self) -> i64 {
        let totals = self.ledger().by_category(Span::All);
        wrapping(totals.iter().map(|totals| totals.reduction.milligrams()))
    }

    /// The totals of each action.
    #[must_use]
    pub fn actions(&self) -> i64 {
        let totals = self.ledger().by_action(Span::All);
        wrapping(
            totals
                .iter()
                .map(|(_, totals)| totals.reduction.milligrams()),
        )
    }

    /// Goes through all entries for the CO2e of each day, month, category and
    /// action, of which the ledger keeps running totals: all of them, in mg.
    #[must_use]
    pub fn walk(&self) -> Vec<i64> {
        let mut sums = Sums::new();
        for entry in self.ledger().entries() {
            sums.add(&entry.activity);
        }
        sums.into_all()
    }

    /// The whole ledger once more from its entries: every running total and the
    /// points.
    #[must_use]
    pub fn recount(&self) -> usize {
        self.ledger().entries().cloned().collect::<Ledger>().len()
    }

    /// Writes a backup: the letters of the file.
    #[must_use]
    pub fn write_backup(&self) -> usize {
        let file = write_backup(&self.account.revisions(), &[], &Settings::default(), 0);
        let length = file.len();
        self.backup.replace(file);
        length
    }

    /// Reads the backup that was written last: how many entries it brings.
    #[must_use]
    pub fn read_backup(&self) -> usize {
        let incoming = read_backup(self.backup.borrow().as_bytes());
        incoming.expect("a backup").revisions.len()
    }

    /// The backup that was written last.
    #[must_use]
    pub fn backup(&self) -> String {
        self.backup.borrow().clone()
    }

    /// The day of each entry, in days since 2000, in the order of the ledger.
    #[must_use]
    pub fn day_column(&self) -> Vec<u16> {
        let days = self.ledger().entries().map(|entry| entry.activity.on());
        days.map(|day| u16::try_from(day.number()).expect("this century"))
            .collect()
    }

    /// The month of each entry, in months since 2000.
    #[must_use]
    pub fn month_column(&self) -> Vec<u16> {
        let days = self.ledger().entries().map(|entry| entry.activity.on());
        days.map(|day| u16::try_from(month_place(day)).expect("this century"))
            .collect()
    }

    /// The place of each entry's action in the edition.
    #[must_use]
    pub fn action_column(&self) -> Vec<u8> {
        let actions = self.ledger().entries().map(|entry| entry.activity.action());
        actions
            .map(|action| u8::try_from(action_place(action.id)).expect("few"))
            .collect()
    }

    /// The reduction of each entry, in mg.
    #[must_use]
    pub fn reduction_column(&self) -> Vec<i64> {
        let entries = self.ledger().entries();
        let reduction =
            |entry: &Entry| assess_without_terms(&entry.activity).reduction.milligrams();
        entries.map(reduction).collect()
    }

    /// The category of each action of the edition.
    #[must_use]
    pub fn categories_of_actions() -> Vec<u8> {
        let actions = current().actions.iter();
        actions.map(|action| action.category as u8).collect()
    }
}

impl Book {
    fn over(store: MemoryStore, device: Device) -> Self {
        // There for as long as the module is.
        let (store, device) = (&*Box::leak(Box::new(store)), &*Box::leak(Box::new(device)));
        let empty = Box::leak(Box::new(MemoryStore::new()));
        Self {
            store,
            device,
            account: Account::open(&*empty, device),
            backup: RefCell::default(),
        }
    }

    pub(crate) const fn today(&self) -> Day {
        self.device.today.get()
    }

    pub(crate) const fn account_mut(
        &mut self,
    ) -> &mut Account<&'static MemoryStore, &'static Device> {
        &mut self.account
    }

    const fn ledger(&self) -> &Ledger {
        self.account.ledger()
    }
}

fn put(store: &MemoryStore, number: u64, text: &str) {
    store.put(&segment_key(number), text).expect("memory");
}

/// What is recorded when so many of all entries are.
fn revision(device: &Device, done: usize, entries: usize) -> Revision {
    device.move_on(done, entries);
    let on = device.today.get().to_string();
    let activity = with_draft(device, &on, |draft, _| {
        Activity::check(draft).expect("a good draft")
    });
    let entry = Entry {
        id: EntryId::from_number(device.next_u64()),
        recorded_at: device.now.get(),
        activity,
        note: None,
    };
    let rank = Rank {
        number: 1,
        stamp: device.now.get(),
        nonce: device.next_u64(),
    };
    Revision::of(entry, rank)
}

/// Milligrams of CO2e that a span saved.
fn carbon(ledger: &Ledger, span: Span) -> i64 {
    ledger.saved(span, Measure::Carbon).unwrap_or_default()
}

fn wrapping(numbers: impl Iterator<Item = i64>) -> i64 {
    numbers.fold(0, i64::wrapping_add)
}
