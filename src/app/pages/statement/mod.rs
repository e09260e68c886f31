//! The statement: what a month, a year or the whole account came to.

mod parts;
mod period;
mod picture;

use crate::account::{Span, Statement};
use crate::app::components::{
    Element, element, figure, large_carbon_figure, link, page, range_text,
};
use crate::app::context::App;
use crate::language::fill;
use crate::quantity::Carbon;

/// The page; on this month where no span is asked for.
pub fn statement(app: &App, span: Option<Span>) -> Element {
    let today = app.today();
    let span = span.unwrap_or(Span::Month(today.month_of()));
    let ledger = app.ledger();
    let statement = Statement::of(&ledger, span);
    let content = if statement.is_empty() {
        empty(app, span)
    } else {
        content(app, &statement)
    };
    page(app.messages().statement.title())
        .child(period::period(app, &ledger, span, today))
        .child(element("div", "place").child(content))
}

fn empty(app: &App, span: Span) -> Element {
    let texts = app.messages().statement;
    let title = if span == Span::All {
        texts.empty_account()
    } else {
        texts.empty_period()
    };
    let record = link("button button-primary", "#/record").text(app.messages().today.record());
    element("div", "empty")
        .key("empty")
        .child(element("h3", "").text(title))
        .child(element("p", "").text(texts.empty_text()))
        .child(record)
}

fn content(app: &App, statement: &Statement) -> Element {
    let main = element("div", "column")
        .child(summary(app, statement))
        .child(picture::picture(app, statement))
        .child(parts::by_category(app, statement))
        .child(parts::by_action(app, statement));
    let side = element("div", "column")
        .child(parts::green_share(app, statement))
        .child(parts::pollutants(app, statement));
    element("div", "columns")
        .key("content")
        .child(main)
        .child(side)
}

fn summary(app: &App, statement: &Statement) -> Element {
    let messages = app.messages();
    let texts = messages.statement;
    let totals = &statement.totals;
    let is_negative = totals.reduction < Carbon::ZERO;
    let negative = if is_negative {
        messages.shell.negative_note()
    } else {
        ""
    };
    let remark = element("div", "")
        .child(element("p", "").text(range_text(app, totals.low, totals.high)))
        .child(element("p", "slot").text(negative));
    let self_reported = fill(
        texts.of_which(),
        &[("count", &totals.self_reported.to_string())],
    );
    let points = figure(messages.shell.points(), &statement.points.to_string(), "");
    let entries = figure(texts.entries(), &totals.entries.to_string(), &self_reported);
    let figures = element("div", "figures summary-figures")
        .child(points)
        .child(entries);
    element("section", "card")
        .child(large_carbon_figure(
            app,
            texts.saved(),
            totals.reduction,
            remark.into(),
        ))
        .child(figures)
        .child(element("p", "muted small").text(messages.shell.self_reported_label()))
}
