//! The frame around every page: header, tabs, the page itself, the notice.

use super::components::{Notices, icon};
use super::hooks::{App, use_app};
use super::pages::Page;
use super::route::Tab;
use yew::prelude::*;

/// The frame, with the page of the current address in it.
#[component]
pub fn Frame() -> Html {
    let app = use_app();
    let texts = &app.messages().shell;
    let is_embedded = app.appearance().embedded;
    html! {
        <div class={classes!("frame", is_embedded.then_some("embedded"))}>
            <a class="skip-link" href="#main" onclick={skip_to_content()}>{ texts.skip_to_content }</a>
            <header class="frame-header">
                <a class="frame-name" href="#/">{ icon("leaf") }{ texts.app_name }</a>
                <div class="frame-tools">{ language_button(&app) }</div>
            </header>
            <nav class="tabs" aria-label={texts.navigation} hidden={is_embedded}>
                <ul>{ for Tab::ALL.into_iter().map(|tab| tab_link(&app, tab)) }</ul>
            </nav>
            <main class="frame-main" id="main" tabindex="-1">
                <Page />
            </main>
            <Notices />
        </div>
    }
}

/// The target is a place on this page, and the hash is the router's.
fn skip_to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        super::browser::window::focus("main");
    })
}

fn language_button(app: &App) -> Html {
    let other = app.language().other();
    let onclick = {
        let app = app.clone();
        Callback::from(move |_| app.choose(|settings| settings.language = Some(other)))
    };
    html! {
        <button type="button" class="button button-quiet" lang={other.tag()} {onclick}>
            { other.own_name() }
        </button>
    }
}

fn tab_link(app: &App, tab: Tab) -> Html {
    let texts = &app.messages().shell;
    let (name, drawing) = match tab {
        Tab::Today => (texts.tab_today, "tab-today"),
        Tab::Record => (texts.tab_record, "tab-record"),
        Tab::Ledger => (texts.tab_ledger, "tab-ledger"),
        Tab::Statement => (texts.tab_statement, "tab-statement"),
        Tab::More => (texts.tab_more, "tab-more"),
    };
    let current = (app.route().tab() == Some(tab)).then_some("page");
    html! {
        <li key={drawing}>
            <a class="tab" href={tab.href()} aria-current={current}>
                <span class="tab-mark">{ icon(drawing) }</span>
                { name }
            </a>
        </li>
    }
}
