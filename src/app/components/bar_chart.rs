//! A chart of signed amounts as SVG. Widths are percents of the chart's, so
//! that its texts keep the reader's size on every screen.

use crate::account::{Bar, Chart, Frame, Tick};
use crate::app::components::{Element, element};
use crate::language::Language;
use crate::quantity::{Carbon, Decimal};

/// Hundredths of a percent across, pixels down. Left of it stand the amounts,
/// below it the names.
const FRAME: Frame = Frame {
    left: 1_350,
    right: 9_950,
    top: 30,
    bottom: 190,
};
const HEIGHT: &str = "216";
const NAMES_Y: &str = "208";

/// A bar's amount, its short name below it, and what it says when pointed at.
pub struct Column {
    /// How high.
    pub amount: Carbon,
    /// Below the bar.
    pub name: String,
    /// For the pointer.
    pub title: String,
}

/// The chart; `None` where there is nothing to see.
#[must_use]
pub fn bar_chart(
    language: Language,
    title: &'static str,
    description: &str,
    columns: &[Column],
) -> Option<Element> {
    let amounts: Vec<Carbon> = columns.iter().map(|column| column.amount).collect();
    let chart = Chart::of(&amounts, FRAME)?;
    let unit = chart.unit.short(language);
    let unit = unit.split_once(' ').map_or("", |(_, unit)| unit);
    let mut drawing = element("svg", "chart")
        .attribute("width", "100%")
        .attribute("height", HEIGHT)
        .attribute("role", "img")
        .attribute("aria-labelledby", "chart-title chart-description")
        .child(
            element("title", "")
                .attribute("id", "chart-title")
                .text(title),
        )
        .child(
            element("desc", "")
                .attribute("id", "chart-description")
                .text(description.to_owned()),
        )
        .child(text("0", "12", unit));
    for tick in &chart.ticks {
        drawing = drawing
            .child(line(tick, tick.y == chart.zero))
            .child(text("0", &tick.y.to_string(), &tick.label).attribute("dy", "0.35em"));
    }
    for (bar, column) in chart.bars.iter().zip(columns) {
        drawing = drawing.child(rect(bar, column));
        if bar.is_named {
            let name = text(&percent(bar.middle), NAMES_Y, &column.name);
            drawing = drawing.child(name.attribute("text-anchor", "middle"));
        }
    }
    Some(drawing)
}

fn text(x: &str, y: &str, text: &str) -> Element {
    element("text", "chart-text")
        .attribute("x", x.to_owned())
        .attribute("y", y.to_owned())
        .text(text.to_owned())
}

fn line(tick: &Tick, is_zero: bool) -> Element {
    let y = tick.y.to_string();
    element("line", if is_zero { "chart-zero" } else { "chart-line" })
        .attribute("x1", percent(FRAME.left))
        .attribute("x2", "100%")
        .attribute("y1", y.clone())
        .attribute("y2", y)
}

fn rect(bar: &Bar, column: &Column) -> Element {
    let is_negative = column.amount < Carbon::ZERO;
    element(
        "rect",
        if is_negative {
            "chart-bar is-negative"
        } else {
            "chart-bar"
        },
    )
    .attribute("x", percent(bar.x))
    .attribute("y", bar.y.to_string())
    .attribute("width", percent(bar.width))
    .attribute("height", bar.height.to_string())
    .child(element("title", "").text(column.title.clone()))
}

fn percent(hundredths: i32) -> String {
    Decimal::new(hundredths.into(), 2).to_string() + "%"
}
