//! Day by day: the calendar of a month or a year, and the same as a table.

use super::period::measure_name;
use super::picture::amount_text;
use super::{View, links};
use crate::account::{Calendar, Span, days_with_entries};
use crate::app::components::{Element, calendar_chart, element, link, table_behind};
use crate::language::fill;
use crate::quantity::{Day, Month};

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
    let table = match statement.span {
        Span::Year(_) => by_month(view, &recorded),
        _ => by_day(view, &recorded),
    };
    let section = element("section", "section")
        .child(element("h3", "").text(title))
        .child(element("p", "muted small").text(said))
        .child(calendar_chart(app, &label, &calendars))
        .child(element("p", "muted small").text(texts.calendar_hint()))
        .child(table);
    element("div", "slot").child(section)
}

type Recorded = [(Day, Option<i64>)];

/// The days of a month, each with the way to its entries.
fn by_day(View { app, statement, .. }: View<'_>, recorded: &Recorded) -> Element {
    let texts = app.messages().statement;
    let rows = recorded.iter().map(|(day, amount)| {
        let href = links::ledger(Span::Day(*day), "", "");
        let when = link("", href).text(day.long(app.language()));
        (when, vec![amount_text(app, statement.measure, *amount)])
    });
    let headings = [texts.table_when(), texts.table_amount()];
    table_behind(app, texts.calendar(), &headings, rows)
}

/// The months of a year, each with the way to its days: all of them at once
/// would be a thousand elements that few people open.
fn by_month(view: View<'_>, recorded: &Recorded) -> Element {
    let View { app, statement, .. } = view;
    let texts = app.messages().statement;
    let mut months: Vec<(Month, usize)> = Vec::new();
    for (day, _) in recorded {
        match months.last_mut() {
            Some((month, days)) if *month == day.month_of() => *days += 1,
            _ => months.push((day.month_of(), 1)),
        }
    }
    let rows = months.into_iter().map(|(month, days)| {
        let span = Span::Month(month);
        let href = links::statement(span, statement.measure);
        let amount = view.ledger.saved(span, statement.measure);
        let amount = amount_text(app, statement.measure, amount);
        let when = link("", href).text(month.long(app.language()));
        (when, vec![days.to_string(), amount])
    });
    let headings = [texts.table_when(), texts.table_days(), texts.table_amount()];
    table_behind(app, texts.calendar(), &headings, rows)
}

/// Both halves of a year, one below the other on a phone.
fn halves(year: u16) -> Vec<(Month, Month)> {
    let month = |month| Month::from_year_month(year, month).ok();
    [(1, 6), (7, 12)]
        .into_iter()
        .filter_map(|(first, last)| month(first).zip(month(last)))
        .collect()
}
