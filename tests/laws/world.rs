//! An account in a world in which things go wrong: what happens to it step by
//! step, what was said of it, and so what may be found when it is opened anew.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what it expects"
)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use carbon_inclusion::account::{
    Account, Copies, CopyState, Entry, EntryId, Kept, Ledger, StorageState,
};
use carbon_inclusion::methodology::Draft;
use carbon_inclusion::vault::{MemoryStore, Revision};

use crate::device::Device;
use crate::faulty::{Fault, FaultyStore, Second, clear};

/// A page that is open.
#[derive(Clone)]
pub struct Tab {
    pub account: Rc<RefCell<Account<Rc<FaultyStore>, Device>>>,
    pub copies: Option<Rc<Copies<Second>>>,
}

/// What happens, and in which tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
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
    /// From here on the browser refuses local storage.
    Refuse,
}

use Step::{Compact, Delete, Edit, Empty, Erase, Follow, Import, Open, Record, Refuse, Undo};

/// So few records are put together here.
const RECORDS_MIN: usize = 3;

/// What each entry may be.
type Versions = BTreeMap<EntryId, Vec<Option<Entry>>>;

pub struct World {
    pub store: Rc<FaultyStore>,
    pub second: Option<Second>,
    tabs: [Option<Tab>; 2],
    now: Rc<Cell<i64>>,
    opened: u64,
    recorded: u32,
    /// When the account is opened anew.
    allowed: Versions,
    /// All that each entry ever was.
    ever: Versions,
    /// As both copies had it when that was last said, and what came since.
    in_both: Versions,
    /// It was said that not everything could be erased.
    is_left: bool,
    /// The second copy has failed and said nothing, and was not compared since.
    is_deceived: bool,
    /// Local storage was thrown away, and nothing was opened since.
    is_emptied: bool,
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

/// What a second copy that answers at once lets come about.
pub fn now<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

fn entries(ledger: &Ledger) -> BTreeMap<EntryId, Entry> {
    let entries = ledger.entries();
    entries.map(|entry| (entry.id, entry.clone())).collect()
}

impl World {
    /// Nothing has happened yet.
    pub fn new(has_copy: bool) -> Self {
        Self {
            store: Rc::default(),
            second: has_copy.then(Second::default),
            tabs: [None, None],
            now: Rc::new(Cell::new(1_795_305_600_000)),
            opened: 0,
            recorded: 0,
            allowed: Versions::new(),
            ever: Versions::new(),
            in_both: Versions::new(),
            is_left: false,
            is_deceived: false,
            is_emptied: false,
        }
    }

    fn device(&mut self) -> Device {
        self.opened += 1;
        Device::with_clock(Rc::clone(&self.now), self.opened << 40)
    }

    fn tab(&self, tab: usize) -> Tab {
        self.tabs[tab].clone().expect("it is open")
    }

    fn second_has_failed(&self) -> bool {
        let second = self.second.as_ref();
        second.is_some_and(|second| second.trouble.has_come())
    }

    /// Lets a step happen.
    pub fn take(&mut self, step: Step) {
        let had_failed = self.second_has_failed();
        match step {
            Open(tab) => self.open(tab),
            Empty => self.empty(),
            Refuse => {
                let now = self.store.trouble.operations();
                self.store.trouble.plan(Some((now, Fault::Half)));
            }
            Follow => {
                for (key, text) in self.store.events.take() {
                    for tab in self.tabs.iter().flatten() {
                        tab.account.borrow_mut().follow(&key, text.as_deref());
                    }
                }
            }
            Erase(tab) => self.erase(tab),
            Record(tab) | Edit(tab) | Delete(tab) | Undo(tab) | Compact(tab) | Import(tab) => {
                self.change(tab, step);
            }
        }
        if self.second_has_failed() && !had_failed {
            self.is_deceived = self.fault().is_silent();
            if self.is_deceived && self.is_emptied {
                self.doubt();
            }
        }
        self.is_emptied = match step {
            Empty => true,
            Open(_) => false,
            _ => self.is_emptied,
        };
    }

    /// Both copies have lost something.
    fn doubt(&mut self) {
        self.allowed = self.ever.clone();
        for versions in self.allowed.values_mut() {
            versions.push(None);
        }
    }

    fn fault(&self) -> Fault {
        let second = self.second.as_ref().expect("it has failed");
        second.trouble.planned().expect("it was planned")
    }

    /// A page that was just opened, and has not compared the copies.
    pub fn page(&mut self) -> Tab {
        let account = Account::open(Rc::clone(&self.store), self.device());
        let second = self.second.clone();
        Tab {
            account: Rc::new(RefCell::new(account)),
            copies: second.map(|second| Rc::new(Copies::new(second))),
        }
    }

    /// Such a page is there from now on.
    pub fn show(&mut self, place: usize, tab: Tab) {
        self.tabs[place] = Some(tab);
    }

