//! wasm-bindgen's glue starts the page itself: one file fewer to wait for, and
//! no script in the page.

/// The glue with its start appended. The texts are fetched while the wasm is
/// being compiled.
pub fn with_start(glue: &str, wasm: &str, sheets: &[String; 2]) -> String {
    // Relative to the page, not to the script: the page may lie in any folder.
    let [chinese, english] = sheets;
    format!(
        "{glue}
async function fetchText(url) {{
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${{url}}: ${{response.status}}`);
    return response.text();
}}
Promise.all([
    fetchText(\"./{chinese}\"),
    fetchText(\"./{english}\"),
    __wbg_init({{ module_or_path: \"./{wasm}\" }}),
]).then(([chinese, english]) => mount(chinese, english));
"
    )
}
