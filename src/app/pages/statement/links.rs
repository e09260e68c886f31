//! From a number to what it is made of.

use crate::account::{Measure, Span};
use crate::app::components::{Element, element, link_row};
use crate::app::context::App;

/// The entries of a span in the ledger; `name` and `id` say of which category or
/// action, all where they are empty.
pub fn ledger(span: Span, name: &str, id: &str) -> String {
    let span = ["#/ledger?span=", &span.to_string()].concat();
    if id.is_empty() {
        return span;
    }
    [&span, "&", name, "=", id].concat()
}

/// The statement of a span, counting a measure. That of a day is its month's.
pub fn statement(span: Span, measure: Measure) -> String {
    let span = match span {
        Span::Day(day) => Span::Month(day.month_of()),
        span => span,
    };
    let href = ["#/statement/", &span.to_string()].concat();
    match measure {
        Measure::Carbon => href,
        Measure::Pollutant(pollutant) => [&href, "?of=", pollutant.id()].concat(),
    }
}

/// The ways to what else can be made of it, and to how it is worked out.
pub fn more(app: &App, span: Span) -> Element {
    let messages = app.messages();
    let share = ["#/share/", &span.to_string()].concat();
    let (synergy, compare) = (messages.synergy, messages.compare);
    let (norms, method) = (messages.norms, messages.more);
    let rows = [
        (
            &*share,
            "link",
            messages.share.title(),
            messages.share.hint(),
        ),
        ("#/synergy", "leaf", synergy.title(), synergy.hint()),
        ("#/compare", "trip", compare.title(), compare.hint()),
        ("#/norms", "norm", norms.title(), norms.hint()),
        (
            "#/methodology",
            "book",
            method.methodology(),
            method.methodology_hint(),
        ),
    ];
    let rows = rows
        .map(|(href, drawing, name, hint)| link_row(href.to_owned(), drawing, name, hint.into()));
    element("ul", "rows screen-only").children(rows)
}
