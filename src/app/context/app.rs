//! The one handle that every part of the page holds: its state as a value, and
//! what is the same in every state.

use super::copies::Then;
use crate::account::{Account, Copies, Kept, Randomness as _, Settings, TextSize, spread_ids};
use crate::app::browser::{BrowserPorts, LocalStore, SecondCopy, window};
use crate::app::pages::PageChange;
use crate::app::root::Message;
use crate::app::route::Route;
use crate::app::state::{Appearance, Change, Notice, PageState, Rest, Undo};
use crate::language::{Language, Messages, messages};
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

/// The account over the browser's storage, clock and randomness.
pub type BrowserAccount = Account<LocalStore, BrowserPorts>;

/// The page as its parts see it. What reacts to the reader holds the one it was
/// drawn with.
#[derive(Clone)]
pub struct App(Rc<Context>);

#[derive(Clone)]
struct Context {
    state: PageState,
    shared: Rc<Shared>,
}

/// What is the same in every state.
struct Shared {
    account: RefCell<BrowserAccount>,
    copies: Copies<SecondCopy>,
    /// Settled when both copies have been compared.
    joined: RefCell<Option<Promise>>,
    /// Whether all of the page is there.
    rest: Cell<Rest>,
    /// What waits for the rest of the page to be acknowledged.
    unacknowledged: RefCell<Vec<(Kept, Then)>>,
    send: Callback<Message>,
    /// What takes the focus when the page has been drawn anew.
    focus: RefCell<Option<String>>,
}

impl App {
    /// Opens the account of this browser, at its present address.
    #[must_use]
    pub fn open(send: Callback<Message>) -> Self {
        // Refused storage means default settings; the account says that it is refused.
        let settings = Settings::load(&LocalStore::open()).unwrap_or_default();
        spread_ids(BrowserPorts.next_u64());
        Self(Rc::new(Context {
            state: PageState::new(&window::hash(), &window::search(), settings),
            shared: Rc::new(Shared {
                account: RefCell::new(Account::open(LocalStore::open(), BrowserPorts)),
                copies: Copies::default(),
                joined: RefCell::default(),
                rest: Cell::default(),
                unacknowledged: RefCell::default(),
                send,
                focus: RefCell::default(),
            }),
        }))
    }

    /// The page after something happened.
    #[must_use]
    pub fn after(&self, change: Change) -> Self {
        let Context { state, shared } = Context::clone(&self.0);
        let state = state.after(change);
        Self(Rc::new(Context { state, shared }))
    }

    /// The account itself.
    pub(super) fn account(&self) -> &RefCell<BrowserAccount> {
        &self.0.shared.account
    }

    /// The second copy of the account.
    pub(super) fn copies(&self) -> &Copies<SecondCopy> {
        &self.0.shared.copies
    }

    /// Settled when both copies have been compared.
    pub(super) fn joined(&self) -> &RefCell<Option<Promise>> {
        &self.0.shared.joined
    }

    /// Whether all of the page is there.
    pub(super) fn rest_state(&self) -> &Cell<Rest> {
        &self.0.shared.rest
    }

    /// What waits for the rest of the page to be acknowledged.
    pub(super) fn unacknowledged(&self) -> &RefCell<Vec<(Kept, Then)>> {
        &self.0.shared.unacknowledged
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.appearance().language
    }

    /// The same page in a language, for as long as it takes to draw a part of it.
    #[must_use]
    pub fn speaking(&self, language: Language) -> Self {
        let Context { mut state, shared } = Context::clone(&self.0);
        state.appearance.language = language;
        Self(Rc::new(Context { state, shared }))
    }

    /// The texts in that language.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        messages(self.language())
    }

    /// How the page is shown.
    #[must_use]
    pub fn appearance(&self) -> Appearance {
        self.0.state.appearance
    }

    /// Whether it is the edition for the elder: larger, and fewer choices a page.
    #[must_use]
    pub fn is_elder(&self) -> bool {
        self.appearance().text_size == TextSize::Elder
    }

    /// Where the reader is.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.0.state.route
    }

    /// How often the reader has gone to another page.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.0.state.steps
    }

    /// What just happened.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.0.state.notice.as_ref()
    }

    /// Whether all of the page is there.
    #[must_use]
    pub fn rest(&self) -> Rest {
        self.rest_state().get()
    }

    /// What was chosen for good.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.state.settings
    }

    /// Changes the page.
    pub fn change(&self, change: Change) {
        self.0.shared.send.emit(Message::State(change));
    }

    /// Changes what the open page remembers.
    pub fn turn(&self, change: PageChange) {
        self.0.shared.send.emit(Message::Page(change));
    }

    /// Does something with the page and `with`, each time it is asked for.
    pub fn act<T: 'static>(&self, with: T, act: fn(&Self, &T)) -> Callback<()> {
        let app = self.clone();
        Callback::from(move |()| act(&app, &with))
    }

    /// Changes what the open page remembers, each time it is asked for.
    #[must_use]
    pub fn turning(&self, change: PageChange) -> Callback<()> {
        self.act(change, |app, change| app.turn(change.clone()))
    }

    /// Changes what the open page remembers by what was typed or chosen.
    pub fn typing<T: 'static>(
        &self,
        with: T,
        change: fn(&T, String) -> PageChange,
    ) -> Callback<String> {
        let app = self.clone();
        Callback::from(move |typed| app.turn(change(&with, typed)))
    }

    /// Says what just happened; `undo` offers to take the last change back.
    pub fn notify(&self, text: &str, undo: bool) {
        self.notify_with(text, undo.then_some(Undo::Last));
    }

    /// Says what just happened, and offers to take something back.
    pub fn notify_with(&self, text: &str, undo: Option<Undo>) {
        let text = text.to_owned();
        self.change(Change::Noticed(Notice { text, undo }));
    }

    /// Takes the notice away.
    pub fn close_notice(&self) {
        self.change(Change::NoticeClosed);
    }

    /// Chooses something for good. Where it cannot be kept it holds until the
    /// page is closed.
    pub fn choose(&self, choice: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings().clone();
        choice(&mut settings);
        self.keep(settings);
    }

    /// Chooses something for good by what was chosen, each time it is.
    pub fn choosing(&self, choice: fn(&mut Settings, &str)) -> Callback<String> {
        let app = self.clone();
        Callback::from(move |chosen: String| app.choose(|settings| choice(settings, &chosen)))
    }

    fn keep(&self, settings: Settings) {
        // That storage is refused is told where entries are saved; a choice still works.
        let _ = settings.save(&LocalStore::open());
        self.change(Change::Chose(settings));
    }

    /// Moves the focus to the element with an id once the page has been drawn
    /// anew.
    pub fn focus_next(&self, id: impl Into<String>) {
        self.0.shared.focus.replace(Some(id.into()));
    }

    /// What takes the focus now.
    #[must_use]
    pub fn take_focus(&self) -> Option<String> {
        self.0.shared.focus.take()
    }
}
