//! The clipboard, where the browser has one for pages.

use super::reflected::{call, get};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text, and goes on with whether that was possible.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    // An address without TLS has none.
    let clipboard = web_sys::window().and_then(|window| get(&window.navigator(), "clipboard"));
    let copying = clipboard.and_then(|clipboard| {
        let promise = call(&clipboard, "writeText", &[text.into()]).ok()?;
        promise.dyn_into::<Promise>().ok()
    });
    let Some(copying) = copying else {
        return then(false);
    };
    spawn_local(async move {
        then(JsFuture::from(copying).await.is_ok());
    });
}
