//! Shares over time as two lines: one is drawn through and one is dashed, so that
//! no colour has to tell them apart. The numbers stand in a table behind it.

use super::bar_chart::{percent, text};
use crate::account::{Share, ShareLine};
use crate::app::components::{Element, element};

/// Hundredths of a percent: left of it stand the shares.
const LEFT: i32 = 1_350;
const RIGHT: i32 = 9_950;
/// Pixels down: the whole, half of it, nothing.
const ROWS: [(&str, &str); 3] = [("10", "100%"), ("60", "50%"), ("110", "0%")];
const NAMES_Y: &str = "128";
const HEIGHT: &str = "134";
/// The most names below the lines.
const NAMES_MAX: usize = 7;
const CLASSES: [&str; 2] = ["chart-share", "chart-share is-dashed"];

/// The chart. `label` says what is to be seen; a name for each step, and the
/// shares of both lines with what they are called.
pub fn share_chart(
    label: &str,
    names: &[String],
    lines: [(&'static str, Vec<Option<Share>>); 2],
) -> Element {
    let mut drawing = element("svg", "chart")
        .attribute("width", "100%")
        .attribute("height", HEIGHT)
        .attribute("role", "img")
        .attribute("aria-label", label.to_owned());
    for (y, share) in ROWS {
        let line = element("line", "chart-line")
            .attribute("x1", percent(LEFT))
            .attribute("x2", percent(RIGHT))
            .attribute("y1", y)
            .attribute("y2", y);
        drawing = drawing
            .child(line)
            .child(text("0", y, share).attribute("dy", "0.35em"));
    }
    let every = names.len().div_ceil(NAMES_MAX).max(1);
    for (x, name) in middles(names.len()).zip(names).step_by(every) {
        let name = text(&percent(x), NAMES_Y, name);
        drawing = drawing.child(name.attribute("text-anchor", "middle"));
    }
    let view_box = ["0 0 ", &ShareLine::width(names.len()).to_string(), " 1000"].concat();
    let mut stretched = element("svg", "chart")
        .attribute("x", percent(LEFT))
        .attribute("y", ROWS[0].0)
        .attribute("width", percent(RIGHT - LEFT))
        .attribute("height", "100")
        .attribute("viewBox", view_box)
        .attribute("preserveAspectRatio", "none");
    let mut legend = element("p", "chart-legend muted small").attribute("aria-hidden", "true");
    for ((name, shares), class) in lines.into_iter().zip(CLASSES) {
        stretched = stretched.child(path(class, ShareLine::of(&shares).outline));
        let sample = element("svg", "chart")
            .attribute("width", "32")
            .attribute("height", "12")
            .child(path(class, "M2 6h28".to_owned()));
        legend = legend.child(element("span", "").child(sample).text(name));
    }
    element("div", "section")
        .child(drawing.child(stretched))
        .child(legend)
}

/// Where the middles of so many places are.
fn middles(places: usize) -> impl Iterator<Item = i32> {
    let width = i32::try_from(places * 2).unwrap_or(i32::MAX);
    (0..).map(move |place: i32| LEFT + (RIGHT - LEFT) * (place * 2 + 1) / width)
}

fn path(class: &'static str, outline: String) -> Element {
    element("path", class)
        .attribute("d", outline)
        .attribute("vector-effect", "non-scaling-stroke")
}
