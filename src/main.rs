//! Mounts the page, nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the page with its texts in Chinese and in English. The script that
/// loads this program calls it when both are there.
///
/// # Errors
/// What is wrong with the texts; the page around the app says that it did not load.
#[wasm_bindgen]
pub fn mount(chinese: String, english: String) -> Result<(), String> {
    carbon_inclusion::app::mount([chinese, english]).map_err(|error| error.to_string())
}

fn main() {}
