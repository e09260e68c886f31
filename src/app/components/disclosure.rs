//! Something more, shown when it is asked for.

use crate::app::components::{Element, element, icon};

/// A name that opens what stands behind it.
pub fn disclosure(name: &str, behind: Element) -> Element {
    let summary = element("summary", "")
        .child(icon("forward"))
        .text(name.to_owned());
    element("details", "disclosure")
        .child(summary)
        .child(behind)
}
