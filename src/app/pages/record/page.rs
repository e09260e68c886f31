//! The form of an action, from the first look to what was saved.

use super::fields::fields;
use super::form::{Form, FormChange, FormErrors};
use super::result::{result_panel, save_bar};
use super::saved::saved_panel;
use crate::account::{EntryId, Saved};
use crate::app::browser::window;
use crate::app::components::{
    Callout, Element, TITLE_ID, button, callout, element, icon, link, page, page_header,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::query::Query;
use crate::language::errors::record_error;
use crate::language::fill;
use crate::methodology::{Action, ActionId, current};

/// Where the reader is with it.
#[derive(Clone, Copy)]
pub enum Stage {
    /// Filling in the form.
    Filling,
    /// Waiting until this entry is kept.
    Saving(EntryId),
    /// Saved; taking it back leads to the form as it was.
    Saved(Saved),
}

/// Recording an action, or changing an entry. What was found when the page was
/// opened decides; the form then lives on.
pub struct Recording {
    /// What stands in the form.
    pub form: Form,
    /// Where the reader is.
    pub stage: Stage,
    editing: Option<EntryId>,
    is_prefilled: bool,
}

impl Recording {
    /// The form as it starts; `None` where the entry to be changed is gone.
    #[must_use]
    pub fn start(app: &App, action: ActionId, query: &Query) -> Option<Self> {
        let mix = app.settings().mix;
        let mut recording = if let Some(id) = query.get("edit") {
            let id = id.parse().ok()?;
            Self::of(Form::of_entry(&app.entry(id)?, mix), Some(id))
        } else {
            let edition = current();
            let form = Form::new(edition, edition.action(action)?, mix, app.today())?;
            Self::of(form.prefilled(query), None)
        };
        recording.is_prefilled = recording.editing.is_none() && !query.is_empty();
        Some(recording)
    }

    const fn of(form: Form, editing: Option<EntryId>) -> Self {
        Self {
            form,
            stage: Stage::Filling,
            editing,
            is_prefilled: false,
        }
    }
}

/// The page.
pub fn record(app: &App, recording: &Recording) -> Element {
    let stage = match recording.stage {
        Stage::Saved(saved) => saved_panel(app, &recording.form, saved),
        Stage::Filling | Stage::Saving(_) => filling(app, recording),
    };
    element("div", "page").child(element("div", "stage").child(stage))
}

/// The page where the entry to be changed is gone.
pub fn gone(app: &App) -> Element {
    let texts = app.messages().record;
    page(texts.gone_title())
        .child(element("p", "").text(texts.gone_text()))
        .child(link("button button-primary", "#/").text(app.messages().shell.to_today()))
}

fn filling(app: &App, recording: &Recording) -> Element {
    let Recording { form, editing, .. } = recording;
    let texts = app.messages().record;
    let action = form.action();
    let name = action.name.in_language(app.language());
    let (title, back) = match editing {
        None => (name.to_owned(), ("#/record", texts.choose_other())),
        Some(_) => (
            fill(texts.edit_title(), &[("action", name)]),
            ("#/ledger", app.messages().shell.tab_ledger()),
        ),
    };
    let header = page_header(
        Some(back),
        &title,
        action.hint.in_language(app.language()),
        Some(favourite_button(app, action)),
    );
    let hint = recording
        .is_prefilled
        .then(|| callout(Callout::Hint, "", texts.prefilled()));
    // What is being saved is in the account already, and is not compared with itself.
    let saving = match recording.stage {
        Stage::Saving(id) => Some(id),
        Stage::Filling | Stage::Saved(_) => None,
    };
    let is_saving = saving.is_some();
    let left = element("div", "column").child(fields(app, form));
    let result = result_panel(app, form, editing.or(saving));
    let right = element("div", "column record-result").child(result);
    let says = match editing {
        // It takes a while where the rest of the page is still on its way.
        _ if is_saving => texts.saving(),
        Some(_) => texts.save_changes(),
        None => texts.save(),
    };
    let submitted = (form.clone(), *editing, is_saving);
    let save = app.act(submitted, |app, (form, editing, is_saving)| {
        if *is_saving {
            // Twice in a row: once is meant.
        } else if let Some(saved) = try_save(app, form, *editing) {
            app.turn(PageChange::Stage(Stage::Saving(saved.id)));
            app.acknowledge(saved.kept, move |app, kept| {
                app.turn(PageChange::Stage(Stage::Saved(Saved { kept, ..saved })));
                app.focus_next(TITLE_ID);
            });
        } else {
            app.turn(PageChange::Form(FormChange::Tried));
        }
    });
    element("form", "form")
        .key("filling")
        .attribute("novalidate", "")
        .child(header)
        .child(element("div", "callouts").children(hint))
        .child(element("div", "columns").child(left).child(right))
        .child(save_bar(app, form, says, save))
}

fn favourite_button(app: &App, action: &Action) -> Element {
    let id = action.id;
    let is_favourite = app.settings().favourites().contains(&id);
    let onclick = app.act((id, !is_favourite), |app, (id, is_favourite)| {
        app.choose(|settings| settings.set_favourite(*id, *is_favourite));
    });
    button("icon-button", Some(icon("star")), "", onclick)
        .truth("aria-pressed", is_favourite)
        .attribute("aria-label", app.messages().record.favourite())
}

/// Saves, or says what is wrong and goes there.
fn try_save(app: &App, form: &Form, editing: Option<EntryId>) -> Option<Saved> {
    let errors = form.errors(app.today());
    if errors.count() > 0 {
        let count = errors.count().to_string();
        app.notify(
            &fill(app.messages().errors.summary(), &[("count", &count)]),
            false,
        );
        window::focus(first_wrong(&errors));
        return None;
    }
    let draft = form.draft();
    let saved = match editing {
        None => app.record(&draft, &form.note),
        Some(id) => app.edit(id, &draft, &form.note),
    };
    match saved {
        Ok(saved) => {
            app.close_notice();
            Some(saved)
        }
        Err(error) => {
            app.notify(&record_error(&error, app.language()), false);
            None
        }
    }
}

/// The id of the first wrong field.
fn first_wrong(errors: &FormErrors) -> &'static str {
    match errors.amounts.first() {
        Some((kind, _)) => kind.id(),
        None if errors.day.is_some() => "day",
        None => "note",
    }
}
