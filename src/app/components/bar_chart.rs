//! A chart of signed amounts as SVG. Widths are percents of the chart's, so
//! that its texts keep the reader's size on every screen.

use crate::account::{Bar, Chart, Frame, Measure, Tick};
use crate::app::components::{Element, element};
use crate::language::Language;
use crate::quantity::Decimal;

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

/// What a chart is called and says.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// Its id, unique on the page.
    pub id: &'static str,
    /// What is drawn.
    pub title: &'a str,
    /// What is to be seen, in words.
    pub description: &'a str,
    /// What it counts.
    pub measure: Measure,
    /// The language of its units.
    pub language: Language,
}

/// A bar's amount, its short name below it, and what it says when pointed at.
pub struct Column {
    /// How high, in the small unit of what is counted.
    pub amount: i64,
    /// Below the bar.
    pub name: String,
    /// For the pointer.
    pub title: String,
}

/// The chart; `None` where there is nothing to see.
#[must_use]
pub fn bar_chart(picture: Picture<'_>, columns: &[Column]) -> Option<Element> {
    let amounts: Vec<i64> = columns.iter().map(|column| column.amount).collect();
    let chart = Chart::of(&amounts, FRAME)?;
    let unit = picture.measure.short(chart.unit, picture.language);
    let unit = unit.split_once(' ').map_or("", |(_, unit)| unit);
    let [title, description] = ["-title", "-description"].map(|part| [picture.id, part].concat());
    let mut drawing = element("svg", "chart")
        .attribute("width", "100%")
        .attribute("height", HEIGHT)
        .attribute("role", "img")
        .attribute("aria-labelledby", [&*title, &*description].join(" "))
        .child(
            element("title", "")
                .attribute("id", title)
                .text(picture.title.to_owned()),
        )
        .child(
            element("desc", "")
                .attribute("id", description)
                .text(picture.description.to_owned()),
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

/// A text in a chart.
pub fn text(x: &str, y: &str, text: &str) -> Element {
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
    let class = if column.amount < 0 {
        "chart-bar is-negative"
    } else {
        "chart-bar"
    };
    element("rect", class)
        .attribute("x", percent(bar.x))
        .attribute("y", bar.y.to_string())
        .attribute("width", percent(bar.width))
        .attribute("height", bar.height.to_string())
        .child(element("title", "").text(column.title.clone()))
}

/// Hundredths of a percent as SVG has them: `13.5%`.
pub fn percent(hundredths: i32) -> String {
    Decimal::new(hundredths.into(), 2).to_string() + "%"
}
