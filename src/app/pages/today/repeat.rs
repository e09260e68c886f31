//! Two taps repeat a usual thing: one opens it, one confirms it. Nothing is
//! recorded by a single slip of the finger.

use crate::account::{Entry, EntryId, Kept};
use crate::app::components::{activity_line, icon};
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
    html! {
        <section class="card" aria-labelledby="usual">
            <div>
                <h2 id="usual">{ texts.usual }</h2>
                <p class="muted small">{ texts.usual_hint }</p>
            </div>
            <ul class="rows">{ for usual.iter().map(row) }</ul>
        </section>
    }
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
    html! {
        <li key={entry.id.to_string()}>
            <button
                type="button" class="row row-button" aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls={confirm_id.clone()} onclick={ontoggle.reform(|_| ())}
            >
                <span class="row-mark">{ icon(action.id.as_str()) }</span>
                <span class="row-text">
                    <span class="row-title">{ action.name.in_language(app.language()) }</span>
                    <span class="row-detail slot">{ activity_line(app, &entry.activity) }</span>
                </span>
                { icon("repeat") }
            </button>
            <div class="confirm" id={confirm_id} hidden={!is_open}>
                { for is_open.then(|| confirm(app, account, entry, ontoggle)) }
            </div>
        </li>
    }
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
    html! {
        <>
            <p>{ question }</p>
            <div class="actions">
                <button type="button" class="button button-primary" onclick={record}>
                    { icon("check") }{ texts.repeat_confirm }
                </button>
                <button type="button" class="button" onclick={ontoggle.reform(|_| ())}>
                    { app.messages().shell.cancel }
                </button>
            </div>
        </>
    }
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
