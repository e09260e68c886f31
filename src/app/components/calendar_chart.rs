//! A calendar as SVG: weeks side by side, a mark a day. Marks say by their size
//! what colours say elsewhere, and the numbers stand in a table behind it.

use super::bar_chart::{percent, text};
use crate::account::{Calendar, Mark};
use crate::app::components::{Element, element};
use crate::app::context::App;

/// Hundredths of a percent: left of it stand the days of the week.
const LEFT: i32 = 900;
const RIGHT: i32 = 10_000;
/// How high it is drawn, in pixels.
struct Heights {
    /// Above it stand the months.
    top: i32,
    /// A row.
    row: i32,
    /// Seven rows.
    rows: &'static str,
    /// All of it.
    all: &'static str,
}

/// A month, with the numbers of its days.
const NUMBERED: Heights = Heights {
    top: 0,
    row: 30,
    rows: "210",
    all: "210",
};
/// Several months.
const SPARSE: Heights = Heights {
    top: 22,
    row: 15,
    rows: "105",
    all: "127",
};

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
    let mut drawing = element("svg", "chart")
        .attribute("width", "100%")
        .attribute("height", heights.all)
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false");
    let names = app.messages().statement.weekdays_short();
    for (at, name) in (0..).zip(names) {
        // Every other one where rows are low.
        if is_numbered || at % 2 == 0 {
            let y = Calendar::middle(at, heights.top, heights.row).to_string();
            drawing = drawing.child(text("0", &y, name).attribute("dy", "0.35em"));
        }
    }
    if !is_numbered {
        for (column, month) in &calendar.months {
            let x = percent(calendar.begin(*column, LEFT, RIGHT));
            let name = app.messages().statement.months_short()[usize::from(month.month()) - 1];
            drawing = drawing.child(text(&x, "13", name));
        }
    }
    let drawing = drawing.child(marks(calendar, &heights));
    if is_numbered {
        numbers(calendar, drawing, &heights)
    } else {
        drawing
    }
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
        .attribute("x", percent(LEFT))
        .attribute("y", heights.top.to_string())
        .attribute("width", percent(RIGHT - LEFT))
        .attribute("height", heights.rows)
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
        let x = percent(calendar.number(cell.column, LEFT, RIGHT));
        let y = Calendar::middle(cell.row, heights.top, heights.row).to_string();
        let number = text(&x, &y, &cell.day.day().to_string());
        let number = number.attribute("dy", "0.35em");
        drawing = drawing.child(number.attribute("text-anchor", "middle"));
    }
    drawing
}
