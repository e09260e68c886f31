//! Which stretch of time the statement is about and what it counts, and the way
//! to others.

use super::{View, links};
use crate::account::{Measure, Span, neighbours};
use crate::app::components::{Element, element, icon, link, span_name};
use crate::app::context::App;
use crate::app::pages::TURNED_ID;
use crate::language::fill;

/// The switch between month, year and everything, and the way back and on.
pub fn period(view: View<'_>) -> Element {
    let View { app, today, .. } = view;
    let texts = app.messages().statement;
    let (span, measure) = (view.statement.span, view.statement.measure);
    let is_month = matches!(span, Span::Month(_) | Span::Day(_));
    let is_year = matches!(span, Span::Year(_));
    let kinds = [
        (Span::Month(today.month_of()), texts.by_month(), is_month),
        (Span::Year(today.year()), texts.by_year(), is_year),
        (Span::All, texts.whole_account(), span == Span::All),
    ];
    let mut switch = element("nav", "segments").attribute("aria-label", texts.period());
    for (span, name, is_current) in kinds {
        let kind = link("segment", links::statement(span, measure)).text(name);
        switch = switch.child(kind.optional("aria-current", is_current.then_some("true")));
    }
    let [back, on] = neighbours(view.ledger, span, today);
    let turn = |span, drawing, names| turn(app, span, measure, drawing, names);
    let turn = element("div", "period-turn")
        .child(turn(back, "back", [texts.previous(), texts.no_earlier()]))
        .child(element("h2", "").text(span_name(app, span)))
        .child(turn(on, "forward", [texts.next(), texts.no_later()]));
    // For the screen reader, when a leaf is turned (src/app/root.rs).
    let mut said = [&*span_name(app, span), " ", measure_name(measure)].concat();
    if span != Span::All {
        let ends = [(back, texts.no_earlier()), (on, texts.no_later())];
        for (_, end) in ends.into_iter().filter(|(span, _)| span.is_none()) {
            said = [&*said, " ", end].concat();
        }
    }
    let said = element("p", "")
        .attribute("id", TURNED_ID)
        .flag("hidden", true)
        .text(said);
    element("div", "period screen-only")
        .child(switch)
        .child(turn)
        .child(said)
}

/// A link to another leaf; it stays where there is none, and the focus with it.
/// What it is called names the leaf, or says that there is none.
fn turn(
    app: &App,
    span: Option<Span>,
    measure: Measure,
    drawing: &str,
    [template, none]: [&str; 2],
) -> Element {
    let label = span.map(|span| fill(template, &[("when", &span_name(app, span))]));
    let no_more = span.is_none();
    element("a", "icon-button")
        .optional("href", span.map(|span| links::statement(span, measure)))
        .optional("role", no_more.then_some("link"))
        .optional("aria-disabled", no_more.then_some("true"))
        .optional("tabindex", no_more.then_some("-1"))
        .attribute("aria-label", label.unwrap_or_else(|| none.to_owned()))
        .child(icon(drawing))
}

/// The switch between what is counted.
pub fn measures(view: View<'_>) -> Element {
    let texts = view.app.messages().statement;
    let mut switch =
        element("nav", "measures screen-only").attribute("aria-label", texts.measure());
    for measure in Measure::ALL {
        let is_current = measure == view.statement.measure;
        let kind = link("measure", links::statement(view.statement.span, measure));
        switch = switch.child(
            kind.optional("aria-current", is_current.then_some("true"))
                .text(measure_name(measure)),
        );
    }
    switch
}

/// What is counted, as a formula.
pub const fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Carbon => "CO₂e",
        Measure::Pollutant(pollutant) => pollutant.id(),
    }
}
