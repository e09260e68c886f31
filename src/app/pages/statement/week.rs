//! The usual week: what each of its days comes to on average.

use super::View;
use super::picture::amount_text;
use crate::account::UsualWeek;
use crate::app::components::{Column, Element, Picture, bar_chart, element, table_behind};
use crate::language::fill;

/// The section; an empty element where nothing could be seen.
pub fn usual_week(view: View<'_>) -> Element {
    let View { app, statement, .. } = view;
    let (span, measure) = (statement.span, statement.measure);
    // On paper there is no room for it.
    let place = element("div", "slot screen-only");
    let Some(week) = UsualWeek::of(view.ledger, span, measure, view.today) else {
        return place;
    };
    let texts = app.messages().statement;
    let title = texts.usual_week();
    let (names, short) = (texts.weekdays(), texts.weekdays_short());
    let best = week.best().map(|(day, amount)| {
        let amount = measure.short(amount, app.language());
        fill(
            texts.usual_most(),
            &[("when", names[day]), ("amount", &amount)],
        )
    });
    let best = best.unwrap_or_default();
    let days = || week.days.iter().zip(names.iter().zip(short));
    let columns: Vec<Column> = days()
        .map(|(day, (name, short))| Column {
            amount: day.average.unwrap_or_default(),
            name: (*short).to_owned(),
            title: [name, " ", &amount_text(app, measure, day.average)].concat(),
        })
        .collect();
    let picture = Picture {
        id: "week",
        title,
        description: &best,
        measure,
        language: app.language(),
    };
    let Some(chart) = bar_chart(picture, &columns) else {
        return place;
    };
    let rows = days().map(|(day, (name, _))| {
        let average = amount_text(app, measure, day.average);
        (
            element("span", "").text(*name),
            vec![day.days.to_string(), average],
        )
    });
    let headings = [
        texts.table_when(),
        texts.table_days(),
        texts.table_average(),
    ];
    let table = table_behind(app, title, &headings, rows);
    let language = app.language();
    let (first, last) = (week.first.long(language), week.last.long(language));
    let hint = fill(texts.usual_hint(), &[("first", &first), ("last", &last)]);
    let section = element("section", "section")
        .child(element("h3", "").text(title))
        .child(element("p", "muted small slot").text(best.clone()))
        .child(chart)
        .child(element("p", "muted small").text(hint))
        .child(table);
    place.child(section)
}
