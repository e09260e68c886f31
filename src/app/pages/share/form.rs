//! What the picture shows, chosen piece by piece: nothing is in it unasked.

use super::{Pending, name_field, named, years};
use crate::account::{PosterPart, Span, Theme};
use crate::app::components::{
    Choice, Element, Question, choice_group, element, select_field, span_name,
};
use crate::app::context::App;
use crate::language::Language;

/// Whether the picture is dark: as chosen, else as the page was chosen to be.
pub fn is_dark(app: &App, pending: &Pending) -> bool {
    let of_page = app.appearance().theme == Theme::Dark;
    pending.is_dark.unwrap_or(of_page)
}

/// The form.
pub fn form(app: &App, pending: &Pending, span: Span) -> Element {
    element("div", "form")
        .child(period(app, pending, span))
        .child(parts(app, pending))
        .child(name_field(app, &pending.name, named(app, pending)))
        .child(language(app, pending))
        .child(theme(app, pending))
}

fn period(app: &App, pending: &Pending, chosen: Span) -> Element {
    let this_month = Span::Month(app.today().month_of());
    let mut months = vec![this_month];
    if matches!(chosen, Span::Month(_)) && chosen != this_month {
        months.push(chosen);
    }
    let ledger = app.ledger();
    let recorded: Vec<Span> = ledger.months().rev().map(Span::Month).collect();
    months.extend(
        recorded
            .into_iter()
            .filter(|month| *month != this_month && *month != chosen),
    );
    let spans = [Span::All]
        .into_iter()
        .chain(years(app, chosen))
        .chain(months);
    let options = spans.map(|span| (span.to_string(), span_name(app, span)));
    let onchange = app.typing(pending.clone(), |pending, span| {
        let pending = pending.clone();
        Pending {
            span: span.parse().ok(),
            ..pending
        }
        .changed()
    });
    let label = app.messages().share.period();
    select_field(
        "share-period",
        label,
        options,
        &chosen.to_string(),
        onchange,
    )
}

fn parts(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().share;
    let mut choices = element("div", "choices");
    for (part, name) in PosterPart::ALL.into_iter().zip(texts.parts()) {
        let input = element("input", "")
            .attribute("type", "checkbox")
            .value(part.id())
            .checked(pending.chosen.has(part));
        let choice = element("label", "choice")
            .child(input)
            .child(element("span", "").text(*name));
        choices = choices.child(choice);
    }
    let toggle = app.typing(pending.clone(), |pending, id| {
        let mut pending = pending.clone();
        if let Some(part) = PosterPart::ALL.into_iter().find(|part| part.id() == id) {
            pending.chosen.toggle(part);
        }
        pending.changed()
    });
    element("fieldset", "choice-group")
        .onchange(toggle)
        .child(element("legend", "field-label").text(texts.what()))
        .child(choices)
}

fn language(app: &App, pending: &Pending) -> Element {
    let choices: Vec<Choice> = Language::ALL
        .into_iter()
        .map(|language| (language.tag(), language.own_name()))
        .collect();
    let chosen = pending.language.unwrap_or(app.language());
    let onchoose = app.typing(pending.clone(), |pending, tag| {
        let pending = pending.clone();
        Pending {
            language: Language::from_tag(&tag),
            ..pending
        }
        .changed()
    });
    let question = Question::plain("share-language", app.messages().share.language());
    choice_group(question, &choices, chosen.tag(), onchoose)
}

fn theme(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().share;
    let [light, dark] = [Theme::Light.id(), Theme::Dark.id()];
    let choices: Vec<Choice> = [light, dark]
        .into_iter()
        .zip(texts.themes().iter().copied())
        .collect();
    let chosen = if is_dark(app, pending) { dark } else { light };
    let onchoose = app.typing(pending.clone(), |pending, id| {
        let pending = pending.clone();
        Pending {
            is_dark: Some(id == Theme::Dark.id()),
            ..pending
        }
        .changed()
    });
    choice_group(
        Question::plain("share-theme", texts.theme()),
        &choices,
        chosen,
        onchoose,
    )
}
