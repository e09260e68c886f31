//! What is different in the frame of another page: three views and no more of
//! the page, nothing that deletes or takes in, and below each view the way to
//! the full page. A browser that keeps a frame's storage apart, or refuses it,
//! is explained, with links that take along what was recorded.

use super::record::Stage;
use super::{Page, storage};
use crate::account::{CopyState, StorageState};
use crate::app::browser::window;
use crate::app::components::{Callout, Element, button, callout, element, link, page};
use crate::app::context::App;
use crate::exchange::{LINK_CHARACTERS_MAX, transfer_links};
use crate::language::fill;

/// Of more entries it is not even tried: they would make more links than anybody
/// opens one after the other.
const ENTRIES_MAX: usize = 500;
/// More links are not asked of anybody: then a file serves.
const LINKS_MAX: usize = 6;

/// Whether a page may be shown in a frame.
pub const fn is_view(page: &Page) -> bool {
    matches!(
        page,
        Page::Compare(_) | Page::Choose(_) | Page::Record(_) | Page::Summary
    )
}

/// In place of every other page.
pub fn elsewhere(app: &App) -> Element {
    let texts = app.messages().framed;
    page(texts.elsewhere_title())
        .child(element("p", "").text(texts.elsewhere_text()))
        .child(element("p", "").child(full_page(app, "button button-primary", &window::hash())))
}

/// Below each view.
pub fn foot(app: &App, page: &Page) -> Element {
    // What was recorded is taken along from where something was, or is shown.
    let (hash, takes_along) = match page {
        Page::Compare(_) => ("#/compare", false),
        Page::Record(Some(recording)) => ("#/", matches!(recording.stage, Stage::Saved(_))),
        Page::Choose(_) => ("#/", true),
        Page::Summary => ("#/statement", true),
        _ => return element("footer", "").key("foot"),
    };
    let is_kept_here = hash != "#/compare";
    let kept = is_kept_here.then(|| kept(app));
    let along = (takes_along && !app.ledger().is_empty()).then(|| take_along(app));
    let hint = element("span", "muted small").text(app.messages().framed.new_window());
    element("footer", "framed-foot")
        .key("foot")
        .child(element("div", "slot").children(kept))
        .child(element("div", "slot").children(along))
        .child(
            element("p", "framed-way")
                .child(full_page(app, "text-link", hash))
                .child(hint),
        )
}

/// Where what is recorded here is kept.
fn kept(app: &App) -> Element {
    let texts = app.messages().framed;
    match (app.condition().storage, app.copy()) {
        (StorageState::Kept, _) | (_, CopyState::Kept | CopyState::Opening) => {
            callout(Callout::Hint, "", texts.apart())
        }
        _ => callout(Callout::Danger, texts.refused_title(), texts.refused_text()),
    }
}

/// The links that carry what was recorded here to the full page.
fn take_along(app: &App) -> Element {
    let texts = app.messages().framed;
    let count = app.ledger().len();
    let links = (count <= ENTRIES_MAX)
        .then(|| transfer_links(&address(app), &app.revisions(), LINK_CHARACTERS_MAX))
        .flatten()
        .filter(|links| links.len() <= LINKS_MAX);
    let Some(links) = links else {
        let save = app.act((), |app, ()| storage::save_backup(app));
        let save = button("button", None, app.messages().storage.save_backup(), save);
        return element("div", "section")
            .child(element("p", "").text(texts.too_many()))
            .child(element("div", "actions").child(save));
    };
    let parts = links.len().to_string();
    let mut actions = element("div", "actions");
    for (index, href) in links.into_iter().enumerate() {
        let said = if parts == "1" {
            fill(texts.take_along(), &[("count", &count.to_string())])
        } else {
            let number = (index + 1).to_string();
            fill(texts.take_part(), &[("number", &number), ("count", &parts)])
        };
        actions = actions.child(leading_out("button", href).text(said));
    }
    actions
}

/// The link to the full page, at a place of it.
fn full_page(app: &App, class: &'static str, hash: &str) -> Element {
    leading_out(class, address(app) + hash).text(app.messages().framed.full_page())
}

/// The address of the full page in the reader's language.
fn address(app: &App) -> String {
    [&window::address(), "?lang=", app.language().tag()].concat()
}

/// A link that opens a window of its own.
fn leading_out(class: &'static str, href: String) -> Element {
    link(class, href)
        .attribute("target", "_blank")
        .attribute("rel", "noopener")
}
