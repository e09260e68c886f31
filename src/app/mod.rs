//! The page: everything that knows the browser.

/// Mounts the page into the document's body.
pub fn mount() {
    console_error_panic_hook::set_once();
}
