//! The drawings of the page: strokes on a square of 24, from static/icons.

use crate::app::components::{Element, element};
use crate::language::drawing;

/// A drawing without a meaning of its own: a text always stands beside it, or
/// names the button that it is in. A leaf for whatever has none.
pub fn icon(name: &str) -> Element {
    element("svg", "icon")
        .attribute("viewBox", "0 0 24 24")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .child(element("path", "").attribute("d", drawing(name).unwrap_or(LEAF)))
}

const LEAF: &str =
    "M6 18C4 9.5 9.5 4.5 20 4.5c0 10-5 15-11 14.5-1.2-.1-2.2-.4-3-1zM4 21c1-4.5 4.5-8.5 9.5-10.5";
