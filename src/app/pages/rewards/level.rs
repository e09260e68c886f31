//! All points, and the level that they led to.

use crate::account::{Span, level, points_withheld};
use crate::app::components::{Element, bar_row, disclosure, element, figure};
use crate::app::context::App;
use crate::app::pages::methodology::points;
use crate::language::fill;
use crate::methodology::current;
use crate::quantity::grouped;

/// The card at the head of the page.
pub fn level_card(app: &App) -> Element {
    let messages = app.messages();
    let texts = messages.rewards;
    let ledger = app.ledger();
    let all = ledger.points(Span::All);
    let this_month = ledger.points(Span::Month(app.today().month_of()));
    let withheld = points_withheld(&ledger, Span::All);
    let level = level(&ledger);
    let name = |place: usize| texts.level_names().get(place).copied().unwrap_or_default();
    let number = (level.place + 1).to_string();
    let heading = fill(
        texts.level(),
        &[("number", &number), ("name", name(level.place))],
    );
    let (missing, amount) = level.missing.map_or_else(
        || (texts.level_last().to_owned(), String::new()),
        |missing| {
            let next = fill(texts.level_missing(), &[("name", name(level.place + 1))]);
            let count = [("count", &*grouped(missing))];
            (next, fill(messages.shell.points_count(), &count))
        },
    );
    let way = bar_row(&missing, &amount, "", level.way, false);
    let way = element("ul", "bars").child(way);
    let withheld = match withheld {
        0 => String::new(),
        count => fill(texts.withheld_all(), &[("count", &grouped(count))]),
    };
    let figures = element("div", "figures summary-figures")
        .child(figure(texts.points_all(), &grouped(all), &withheld))
        .child(figure(texts.points_of_month(), &grouped(this_month), ""));
    let rule = [
        ("cap", &*grouped(current().day_points_cap.into())),
        ("count", &grouped(level.points)),
    ];
    let rules = element("div", "disclosure-body")
        .child(element("p", "").text(fill(texts.level_hint(), &rule)))
        .child(element("p", "").text(points(app, current())));
    element("section", "card")
        .child(element("h2", "").text(heading))
        .child(way)
        .child(figures)
        .child(disclosure(texts.rules(), rules))
}
