//! Today: what this week and the whole account have saved, what was recorded
//! today, and the usual things within two taps.

mod repeat;
mod summary;
mod today_list;
mod welcome;

use crate::account::{Condition, StorageState};
use crate::app::components::{Callout, PageHeader, callout, icon};
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
    html! {
        <div class="page">
            <PageHeader title={texts.title} subtitle={account.today().long(app.language())} />
            <div class="callouts">{ for notices(&app, &account.condition()) }</div>
            <div class="today-place">{ content }</div>
            <p class="muted small">{ app.messages().shell.self_reported_label }</p>
        </div>
    }
}

fn started(app: &App, account: &AccountHandle) -> Html {
    html! {
        <div class="columns" key="started">
            <div class="column">
                { summary::week(app, account) }
                <a class="button button-primary button-wide" href="#/record">
                    { icon("plus") }{ app.messages().today.record }
                </a>
                <Repeat />
            </div>
            <div class="column">
                { today_list(app, account) }
                { summary::whole_account(app, account) }
            </div>
        </div>
    }
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
            html! { texts.memory_only_text },
        )),
        StorageState::Full => notices.push(callout(
            Callout::Danger,
            texts.storage_full_title,
            html! { texts.storage_full_text },
        )),
    }
    for (count, text, kind) in [
        (condition.unreadable, texts.unreadable, Callout::Danger),
        (condition.newer, texts.newer, Callout::Warning),
    ] {
        if count > 0 {
            let text = fill(text, &[("count", &count.to_string())]);
            notices.push(callout(kind, "", html! { text }));
        }
    }
    notices
}
