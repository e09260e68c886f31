//! Day by day: the calendar of a month or a year, and the same as a table.

use super::period::measure_name;
use super::picture::amount_text;
use super::{View, links};
use crate::account::{Calendar, Span, days_with_entries};
use crate::app::components::{Element, calendar_chart, element, link, table_behind};
use crate::language::fill;
use crate::quantity::Month;

/// The calendar; an empty element for the whole account.
pub fn days(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let measure = statement.measure;
    let ends = match statement.span {
        Span::Month(month) => vec![(month, month)],
        Span::Year(year) => halves(year),
        Span::Day(_) | Span::All => Vec::new(),
    };
    if ends.is_empty() {
        return element("div", "slot");
    }
    let recorded = days_with_entries(view.ledger, statement.span, measure);
    let calendars: Vec<Calendar> = ends
        .into_iter()
        .map(|(first, last)| Calendar::of(first, last, &recorded))
        .collect();
    let count = recorded.len().to_string();
    let values = [("count", &*count), ("measure", measure_name(measure))];
    let said = fill(texts.calendar_days(), &values);
    let title = texts.calendar();
    let label = [title, "：", &said].concat();
    let rows = recorded.iter().map(|(day, amount)| {
        let href = links::ledger(Span::Day(*day), "", "");
        let when = link("", href).text(day.long(app.language()));
        (when, vec![amount_text(app, measure, *amount)])
    });
    let table = table_behind(
        app,
        title,
        &[texts.table_when(), texts.table_amount()],
        rows,
    );
    let section = element("section", "section")
        .child(element("h3", "").text(title))
        .child(element("p", "muted small").text(said))
        .child(calendar_chart(app, &label, &calendars))
        .child(element("p", "muted small").text(texts.calendar_hint()))
        .child(table);
    element("div", "slot").child(section)
}

/// Both halves of a year, one below the other on a phone.
fn halves(year: u16) -> Vec<(Month, Month)> {
    let month = |month| Month::from_year_month(year, month).ok();
    [(1, 6), (7, 12)]
        .into_iter()
        .filter_map(|(first, last)| month(first).zip(month(last)))
        .collect()
}
