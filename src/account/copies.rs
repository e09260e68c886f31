//! An account in two copies: the store, which answers at once, and the second
//! copy, which answers later. Each is healed from the other, and what is recorded
//! counts as saved when both have answered.

use super::account::Account;
use super::condition::CopyState;
use super::outcome::Kept;
use super::ports::{Clock, Randomness, SecondStore};
use crate::vault::Store;
use std::cell::{Cell, RefCell};

/// The second copy of an account, and how it does. The account is borrowed only
/// between its answers: meanwhile it may be changed.
#[derive(Debug, Default)]
pub struct Copies<C> {
    second: C,
    state: Cell<CopyState>,
}

impl<C: SecondStore> Copies<C> {
    /// With a second copy that was not asked for anything yet.
    pub fn new(second: C) -> Self {
        let state = Cell::default();
        Self { second, state }
    }

    /// How the second copy does.
    pub fn state(&self) -> CopyState {
        self.state.get()
    }

    /// There will be no second copy.
    pub fn give_up(&self) {
        self.state.set(CopyState::Failed);
    }

    /// Gives each copy what only the other has.
    pub async fn join<S: Store, P: Clock + Randomness>(&self, account: &RefCell<Account<S, P>>) {
        let joined = self.compare(account).await;
        self.heed(&joined);
    }

    /// Writes what was recorded into the second copy. Where it is kept then;
    /// `kept` is what the store said.
    pub async fn acknowledge<S: Store, P: Clock + Randomness>(
        &self,
        account: &RefCell<Account<S, P>>,
        kept: Kept,
    ) -> Kept {
        if self.state() == CopyState::Kept {
            let followed = self.follow(account).await;
            self.heed(&followed);
        } else if kept != Kept::OnDevice {
            // Nobody else has it: the second copy is worth another try.
            self.join(account).await;
        }
        if self.state() == CopyState::Kept {
            Kept::OnDevice
        } else {
            kept
        }
    }

    /// Puts old records together into a segment, and the second copy follows.
    /// Whether there may be more.
    pub async fn compact<S: Store, P: Clock + Randomness>(
        &self,
        account: &RefCell<Account<S, P>>,
    ) -> bool {
        let is_compacted = account.borrow_mut().compact();
        if is_compacted && self.state() == CopyState::Kept {
            let followed = self.follow(account).await;
            self.heed(&followed);
        }
        is_compacted && self.state() == CopyState::Kept
    }

    /// Deletes everything from both copies. Whether all of it is gone.
    pub async fn erase<S: Store, P: Clock + Randomness>(
        &self,
        account: &RefCell<Account<S, P>>,
    ) -> bool {
        let is_gone = account.borrow_mut().erase().is_ok();
        // What it says is not enough: somebody wanted it gone.
        let left = match self.second.write(true, &[]).await {
            Ok(()) => self.second.keys().await,
            Err(error) => Err(error),
        };
        left.is_ok_and(|left| left.is_empty()) && is_gone
    }

    async fn compare<S: Store, P: Clock + Randomness>(
        &self,
        account: &RefCell<Account<S, P>>,
    ) -> Result<(), C::Error> {
        let erasures = account.borrow().erasures();
        let theirs = self.second.keys().await?;
        let mut found = Vec::new();
        // Where the store refuses, the second copy has everything.
        let lacking = account.borrow().lacking(&theirs);
        for key in lacking {
            if let Some(text) = self.second.get(key).await? {
                found.push((key.clone(), text));
            }
        }
        // What was erased since the keys were read is not brought back.
        if account.borrow().erasures() == erasures {
            account.borrow_mut().restore(&found);
        }
        let beside = records_beside(&account.borrow(), &theirs);
        self.second.write(false, &beside).await?;
        self.follow(account).await
    }

    /// Brings the second copy what it was not given yet, then deletes there what
    /// something else holds.
    async fn follow<S: Store, P: Clock + Randomness>(
        &self,
        account: &RefCell<Account<S, P>>,
    ) -> Result<(), C::Error> {
        let records = account.borrow_mut().take_uncopied();
        // What is covered from here on is covered by what is not written here.
        let covered = account.borrow_mut().take_covered();
        if let Err(error) = self.second.write(false, &records).await {
            account.borrow_mut().give_back(records);
            return Err(error);
        }
        if covered.is_empty() {
            return Ok(());
        }
        self.second.forget(&covered).await
    }

    /// Remembers how the second copy did.
    fn heed(&self, done: &Result<(), C::Error>) {
        self.state.set(match done {
            Ok(()) => CopyState::Kept,
            Err(_) => CopyState::Failed,
        });
    }
}

/// The records of the store that are not under these keys, which are in order.
fn records_beside<S: Store, P: Clock + Randomness>(
    account: &Account<S, P>,
    theirs: &[String],
) -> Vec<(String, String)> {
    let keys = account.copied_keys().unwrap_or_default().into_iter();
    let keys = keys.filter(|key| theirs.binary_search(key).is_err());
    keys.filter_map(|key| {
        let text = account.store().get(&key).ok()??;
        Some((key, text))
    })
    .collect()
}