    fn open(&mut self, place: usize) {
        let tab = self.page();
        if let Some(copies) = &tab.copies {
            let had_failed = self.second_has_failed();
            now(copies.join(&tab.account));
            // What is cut is only found when it is needed.
            if had_failed && self.fault() != Fault::Truncated {
                self.is_deceived = false;
            }
            self.is_told(&tab, had_failed);
            self.remember(&tab);
        }
        self.show(place, tab);
    }

    /// Where the second copy has just failed and said so, the page says so.
    fn is_told(&self, tab: &Tab, had_failed: bool) {
        if self.second_has_failed() && !had_failed && !self.fault().is_silent() {
            let state = tab.copies.as_ref().map(|copies| copies.state());
            assert_eq!(state, Some(CopyState::Failed));
        }
    }

    /// Where the page says that both copies have everything, it is so.
    pub fn remember(&mut self, tab: &Tab) {
        let state = tab.copies.as_ref().map(|copies| copies.state());
        if state == Some(CopyState::Kept) {
            self.in_both = self.allowed.clone();
        }
    }

    /// The browser throws local storage away. What the page did not say to be in
    /// both copies may be gone, and anything where the other copy was deceitful.
    fn empty(&mut self) {
        clear(&self.store.memory);
        self.allowed = self.in_both.clone();
        if self.is_deceived {
            self.doubt();
        }
    }

    fn change(&mut self, place: usize, step: Step) {
        self.recorded += 1;
        let amount = self.recorded.to_string();
        let draft = bus(amount);
        let tab = self.tab(place);
        let before = entries(tab.account.borrow().ledger());
        let oldest = before.values().min_by_key(|entry| entry.recorded_at);
        let oldest = oldest.map(|entry| entry.id);
        let mut account = tab.account.borrow_mut();
        let kept = match (step, oldest) {
            (Record(_), _) => Some(account.record(&draft, "").expect("a trip").kept),
            (Edit(_), Some(id)) => Some(account.edit(id, &draft, "").expect("it is there").kept),
            (Delete(_), Some(id)) => Some(account.delete(id).expect("it is there")),
            (Undo(_), _) => account.undo().map(|undone| undone.kept),
            (Import(_), _) => {
                let seen = account.preview(elsewhere(), Vec::new());
                Some(account.import(&seen, false).kept)
            }
            (Compact(_), _) => {
                account.compact_from(RECORDS_MIN);
                None
            }
            _ => None,
        };
        drop(account);
        let had_failed = self.second_has_failed();
        let said = kept.unwrap_or(Kept::OnDevice);
        let said = tab
            .copies
            .as_ref()
            .map_or(said, |copies| now(copies.acknowledge(&tab.account, said)));
        self.is_told(&tab, had_failed);
        let is_acknowledged = said == Kept::OnDevice;
        let after = entries(tab.account.borrow().ledger());
        let condition = tab.account.borrow().condition();
        let ids = before.keys().chain(after.keys());
        for id in ids.filter(|id| before.get(id) != after.get(id)) {
            assert!(kept.is_some(), "{step:?} changes nothing");
            let version = after.get(id).cloned();
            let versions = self.allowed.entry(*id).or_insert_with(|| vec![None]);
            if is_acknowledged {
                versions.clear();
            } else {
                let is_told = condition.unsaved > 0 && condition.storage != StorageState::Kept;
                assert!(is_told, "{step:?}: {condition:?}");
            }
            versions.push(version.clone());
            self.in_both
                .entry(*id)
                .or_insert_with(|| vec![None])
                .push(version.clone());
            self.ever.entry(*id).or_default().push(version);
        }
        // What was not taken at first is taken with the next that is.
        let is_whole = match &tab.copies {
            Some(copies) => copies.state() == CopyState::Kept,
            None => is_acknowledged && condition.unsaved == 0,
        };
        if is_whole && kept.is_some() && !self.is_left && !self.is_deceived {
            for (id, versions) in &mut self.allowed {
                let version = after.get(id).cloned();
                if versions.last() == Some(&version) {
                    *versions = vec![version];
                }
            }
        }
        self.remember(&tab);
        // As the page does: it may only have been slow.
        if let Some(copies) = &tab.copies
            && copies.state() == CopyState::Failed
        {
            now(copies.join(&tab.account));
            self.remember(&tab);
        }
    }

    fn erase(&mut self, tab: usize) {
        let tab = self.tab(tab);
        let had_failed = self.second_has_failed();
        let is_erased = match &tab.copies {
            Some(copies) => now(copies.erase(&tab.account)),
            None => tab.account.borrow_mut().erase().is_ok(),
        };
        if self.second_has_failed() && !had_failed && !self.fault().is_silent() {
            assert!(!is_erased, "it was said to be erased");
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
        self.in_both = self.allowed.clone();
    }

    /// Opens the account anew from what is left of it.
    pub fn check(&mut self, what: &str) {
        let memory = self.store.memory.clone();
        let account = RefCell::new(Account::open(&memory, self.device()));
        if let Some(second) = &self.second {
            let copies = Copies::new(Second(Rc::new(second.left())));
            now(copies.join(&account));
            assert_eq!(copies.state(), CopyState::Kept, "{what}");
        }
        let found = entries(account.borrow().ledger());
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
