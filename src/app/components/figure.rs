//! Figures: a number that is read first, its unit after it, a label above.

use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::language::fill;
use crate::quantity::Carbon;
use yew::Html;

/// A label, a number and a remark. `amount` is the number and its unit with a
/// blank between them; the unit is set smaller.
pub fn figure(label: &str, amount: &str, remark: &str) -> Element {
    drawn("figure", label, amount, remark.to_owned().into())
}

/// Emissions saved, as a figure.
pub fn carbon_figure(app: &App, label: &str, carbon: Carbon, remark: &str) -> Element {
    drawn(
        sign_class(carbon, "figure", "figure is-negative"),
        label,
        &carbon.short(app.language()),
        remark.to_owned().into(),
    )
}

/// Emissions saved, as the figure of the page.
pub fn large_carbon_figure(app: &App, label: &str, carbon: Carbon, remark: Html) -> Element {
    drawn(
        sign_class(
            carbon,
            "figure figure-large",
            "figure figure-large is-negative",
        ),
        label,
        &carbon.short(app.language()),
        remark,
    )
}

const fn sign_class(carbon: Carbon, saved: &'static str, emitted: &'static str) -> &'static str {
    if carbon.milligrams() < 0 {
        emitted
    } else {
        saved
    }
}

fn drawn(class: &'static str, label: &str, amount: &str, remark: Html) -> Element {
    let (number, unit) = amount.split_once(' ').unwrap_or((amount, ""));
    let value = element("p", "figure-value")
        .text(number.to_owned())
        .child(element("span", "figure-unit").text([" ", unit].concat()));
    element("div", class)
        .child(element("p", "figure-label").text(label.to_owned()))
        .child(value)
        .child(element("div", "figure-note slot").child(remark))
}

/// From where to where an amount may lie, in words; that it is not known where
/// no range is given.
#[must_use]
pub fn range_text(app: &App, low: Carbon, high: Carbon) -> String {
    let texts = app.messages().shell;
    if low == high {
        return texts.range_none().to_owned();
    }
    let (low, high) = (low.short(app.language()), high.short(app.language()));
    fill(texts.range(), &[("low", &low), ("high", &high)])
}
