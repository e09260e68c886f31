//! The chart of four fields: carbon across, a pollutant up. A shape and a number
//! say what a colour says; the same stands below as a table.

use super::less_or_more;
use crate::account::{Board, Deed, Dot, Quadrant, Synergy, Verdict, place};
use crate::app::components::{
    Choice, Element, Question, action_name, choice_group, disclosure, element,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::Pollutant;
use crate::quantity::{Carbon, PollutantMass};
use std::rc::Rc;

/// A point: its number on the page, and where it stands.
struct Point<'a> {
    number: usize,
    deed: &'a Deed,
    carbon: i64,
    mass: i64,
    is_full: bool,
}

/// The chart with its table.
pub fn picture(app: &App, synergy: &Synergy, pollutant: Pollutant) -> Element {
    let texts = app.messages().synergy;
    let choices: Vec<Choice> = Pollutant::ALL.map(|one| (one.id(), one.id())).into();
    let onchoose = app.typing(pollutant, |pollutant, id| {
        let chosen = Pollutant::ALL.into_iter().find(|one| one.id() == id);
        PageChange::Remembers(Rc::new(chosen.or(Some(*pollutant))))
    });
    let question = Question::plain("pollutant", texts.pollutant());
    let points: Vec<Point<'_>> = (1..)
        .zip(&synergy.deeds)
        .filter_map(|(number, deed)| {
            let (carbon, mass, is_full) = place(&deed.totals, pollutant)?;
            Some(Point {
                number,
                deed,
                carbon,
                mass,
                is_full,
            })
        })
        .collect();
    let full_name = app.messages().names.pollutant(pollutant);
    let title = fill(texts.chart(), &[("pollutant", full_name)]);
    let places: Vec<(i64, i64)> = points
        .iter()
        .map(|point| (point.carbon, point.mass))
        .collect();
    let board = if app.is_elder() {
        Board::LARGE
    } else {
        Board::USUAL
    };
    let chart = Quadrant::of(&places, board)
        .map(|quadrant| drawing(app, &title, board, &quadrant, &points));
    let said = if chart.is_none() {
        texts.chart_none()
    } else {
        texts.chart_hint()
    };
    let fields = if app.is_elder() && chart.is_some() {
        let names = [("both", texts.field_both()), ("trade", texts.field_trade())];
        fill(texts.fields(), &names)
    } else {
        String::new()
    };
    let table = (!points.is_empty()).then(|| table(app, full_name, &points));
    element("section", "section")
        .child(element("h2", "").text(title))
        .child(element("div", "").child(choice_group(question, &choices, pollutant.id(), onchoose)))
        .child(element("div", "slot").children(chart))
        .child(element("p", "slot").text(fields))
        .child(element("p", "muted small").text(said))
        .child(element("div", "slot").children(table))
}

