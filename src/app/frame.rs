//! The frame around every page: header, tabs, the page itself, the notice.

use super::components::{Element, button, element, icon, link, notices};
use super::context::App;
use super::pages::{self, Page};
use super::route::{Route, Tab};
use crate::account::TextSize;

/// The id of what tells the screen reader which page, or leaf of the statement, is
/// shown now.
pub const ANNOUNCER_ID: &str = "announced";

/// The frame, with the page that is open in it.
pub fn frame(app: &App, page: &Page) -> Element {
    let texts = app.messages().shell;
    let is_embedded = app.appearance().embedded;
    // Two bars may stand at the bottom of a phone: notices stand above both.
    let class = match (is_embedded, app.route()) {
        (true, _) => "frame embedded",
        // A kiosk fills the screen.
        (false, Route::Campaign(place)) if place.starts_with("kiosk") => "frame frame-kiosk",
        (false, Route::Record(..)) => "frame with-save-bar",
        (false, _) => "frame",
    };
    // The target is a place on this page, and the hash is the router's.
    let skip = app.act((), |_, ()| super::browser::window::focus("main"));
    let skip = link("skip-link", "#main")
        .text(texts.skip_to_content())
        .onclick_instead(skip);
    let name = link("frame-name", "#/")
        .child(icon("leaf"))
        .text(texts.app_name());
    let header = element("header", "frame-header")
        .flag("hidden", is_embedded)
        .child(name)
        .child(tools(app));
    let doors: &[Tab] = if app.is_elder() { &Tab::FEW } else { &Tab::ALL };
    // What has no door of its own lies behind the last.
    let here = app.route().tab().map(|tab| {
        let has_door = doors.contains(&tab);
        if has_door { tab } else { Tab::More }
    });
    let mut list = element("ul", "");
    for tab in doors {
        list = list.child(tab_link(app, *tab, here == Some(*tab)));
    }
    let tabs = element("nav", "tabs")
        .attribute("aria-label", texts.navigation())
        .flag("hidden", is_embedded)
        .child(list);
    let main = element("main", "frame-main")
        .attribute("id", "main")
        .attribute("tabindex", "-1")
        .child(page.draw(app));
    // What it says comes and goes in the document (`window::announce`).
    let announcer = element("p", "visually-hidden")
        .attribute("id", ANNOUNCER_ID)
        .attribute("role", "status");
    element("div", class)
        .child(skip)
        .child(header)
        .child(tabs)
        .child(main)
        .child(notices(app))
        .child(announcer)
}

/// What stands beside the name on every page; in the edition for the elder the
/// language is chosen in the settings.
fn tools(app: &App) -> Element {
    let language = (!app.is_elder()).then(|| language_button(app));
    element("div", "frame-tools")
        .children(pages::reading_tools(app))
        .child(edition_button(app))
        .children(language)
}

/// To the edition for the elder and back.
fn edition_button(app: &App) -> Element {
    let texts = app.messages().elder;
    let (name, size) = if app.is_elder() {
        (texts.standard(), TextSize::Normal)
    } else {
        (texts.elder(), TextSize::Elder)
    };
    let onclick = app.act(size, |app, size| {
        app.choose(|settings| settings.text_size = *size);
    });
    button("button button-quiet", None, name, onclick).key("edition")
}

fn language_button(app: &App) -> Element {
    let other = app.language().other();
    let onclick = app.act(other, |app, other| {
        app.choose(|settings| settings.language = Some(*other));
    });
    button("button button-quiet", None, other.own_name(), onclick)
        .attribute("lang", other.tag())
        .key("language")
}

fn tab_link(app: &App, tab: Tab, is_here: bool) -> Element {
    let texts = app.messages().shell;
    let (name, drawing) = match tab {
        Tab::Today => (texts.tab_today(), "tab-today"),
        Tab::Record => (texts.tab_record(), "tab-record"),
        Tab::Ledger => (texts.tab_ledger(), "tab-ledger"),
        Tab::Statement => (texts.tab_statement(), "tab-statement"),
        Tab::More => (texts.tab_more(), "tab-more"),
    };
    let current = is_here.then_some("page");
    let link = link("tab", tab.href())
        .optional("aria-current", current)
        .child(element("span", "tab-mark").child(icon(drawing)))
        .text(name);
    element("li", "").key(drawing).child(link)
}
