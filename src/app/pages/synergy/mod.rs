//! Cutting pollution and carbon together (减污降碳协同): both side by side, from
//! the reader's own account, or from one typical unit of each action where that
//! is empty.

mod deeds;
mod news;
mod picture;
mod places;

use crate::account::{Deed, Span, Synergy};
use crate::app::components::{
    Element, activity_line, element, entries_name, link, page_header, span_name,
};
use crate::app::context::App;
use crate::app::pages::statement::{paper_head, print_button};
use crate::language::fill;
use crate::methodology::{Pollutant, current};

/// The page; of the whole account where no span is asked for, and of nitrogen
/// oxides until another pollutant is looked at.
pub fn synergy(app: &App, span: Option<Span>, pollutant: Option<Pollutant>) -> Element {
    let pollutant = pollutant.unwrap_or(Pollutant::Nox);
    let texts = app.messages().synergy;
    let span = span.unwrap_or(Span::All);
    let synergy = Synergy::of(&app.ledger(), span);
    let typical = if synergy.is_typical {
        texts.typical()
    } else {
        ""
    };
    let main = element("div", "column")
        .child(news::news(app, &synergy))
        .child(picture::picture(app, &synergy, pollutant))
        .child(deeds::deeds(app, &synergy));
    let back = ("#/more", app.messages().more.title());
    element("div", "page synergy")
        .child(page_header(
            Some(back),
            texts.title(),
            texts.subtitle(),
            Some(print_button(app)),
        ))
        .child(paper_head(app, texts.title(), span))
        .child(period(app, span))
        .child(element("p", "muted slot").text(typical))
        .child(
            element("div", "columns")
                .child(main)
                .child(places::places(app, &synergy)),
        )
        .child(element("p", "muted small").text(standing(app, &synergy)))
}

/// By which edition it was worked out, and that it is self-reported where it is
/// of entries.
fn standing(app: &App, synergy: &Synergy) -> String {
    let edition = fill(app.messages().share.edition(), &[("edition", current().id)]);
    let label = if synergy.is_typical {
        ""
    } else {
        app.messages().shell.self_reported_label()
    };
    [label, " ", &edition].concat().trim().to_owned()
}

/// The switch between month, year and everything.
fn period(app: &App, span: Span) -> Element {
    let texts = app.messages().statement;
    let today = app.today();
    let kinds = [
        (
            Span::Month(today.month_of()),
            texts.by_month(),
            matches!(span, Span::Month(_) | Span::Day(_)),
        ),
        (
            Span::Year(today.year()),
            texts.by_year(),
            matches!(span, Span::Year(_)),
        ),
        (Span::All, texts.whole_account(), span == Span::All),
    ];
    let mut switch = element("nav", "segments").attribute("aria-label", texts.period());
    for (span, name, is_current) in kinds {
        let kind = link("segment", ["#/synergy/", &span.to_string()].concat()).text(name);
        switch = switch.child(kind.optional("aria-current", is_current.then_some("true")));
    }
    element("div", "period")
        .child(switch)
        .child(element("p", "synergy-span").text(span_name(app, span)))
}

/// How much of it: its entries, or the unit that stands for it.
fn extent(app: &App, deed: &Deed) -> String {
    match &deed.unit {
        Some(unit) => activity_line(app, unit),
        None => entries_name(app, deed.totals.entries),
    }
}

/// "少 208 克" or "多 208 克"; `amount` is written with its sign, and nothing is
/// neither.
fn less_or_more(app: &App, amount: &str) -> String {
    let texts = app.messages().synergy;
    if amount.starts_with("0 ") {
        return amount.to_owned();
    }
    match amount.strip_prefix('\u{2212}') {
        Some(more) => fill(texts.more(), &[("amount", more)]),
        None => fill(texts.less(), &[("amount", amount)]),
    }
}
