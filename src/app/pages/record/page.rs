//! The form of an action, from the first look to what was saved.

use super::fields::fields;
use super::form::{Form, FormChange, FormErrors};
use super::result::{result_panel, save_bar};
use super::saved::saved_panel;
use crate::account::{EntryId, Saved};
use crate::app::browser::window;
use crate::app::components::{
    Back, Callout, Element, PageHeader, button, callout, element, icon, link,
};
use crate::app::hooks::{AccountHandle, App, undo_and_tell, use_account, use_app};
use crate::app::query::Query;
use crate::language::errors::record_error;
use crate::language::fill;
use crate::methodology::{Action, ActionId, current};
use std::rc::Rc;
use yew::prelude::*;

/// See [`RecordPage`].
#[derive(Properties, PartialEq)]
pub struct RecordProps {
    /// What is recorded.
    pub action: ActionId,
    /// What the link says.
    pub query: Query,
}

/// Where the reader is with it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Filling,
    /// Saving was taken back: the form as it was.
    FillingAgain,
    Saved(Saved),
}

/// Recording an action, or changing an entry.
#[component]
pub fn RecordPage(props: &RecordProps) -> Html {
    let app = use_app();
    let account = use_account();
    let asked = props.query.get("edit");
    let editing = asked.and_then(|id| id.parse::<EntryId>().ok());
    let first = use_memo((), |()| first_form(&app, &account, props, editing));
    let stage = use_state_eq(|| Stage::Filling);
    // What was found when the page was opened decides; the form then lives on.
    match first.as_ref() {
        None => gone(&app),
        Some(form) => html! {
            <div class="page">
                <Recording
                    form={FormStart(Rc::new(form.clone()))}
                    {editing}
                    is_prefilled={asked.is_none() && !props.query.is_empty()}
                    stage={*stage}
                    onstage={ { let stage = stage.setter(); Callback::from(move |next| stage.set(next)) } }
                />
            </div>
        },
    }
}

/// The form as it starts; `None` where the entry to be changed is gone.
fn first_form(
    app: &App,
    account: &AccountHandle,
    props: &RecordProps,
    editing: Option<EntryId>,
) -> Option<Form> {
    let mix = app.settings().mix;
    if props.query.get("edit").is_some() {
        let entry = account.entry(editing?)?;
        return Some(Form::of_entry(&entry, mix));
    }
    let edition = current();
    let form = Form::new(edition, edition.action(props.action)?, mix, account.today())?;
    Some(form.prefilled(&props.query))
}

fn gone(app: &App) -> Html {
    let texts = &app.messages().record;
    element("div", "page")
        .child(html! { <PageHeader title={texts.gone_title} /> })
        .child(element("p", "").text(texts.gone_text))
        .child(link("button button-primary", "#/").text(app.messages().shell.to_today))
        .into()
}

/// A form to start with; it is only looked at once.
#[derive(Clone)]
struct FormStart(Rc<Form>);

impl PartialEq for FormStart {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Properties, PartialEq)]
struct RecordingProps {
    form: FormStart,
    editing: Option<EntryId>,
    is_prefilled: bool,
    stage: Stage,
    onstage: Callback<Stage>,
}

#[component]
fn Recording(props: &RecordingProps) -> Html {
    let app = use_app();
    let account = use_account();
    let start = Rc::clone(&props.form.0);
    let form = use_reducer(move || Rc::unwrap_or_clone(start));
    let change = {
        let dispatcher = form.dispatcher();
        use_callback((), move |change: FormChange, ()| {
            dispatcher.dispatch(change);
        })
    };
    let save = {
        let (app, account, onstage) = (app.clone(), account.clone(), props.onstage.clone());
        let (form, editing, change) = (Form::clone(&form), props.editing, change.clone());
        Callback::from(move |()| {
            if let Some(saved) = try_save(&app, &account, &form, editing) {
                onstage.emit(Stage::Saved(saved));
            } else {
                change.emit(FormChange::Tried);
            }
        })
    };
    let stage = match props.stage {
        Stage::Saved(saved) => {
            let onstage = props.onstage.clone();
            let onundo = undo(
                &app,
                &account,
                Callback::from(move |()| onstage.emit(Stage::FillingAgain)),
            );
            saved_panel(&app, &account, &form, saved, onundo)
        }
        Stage::Filling | Stage::FillingAgain => {
            filling(&app, &account, &form, props, &change, save)
        }
    };
    html! { <div class="stage">{ stage }</div> }
}

fn filling(
    app: &App,
    account: &AccountHandle,
    form: &Form,
    props: &RecordingProps,
    change: &Callback<FormChange>,
    save: Callback<()>,
) -> Html {
    let texts = &app.messages().record;
    let action = form.action();
    let name = action.name.in_language(app.language());
    let title = match props.editing {
        None => name.to_owned(),
        Some(_) => fill(texts.edit_title, &[("action", name)]),
    };
    let back = match props.editing {
        None => Back {
            href: "#/record".into(),
            name: texts.choose_other.into(),
        },
        Some(_) => Back {
            href: "#/ledger".into(),
            name: app.messages().shell.tab_ledger.into(),
        },
    };
    let header = html! {
        <PageHeader
            {title} subtitle={action.hint.in_language(app.language())} {back}
            takes_focus={props.stage == Stage::FillingAgain}
        >
            { favourite_button(app, action) }
        </PageHeader>
    };
    let hint = props
        .is_prefilled
        .then(|| callout(Callout::Hint, "", texts.prefilled.into()));
    let left = element("div", "column").child(fields(app, form, account.today(), change));
    let right = element("div", "column record-result").child(result_panel(
        app,
        account,
        form,
        props.editing,
    ));
    element("form", "form")
        .key("filling")
        .attribute("novalidate", "")
        .onsubmit(save)
        .child(header)
        .child(element("div", "callouts").children(hint))
        .child(element("div", "columns").child(left).child(right))
        .child(save_bar(app, form, props.editing.is_some()))
        .into()
}

fn favourite_button(app: &App, action: &Action) -> Element {
    let id = action.id;
    let is_favourite = app.settings().favourites().contains(&id);
    let onclick = {
        let app = app.clone();
        Callback::from(move |_| app.choose(|settings| settings.set_favourite(id, !is_favourite)))
    };
    button("icon-button", icon("star"), "", onclick)
        .truth("aria-pressed", is_favourite)
        .attribute("aria-label", app.messages().record.favourite)
}

/// Saves, or says what is wrong and goes there.
fn try_save(
    app: &App,
    account: &AccountHandle,
    form: &Form,
    editing: Option<EntryId>,
) -> Option<Saved> {
    let errors = form.errors(account.today());
    if errors.count() > 0 {
        let count = errors.count().to_string();
        app.notify(
            &fill(app.messages().errors.summary, &[("count", &count)]),
            false,
        );
        window::focus(&first_wrong(&errors));
        return None;
    }
    let draft = form.draft();
    let saved = match editing {
        None => account.record(&draft, &form.note),
        Some(id) => account.edit(id, &draft, &form.note),
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
fn first_wrong(errors: &FormErrors) -> String {
    match errors.amounts.first() {
        Some((kind, _)) => kind.id().to_owned(),
        None if errors.day.is_some() => "day".to_owned(),
        None => "note".to_owned(),
    }
}

/// Takes the last change back and tells it.
fn undo(app: &App, account: &AccountHandle, then: Callback<()>) -> Callback<MouseEvent> {
    let (app, account) = (app.clone(), account.clone());
    Callback::from(move |_| {
        undo_and_tell(&app, &account);
        then.emit(());
    })
}
