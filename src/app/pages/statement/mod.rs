//! The statement: what a month, a year or the whole account came to.

mod days;
mod equivalent;
mod green;
pub mod links;
mod paper;
mod parts;
mod period;
mod picture;
mod sure;
mod week;

pub use paper::{paper_head, print_button};

use crate::account::{Ledger, Measure, Span, Statement};
use crate::app::components::{
    Element, disclosure, element, figure, large_carbon_figure, link, page_header, range_line,
    range_text,
};
use crate::app::context::App;
use crate::app::query::Query;
use crate::language::fill;
use crate::quantity::{Carbon, Day, grouped};

/// What every part of the page takes.
#[derive(Clone, Copy)]
struct View<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    statement: &'a Statement,
    today: Day,
}

/// The page; on this month where no span is asked for, and counting CO2e unless
/// the address asks for something else.
pub fn statement(app: &App, span: Option<Span>, query: &Query) -> Element {
    let today = app.today();
    let span = span.unwrap_or(Span::Month(today.month_of()));
    let measure = query.get("of").and_then(Measure::from_id);
    let ledger = app.ledger();
    let statement = Statement::of(&ledger, span, measure.unwrap_or_default());
    let view = View {
        app,
        ledger: &ledger,
        statement: &statement,
        today,
    };
    let content = if statement.is_empty() {
        empty(app, span)
    } else {
        content(view)
    };
    let print = (!statement.is_empty()).then(|| print_button(app));
    let title = app.messages().statement.title();
    element("div", "page statement")
        .child(page_header(None, title, "", print))
        .child(paper_head(app, title, span))
        .child(period::period(view))
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

fn content(view: View<'_>) -> Element {
    if view.app.is_elder() {
        return few_first(view);
    }
    let main = element("div", "column")
        .child(summary(view))
        .child(equivalent::as_much_as(view))
        .child(period::measures(view))
        .child(picture::picture(view))
        .child(days::days(view))
        .child(parts::by_category(view))
        .child(parts::by_action(view));
    let side = element("div", "column")
        .child(green::green_share(view))
        .child(parts::pollutants(view.app, view.statement))
        .child(week::usual_week(view))
        .child(sure::surety(view))
        .child(links::more(view.app, view.statement.span));
    element("div", "columns")
        .key("content")
        .child(main)
        .child(side)
}

/// For the elder: what it came to and what of, and all the rest behind a name.
fn few_first(view: View<'_>) -> Element {
    let few = element("div", "column")
        .child(summary(view))
        .child(equivalent::as_much_as(view))
        .child(parts::by_category(view))
        .child(green::green_share(view));
    let rest = element("div", "column")
        .child(period::measures(view))
        .child(picture::picture(view))
        .child(days::days(view))
        .child(parts::by_action(view))
        .child(parts::pollutants(view.app, view.statement))
        .child(week::usual_week(view))
        .child(sure::surety(view))
        .child(links::more(view.app, view.statement.span));
    let name = view.app.messages().statement.rest();
    let rest = disclosure(name, element("div", "disclosure-body").child(rest));
    element("div", "columns")
        .key("content")
        .child(few)
        .child(rest)
}

fn summary(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let messages = app.messages();
    let texts = messages.statement;
    let totals = &statement.totals;
    let is_negative = totals.reduction < Carbon::ZERO;
    let negative = if is_negative {
        messages.shell.negative_note()
    } else {
        ""
    };
    let [low, value, high] = [totals.low, totals.reduction, totals.high].map(Carbon::milligrams);
    let remark = element("div", "")
        .child(element("p", "").text(range_text(app, totals.low, totals.high)))
        .child(element("div", "slot").children(range_line(low, value, high)))
        .child(element("p", "slot").text(negative));
    let self_reported = fill(
        texts.of_which(),
        &[("count", &totals.self_reported.to_string())],
    );
    let withheld = match statement.withheld {
        0 => String::new(),
        count => fill(
            messages.rewards.withheld_all(),
            &[("count", &grouped(count))],
        ),
    };
    let points = grouped(statement.points);
    let points = figure(messages.shell.points(), &points, &withheld);
    let entries = figure(texts.entries(), &totals.entries.to_string(), &self_reported);
    let figures = element("div", "figures summary-figures")
        .child(points)
        .child(entries);
    let to_entries = link("text-link", links::ledger(statement.span, "", ""));
    let to_sources = link("text-link", "#/methodology/actions").text(messages.compare.sources());
    let ways = element("div", "actions screen-only")
        .child(to_entries.text(texts.to_entries()))
        .child(to_sources);
    element("section", "card")
        .child(large_carbon_figure(
            app,
            texts.saved(),
            totals.reduction,
            remark.into(),
        ))
        .child(figures)
        .child(element("p", "muted small").text(messages.shell.self_reported_label()))
        .child(ways)
}
