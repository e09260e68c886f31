//! wasm-bindgen's glue starts the page itself: one file fewer to wait for, and
//! no script in the page.

/// The glue with its start appended.
pub fn with_start(glue: &str, wasm: &str) -> String {
    // Relative to the page, not to the script: the page may lie in any folder.
    format!("{glue}\n__wbg_init({{ module_or_path: \"./{wasm}\" }});\n")
}
