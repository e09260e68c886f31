//! Two taps repeat a usual thing: one opens it, one confirms it. Nothing is
//! recorded by a single slip of the finger.

use crate::account::{Entry, EntryId};
use crate::app::browser::window;
use crate::app::components::{Element, activity_line, button, element, icon};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::pages::record::{Form, record_at_once};
use crate::language::fill;
use crate::methodology::assess;

/// The most usual things that are offered.
const USUAL_MAX: usize = 5;
/// The most in the edition for the elder.
const FEW: usize = 3;

/// What is done often, to be recorded for today.
pub fn repeat(app: &App, opened: Option<EntryId>) -> Element {
    let texts = app.messages().today;
    let most = if app.is_elder() { FEW } else { USUAL_MAX };
    let mut rows = element("ul", "rows");
    for (place, entry) in app.ledger().usual(most).into_iter().enumerate() {
        let row = usual_row(app, entry, opened == Some(entry.id));
        // By its place: a habit that was repeated is called by another entry, and its
        // row stays, with the focus.
        rows = rows.child(row.key(place.to_string()));
    }
    let heading = element("div", "")
        .child(
            element("h2", "")
                .attribute("id", "usual")
                .text(texts.usual()),
        )
        .child(element("p", "muted small").text(texts.usual_hint()));
    element("section", "card")
        .attribute("aria-labelledby", "usual")
        .child(heading)
        .child(rows)
}

/// Closes the question of a row, which takes the focus back.
fn close(app: &App, row: EntryId) {
    app.turn(PageChange::Opened(None));
    app.focus_next(row_id(row));
}

fn row_id(entry: EntryId) -> String {
    ["usual-", &entry.to_string()].concat()
}

fn usual_row(app: &App, entry: &Entry, is_open: bool) -> Element {
    let id = entry.id;
    let question = is_open.then(|| confirm(app, entry));
    let ontoggle = if is_open {
        app.act(id, |app, id| close(app, *id))
    } else {
        app.turning(PageChange::Opened(Some(id)))
    };
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
        .onclick(ontoggle)
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(icon("repeat"));
    let place = element("div", "confirm")
        .attribute("id", confirm_id)
        .flag("hidden", !is_open)
        .children(question);
    element("li", "").child(row).child(place)
}

fn confirm(app: &App, entry: &Entry) -> Element {
    let id = entry.id;
    let texts = app.messages().today;
    let amount = assess(&entry.activity).reduction.short(app.language());
    let question = if entry.activity.action().has_reduction() {
        fill(texts.repeat_question(), &[("amount", &amount)])
    } else {
        texts.repeat_question_plain().to_owned()
    };
    let record = app.act(entry.clone(), |app, entry| {
        // Before the button that has it goes, which costs the browser less.
        window::focus(&row_id(entry.id));
        let saved = once_more(app, entry);
        // The habit's row is from now on that of its latest entry.
        close(app, saved.unwrap_or(entry.id));
    });
    let yes = button(
        "button button-primary",
        Some(icon("check")),
        texts.repeat_confirm(),
        record,
    );
    let no = button(
        "button",
        None,
        app.messages().shell.cancel(),
        app.act(id, |app, id| close(app, *id)),
    );
    element("div", "section")
        .child(element("p", "").text(question))
        .child(element("div", "actions").child(yes).child(no))
}

/// Records the same for today, by today's edition and settings.
fn once_more(app: &App, entry: &Entry) -> Option<EntryId> {
    let form = Form::repeating(entry, app.settings().mix, app.today())?;
    record_at_once(app, &form)
}
