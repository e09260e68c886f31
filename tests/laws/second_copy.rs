//! The second copy by itself: at every moment it has all that was said to be
//! saved, and what it once refused it is offered again.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::{Cell, RefCell};

use carbon_inclusion::account::{Account, Copies, CopyState, Kept, SecondStore};
use carbon_inclusion::methodology::Draft;
use carbon_inclusion::vault::{MemoryStore, Store, StoreError};

use crate::device::Device;
use crate::world::now;

/// A second copy that looks after each change whether it has everything alone.
#[derive(Debug, Default)]
struct Alone<'a> {
    memory: MemoryStore,
    refuses: Option<&'a Cell<bool>>,
    entries: Cell<usize>,
    changes: Cell<usize>,
}

impl Alone<'_> {
    fn ask(&self) -> Result<(), ()> {
        match self.refuses {
            Some(refuses) if refuses.get() => Err(()),
            _ => Ok(()),
        }
    }

    fn has_everything(&self) {
        let alone = Account::open(&self.memory, Device::new(9));
        assert!(alone.ledger().len() >= self.entries.get());
        self.changes.set(self.changes.get() + 1);
    }
}

impl SecondStore for &Alone<'_> {
    type Error = ();

    async fn keys(&self) -> Result<Vec<String>, ()> {
        self.ask()?;
        self.memory.keys("").map_err(drop)
    }

    async fn get(&self, key: &str) -> Result<Option<String>, ()> {
        self.ask()?;
        self.memory.get(key).map_err(drop)
    }

    async fn write(&self, _: bool, records: &[(String, String)]) -> Result<(), ()> {
        self.ask()?;
        for (key, text) in records {
            self.memory.put(key, text).map_err(drop)?;
        }
        self.has_everything();
        Ok(())
    }

    async fn forget(&self, keys: &[String]) -> Result<(), ()> {
        self.ask()?;
        for key in keys {
            self.memory.remove(key).map_err(drop)?;
            self.has_everything();
        }
        Ok(())
    }
}

/// Local storage that may not even be looked at.
struct Refused;

impl Store for Refused {
    fn keys(&self, _: &str) -> Result<Vec<String>, StoreError> {
        Err(StoreError::Refused)
    }
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Refused)
    }
    fn put(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Refused)
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Refused)
    }
}

fn record<S: Store>(account: &RefCell<Account<S, Device>>) -> Kept {
    let bus = Draft {
        action: "bus",
        on: "2026-11-22",
        inputs: vec![("distance_km", "8".into())],
        ..Draft::default()
    };
    let saved = account.borrow_mut().record(&bus, "");
    saved.expect("a trip").kept
}

#[test]
fn it_forgets_nothing_before_it_has_what_covers_it() {
    let store = MemoryStore::new();
    let account = RefCell::new(Account::open(&store, Device::new(1)));
    let second = Alone::default();
    let copies = Copies::new(&second);
    now(copies.join(&account));
    for _ in 0..2 {
        for _ in 0..300 {
            let kept = record(&account);
            assert_eq!(now(copies.acknowledge(&account, kept)), Kept::OnDevice);
            second.entries.set(account.borrow().ledger().len());
        }
        let changes = second.changes.get();
        assert!(now(copies.compact(&account)));
        assert!(second.changes.get() > changes + 300);
    }
    assert_eq!(second.memory.keys("").map(|keys| keys.len()), Ok(1));
}

#[test]
fn what_nobody_else_keeps_is_offered_again() {
    let refuses = Cell::new(true);
    let second = Alone {
        refuses: Some(&refuses),
        ..Alone::default()
    };
    let account = RefCell::new(Account::open(Refused, Device::new(1)));
    let copies = Copies::new(&second);
    now(copies.join(&account));
    let kept = record(&account);
    let in_memory = Kept::InMemory(StoreError::Refused);
    assert_eq!(now(copies.acknowledge(&account, kept)), in_memory);
    assert_eq!(copies.state(), CopyState::Failed);

    refuses.set(false);
    let kept = record(&account);
    assert_eq!(now(copies.acknowledge(&account, kept)), Kept::OnDevice);
    second.entries.set(2);
    second.has_everything();
}
