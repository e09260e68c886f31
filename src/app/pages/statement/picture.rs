//! How it came about: the chart, and the same as a table.

use super::period::measure_name;
use super::{View, links};
use crate::account::{Measure, Span, Step, best_month};
use crate::app::components::{
    Column, Element, Picture, bar_chart, element, link, span_name, table_behind,
};
use crate::app::context::App;
use crate::language::fill;

/// The chart with its table; an empty element where nothing could be seen.
pub fn picture(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let measure = statement.measure;
    let template = match statement.steps.first().map(|step| step.span) {
        Some(Span::Year(_)) => texts.chart_by_year(),
        Some(Span::Month(_)) => texts.chart_by_month(),
        _ => texts.chart_by_day(),
    };
    let title = fill(template, &[("measure", measure_name(measure))]);
    let best = best_text(app, measure, statement.best(), texts.chart_most());
    let columns: Vec<Column> = statement
        .steps
        .iter()
        .map(|step| column(view, step))
        .collect();
    let picture = Picture {
        id: "steps",
        title: &title,
        description: &best,
        measure,
        language: app.language(),
    };
    let Some(chart) = bar_chart(picture, &columns) else {
        // What comes to nothing is known, as of a trip that is its own baseline.
        let is_known = statement.steps.iter().any(|step| step.amount.is_some());
        let template = if is_known {
            texts.nothing_changed()
        } else {
            texts.nothing_counted()
        };
        let said = fill(template, &[("measure", measure_name(measure))]);
        return element("div", "slot").child(element("p", "muted").text(said));
    };
    let rows = statement.steps.iter().map(|step| {
        let place = match step.span {
            Span::Day(_) => links::ledger(step.span, "", ""),
            span => links::statement(span, measure),
        };
        let when = link("", place).text(span_name(app, step.span));
        (when, vec![amount_text(app, measure, step.amount)])
    });
    let table = table_behind(
        app,
        &title,
        &[texts.table_when(), texts.table_amount()],
        rows,
    );
    let section = element("section", "section")
        .child(element("h3", "").text(title.clone()))
        .child(element("p", "muted small slot").text(best.clone()))
        .child(chart)
        .child(table)
        .child(best_ever(view));
    element("div", "slot").child(section)
}

/// The best month, of the year or the whole account, with a link to it; empty
/// where it is what is looked at.
fn best_ever(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let best = best_month(view.ledger, statement.span, statement.measure);
    let place = element("p", "slot");
    match best {
        Some(best) if best.span == statement.span => {
            place.text(app.messages().statement.is_best_month())
        }
        Some(best) => {
            let template = app.messages().statement.best_month();
            let text = best_text(app, statement.measure, Some(best), template);
            let href = links::statement(best.span, statement.measure);
            place.child(link("text-link", href).text(text))
        }
        None => place,
    }
}

fn best_text(app: &App, measure: Measure, best: Option<Step>, template: &str) -> String {
    best.map_or_else(String::new, |best| {
        let amount = amount_text(app, measure, best.amount);
        let when = span_name(app, best.span);
        fill(template, &[("when", &when), ("amount", &amount)])
    })
}

fn column(view: View<'_>, step: &Step) -> Column {
    let amount = amount_text(view.app, view.statement.measure, step.amount);
    Column {
        amount: step.amount.unwrap_or_default(),
        name: short_name(step.span),
        title: [&*span_name(view.app, step.span), " ", &amount].concat(),
    }
}

/// An amount, or that it is not counted.
pub fn amount_text(app: &App, measure: Measure, amount: Option<i64>) -> String {
    match amount {
        Some(amount) => measure.short(amount, app.language()),
        None => app.messages().shell.unknown_amount().to_owned(),
    }
}

/// The number below a bar: of the day, the month, or the year.
pub fn short_name(span: Span) -> String {
    match span {
        Span::Day(day) => day.day().to_string(),
        Span::Month(month) => month.month().to_string(),
        Span::Year(year) => year.to_string(),
        Span::All => String::new(),
    }
}
