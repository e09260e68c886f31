//! Shares over time as two lines: one is drawn through and one is dashed, so that
//! no colour has to tell them apart. The numbers stand in a table behind it.

use super::chart_parts::{Left, beside, chart_place, down, name, percent};
use crate::account::{Names, Share, ShareLine};
use crate::app::components::{Element, element};

/// Hundredths of a percent.
const RIGHT: i32 = 9_950;
/// Steps down: the whole, half of it, nothing.
const ROWS: [(i32, &str); 3] = [(10, "100%"), (60, "50%"), (110, "0%")];
const NAMES_Y: i32 = 128;
const HEIGHT: i32 = 134;
const CLASSES: [&str; 2] = ["chart-share", "chart-share is-dashed"];

/// The chart. `label` says what is to be seen; a name for each step, and the
/// shares of both lines with what they are called.
pub fn share_chart(
    label: &str,
    names: &[String],
    lines: [(&'static str, Vec<Option<Share>>); 2],
) -> Element {
    let mut drawing = element("svg", "chart chart-of-amounts")
        .attribute("width", "100%")
        .attribute("height", down(HEIGHT))
        .attribute("role", "img")
        .attribute("aria-label", label.to_owned());
    for (row, share) in ROWS {
        let y = down(row);
        let line = element("line", "chart-line")
            .attribute("x1", "0")
            .attribute("x2", percent(RIGHT))
            .attribute("y1", y.clone())
            .attribute("y2", y);
        drawing = drawing.child(line).child(beside(Left::Amounts, row, share));
    }
    let row = Names::of(names.len(), names.iter().map(|name| &**name));
    for (index, (x, text)) in middles(names.len()).zip(names).enumerate() {
        let name = name(&row, index, Left::Amounts, [x, NAMES_Y], text);
        let name = name.map(|name| name.attribute("text-anchor", "middle"));
        drawing = drawing.children(name);
    }
    let view_box = ["0 0 ", &ShareLine::width(names.len()).to_string(), " 1000"].concat();
    let mut stretched = element("svg", "chart")
        .attribute("y", down(ROWS[0].0))
        .attribute("width", percent(RIGHT))
        .attribute("height", down(ROWS[2].0 - ROWS[0].0))
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
        .child(chart_place(drawing.child(stretched)))
        .child(legend)
}

/// Where the middles of so many places are.
fn middles(places: usize) -> impl Iterator<Item = i32> {
    let width = i32::try_from(places * 2).unwrap_or(i32::MAX);
    (0..).map(move |place: i32| RIGHT * (place * 2 + 1) / width)
}

fn path(class: &'static str, outline: String) -> Element {
    element("path", class)
        .attribute("d", outline)
        .attribute("vector-effect", "non-scaling-stroke")
}
