//! The screen: kept on while something is done with it that nobody touches, and
//! filled where the browser can.

use super::reflected::{call, function, get};
use gloo::events::EventListener;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Keeps the screen on for as long as it is kept, where the browser can do that.
pub struct Awake {
    lock: Rc<RefCell<Option<JsValue>>>,
    _seen: Option<EventListener>,
}

impl Awake {
    /// Asks for a screen that stays on. It comes a little later, or never.
    #[must_use]
    pub fn ask() -> Self {
        let lock = Rc::default();
        ask(&lock);
        let document = web_sys::window().and_then(|window| window.document());
        let again = Rc::downgrade(&lock);
        // The browser takes it back whenever the page is out of sight.
        let seen = document.map(|document| {
            EventListener::new(&document, "visibilitychange", move |_| {
                if let Some(lock) = again.upgrade() {
                    ask(&lock);
                }
            })
        });
        Self { lock, _seen: seen }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take() {
            release(&lock);
        }
    }
}

fn ask(place: &Rc<RefCell<Option<JsValue>>>) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let asked = navigator.and_then(|navigator| {
        let lock = get(&navigator, "wakeLock")?;
        let request = function(&lock, "request")?;
        let asked = request.call1(&lock, &"screen".into()).ok()?;
        asked.dyn_into::<Promise>().ok()
    });
    let Some(asked) = asked else {
        return;
    };
    let weak = Rc::downgrade(place);
    spawn_local(async move {
        let Ok(lock) = JsFuture::from(asked).await else {
            return;
        };
        match weak.upgrade() {
            Some(place) => {
                if let Some(before) = place.replace(Some(lock)) {
                    release(&before);
                }
            }
            // It is not needed any more.
            None => release(&lock),
        }
    });
}

fn release(lock: &JsValue) {
    drop(call(lock, "release", &[]));
}

/// Fills the screen with the page, where the browser can; only a tap may ask.
pub fn fill_screen() {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.filter(|document| get(document, "fullscreenElement").is_none());
    let root = document.and_then(|document| document.document_element());
    if let Some(root) = root {
        heed_not(call(&root, "requestFullscreen", &[]));
    }
}

/// Gives the screen back.
pub fn give_screen_back() {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.filter(|document| get(document, "fullscreenElement").is_some());
    if let Some(document) = document {
        heed_not(call(&document, "exitFullscreen", &[]));
    }
}

/// What is refused here is no error of the page.
fn heed_not(asked: Result<JsValue, JsValue>) {
    if let Ok(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}
