//! A text as a code that a camera reads.

use crate::app::components::{Element, element};
use crate::exchange::qr_code;

/// The code of a text, and what it is; `None` where the text is too long for one.
#[must_use]
pub fn qr_drawing(text: &str, label: &str) -> Option<Element> {
    let code = qr_code(text)?;
    let size = code.size.to_string();
    let drawing = element("svg", "qr")
        .attribute("viewBox", ["0 0 ", &size, " ", &size].concat())
        .attribute("role", "img")
        .attribute("aria-label", label.to_owned())
        .child(element("path", "").attribute("d", code.path));
    Some(drawing)
}
