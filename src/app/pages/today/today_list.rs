//! What was recorded for today, each entry with the ways to correct it.

use crate::account::Entry;
use crate::app::browser::window;
use crate::app::components::{Element, button, element, entry_row, icon, link};
use crate::app::context::{App, tell_done};

/// The id of the list's heading.
const TITLE_ID: &str = "recorded-today";

/// Today's entries, the newest first.
pub fn today_list(app: &App) -> Element {
    let texts = app.messages().today;
    let mut rows = element("ul", "rows").key("some");
    let mut is_empty = true;
    for entry in app.ledger().on(app.today()) {
        rows = rows.child(entry_row(app, entry, tools(app, entry)));
        is_empty = false;
    }
    let content = if is_empty {
        element("p", "muted")
            .key("none")
            .text(texts.nothing_today())
    } else {
        rows
    };
    let heading = element("h2", "")
        .attribute("id", TITLE_ID)
        .attribute("tabindex", "-1")
        .text(texts.recorded_today());
    element("section", "section")
        .attribute("aria-labelledby", TITLE_ID)
        .child(heading)
        .child(element("div", "").child(content))
}

fn tools(app: &App, entry: &Entry) -> Element {
    let texts = app.messages().shell;
    let action = &entry.activity.action();
    let name = action.name.in_language(app.language());
    let edit = [
        "#/record/",
        action.id.as_str(),
        "?edit=",
        &entry.id.to_string(),
    ]
    .concat();
    let delete = app.act(entry.id, |app, id| {
        // The button is about to go; the focus must not fall out of the page.
        window::focus(TITLE_ID);
        tell_done(app, app.delete(*id), app.messages().shell.deleted());
    });
    let edit = link("button button-quiet", edit)
        .attribute("aria-label", [texts.edit(), " ", name].concat())
        .child(icon("edit"))
        .text(texts.edit());
    let delete = button(
        "button button-quiet",
        Some(icon("delete")),
        texts.delete(),
        delete,
    )
    .attribute("aria-label", [texts.delete(), " ", name].concat());
    element("div", "row-tools").child(edit).child(delete)
}
