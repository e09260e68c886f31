//! The levels of thanks.

use super::fields::{Wrong, field, id_of, input, named};
use super::{Form, tool};
use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::campaign::{PackField, THANKS_MAX, ThanksDraft};
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
    let asked = PackField::ThanksFrom(place);
    let from = input(app, form, "text", asked).attribute("inputmode", "decimal");
    let names = form.draft.languages().map(|language| {
        let asked = PackField::ThanksName(place, language);
        named(app, form, wrong, (texts.level_name(), ""), asked, language)
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
