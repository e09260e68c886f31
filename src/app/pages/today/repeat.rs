//! Two taps repeat a usual thing: one opens it, one confirms it. Nothing is
//! recorded by a single slip of the finger.

use crate::account::{Entry, EntryId, Kept};
use crate::app::browser::window;
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
    // The row that takes the focus when its question is closed.
    let returned = use_state(|| None::<EntryId>);
    use_effect_with(*returned, |row| {
        if let Some(row) = row {
            window::focus(&row_id(*row));
        }
    });
    let texts = &app.messages().today;
    let usual: Vec<Entry> = account
        .ledger()
        .usual(USUAL_MAX)
        .into_iter()
        .cloned()
        .collect();
    let onopen = {
        let (opened, returned) = (opened.setter(), returned.setter());
        Callback::from(move |row| {
            opened.set(Some(row));
            returned.set(None);
        })
    };
    let onclose = {
        let (opened, returned) = (opened.setter(), returned.setter());
        Callback::from(move |row| {
            opened.set(None);
            returned.set(Some(row));
        })
    };
    let row = |entry: &Entry| {
        let is_open = *opened == Some(entry.id);
        let ontoggle = if is_open { &onclose } else { &onopen };
        let question = is_open.then(|| confirm(&app, &account, entry, &onclose));
        usual_row(&app, entry, question, ontoggle)
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

fn row_id(entry: EntryId) -> String {
    ["usual-", &entry.to_string()].concat()
}

fn usual_row(
    app: &App,
    entry: &Entry,
    question: Option<Html>,
    ontoggle: &Callback<EntryId>,
) -> Html {
    let id = entry.id;
    let is_open = question.is_some();
    let action = entry.activity.action();
    let confirm_id = ["repeat-", &entry.id.to_string()].concat();
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(action.name.in_language(app.language())))
        .child(element("span", "row-detail slot").text(activity_line(app, &entry.activity)));
    let row = element("button", "row row-button")
        .attribute("type", "button")
        .truth("aria-expanded", is_open)
        .attribute("aria-controls", confirm_id.clone())
        .attribute("id", row_id(id))
        .onclick(ontoggle.reform(move |_| id))
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(icon("repeat"));
    let place = element("div", "confirm")
        .attribute("id", confirm_id)
        .flag("hidden", !is_open)
        .children(question);
    element("li", "")
        .key(entry.id.to_string())
        .child(row)
        .child(place)
        .into()
}

fn confirm(app: &App, account: &AccountHandle, entry: &Entry, onclose: &Callback<EntryId>) -> Html {
    let id = entry.id;
    let texts = &app.messages().today;
    let amount = assess(&entry.activity).reduction.short(app.language());
    let question = if entry.activity.action().has_reduction() {
        fill(texts.repeat_question, &[("amount", &amount)])
    } else {
        texts.repeat_question_plain.to_owned()
    };
    let record = {
        let (app, account, entry, onclose) =
            (app.clone(), account.clone(), entry.clone(), onclose.clone());
        Callback::from(move |_| {
            let saved = repeat(&app, &account, &entry);
            // The habit's row is from now on that of its latest entry.
            onclose.emit(saved.unwrap_or(entry.id));
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
        onclose.reform(move |_| id),
    );
    element("div", "section")
        .child(element("p", "").text(question))
        .child(element("div", "actions").child(yes).child(no))
        .into()
}

/// Records the same for today, by today's edition and settings.
fn repeat(app: &App, account: &AccountHandle, entry: &Entry) -> Option<EntryId> {
    let form = Form::repeating(entry, app.settings().mix, account.today())?;
    let texts = &app.messages().shell;
    match account.record(&form.draft(), "") {
        Ok(saved) => {
            let text = match saved.kept {
                Kept::OnDevice => texts.saved_on_device,
                Kept::InMemory(_) => texts.saved_in_memory,
            };
            app.notify(text, true);
            Some(saved.id)
        }
        Err(error) => {
            app.notify(&record_error(&error, app.language()), false);
            None
        }
    }
}
