//! Parts of a whole as bars: the number is read, the bar only compares.

use crate::account::Share;
use crate::app::components::{Element, element};

/// A part with its amount and a remark. A `negative` bar has another colour;
/// its amount has a minus sign.
pub fn bar_row(name: &str, amount: &str, remark: &str, length: Share, negative: bool) -> Element {
    let class = if negative { "bar is-negative" } else { "bar" };
    let rect = |class: &'static str, width: Share| {
        element("rect", class)
            .attribute("width", width.thousandths().to_string())
            .attribute("height", "10")
    };
    let bar = element("svg", class)
        .attribute("viewBox", "0 0 1000 10")
        .attribute("preserveAspectRatio", "none")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .child(rect("bar-ground", Share::WHOLE))
        .child(rect("bar-fill", length));
    let remark = element("span", "muted small").text([" ", remark].concat());
    element("li", "bar-row")
        .key(name.to_owned())
        .child(element("p", "bar-name").text(name.to_owned()).child(remark))
        .child(element("p", "bar-amount").text(amount.to_owned()))
        .child(bar)
}
