//! What this is, what becomes of what is recorded, and who can use it: nothing
//! but texts.

use crate::app::browser::install;
use crate::app::components::{Element, TITLE_ID, button, element, link, page_header};
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
    let parts = texts.about_parts().iter().map(part);
    let parts = parts.chain([among_the_apps(app)]);
    page(app, texts.about(), parts, &version).child(element("p", "actions").child(licences))
}

/// How it comes among the apps of the device, with the button for it where the
/// browser lets a page ask.
fn among_the_apps(app: &App) -> Element {
    let texts = app.messages().more;
    let ask = app.act((), |app, ()| {
        install::ask();
        // The button goes.
        app.focus_next(TITLE_ID);
        app.close_notice();
    });
    let ask = install::is_offered().then(|| button("button", None, texts.install_now(), ask));
    part(&[texts.install(), texts.install_hint()]).child(element("p", "actions slot").children(ask))
}

/// What becomes of what is recorded.
pub fn privacy(app: &App) -> Element {
    let texts = app.messages().more;
    page(
        app,
        texts.privacy(),
        texts.privacy_parts().iter().map(part),
        "",
    )
}

/// How far everybody can use it, and what is not met.
pub fn accessibility(app: &App) -> Element {
    let texts = app.messages().accessibility;
    page(
        app,
        texts.title(),
        texts.parts().iter().map(part),
        texts.tell(),
    )
}

fn page(
    app: &App,
    title: &'static str,
    parts: impl Iterator<Item = Element>,
    last: &str,
) -> Element {
    let back = ("#/more", app.messages().more.title());
    let text = element("div", "column").children(parts);
    element("div", "page prose")
        .child(page_header(Some(back), title, "", None))
        .child(text.child(element("p", "muted slot").text(last.to_owned())))
}

fn part([heading, said]: &[&'static str; 2]) -> Element {
    element("section", "section")
        .child(element("h2", "").text(*heading))
        .child(element("p", "").text(*said))
}
