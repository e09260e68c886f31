//! Single keys of the keyboard that lead to places, for as long as they are
//! wanted: not while something is typed or chosen, and not in a dialogue.

use super::window;
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where a key belongs to what has the focus.
const OWN_KEYS: &str = "input,select,textarea,dialog,[contenteditable]";
/// Places that fill the whole screen for somebody else.
const KIOSK: &str = "#/campaign/kiosk";

thread_local! {
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// From now on each key leads to its place; none does where there are none.
pub fn lead(keys: Option<&'static [(&'static str, &'static str)]>) {
    let listener = keys.zip(web_sys::window()).map(|(keys, window)| {
        EventListener::new(&window, "keydown", move |event| {
            let pressed = event.dyn_ref::<KeyboardEvent>().filter(|key| is_free(key));
            let key = pressed.map(KeyboardEvent::key);
            let place = keys
                .iter()
                .find(|(known, _)| key.as_deref() == Some(*known));
            if let Some((_, href)) = place {
                window::go(href);
            }
        })
    });
    LISTENER.replace(listener);
}

/// Whether a key is meant for nothing else.
fn is_free(key: &KeyboardEvent) -> bool {
    let target = key.target();
    let element = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<Element>());
    let is_owned = element.is_some_and(|element| !matches!(element.closest(OWN_KEYS), Ok(None)));
    let is_combined = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing();
    !is_owned && !is_combined && !key.repeat() && !window::hash().starts_with(KIOSK)
}
