//! The frame around every page: header, tabs, the page itself, the notice.

use super::components::{Element, Notices, button, element, icon, link};
use super::hooks::{App, use_app};
use super::pages::Page;
use super::route::{Route, Tab};
use yew::prelude::*;

/// The frame, with the page of the current address in it.
#[component]
pub fn Frame() -> Html {
    let app = use_app();
    let texts = &app.messages().shell;
    let is_embedded = app.appearance().embedded;
    // Two bars may stand at the bottom of a phone: notices stand above both.
    let class = match (is_embedded, app.route()) {
        (true, _) => "frame embedded",
        (false, Route::Record(..)) => "frame with-save-bar",
        (false, _) => "frame",
    };
    let skip = link("skip-link", "#main")
        .text(texts.skip_to_content)
        .onclick(skip_to_content());
    let name = link("frame-name", "#/")
        .child(icon("leaf"))
        .text(texts.app_name);
    let header = element("header", "frame-header")
        .child(name)
        .child(element("div", "frame-tools").child(language_button(&app)));
    let tabs = Tab::ALL.into_iter().map(|tab| tab_link(&app, tab));
    let tabs = element("nav", "tabs")
        .attribute("aria-label", texts.navigation)
        .flag("hidden", is_embedded)
        .child(element("ul", "").children(tabs));
    let main = element("main", "frame-main")
        .attribute("id", "main")
        .attribute("tabindex", "-1")
        .child(html! { <Page /> });
    element("div", class)
        .child(skip)
        .child(header)
        .child(tabs)
        .child(main)
        .child(html! { <Notices /> })
        .into()
}

/// The target is a place on this page, and the hash is the router's.
fn skip_to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        super::browser::window::focus("main");
    })
}

fn language_button(app: &App) -> Element {
    let other = app.language().other();
    let onclick = {
        let app = app.clone();
        Callback::from(move |_| app.choose(|settings| settings.language = Some(other)))
    };
    button(
        "button button-quiet",
        Html::default(),
        other.own_name(),
        onclick,
    )
    .attribute("lang", other.tag())
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
    let link = link("tab", tab.href())
        .optional("aria-current", current)
        .child(element("span", "tab-mark").child(icon(drawing)))
        .text(name);
    element("li", "").key(drawing).child(link).into()
}
