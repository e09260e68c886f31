//! What was recorded for today, each entry with the ways to correct it.

use crate::account::{Entry, Kept};
use crate::app::components::{entry_row, icon};
use crate::app::hooks::{AccountHandle, App};
use yew::prelude::*;

/// Today's entries, the newest first.
pub fn today_list(app: &App, account: &AccountHandle) -> Html {
    let texts = &app.messages().today;
    let entries: Vec<Entry> = account.ledger().on(account.today()).cloned().collect();
    let content = if entries.is_empty() {
        html! { <p class="muted" key="none">{ texts.nothing_today }</p> }
    } else {
        let rows = entries
            .iter()
            .map(|entry| entry_row(app, entry, tools(app, account, entry)));
        html! { <ul class="rows" key="some">{ for rows }</ul> }
    };
    html! {
        <section class="section" aria-labelledby="recorded-today">
            <h2 id="recorded-today">{ texts.recorded_today }</h2>
            <div class="entries-place">{ content }</div>
        </section>
    }
}

fn tools(app: &App, account: &AccountHandle, entry: &Entry) -> Html {
    let texts = &app.messages().shell;
    let action = &entry.activity.action();
    let name = action.name.in_language(app.language());
    let edit = [
        "#/record/",
        action.id.as_str(),
        "?edit=",
        &entry.id.to_string(),
    ]
    .concat();
    let delete = {
        let (app, account, id) = (app.clone(), account.clone(), entry.id);
        Callback::from(move |_| {
            let texts = &app.messages().shell;
            match account.delete(id) {
                Some(Kept::OnDevice) => app.notify(texts.deleted, true),
                Some(Kept::InMemory(_)) => app.notify(texts.saved_in_memory, true),
                None => app.notify(texts.changed_elsewhere, false),
            }
        })
    };
    html! {
        <>
            <a class="button button-quiet" href={edit} aria-label={[texts.edit, " ", name].concat()}>
                { icon("edit") }{ texts.edit }
            </a>
            <button
                type="button" class="button button-quiet" onclick={delete}
                aria-label={[texts.delete, " ", name].concat()}
            >
                { icon("delete") }{ texts.delete }
            </button>
        </>
    }
}
