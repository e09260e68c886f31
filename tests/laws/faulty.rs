//! Stores of which one operation fails, whichever and in whatever way: the one
//! that answers at once, and the second copy, which answers later.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use std::task::Poll;

use carbon_inclusion::account::SecondStore;
use carbon_inclusion::vault::{MemoryStore, Store, StoreError};

/// A way in which one operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
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
    /// It is done, and the answer does not come.
    Unheard,
}

use Fault::{Cleared, Dropped, Half, Quota, Security, Stale, Truncated, Unheard};

impl Fault {
    /// The ways of a store that answers at once.
    pub const OF_STORE: [Self; 7] = [Quota, Security, Dropped, Truncated, Half, Stale, Cleared];
    /// The ways of the second copy.
    pub const OF_SECOND: [Self; 7] = [Security, Dropped, Truncated, Half, Stale, Cleared, Unheard];

    /// Whether nobody is told by the operation itself.
    pub fn is_silent(self) -> bool {
        matches!(self, Dropped | Truncated | Stale | Cleared)
    }
}

/// Which operation fails, and whether it has.
#[derive(Debug, Default)]
pub struct Trouble {
    operations: Cell<usize>,
    fault: Cell<Option<(usize, Fault)>>,
    has_failed: Cell<bool>,
}

impl Trouble {
    /// Lets an operation fail.
    pub fn plan(&self, fault: Option<(usize, Fault)>) {
        self.fault.set(fault);
    }

    /// The way in which it fails, if it does.
    pub fn planned(&self) -> Option<Fault> {
        self.fault.get().map(|(_, fault)| fault)
    }

    /// Whether it has failed.
    pub fn has_come(&self) -> bool {
        self.has_failed.get()
    }

    /// How many operations there were.
    pub fn operations(&self) -> usize {
        self.operations.get()
    }

    /// The fault of the next operation, if it is one that it can have.
    fn next(&self, possible: &[Fault]) -> Option<Fault> {
        let operation = self.operations.replace(self.operations.get() + 1);
        let (_, fault) = self.fault.get().filter(|(at, fault)| {
            let is_over = *fault == Half && self.has_failed.get();
            is_over || (*at == operation && possible.contains(fault))
        })?;
        self.has_failed.set(true);
        Some(fault)
    }
}

/// Forgets everything.
pub fn clear(memory: &MemoryStore) {
    for key in memory.keys("").expect("memory") {
        memory.remove(&key).expect("memory");
    }
}

fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

/// A store that answers at once.
#[derive(Default)]
pub struct FaultyStore {
    pub memory: MemoryStore,
    /// Before the last change.
    stale: RefCell<MemoryStore>,
    pub trouble: Trouble,
    /// What other tabs hear.
    pub events: RefCell<Vec<(String, Option<String>)>>,
}

impl FaultyStore {
    /// The fault of this operation that is not told by an error.
    fn fault(&self, possible: &[Fault]) -> Result<Option<Fault>, StoreError> {
        match self.trouble.next(possible) {
            Some(Quota) => Err(StoreError::Full),
            Some(Security) => Err(StoreError::Refused),
            Some(Half) => Err(StoreError::Other),
            Some(Cleared) => {
                clear(&self.memory);
                Ok(None)
            }
            fault => Ok(fault),
        }
    }

    fn changes(&self, key: &str, value: Option<&str>) {
        self.stale.replace(self.memory.clone());
        let event = (key.to_owned(), value.map(str::to_owned));
        self.events.borrow_mut().push(event);
    }
}

const READING: [Fault; 4] = [Security, Half, Stale, Cleared];

impl Store for FaultyStore {
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
        let text = match self.fault(&[Quota, Security, Dropped, Truncated, Half, Cleared])? {
            Some(Dropped) => return Ok(()),
            Some(_) => half(value),
            None => value.to_owned(),
        };
        self.changes(key, Some(&text));
        self.memory.put(key, &text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if self.fault(&[Security, Dropped, Half, Cleared])?.is_none() {
            self.changes(key, None);
            self.memory.remove(key)?;
        }
        Ok(())
    }
}