fn drawing(
    app: &App,
    title: &str,
    board: Board,
    quadrant: &Quadrant,
    points: &[Point<'_>],
) -> Element {
    let texts = app.messages().synergy;
    let (right, left, lower) = (board.width, Board::LEFT, board.lower());
    let (zero_x, zero_y) = (quadrant.zero_x, quadrant.zero_y);
    let [width, height] = [right, board.height].map(|length| length.to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let mut drawing = element("svg", "synergy-chart")
        .attribute("viewBox", view_box)
        .attribute("role", "img")
        .attribute("aria-label", title.to_owned())
        .child(field("synergy-both", [zero_x, right], [0, zero_y]))
        .child(field("synergy-trade", [zero_x, right], [zero_y, lower]));
    for tick in &quadrant.across {
        drawing = drawing.child(line(tick.amount == 0, [tick.at, tick.at], [0, lower]));
        let label = tick.written.map(|middle| {
            let amount = Carbon::from_milligrams(tick.amount).short(app.language());
            text(middle, lower + 14, &amount).attribute("text-anchor", "middle")
        });
        drawing = drawing.children(label);
    }
    for tick in &quadrant.up {
        drawing = drawing.child(line(tick.amount == 0, [left, right], [tick.at, tick.at]));
        let label = tick.written.map(|middle| {
            let amount = PollutantMass::from_micrograms(tick.amount).short(app.language());
            text(left - 3, middle + 4, &amount).attribute("text-anchor", "end")
        });
        drawing = drawing.children(label);
    }
    // Beside large letters there is no room for the names of the fields.
    if !app.is_elder() {
        // The largest savings stand in the outer corners: the names stand at the axis,
        // where there is room for them.
        let (x, anchor) = if zero_x * 2 > right {
            (right - 4, "end")
        } else {
            (zero_x + 4, "start")
        };
        drawing = drawing
            .child(corner((x, 12), anchor, texts.field_both()))
            .child(corner((x, lower - 5), anchor, texts.field_trade()));
    }
    for (point, dot) in points.iter().zip(&quadrant.dots) {
        drawing = drawing.child(badge(app, point, *dot));
    }
    drawing
}

fn corner((x, y): (i64, i64), anchor: &'static str, words: &str) -> Element {
    text(x, y, words)
        .attribute("text-anchor", anchor)
        .attribute("class", "synergy-corner")
}

fn field(class: &'static str, across: [i64; 2], down: [i64; 2]) -> Element {
    element("rect", class)
        .attribute("x", across[0].to_string())
        .attribute("y", down[0].to_string())
        .attribute("width", (across[1] - across[0]).to_string())
        .attribute("height", (down[1] - down[0]).to_string())
}

fn line(is_zero: bool, across: [i64; 2], down: [i64; 2]) -> Element {
    let class = if is_zero { "chart-zero" } else { "chart-line" };
    straight(class, across, down)
}

fn straight(class: &'static str, across: [i64; 2], down: [i64; 2]) -> Element {
    element("line", class)
        .attribute("x1", across[0].to_string())
        .attribute("x2", across[1].to_string())
        .attribute("y1", down[0].to_string())
        .attribute("y2", down[1].to_string())
}

fn text(x: i64, y: i64, words: &str) -> Element {
    element("text", "")
        .attribute("x", x.to_string())
        .attribute("y", y.to_string())
        .text(words.to_owned())
}

/// A number in the shape of its verdict; a hollow one is known in part only.
fn badge(app: &App, point: &Point<'_>, dot: Dot) -> Element {
    let (x, y) = (dot.badge_x, dot.badge_y);
    let shape = shape(point.deed.verdict, x, y);
    let class = match (point.deed.verdict, point.is_full) {
        (_, false) => "synergy-badge is-partial",
        (Verdict::Trade, true) => "synergy-badge is-trade",
        (Verdict::Worse, true) => "synergy-badge is-worse",
        (_, true) => "synergy-badge",
    };
    let title = [
        &*point.number.to_string(),
        " ",
        action_name(app, point.deed.action),
        app.messages().compare.colon(),
        &Carbon::from_milligrams(point.carbon).short(app.language()),
        app.messages().synergy.separator(),
        &PollutantMass::from_micrograms(point.mass).short(app.language()),
    ];
    let number = text(x, y + 4, &point.number.to_string()).attribute("text-anchor", "middle");
    let group = element("g", class).child(element("title", "").text(title.concat()));
    let group = if (x, y) == (dot.x, dot.y) {
        group
    } else {
        group
            .child(straight("synergy-leader", [dot.x, x], [dot.y, y]))
            .child(
                element("circle", "synergy-point")
                    .attribute("cx", dot.x.to_string())
                    .attribute("cy", dot.y.to_string())
                    .attribute("r", "2"),
            )
    };
    group.child(shape).child(number)
}

fn shape(verdict: Verdict, x: i64, y: i64) -> Element {
    match verdict {
        Verdict::Trade => {
            let at = |across: i64, down: i64| {
                [&*(x + across).to_string(), ",", &(y + down).to_string()].concat()
            };
            let corners = [at(0, -9), at(9, 0), at(0, 9), at(-9, 0)].join(" ");
            element("polygon", "synergy-shape").attribute("points", corners)
        }
        Verdict::Worse => field("synergy-shape", [x - 7, x + 7], [y - 7, y + 7]),
        _ => element("circle", "synergy-shape")
            .attribute("cx", x.to_string())
            .attribute("cy", y.to_string())
            .attribute("r", "7.5"),
    }
}

/// The same as a table.
fn table(app: &App, pollutant: &'static str, points: &[Point<'_>]) -> Element {
    let texts = app.messages().synergy;
    let heading = |class: &'static str, name: &'static str| {
        element("th", class).attribute("scope", "col").text(name)
    };
    let mut rows = element("tbody", "");
    for point in points {
        let name = [
            &*point.number.to_string(),
            " ",
            action_name(app, point.deed.action),
        ]
        .concat();
        let amount = PollutantMass::from_micrograms(point.mass).short(app.language());
        let partial = if point.is_full {
            ""
        } else {
            app.messages().shell.partial_amount()
        };
        let carbon = Carbon::from_milligrams(point.carbon).short(app.language());
        let row = element("tr", "")
            .child(element("th", "").attribute("scope", "row").text(name))
            .child(element("td", "number").text(less_or_more(app, &carbon)))
            .child(
                element("td", "number")
                    .text(less_or_more(app, &amount))
                    .child(element("span", "pair-remark slot").text(partial)),
            );
        rows = rows.child(row);
    }
    let headings = element("tr", "")
        .child(heading("", texts.table_action()))
        .child(heading("number", texts.table_carbon()))
        .child(heading("number", pollutant));
    let table = element("table", "")
        .child(element("thead", "").child(headings))
        .child(rows);
    disclosure(app.messages().statement.show_table(), table)
}
