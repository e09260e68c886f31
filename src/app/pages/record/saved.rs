//! After saving: that it is kept and where, what it came to, the way to take it
//! back, and what people do next.

use super::form::Form;
use super::page::Stage;
use super::result::heading;
use crate::account::{Kept, Saved};
use crate::app::components::{
    Callout, Element, TITLE_ID, activity_line, button, callout, element, icon, large_carbon_figure,
    link, page_header, range_text,
};
use crate::app::context::{App, undo_and_tell};
use crate::app::pages::{PageChange, later};
use crate::app::state::Rest;
use crate::methodology::assess;

/// What is shown after saving.
pub fn saved_panel(app: &App, form: &Form, saved: Saved) -> Element {
    let texts = app.messages().record;
    let shell = app.messages().shell;
    let language = app.language();
    let title = match saved.kept {
        Kept::OnDevice => shell.saved_on_device(),
        Kept::InMemory(_) => texts.saved_title_memory(),
    };
    let memory = matches!(saved.kept, Kept::InMemory(_));
    let entry = app.entry(saved.id);
    let line = entry
        .as_ref()
        .map(|entry| activity_line(app, &entry.activity));
    let figure = entry
        .as_ref()
        .filter(|_| form.action().has_reduction())
        .map(|entry| {
            let assessment = assess(&entry.activity);
            let range = range_text(app, assessment.low, assessment.high);
            large_carbon_figure(
                app,
                heading(app, assessment.reduction),
                assessment.reduction,
                range.into(),
            )
        });
    let warning = memory.then(|| callout(Callout::Danger, "", shell.saved_in_memory()));
    let day = entry
        .as_ref()
        .map(|entry| entry.activity.on().long(language));
    let text = element("div", "row-text")
        .child(element("p", "row-title").text(form.action().name.in_language(language)))
        .child(element("p", "row-detail slot").text(line.unwrap_or_default()))
        .child(element("p", "row-detail slot").text(day.unwrap_or_default()));
    let undo = app.act((), |app, ()| {
        undo_and_tell(app);
        app.turn(PageChange::Stage(Stage::Filling));
        app.focus_next(TITLE_ID);
    });
    let undo = button("button", Some(icon("undo")), shell.undo(), undo);
    // By the later part of the code, which has nearly always come by now.
    let usual = (app.rest() == Rest::Here).then(|| {
        let make = app.act(saved.id, |app, id| later::make_usual(app, *id));
        button("button", Some(icon("repeat")), texts.make_usual(), make)
    });
    let card = element("section", "card")
        .child(text)
        .child(element("div", "slot").children(figure))
        .child(element("div", "actions").child(undo).children(usual));
    let next = element("div", "actions")
        .child(
            link("button button-primary", "#/record")
                .child(icon("plus"))
                .text(texts.saved_other()),
        )
        .child(link("button", "#/").text(shell.to_today()));
    element("div", "page")
        .key("saved")
        .child(page_header(None, title, "", None))
        .child(element("div", "callouts").children(warning))
        .child(card)
        .child(next)
}