/// It did not do what it was asked, or nobody knows.
#[derive(Debug)]
pub struct Failed;

/// A second copy. It answers at once, unless it is to be waited for.
#[derive(Default)]
pub struct FaultySecond {
    pub memory: MemoryStore,
    /// Before the last change.
    stale: RefCell<MemoryStore>,
    pub trouble: Trouble,
    /// The operation that has to be asked for a second time.
    pub slow: Cell<Option<usize>>,
}

impl FaultySecond {
    /// One without a fault that has just what this one has.
    pub fn left(&self) -> Self {
        Self {
            memory: self.memory.clone(),
            ..Self::default()
        }
    }

    async fn fault(&self, possible: &[Fault]) -> Result<Option<Fault>, Failed> {
        let mut is_slow = self.slow.get() == Some(self.trouble.operations());
        if is_slow {
            self.slow.take();
        }
        std::future::poll_fn(|_| {
            if std::mem::take(&mut is_slow) {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
        match self.trouble.next(possible) {
            Some(Security) => Err(Failed),
            // What was begun is half done; nothing is done after it.
            Some(Half) if self.trouble.operations() > self.begun_at() => Err(Failed),
            Some(Cleared) => {
                clear(&self.memory);
                Ok(None)
            }
            fault => Ok(fault),
        }
    }

    /// The number of operations when the planned fault is the last of them.
    fn begun_at(&self) -> usize {
        self.trouble.fault.get().map_or(0, |(at, _)| at + 1)
    }

    fn read(&self, fault: Option<Fault>) -> Result<MemoryStore, Failed> {
        match fault {
            Some(Stale) => Ok(self.stale.borrow().clone()),
            Some(_) => Err(Failed),
            None => Ok(self.memory.clone()),
        }
    }
}

const ASKING: [Fault; 4] = [Security, Half, Stale, Cleared];
const WRITING: [Fault; 6] = [Security, Dropped, Truncated, Half, Cleared, Unheard];
const FORGETTING: [Fault; 5] = [Security, Dropped, Half, Cleared, Unheard];

/// A tab's way to it.
#[derive(Clone, Default)]
pub struct Second(pub Rc<FaultySecond>);

impl Deref for Second {
    type Target = FaultySecond;

    fn deref(&self) -> &FaultySecond {
        &self.0
    }
}

impl SecondStore for Second {
    type Error = Failed;

    async fn keys(&self) -> Result<Vec<String>, Failed> {
        let fault = self.fault(&ASKING).await?;
        Ok(self.read(fault)?.keys("").expect("memory"))
    }

    async fn get(&self, key: &str) -> Result<Option<String>, Failed> {
        let fault = self.fault(&ASKING).await?;
        Ok(self.read(fault)?.get(key).expect("memory"))
    }

    async fn write(&self, erase: bool, records: &[(String, String)]) -> Result<(), Failed> {
        let fault = self.fault(&WRITING).await?;
        if fault == Some(Dropped) {
            return Ok(());
        }
        self.stale.replace(self.memory.clone());
        if erase {
            clear(&self.memory);
        }
        for (place, (key, text)) in records.iter().enumerate() {
            let text = match fault {
                Some(Half) if place >= records.len() / 2 => break,
                Some(Truncated) if place == 0 => half(text),
                _ => text.clone(),
            };
            self.memory.put(key, &text).expect("memory");
        }
        match fault {
            Some(Half | Unheard) => Err(Failed),
            _ => Ok(()),
        }
    }

    async fn forget(&self, keys: &[String]) -> Result<(), Failed> {
        let fault = self.fault(&FORGETTING).await?;
        if fault == Some(Dropped) {
            return Ok(());
        }
        self.stale.replace(self.memory.clone());
        for (place, key) in keys.iter().enumerate() {
            if fault == Some(Half) && place >= keys.len() / 2 {
                break;
            }
            self.memory.remove(key).expect("memory");
        }
        match fault {
            Some(Half | Unheard) => Err(Failed),
            _ => Ok(()),
        }
    }
}
