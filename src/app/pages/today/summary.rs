//! The figures of this week and of the whole account.

use crate::account::{Span, Totals};
use crate::app::components::{
    Element, carbon_figure, disclosure, element, figure, icon, large_carbon_figure, pollutant_list,
    range_text, rows_of_totals,
};
use crate::app::context::App;
use crate::quantity::{Carbon, grouped};

/// This week: the figure of the page, with its pollutants.
pub fn week(app: &App) -> Element {
    let texts = app.messages().today;
    let today = app.today();
    let (totals, points) = {
        let ledger = app.ledger();
        (ledger.week(today), ledger.points_of_week(today))
    };
    let label = if totals.reduction < Carbon::ZERO {
        texts.week_emitted_more()
    } else {
        texts.week_saved()
    };
    element("section", "card")
        .attribute("aria-label", label)
        .child(large_carbon_figure(
            app,
            label,
            totals.reduction,
            range(app, &totals).into(),
        ))
        .child(counts(app, &totals, points))
        .child(pollutants(app, &totals))
}

/// All that was ever recorded.
pub fn whole_account(app: &App) -> Element {
    let texts = app.messages().today;
    let (totals, points) = {
        let ledger = app.ledger();
        (ledger.totals(Span::All), ledger.points(Span::All))
    };
    let link = element("a", "text-link")
        .attribute("href", "#/statement")
        .text(texts.to_statement())
        .child(icon("forward"));
    let header = element("div", "section-header")
        .child(
            element("h2", "")
                .attribute("id", "whole-account")
                .text(texts.whole_account()),
        )
        .child(link);
    element("section", "card")
        .attribute("aria-labelledby", "whole-account")
        .child(header)
        .child(carbon_figure(
            app,
            app.messages().shell.saved(),
            totals.reduction,
            &range(app, &totals),
        ))
        .child(counts(app, &totals, points))
        .child(pollutants(app, &totals))
}

/// From where to where totals may lie; nothing where nothing was recorded.
pub fn range(app: &App, totals: &Totals) -> String {
    if totals.entries == 0 {
        return String::new();
    }
    range_text(app, totals.low, totals.high)
}

/// Points, and how much was recorded.
pub fn counts(app: &App, totals: &Totals, points: u64) -> Element {
    let texts = app.messages().shell;
    element("div", "figures summary-figures")
        .child(figure(
            texts.points(),
            &grouped(points),
            texts.points_worth(),
        ))
        .child(figure(texts.recorded(), &totals.entries.to_string(), ""))
}

/// The pollutants, unfolded by whoever wants them.
pub fn pollutants(app: &App, totals: &Totals) -> Element {
    let texts = app.messages().shell;
    let body = element("div", "disclosure-body")
        .child(pollutant_list(app, &rows_of_totals(totals), false))
        .child(element("p", "muted small").text(texts.pollutants_note()));
    disclosure(texts.pollutants(), body)
}
