//! What was recorded for today, each entry with the ways to correct it.

use crate::account::Entry;
use crate::app::browser::window;
use crate::app::components::{button, element, entry_row, icon, link};
use crate::app::hooks::{AccountHandle, App, tell_done};
use yew::prelude::*;

/// The id of the list's heading.
const TITLE_ID: &str = "recorded-today";

/// Today's entries, the newest first.
pub fn today_list(app: &App, account: &AccountHandle) -> Html {
    let texts = &app.messages().today;
    let entries: Vec<Entry> = account.ledger().on(account.today()).cloned().collect();
    let content = if entries.is_empty() {
        element("p", "muted").key("none").text(texts.nothing_today)
    } else {
        let rows = entries
            .iter()
            .map(|entry| entry_row(app, entry, tools(app, account, entry)));
        element("ul", "rows").key("some").children(rows)
    };
    let heading = element("h2", "")
        .attribute("id", TITLE_ID)
        .attribute("tabindex", "-1")
        .text(texts.recorded_today);
    element("section", "section")
        .attribute("aria-labelledby", TITLE_ID)
        .child(heading)
        .child(element("div", "").child(content))
        .into()
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
            // The button is about to go; the focus must not fall out of the page.
            window::focus(TITLE_ID);
            tell_done(&app, account.delete(id), app.messages().shell.deleted);
        })
    };
    let edit = link("button button-quiet", edit)
        .attribute("aria-label", [texts.edit, " ", name].concat())
        .child(icon("edit"))
        .text(texts.edit);
    let delete = button("button button-quiet", icon("delete"), texts.delete, delete)
        .attribute("aria-label", [texts.delete, " ", name].concat());
    element("div", "actions").child(edit).child(delete).into()
}
