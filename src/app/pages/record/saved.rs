//! After saving: that it is kept and where, what it came to, the way to take it
//! back, and what people do next.

use super::form::Form;
use super::result::heading;
use crate::account::{Kept, Saved};
use crate::app::components::{
    Callout, PageHeader, activity_line, callout, icon, large_carbon_figure, range_text,
};
use crate::app::hooks::{AccountHandle, App};
use crate::methodology::assess;
use yew::prelude::*;

/// What is shown after saving.
pub fn saved_panel(
    app: &App,
    account: &AccountHandle,
    form: &Form,
    saved: Saved,
    onundo: Callback<MouseEvent>,
) -> Html {
    let texts = &app.messages().record;
    let shell = &app.messages().shell;
    let language = app.language();
    let title = match saved.kept {
        Kept::OnDevice => shell.saved_on_device,
        Kept::InMemory(_) => texts.saved_title_memory,
    };
    let memory = matches!(saved.kept, Kept::InMemory(_));
    let entry = account.entry(saved.id);
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
                html! { range },
            )
        });
    html! {
        <div class="page" key="saved">
            <PageHeader {title} takes_focus=true />
            <div class="callouts">
                { for memory.then(|| callout(Callout::Danger, "", html! { shell.saved_in_memory })) }
            </div>
            <section class="card">
                <div class="row-text">
                <p class="row-title">{ form.action().name.in_language(language) }</p>
                <p class="row-detail slot">{ line }</p>
                <p class="row-detail">{ entry.as_ref().map(|entry| entry.activity.on().long(language)) }</p>
                </div>
                <div class="slot">{ for figure }</div>
                <div class="actions">
                    <button type="button" class="button" onclick={onundo}>{ icon("undo") }{ shell.undo }</button>
                </div>
            </section>
            <div class="actions">
                <a class="button button-primary" href="#/record">{ icon("plus") }{ texts.saved_other }</a>
                <a class="button" href="#/">{ shell.to_today }</a>
            </div>
        </div>
    }
}
