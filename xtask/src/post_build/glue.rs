//! wasm-bindgen's glue starts the page itself: one file fewer to wait for, and
//! no script in the page.

/// The glue with its start (static/shell/start.js) appended, both without
/// comments and indentation.
pub fn with_start(glue: &str, start: &str) -> String {
    bare(glue) + &bare(start)
}

/// A script without its comments and indentation.
pub fn bare(script: &str) -> String {
    let comments = ["//", "/*", "*/", "* "];
    let is_code = |line: &&str| {
        let is_comment = comments.iter().any(|mark| line.starts_with(mark));
        !is_comment && !matches!(*line, "" | "*")
    };
    let lines = script.lines().map(str::trim).filter(is_code);
    lines.fold(String::new(), |text, line| text + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::with_start;

    #[test]
    fn only_code_is_left() {
        let glue =
            "/**\n * Says why.\n *\n * @param {string} a\n */\nfunction f(a) {\n    a();\n}\n";
        let start = "// Starts.\nf(() => 2 * 3);\n";
        let script = "function f(a) {\na();\n}\nf(() => 2 * 3);\n";
        assert_eq!(with_start(glue, start), script);
    }
}
