//! A calendar as SVG: weeks side by side, a mark a day. Marks say by their size
//! what colours say elsewhere, and the numbers stand in a table behind it.

use super::chart_parts::{Left, beside, chart_place, down, name, percent, text};
use crate::account::{Calendar, Mark, Names};
use crate::app::components::{Element, element};
use crate::app::context::App;

/// Hundredths of a percent.
const RIGHT: i32 = 10_000;
/// How high it is drawn, in steps.
struct Heights {
    /// Above it stand the months.
    top: i32,
    /// A row.
    row: i32,
}

impl Heights {
    /// The middle of the texts of a row. Numbers stand in the upper half of theirs.
    const fn middle(&self, row: i32) -> i32 {
        self.top + row * self.row + 7
    }
}

/// A month, with the numbers of its days.
const NUMBERED: Heights = Heights { top: 0, row: 31 };
/// Several months.
const SPARSE: Heights = Heights { top: 22, row: 15 };
/// The weeks of the shortest month, which is the closest that the names of two
/// months can be.
const MONTH: usize = 4;

/// How each kind of mark is drawn.
const MARKS: [(Mark, &str); 6] = [
    (Mark::Recorded, "calendar-recorded"),
    (Mark::Saved(1), "calendar-saved"),
    (Mark::Saved(2), "calendar-saved"),
    (Mark::Saved(3), "calendar-saved"),
    (Mark::Saved(4), "calendar-saved"),
    (Mark::Emitted, "calendar-emitted"),
];

/// Calendars below one another as one picture, `label` says what is to be seen.
pub fn calendar_chart(app: &App, label: &str, calendars: &[Calendar]) -> Element {
    let strips = calendars.iter().map(|calendar| strip(app, calendar));
    element("div", "calendar")
        .attribute("role", "img")
        .attribute("aria-label", label.to_owned())
        .children(strips)
}

fn strip(app: &App, calendar: &Calendar) -> Element {
    let is_numbered = calendar.months.len() == 1;
    let heights = if is_numbered { NUMBERED } else { SPARSE };
    let mut drawing = element("svg", "chart chart-of-days")
        .attribute("width", "100%")
        .attribute("height", down(heights.top + 7 * heights.row))
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false");
    let names = app.messages().statement.weekdays_short();
    for (at, name) in (0..).zip(names) {
        // Every other one where rows are low.
        if is_numbered || at % 2 == 0 {
            let y = heights.middle(at);
            drawing = drawing.child(beside(Left::Days, y, name));
        }
    }
    if !is_numbered {
        let texts = app.messages().statement.months_short();
        let columns = usize::try_from(calendar.columns).unwrap_or(0);
        let row = Names::of(columns.div_ceil(MONTH), texts.iter().copied());
        for (index, (column, month)) in calendar.months.iter().enumerate() {
            let at = [calendar.begin(*column, 0, RIGHT), 13];
            let text = texts[usize::from(month.month()) - 1];
            drawing = drawing.children(name(&row, index, Left::Days, at, text));
        }
    }
    let drawing = drawing.child(marks(calendar, &heights));
    chart_place(if is_numbered {
        numbers(calendar, drawing, &heights)
    } else {
        drawing
    })
}

/// The marks, stretched to the width that there is.
fn marks(calendar: &Calendar, heights: &Heights) -> Element {
    let [width, depth] = calendar.size().map(|length| length.to_string());
    let path = |class: &'static str, outline: String| {
        element("path", class)
            .attribute("d", outline)
            .attribute("vector-effect", "non-scaling-stroke")
    };
    let mut drawing = element("svg", "")
        .attribute("y", down(heights.top))
        .attribute("width", percent(RIGHT))
        .attribute("height", down(7 * heights.row))
        .attribute("viewBox", ["0 0", &width, &depth].join(" "))
        .attribute("preserveAspectRatio", "none")
        .child(path("calendar-ground", calendar.grounds()));
    for (mark, class) in MARKS {
        drawing = drawing.child(path(class, calendar.marks(mark)));
    }
    drawing
}

fn numbers(calendar: &Calendar, mut drawing: Element, heights: &Heights) -> Element {
    for cell in &calendar.cells {
        let x = percent(calendar.number(cell.column, 0, RIGHT));
        let y = heights.middle(cell.row);
        let number = text(x, y, &cell.day.day().to_string());
        let number = number.attribute("dy", "0.35em");
        drawing = drawing.child(number.attribute("text-anchor", "middle"));
    }
    drawing
}
