//! Where the records are, said plainly.

use crate::account::StorageState as State;
use crate::app::components::{Callout, callout, element, link};
use crate::app::hooks::{AccountHandle, App};
use crate::language::fill;
use yew::prelude::*;

/// How the account is kept.
pub fn storage(app: &App, account: &AccountHandle) -> Html {
    let messages = app.messages();
    let texts = &messages.settings;
    let condition = account.condition();
    let said = |kind: Callout, template: &str, count: usize| {
        callout(
            kind,
            "",
            fill(template, &[("count", &count.to_string())]).into(),
        )
    };
    let (kind, text) = match condition.storage {
        State::Kept => (Callout::Hint, texts.storage_kept),
        State::Full => (Callout::Danger, texts.storage_full),
        State::Refused => (Callout::Danger, texts.storage_memory),
    };
    let mut states = element("div", "callouts").child(said(kind, text, account.ledger().len()));
    for (count, template) in [
        (condition.unreadable, messages.shell.unreadable),
        (condition.newer, messages.shell.newer),
    ] {
        if count > 0 {
            states = states.child(said(Callout::Warning, template, count));
        }
    }
    element("section", "section")
        .child(element("h2", "").text(texts.storage))
        .child(states)
        .child(element("p", "muted").text(texts.storage_hint))
        .child(element("p", "").child(link("text-link", "#/privacy").text(messages.more.privacy)))
        .into()
}
