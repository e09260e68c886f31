//! What today is about.

use crate::app::components::PageHeader;
use crate::app::hooks::{use_account, use_app};
use yew::prelude::*;

/// The first page.
#[component]
pub fn TodayPage() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().today;
    html! {
        <div class="page">
            <PageHeader title={texts.title} subtitle={account.today().long(app.language())} />
            <p><a class="button button-primary" href="#/record">{ texts.record }</a></p>
        </div>
    }
}
