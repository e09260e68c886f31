//! Mounts the page, nothing else.

use carbon_inclusion::language::{Language, SheetError, install};
use rlsf::{GlobalTlsf, GlobalTlsfOptions};
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives memory to the page, in far fewer bytes than the standard library's own
/// allocator (docs/design.md, "Bytes").
#[global_allocator]
static MEMORY: GlobalTlsf<Small> = GlobalTlsf::new();

struct Small;

impl GlobalTlsfOptions for Small {
    // What grows is moved; that costs less code than trying to leave it in place.
    const ENABLE_REALLOCATION: bool = false;
}

/// Mounts the page with its texts in the language of a tag. The script that
/// loads this program calls it when they are there.
///
/// # Errors
/// What is wrong with the texts; the page around the app says that it did not load.
#[wasm_bindgen]
pub fn mount(tag: &str, texts: String) -> Result<(), String> {
    carbon_inclusion::app::mount(language(tag), texts).map_err(said)
}

/// Takes in the texts in the other language.
///
/// # Errors
/// What is wrong with them; the page goes on without.
#[wasm_bindgen]
pub fn add_texts(tag: &str, texts: String) -> Result<(), String> {
    install(language(tag), texts).map_err(said)
}

fn language(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or_default()
}

fn said(error: SheetError) -> String {
    error.to_string()
}

fn main() {}
