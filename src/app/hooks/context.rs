//! The one context of the page: its state as a value, the way to change it, and
//! the account.

use crate::account::{Account, Settings};
use crate::app::browser::{BrowserPorts, LocalStore};
use crate::app::state::{Change, PageState};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// The account over the browser's storage, clock and randomness.
pub type BrowserAccount = Account<LocalStore, BrowserPorts>;

/// The account, shared by all that read and change it.
#[derive(Clone)]
pub struct AccountCell(Rc<RefCell<BrowserAccount>>);

impl AccountCell {
    /// Opens the account of this browser.
    #[must_use]
    pub fn open() -> Self {
        let account = Account::open(LocalStore::open(), BrowserPorts);
        Self(Rc::new(RefCell::new(account)))
    }

    /// The account.
    #[must_use]
    pub fn get(&self) -> &RefCell<BrowserAccount> {
        &self.0
    }
}

/// The same account; whether it has changed is told by the version in the state.
impl PartialEq for AccountCell {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What every page can reach.
#[derive(Clone, PartialEq)]
pub struct AppContext {
    /// The state, as a value.
    pub state: Rc<PageState>,
    /// Changes it.
    pub change: Callback<Change>,
    /// The account.
    pub account: AccountCell,
}

/// Where no page is around, as in a test of one component.
impl Default for AppContext {
    fn default() -> Self {
        Self {
            state: Rc::new(PageState::new("", "", Settings::default())),
            change: Callback::noop(),
            account: AccountCell::open(),
        }
    }
}
