//! Today: what this week and the whole account have saved, what was recorded
//! today, and the usual things within two taps.

mod repeat;
mod suggestion;
mod summary;
mod today_list;
mod welcome;

pub use self::summary::{counts, pollutants, range};

use crate::account::{Condition, CopyState, EntryId, StorageState};
use crate::app::components::{Callout, Element, button, callout, element, icon, link, page_header};
use crate::app::context::{App, undo_and_tell};
use crate::app::pages::later;
use crate::app::state::Rest;
use crate::language::fill;
use today_list::today_list;

/// The first page, with the usual thing that is opened.
pub fn today(app: &App, opened: Option<EntryId>) -> Element {
    let texts = app.messages().today;
    let is_empty = app.ledger().is_empty();
    let content = if is_empty {
        welcome::welcome(app)
    } else {
        started(app, opened)
    };
    let date = app.today().long(app.language());
    element("div", "page")
        .child(page_header(None, texts.title(), &date, None))
        .child(element("div", "callouts").children(notices(app, &app.condition())))
        .child(element("div", "slot").children(offers(app)))
        .child(element("div", "slot").children(suggestion::suggestion(app)))
        .child(element("div", "").child(content))
        .child(element("p", "muted small").text(app.messages().shell.self_reported_label()))
}

/// A newer edition of the method, where entries are of an older one, and usual
/// things for the days gone by: by the later part of the code.
fn offers(app: &App) -> Vec<Element> {
    if app.rest() != Rest::Here {
        return Vec::new();
    }
    let is_older = app.ledger().of_older_editions() > 0;
    let edition = is_older.then(|| later::edition_offer(app)).flatten();
    edition.into_iter().chain(later::gone_by(app)).collect()
}

fn started(app: &App, opened: Option<EntryId>) -> Element {
    let record = link("button button-primary button-wide", "#/record")
        .child(icon("plus"))
        .text(app.messages().today.record());
    let left = element("div", "column")
        .child(summary::week(app))
        .child(record)
        .child(repeat::repeat(app, opened));
    let right = element("div", "column").child(today_list(app));
    let right = if app.is_elder() {
        right.child(elder_ways(app))
    } else {
        right.child(summary::whole_account(app))
    };
    element("div", "columns")
        .key("started")
        .child(left)
        .child(right)
}

/// In the edition for the elder: undo stays in reach, and the whole account is
/// a page away.
fn elder_ways(app: &App) -> Element {
    let undo = app.can_undo().then(|| {
        let undo = app.act((), |app, ()| undo_and_tell(app));
        let name = app.messages().elder.undo_last();
        button("button button-wide", Some(icon("undo")), name, undo)
    });
    let statement = link("button button-wide", "#/statement")
        .child(icon("tab-statement"))
        .text(app.messages().today.whole_account());
    element("div", "form").children(undo).child(statement)
}

/// What is wrong with the account, in plain words.
fn notices(app: &App, condition: &Condition) -> Vec<Element> {
    let texts = app.messages().shell;
    let mut notices = Vec::new();
    let kept = match (condition.storage, app.copy()) {
        // Nobody knows before it is open what the second copy has.
        (StorageState::Kept, CopyState::Kept) | (_, CopyState::Opening) => None,
        (StorageState::Kept, CopyState::Failed) => Some((Callout::Warning, "", texts.one_copy())),
        (_, CopyState::Kept) => Some((
            Callout::Warning,
            texts.second_only_title(),
            texts.second_only_text(),
        )),
        (StorageState::Refused, CopyState::Failed) => Some((
            Callout::Danger,
            texts.memory_only_title(),
            texts.memory_only_text(),
        )),
        (StorageState::Full, CopyState::Failed) => Some((
            Callout::Danger,
            texts.storage_full_title(),
            texts.storage_full_text(),
        )),
    };
    notices.extend(kept.map(|(kind, title, text)| callout(kind, title, text)));
    for (count, text, kind) in [
        (condition.unreadable, texts.unreadable(), Callout::Danger),
        (condition.newer, texts.newer(), Callout::Warning),
    ] {
        if count > 0 {
            let text = fill(text, &[("count", &count.to_string())]);
            notices.push(callout(kind, "", &text));
        }
    }
    notices
}
