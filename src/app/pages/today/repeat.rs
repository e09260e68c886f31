//! Two taps repeat a usual thing: one opens it, one confirms it. Nothing is
//! recorded by a single slip of the finger.

use crate::account::{Entry, EntryId, Kept};
use crate::app::components::{activity_line, button, element, icon};
use crate::app::hooks::{AccountHandle, App, use_account, use_app};
use crate::app::pages::record::Form;
use crate::language::errors::record_error;
use crate::language::fill;
use crate::methodology::assess;
use yew::prelude::*;

/// The most usual things that are offered.
const USUAL_MAX: usize = 5;

/// What is done often, to be recorded for today.
#[component]
pub fn Repeat() -> Html {
    let app = use_app();
    let account = use_account();
    let opened = use_state_eq(|| None::<EntryId>);
    let texts = &app.messages().today;
    let usual: Vec<Entry> = account
        .ledger()
        .usual(USUAL_MAX)
        .into_iter()
        .cloned()
        .collect();
    let row = |entry: &Entry| {
        let id = entry.id;
        let is_open = *opened == Some(id);
        let ontoggle = {
            let opened = opened.setter();
            Callback::from(move |()| opened.set((!is_open).then_some(id)))
        };
        usual_row(&app, &account, entry, is_open, &ontoggle)
    };
    let heading = element("div", "")
        .child(element("h2", "").attribute("id", "usual").text(texts.usual))
        .child(element("p", "muted small").text(texts.usual_hint));
    element("section", "card")
        .attribute("aria-labelledby", "usual")
        .child(heading)
        .child(element("ul", "rows").children(usual.iter().map(row)))
        .into()
}

fn usual_row(
    app: &App,
    account: &AccountHandle,
    entry: &Entry,
    is_open: bool,
    ontoggle: &Callback<()>,
) -> Html {
    let action = entry.activity.action();
    let confirm_id = ["repeat-", &entry.id.to_string()].concat();
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(action.name.in_language(app.language())))
        .child(element("span", "row-detail slot").text(activity_line(app, &entry.activity)));
    let row = element("button", "row row-button")
        .attribute("type", "button")
        .truth("aria-expanded", is_open)
        .attribute("aria-controls", confirm_id.clone())
        .onclick(ontoggle.reform(|_| ()))
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(icon("repeat"));
    let place = element("div", "confirm")
        .attribute("id", confirm_id)
        .flag("hidden", !is_open)
        .children(is_open.then(|| confirm(app, account, entry, ontoggle)));
    element("li", "")
        .key(entry.id.to_string())
        .child(row)
        .child(place)
        .into()
}

fn confirm(app: &App, account: &AccountHandle, entry: &Entry, ontoggle: &Callback<()>) -> Html {
    let texts = &app.messages().today;
    let amount = assess(&entry.activity).reduction.short(app.language());
    let question = if entry.activity.action().has_reduction() {
        fill(texts.repeat_question, &[("amount", &amount)])
    } else {
        texts.repeat_question_plain.to_owned()
    };
    let record = {
        let (app, account, entry, ontoggle) = (
            app.clone(),
            account.clone(),
            entry.clone(),
            ontoggle.clone(),
        );
        Callback::from(move |_| {
            repeat(&app, &account, &entry);
            ontoggle.emit(());
        })
    };
    let yes = button(
        "button button-primary",
        icon("check"),
        texts.repeat_confirm,
        record,
    );
    let no = button(
        "button",
        Html::default(),
        app.messages().shell.cancel,
        ontoggle.reform(|_| ()),
    );
    element("div", "section")
        .child(element("p", "").text(question))
        .child(element("div", "actions").child(yes).child(no))
        .into()
}

/// Records the same for today, by today's edition and settings.
fn repeat(app: &App, account: &AccountHandle, entry: &Entry) {
    let Some(form) = Form::repeating(entry, app.settings().mix, account.today()) else {
        return;
    };
    let texts = &app.messages().shell;
    match account.record(&form.draft(), "") {
        Ok(saved) => match saved.kept {
            Kept::OnDevice => app.notify(texts.saved_on_device, true),
            Kept::InMemory(_) => app.notify(texts.saved_in_memory, true),
        },
        Err(error) => app.notify(&record_error(&error, app.language()), false),
    }
}
