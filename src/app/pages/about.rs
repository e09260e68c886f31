//! What this is, what becomes of what is recorded, and who can use it: nothing
//! but texts.

use crate::app::components::{Element, element, link, page_header};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::current;

/// The list of all programs in the page, which the build writes beside it.
const LICENCES: &str = "licences.txt";

/// What this is and what it is not.
pub fn about(app: &App) -> Element {
    let texts = app.messages().more;
    let version = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("edition", current().id),
    ];
    let version = fill(texts.version(), &version);
    let licences = link("button", LICENCES).text(texts.licences());
    page(app, texts.about(), texts.about_parts(), &version)
        .child(element("p", "actions").child(licences))
}

/// What becomes of what is recorded.
pub fn privacy(app: &App) -> Element {
    let texts = app.messages().more;
    page(app, texts.privacy(), texts.privacy_parts(), "")
}

/// How far everybody can use it, and what is not met.
pub fn accessibility(app: &App) -> Element {
    let texts = app.messages().accessibility;
    page(app, texts.title(), texts.parts(), texts.tell())
}

fn page(
    app: &App,
    title: &'static str,
    parts: &'static [[&'static str; 2]],
    last: &str,
) -> Element {
    let back = ("#/more", app.messages().more.title());
    let mut text = element("div", "column");
    for [heading, said] in parts {
        let part = element("section", "section")
            .child(element("h2", "").text(*heading))
            .child(element("p", "").text(*said));
        text = text.child(part);
    }
    element("div", "page prose")
        .child(page_header(Some(back), title, "", None))
        .child(text.child(element("p", "muted slot").text(last.to_owned())))
}
