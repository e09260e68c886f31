//! What the account's store relies on in a browser's local storage.

use wasm_bindgen_test::wasm_bindgen_test;

/// Records are text with any character in it; storage must give back the same.
#[wasm_bindgen_test]
fn local_storage_gives_back_what_was_put() {
    let store = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let record = "1 公交 8.25 km 🚌 \u{0}\n";
    let found = store.and_then(|store| {
        store.set_item("carbon-inclusion/test", record).ok()?;
        let found = store.get_item("carbon-inclusion/test").ok()?;
        store.remove_item("carbon-inclusion/test").ok()?;
        found
    });
    assert_eq!(found.as_deref(), Some(record));
}
