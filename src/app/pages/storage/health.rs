//! Where the records are, said plainly.

use crate::account::{CopyState, Share, StorageState as State};
use crate::app::components::{Callout, Element, callout, element, link, share_name};
use crate::app::context::App;
use crate::language::fill;

/// How the account is kept.
pub fn health(app: &App) -> Element {
    let messages = app.messages();
    let texts = messages.storage;
    let condition = app.condition();
    let said = |kind: Callout, template: &str, count: usize| {
        callout(kind, "", &fill(template, &[("count", &count.to_string())]))
    };
    let (kind, text) = match (condition.storage, app.copy()) {
        (State::Kept, CopyState::Kept) => (Callout::Hint, texts.storage_twice()),
        (State::Kept, _) => (Callout::Hint, texts.storage_kept()),
        (_, CopyState::Kept) => (Callout::Warning, texts.storage_second()),
        (State::Full, _) => (Callout::Danger, texts.storage_full()),
        (State::Refused, _) => (Callout::Danger, texts.storage_memory()),
    };
    let mut states = element("div", "callouts").child(said(kind, text, app.ledger().len()));
    if condition.storage == State::Kept && app.copy() == CopyState::Failed {
        states = states.child(callout(Callout::Warning, "", messages.shell.one_copy()));
    }
    for (count, template) in [
        (condition.unreadable, messages.shell.unreadable()),
        (condition.newer, messages.shell.newer()),
    ] {
        if count > 0 {
            states = states.child(said(Callout::Warning, template, count));
        }
    }
    let cards = app.cards_kept();
    if cards > 0 {
        states = states.child(said(Callout::Hint, texts.storage_cards(), cards));
    }
    let [used, given] = app.storage_used();
    let share = Share::of(used.into(), given.into()).unwrap_or(Share::WHOLE);
    let part = share_name(app, share, used > 0);
    let used = fill(texts.storage_used(), &[("part", &part)]);
    element("section", "section")
        .child(element("h2", "").text(texts.health()))
        .child(states)
        .child(element("p", "").text(used))
        .child(element("p", "muted").text(texts.storage_hint()))
        .child(element("p", "").child(link("text-link", "#/privacy").text(messages.more.privacy())))
}
