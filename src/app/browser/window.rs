//! What the page asks of its window and document.

use super::reflected::{call, get};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, HtmlElement, Navigator, Window};

/// After that Orca spoke of what took the focus 3 times of 3; at once, 1 of 3.
const FOCUSED_AFTER_MS: i32 = 200;
/// When the focus has moved, and the screen reader knows it.
const ANNOUNCED_AFTER_MS: i32 = 100;
/// As long as it takes to be noticed.
const ANNOUNCED_FOR_MS: i32 = 1000;

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// What stands behind the hash, the hash included; empty where there is none.
#[must_use]
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The query of the page's address, without its question mark.
#[must_use]
pub fn search() -> String {
    let search = window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The address of the page without query and hash.
#[must_use]
pub fn address() -> String {
    let location = window().map(|window| window.location());
    let parts = location.map(|location| (location.origin(), location.pathname()));
    match parts {
        Some((Ok(origin), Ok(path))) => [origin, path].concat(),
        _ => String::new(),
    }
}

/// Asks the browser not to delete the data of this site by itself. What it
/// answers changes nothing here.
pub fn ask_to_persist() {
    let navigator = window().map(|window| window.navigator());
    let has_storage = |navigator: &Navigator| {
        let storage = Reflect::get(navigator, &"storage".into());
        storage.is_ok_and(|storage| storage.is_object())
    };
    let storage = navigator
        .filter(has_storage)
        .map(|navigator| navigator.storage());
    if let Some(Ok(answer)) = storage.map(|storage| storage.persist()) {
        // In a frame that may keep nothing it is refused.
        spawn_local(async move {
            let _ = JsFuture::from(answer).await;
        });
    }
}

/// Settled after some milliseconds.
pub fn wait(milliseconds: i32) -> Promise {
    Promise::new(&mut |tell, _| {
        if let Some(window) = window() {
            // Where it cannot wait it is never told, and everything stays as it is.
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&tell, milliseconds);
        }
    })
}

/// Waits until the browser has drawn what the page is now.
pub async fn frame_drawn() {
    let frame = Promise::new(&mut |tell, _| {
        if let Some(window) = window() {
            // As with a wait: where it cannot be told, nothing goes on.
            let _ = window.request_animation_frame(&tell);
        }
    });
    let _ = JsFuture::from(frame).await;
    // The frame is about to be drawn; a timer comes after it.
    pause(0).await;
}

/// Goes to another page: the hash changes, and the router follows.
pub fn go(href: &str) {
    if let Some(window) = window() {
        // Refused only for an address that is none.
        drop(window.location().set_hash(href));
    }
}

/// Opens the page anew.
pub fn reload() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// Opens the browser's dialogue for printing.
pub fn print() {
    if let Some(window) = window() {
        // Refused where a frame may not: there is nothing else to be done then.
        drop(window.print());
    }
}

/// One page back, as the browser's own button.
pub fn go_back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.back());
    }
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`: language, theme, text size.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute(name, value));
    }
}

/// What the element with an id says; empty where there is none.
#[must_use]
pub fn text_of(id: &str) -> String {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let text = element.and_then(|element| element.text_content());
    text.unwrap_or_default()
}

/// Scrolls to the top at once.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus to the element with an id, where it is there. What it is
/// closed in opens: nobody can type where nothing is seen.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let closed = element.as_ref().map(|element| element.closest("details"));
    if let Some(Ok(Some(closed))) = closed {
        drop(closed.set_attribute("open", ""));
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Whether nothing has the focus any more, or the element with an id has it already.
#[must_use]
pub fn is_focus_lost(id: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.tag_name() == "BODY" || focused.id() == id)
}

/// Moves the focus to the element with an id when the screen reader has seen that
/// it was lost.
pub fn focus_later(id: String) {
    spawn_local(async move {
        pause(FOCUSED_AFTER_MS).await;
        // Who has gone on meanwhile is left there.
        if is_focus_lost(&id) {
            focus(&id);
        }
    });
}

/// Has the screen reader say something, by the element with an id.
pub fn announce(id: &'static str, text: String) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let set = |element: &JsValue, text: &str| {
        // What cannot be set is not said.
        let _ = Reflect::set(element, &"textContent".into(), &text.into());
    };
    spawn_local(async move {
        pause(ANNOUNCED_AFTER_MS).await;
        set(&element, &text);
        // So that nobody comes upon it at the end of the page, and the same can be
        // said again.
        pause(ANNOUNCED_FOR_MS).await;
        set(&element, "");
    });
}

/// Whether the element with an id has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    focused() == id
}

/// The id of what has the focus; empty where it has none.
#[must_use]
pub fn focused() -> String {
    let focused = document().and_then(|document| document.active_element());
    focused.map_or_else(String::new, |focused| focused.id())
}

/// The element that the page is mounted in.
#[must_use]
pub fn mount_point() -> Option<web_sys::Element> {
    let document = document()?;
    document
        .get_element_by_id("app")
        .or_else(|| document.body().map(Into::into))
}

/// Waits, while the page is drawn and answers.
pub async fn pause(milliseconds: i32) {
    let _ = JsFuture::from(wait(milliseconds)).await;
}

/// What stands in the input with an id, which is emptied.
#[must_use]
pub fn take_value(id: &str) -> String {
    let input = document().and_then(|document| document.get_element_by_id(id));
    let value = input.and_then(|input| {
        let value = get(&input, "value")?.as_string();
        // What cannot be emptied is read again, and counts once.
        let _ = Reflect::set(&input, &"value".into(), &"".into());
        value
    });
    value.unwrap_or_default()
}

/// Shows nothing but the element with an id, where the browser can do that.
pub fn fill_screen(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let asked = element.and_then(|element| call(&element, "requestFullscreen", &[]).ok());
    if let Some(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) {
        // A refusal changes nothing.
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}
