//! A remark that stands out: a hint, a warning, something wrong.

use crate::app::components::{Element, element, icon};

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Good to know.
    Hint,
    /// To be thought of before going on.
    Warning,
    /// Something is wrong.
    Danger,
}

/// A remark with a heading, which may be empty.
pub fn callout(kind: Callout, heading: &str, text: &str) -> Element {
    let (class, drawing) = match kind {
        Callout::Hint => ("callout", "info"),
        Callout::Warning => ("callout callout-warning", "warning"),
        Callout::Danger => ("callout callout-danger", "warning"),
    };
    element("div", class)
        .child(icon(drawing))
        .child(element("strong", "slot").text(heading.to_owned()))
        .child(element("div", "").text(text.to_owned()))
}
