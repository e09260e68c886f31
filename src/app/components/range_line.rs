//! A value within its range, drawn. What is drawn is said in words beside it.

use crate::account::RangeLine;
use crate::app::components::{Element, element};

/// The width that the line is laid out in; it is drawn as wide as its place.
const LENGTH: i32 = 1_000;

/// The range from `low` to `high` with a stroke at `value`; `None` where there
/// is none to be seen.
#[must_use]
pub fn range_line(low: i64, value: i64, high: i64) -> Option<Element> {
    let bar = RangeLine::of(low, value, high, LENGTH).filter(|bar| bar.low < bar.high)?;
    let stroke =
        |class: &'static str, from: i32, to: i32, top: &'static str, bottom: &'static str| {
            element("line", class)
                .attribute("x1", from.to_string())
                .attribute("x2", to.to_string())
                .attribute("y1", top)
                .attribute("y2", bottom)
                .attribute("vector-effect", "non-scaling-stroke")
        };
    let drawing = element("svg", "range-drawing")
        .attribute("viewBox", "0 0 1000 24")
        .attribute("preserveAspectRatio", "none")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .child(stroke("range-line", 0, LENGTH, "12", "12"))
        .child(stroke("range-zero", bar.zero, bar.zero, "2", "22"))
        .child(stroke("range-span", bar.low, bar.high, "12", "12"))
        .child(stroke("range-value", bar.value, bar.value, "0", "24"));
    Some(drawing)
}
