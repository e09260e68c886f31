//! The root: holds the state, listens to the window, and gives the context.

use super::browser::{LocalStore, window};
use super::frame::Frame;
use super::hooks::{AccountCell, AppContext};
use super::route::Route;
use super::state::{Change, PageState};
use crate::account::Settings;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn Root() -> Html {
    let account = use_memo((), |()| AccountCell::open());
    let page = use_reducer(|| {
        // Refused storage means default settings; the account says that it is refused.
        let settings = Settings::load(&LocalStore::open()).unwrap_or_default();
        PageState::new(&window::hash(), &window::search(), settings)
    });
    let change = {
        let dispatcher = page.dispatcher();
        use_callback((), move |change: Change, ()| dispatcher.dispatch(change))
    };
    use_listeners(&account, &change);
    use_effect_with(page.appearance, |appearance| {
        window::set_root_attribute("lang", appearance.language.tag());
        window::set_root_attribute("data-theme", appearance.theme.id());
        window::set_root_attribute("data-text", appearance.text_size.id());
    });
    // The state goes down as a value: a handle would compare equal to itself
    // and nothing below would be drawn again.
    let context = AppContext {
        state: Rc::new((*page).clone()),
        change,
        account: (*account).clone(),
    };
    html! {
        <ContextProvider<AppContext> {context}>
            <Frame />
        </ContextProvider<AppContext>>
    }
}

/// Follows the address, and what other tabs do.
#[hook]
fn use_listeners(account: &AccountCell, change: &Callback<Change>) {
    let (account, change) = (account.clone(), change.clone());
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let went = change.clone();
            let hash = EventListener::new(&window, "hashchange", move |_| {
                went.emit(Change::Went(Route::parse(&window::hash())));
            });
            let storage = EventListener::new(&window, "storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    follow(&account, &change, event);
                }
            });
            (hash, storage)
        });
        move || drop(listeners)
    });
}

/// Takes in what another tab wrote.
fn follow(account: &AccountCell, change: &Callback<Change>, event: &StorageEvent) {
    let Some(key) = event.key() else {
        return;
    };
    if key == crate::account::SETTINGS_KEY {
        let text = event.new_value().unwrap_or_default();
        change.emit(Change::Chose(Settings::parse(&text)));
        return;
    }
    let value = event.new_value();
    if account.get().borrow_mut().follow(&key, value.as_deref()) {
        change.emit(Change::AccountChanged);
    }
}
