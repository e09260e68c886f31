//! The levels of thanks.

use super::fields::{Wrong, field, id_of, languages, named, typing};
use super::{Form, tool};
use crate::app::components::{Element, element, text_input};
use crate::app::context::App;
use crate::campaign::{PackDraft, PackField, THANKS_MAX, ThanksDraft};
use crate::language::fill;

/// The section.
pub fn levels(app: &App, form: &Form, wrong: Wrong<'_>) -> Element {
    let texts = app.messages().campaign;
    let count = form.draft.thanks.len();
    let levels = (0..count).map(|place| level(app, form, wrong, place));
    let add = app.act(form.clone(), |app, form| {
        let place = form.draft.thanks.len();
        app.turn(form.with(|draft| draft.thanks.push(ThanksDraft::default())));
        app.focus_next(id_of(PackField::ThanksFrom(place)));
    });
    let add = (count < THANKS_MAX).then(|| tool("plus", texts.add_level(), add));
    element("div", "form")
        .child(element("h2", "").text(texts.thanks()))
        .child(element("p", "muted small").text(texts.thanks_hint()))
        .child(element("div", "form slot").children(levels))
        .child(element("div", "actions").children(add))
}

fn level(app: &App, form: &Form, wrong: Wrong<'_>, place: usize) -> Element {
    let texts = app.messages().campaign;
    let level = &form.draft.thanks[place];
    let asked = PackField::ThanksFrom(place);
    let from = typing(app, form, asked, |draft, field, text| {
        if let PackField::ThanksFrom(place) = field
            && let Some(level) = draft.thanks.get_mut(place)
        {
            level.from = text;
        }
    });
    let from = text_input("text", &level.from, from).attribute("inputmode", "decimal");
    let names = languages(&form.draft).map(|language| {
        let asked = PackField::ThanksName(place, language);
        let text = &*level.name[language as usize];
        named(
            app,
            form,
            wrong,
            (texts.level_name(), ""),
            (asked, text),
            rename,
        )
    });
    let remove = app.act((form.clone(), place), |app, (form, place)| {
        app.turn(form.with(|draft| drop(draft.thanks.remove(*place))));
    });
    let number = (place + 1).to_string();
    let legend = fill(texts.level(), &[("number", &number)]);
    let remove_name = fill(texts.remove_level(), &[("number", &number)]);
    element("fieldset", "campaign-level")
        .key(place.to_string())
        .child(element("legend", "field-label").text(legend))
        .child(field(
            app,
            wrong,
            asked,
            (texts.level_from(), texts.level_hint()),
            from,
        ))
        .children(names)
        .child(element("div", "actions").child(tool("delete", &remove_name, remove)))
}

fn rename(draft: &mut PackDraft, field: PackField, text: String) {
    if let PackField::ThanksName(place, language) = field
        && let Some(level) = draft.thanks.get_mut(place)
    {
        level.name[language as usize] = text;
    }
}
