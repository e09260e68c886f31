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

/// The ways to what else the entries show, and to how they are worked out.
pub fn more(app: &App) -> Element {
    let method = app.messages().more;
    let row = link_row(
        "#/methodology".to_owned(),
        "book",
        method.methodology(),
        method.methodology_hint().into(),
    );
    let norms = app.messages().norms;
    let norms = link_row(
        "#/norms".to_owned(),
        "norm",
        norms.title(),
        norms.hint().into(),
    );
    element("ul", "rows screen-only").child(norms).child(row)
}
