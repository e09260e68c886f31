//! Today: what this week and the whole account have saved, what was recorded
//! today, and the usual things within two taps.

mod repeat;
mod summary;
mod today_list;
mod welcome;

use crate::account::{Condition, StorageState};
use crate::app::components::{Callout, PageHeader, callout, element, icon, link};
use crate::app::hooks::{AccountHandle, App, use_account, use_app};
use crate::language::fill;
use repeat::Repeat;
use today_list::today_list;
use yew::prelude::*;

/// The first page.
#[component]
pub fn TodayPage() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().today;
    let is_empty = account.ledger().is_empty();
    let content = if is_empty {
        welcome::welcome(&app)
    } else {
        started(&app, &account)
    };
    let date = account.today().long(app.language());
    element("div", "page")
        .child(html! { <PageHeader title={texts.title} subtitle={date} /> })
        .child(element("div", "callouts").children(notices(&app, &account.condition())))
        .child(element("div", "").child(content))
        .child(element("p", "muted small").text(app.messages().shell.self_reported_label))
        .into()
}

fn started(app: &App, account: &AccountHandle) -> Html {
    let record = link("button button-primary button-wide", "#/record")
        .child(icon("plus"))
        .text(app.messages().today.record);
    let left = element("div", "column")
        .child(summary::week(app, account))
        .child(record)
        .child(html! { <Repeat /> });
    let right = element("div", "column")
        .child(today_list(app, account))
        .child(summary::whole_account(app, account));
    element("div", "columns")
        .key("started")
        .child(left)
        .child(right)
        .into()
}

/// What is wrong with the account, in plain words.
fn notices(app: &App, condition: &Condition) -> Vec<Html> {
    let texts = &app.messages().shell;
    let mut notices = Vec::new();
    match condition.storage {
        StorageState::Kept => {}
        StorageState::Refused => notices.push(callout(
            Callout::Danger,
            texts.memory_only_title,
            texts.memory_only_text.into(),
        )),
        StorageState::Full => notices.push(callout(
            Callout::Danger,
            texts.storage_full_title,
            texts.storage_full_text.into(),
        )),
    }
    for (count, text, kind) in [
        (condition.unreadable, texts.unreadable, Callout::Danger),
        (condition.newer, texts.newer, Callout::Warning),
    ] {
        if count > 0 {
            let text = fill(text, &[("count", &count.to_string())]);
            notices.push(callout(kind, "", text.into()));
        }
    }
    notices
}
