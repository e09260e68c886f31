//! How it came about: the chart, and the same as a table.

use super::period::name;
use crate::account::{Span, Statement};
use crate::app::components::{Column, Element, bar_chart, element, icon};
use crate::app::context::App;
use crate::language::fill;

/// The chart with its table; an empty element where nothing could be seen.
pub fn picture(app: &App, statement: &Statement) -> Element {
    let texts = app.messages().statement;
    let title = match statement.steps.first().map(|step| step.span) {
        Some(Span::Year(_)) => texts.chart_by_year(),
        Some(Span::Month(_)) => texts.chart_by_month(),
        _ => texts.chart_by_day(),
    };
    let best = statement.best().map(|best| {
        let amount = best.reduction.short(app.language());
        fill(
            texts.chart_most(),
            &[("when", &name(app, best.span)), ("amount", &amount)],
        )
    });
    let best = best.unwrap_or_default();
    let mut columns = Vec::with_capacity(statement.steps.len());
    let mut rows = element("tbody", "");
    for step in &statement.steps {
        let (when, amount) = (name(app, step.span), step.reduction.short(app.language()));
        columns.push(Column {
            amount: step.reduction,
            name: short_name(step.span),
            title: [&when, " ", &amount].concat(),
        });
        let row = element("tr", "")
            .child(element("th", "").attribute("scope", "row").text(when))
            .child(element("td", "number").text(amount));
        rows = rows.child(row);
    }
    let Some(chart) = bar_chart(app.language(), title, &best, &columns) else {
        return element("div", "slot");
    };
    let heading = |class: &'static str, name: &'static str| {
        element("th", class).attribute("scope", "col").text(name)
    };
    let headings = element("tr", "")
        .child(heading("", texts.table_when()))
        .child(heading("number", texts.table_amount()));
    let table = element("table", "")
        .child(element("caption", "visually-hidden").text(title))
        .child(element("thead", "").child(headings))
        .child(rows);
    let summary = element("summary", "")
        .child(icon("forward"))
        .text(texts.show_table());
    let section = element("section", "section")
        .child(element("h3", "").text(title))
        .child(element("p", "muted small slot").text(best))
        .child(chart)
        .child(element("details", "disclosure").child(summary).child(table));
    element("div", "slot").child(section)
}

/// The number below a bar: of the day, the month, or the year.
fn short_name(span: Span) -> String {
    match span {
        Span::Day(day) => day.day().to_string(),
        Span::Month(month) => month.month().to_string(),
        Span::Year(year) => year.to_string(),
        Span::All => String::new(),
    }
}
