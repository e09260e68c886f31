//! Which stretch of time the statement is about, and the way to others.

use crate::account::{Ledger, Span, neighbours};
use crate::app::components::{Element, element, icon, link};
use crate::app::context::App;
use crate::language::{Language, fill};
use crate::quantity::Day;

/// The name of a stretch of time.
pub fn name(app: &App, span: Span) -> String {
    let language = app.language();
    match (span, language) {
        (Span::Day(day), _) => day.long(language),
        (Span::Month(month), _) => month.long(language),
        (Span::Year(year), Language::ZhCn) => year.to_string() + "年",
        (Span::Year(year), Language::En) => year.to_string(),
        (Span::All, _) => app.messages().statement.whole_account().to_owned(),
    }
}

/// The address of a statement.
fn href(span: Span) -> String {
    let place = match span {
        Span::Day(day) => day.month_of().to_string(),
        Span::Month(month) => month.to_string(),
        Span::Year(year) => year.to_string(),
        Span::All => "all".to_owned(),
    };
    ["#/statement/", &place].concat()
}

/// The switch between month, year and everything, and the way back and on.
pub fn period(app: &App, ledger: &Ledger, span: Span, today: Day) -> Element {
    let texts = app.messages().statement;
    let is_month = matches!(span, Span::Month(_) | Span::Day(_));
    let is_year = matches!(span, Span::Year(_));
    let kinds = [
        (Span::Month(today.month_of()), texts.by_month(), is_month),
        (Span::Year(today.year()), texts.by_year(), is_year),
        (Span::All, texts.whole_account(), span == Span::All),
    ];
    let mut switch = element("nav", "segments").attribute("aria-label", texts.period());
    for (span, name, is_current) in kinds {
        let kind = link("segment", href(span)).text(name);
        switch = switch.child(kind.optional("aria-current", is_current.then_some("true")));
    }
    let [back, on] = neighbours(ledger, span, today);
    let turn = element("div", "period-turn")
        .child(turn(app, back, "back", texts.previous()))
        .child(
            element("h2", "")
                .attribute("aria-live", "polite")
                .text(name(app, span)),
        )
        .child(turn(app, on, "forward", texts.next()));
    element("div", "period").child(switch).child(turn)
}

/// A link to another leaf; it stays where there is none, and the focus with it.
fn turn(app: &App, span: Option<Span>, drawing: &str, template: &str) -> Element {
    let label = span.map(|span| fill(template, &[("when", &name(app, span))]));
    let no_more = span.is_none();
    element("a", "icon-button")
        .optional("href", span.map(href))
        .optional("role", no_more.then_some("link"))
        .optional("aria-disabled", no_more.then_some("true"))
        .optional("tabindex", no_more.then_some("-1"))
        .attribute(
            "aria-label",
            label.unwrap_or_else(|| app.messages().statement.no_more().to_owned()),
        )
        .child(icon(drawing))
}
