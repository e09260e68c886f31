//! What only a browser can show: the adapters behind the ports, in a real one.
//!
//! One program for all of them, because each starts a browser of its own.
//! `cargo xtask test` runs it.
#![cfg(target_arch = "wasm32")]

mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
