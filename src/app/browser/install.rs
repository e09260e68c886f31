//! The browser's own question whether the page shall stand among the apps of the
//! device. Only Chromium lets a page ask it, once for each time that it was
//! offered; static/shell/start.js keeps the offer.

use super::reflected::{call, get};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What the offer is kept under, at the element of the script.
const OFFER: &str = "install";

/// Whether the browser would ask.
#[must_use]
pub fn is_offered() -> bool {
    keeper().is_some_and(|keeper| get(&keeper, OFFER).is_some())
}

/// Lets the browser ask; what is answered changes nothing here.
pub fn ask() {
    let Some(keeper) = keeper() else { return };
    if let Some(offer) = get(&keeper, OFFER) {
        // It fails only where it was asked before.
        drop(call(&offer, "prompt", &[]));
        drop(Reflect::set(&keeper, &OFFER.into(), &JsValue::UNDEFINED));
    }
}

fn keeper() -> Option<JsValue> {
    let document: JsValue = web_sys::window()?.document()?.into();
    call(&document, "querySelector", &["script[data-first]".into()]).ok()
}
