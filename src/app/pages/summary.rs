//! The account on a card: what this month and everything so far has saved. It
//! is what the frame of another page shows of the account.

use super::today::{counts, pollutants, range};
use crate::account::{Span, Totals};
use crate::app::components::{Element, element, large_carbon_figure, link, page_header, span_name};
use crate::app::context::App;
use crate::quantity::Carbon;

/// The page.
pub fn summary(app: &App) -> Element {
    let texts = app.messages().summary;
    let month = Span::Month(app.today().month_of());
    let month_name = span_name(app, month);
    let content = if app.ledger().is_empty() {
        let record = link("button button-primary", "#/record").text(app.messages().today.record());
        element("div", "section")
            .key("none")
            .child(element("p", "").text(texts.empty()))
            .child(element("p", "").child(record))
    } else {
        element("div", "columns")
            .key("some")
            .child(card(app, &month_name, month))
            .child(card(app, texts.whole_account(), Span::All))
    };
    element("div", "page")
        .child(page_header(None, texts.title(), "", None))
        .child(element("div", "").child(content))
        .child(element("p", "muted small").text(app.messages().shell.self_reported_label()))
}

/// What a span saved.
fn card(app: &App, name: &str, span: Span) -> Element {
    let texts = app.messages().summary;
    let (totals, points): (Totals, u64) = {
        let ledger = app.ledger();
        (ledger.totals(span), ledger.points(span))
    };
    let label = if totals.reduction < Carbon::ZERO {
        texts.emitted_more()
    } else {
        texts.saved()
    };
    let range = range(app, &totals);
    element("section", "card")
        .child(element("h2", "").text(name.to_owned()))
        .child(large_carbon_figure(
            app,
            label,
            totals.reduction,
            range.into(),
        ))
        .child(counts(app, &totals, points))
        .child(pollutants(app, &totals))
}
