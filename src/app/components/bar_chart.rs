//! A chart of signed amounts as SVG.

use super::chart_parts::{Left, beside, chart_place, down, name, percent};
use crate::account::{Bar, Chart, Frame, Measure, Names, Tick};
use crate::app::components::{Element, element};
use crate::language::Language;

/// Hundredths of a percent across, steps down. Left of it stand the amounts,
/// below it the names.
const FRAME: Frame = Frame {
    left: 0,
    right: 9_950,
    top: 30,
    bottom: 190,
};
const HEIGHT: i32 = 216;
const NAMES_Y: i32 = 208;

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
    let mut drawing = element("svg", "chart chart-of-amounts")
        .attribute("width", "100%")
        .attribute("height", down(HEIGHT))
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
        .child(beside(Left::Amounts, 8, unit));
    for tick in &chart.ticks {
        drawing = drawing
            .child(line(tick, tick.y == chart.zero))
            .child(beside(Left::Amounts, tick.y, &tick.label));
    }
    let names = Names::of(columns.len(), columns.iter().map(|column| &*column.name));
    for (index, (bar, column)) in chart.bars.iter().zip(columns).enumerate() {
        let at = [bar.middle, NAMES_Y];
        let name = name(&names, index, Left::Amounts, at, &column.name);
        let name = name.map(|name| name.attribute("text-anchor", "middle"));
        drawing = drawing.child(rect(bar, column)).children(name);
    }
    Some(chart_place(drawing))
}

fn line(tick: &Tick, is_zero: bool) -> Element {
    let y = down(tick.y);
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
        .attribute("y", down(bar.y))
        .attribute("width", percent(bar.width))
        .attribute("height", down(bar.height))
        .child(element("title", "").text(column.title.clone()))
}
