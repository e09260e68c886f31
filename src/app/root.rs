//! The root: holds the state, listens to the window, and is drawn anew when
//! anything changes. It is the only component; everything below it is a plain
//! function of the state, which costs a fraction of a component's bytes.

use super::browser::window;
use super::components::TITLE_ID;
use super::context::App;
use super::frame::{ANNOUNCER_ID, frame};
use super::pages::{Page, PageChange, TURNED_ID, announce, begin, focus_later};
use super::route::Route;
use super::state::{Appearance, Change, Rest};
use crate::language::fill;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

/// What may happen.
pub enum Message {
    /// To what all pages share.
    State(Change),
    /// To the page that is open.
    Page(PageChange),
}

/// The whole page.
pub struct Root {
    app: App,
    page: Page,
    /// As the document shows it.
    shown: Option<Appearance>,
    /// Whether a leaf of the statement was turned just now.
    turned: bool,
    /// They listen for as long as they are kept.
    _listeners: Vec<EventListener>,
}

impl Component for Root {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let app = App::open(context.link().callback(|message| message));
        Self {
            page: Page::of(&app),
            shown: None,
            turned: false,
            _listeners: listeners(&app),
            app,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Page(change) => self.page.change(change),
            Message::State(change) => {
                let went = matches!(change, Change::Went(_));
                self.app = self.app.after(change);
                if went {
                    self.open();
                }
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        frame(&self.app, &self.page).into()
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let appearance = self.app.appearance();
        if self.shown.replace(appearance) != Some(appearance) {
            window::set_root_attribute("lang", appearance.language.tag());
            window::set_root_attribute("data-theme", appearance.theme.id());
            window::set_root_attribute("data-text", appearance.text_size.id());
        }
        let template = self.app.messages().shell.window_title();
        let title = window::text_of(TITLE_ID);
        window::set_title(&fill(template, &[("page", &title)]));
        if let Some(id) = self.app.take_focus() {
            self.take_focus_to(id, title);
        }
        if std::mem::take(&mut self.turned) {
            announce(&self.app, ANNOUNCER_ID, window::text_of(TURNED_ID));
        }
        self.page.go_on(&self.app);
    }
}

impl Root {
    /// Moves the focus. Where what had it went with this draw Orca says nothing of
    /// what has it now (Chromium 156): a title is announced then, and anything else
    /// takes the focus a moment later, of which it does speak.
    fn take_focus_to(&self, id: String, title: String) {
        let is_lost = window::is_focus_lost(&id);
        if id == TITLE_ID {
            window::scroll_to_top();
            window::focus(&id);
            if is_lost {
                announce(&self.app, ANNOUNCER_ID, title);
            }
        } else if is_lost {
            focus_later(&self.app, id);
        } else {
            window::focus(&id);
        }
    }

    /// Opens the page of the present address. Its title takes the focus, but not
    /// where a leaf of the statement is turned: there it stays on the link, and what
    /// is shown now is announced.
    fn open(&mut self) {
        let was_statement = matches!(self.page, Page::Statement(..));
        self.page = Page::of(&self.app);
        self.turned = was_statement && matches!(self.page, Page::Statement(..));
        if !self.turned {
            self.app.focus_next(TITLE_ID);
        }
    }
}

/// Follows the address, what other tabs do, and the loading of the rest of the
/// page, which static/shell/start.js tells.
fn listeners(app: &App) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let went = app.clone();
    let hash = EventListener::new(&window, "hashchange", move |_| {
        went.change(Change::Went(Route::parse(&window::hash())));
    });
    let other = app.clone();
    let storage = EventListener::new(&window, "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        if let Some((event, key)) = event.and_then(|event| Some((event, event.key()?))) {
            other.follow(&key, event.new_value().as_deref());
        }
    });
    let rest = [("rest-here", Rest::Here), ("rest-lost", Rest::Lost)].map(|(event, rest)| {
        let app = app.clone();
        EventListener::new(&window, event, move |_| {
            app.rest_came(rest);
            begin(&app);
        })
    });
    let [here, lost] = rest;
    vec![hash, storage, here, lost]
}
