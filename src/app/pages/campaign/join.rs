//! What a link, a code or a file brings. The pack stands in the address, so
//! nothing has to be kept for it to be shown, and nothing is joined unasked.

use super::about::about;
use super::take_part::{Pending, keep_and, take_part};
use super::{href, to_list};
use crate::app::browser::window;
use crate::app::components::{Callout, Element, button, callout, element, link, page_header};
use crate::app::context::App;
use crate::campaign::{Known, Pack, PackRefusal, find, read_join_link};
use crate::language::refusals::pack_refusal;

/// The page.
pub fn join(app: &App, pending: &Pending, code: &str) -> Element {
    match read_join_link(code) {
        Ok(pack) => found(app, pending, &pack),
        Err(error) => refused(app, &error),
    }
}

fn refused(app: &App, error: &PackRefusal) -> Element {
    let texts = app.messages().campaign;
    let said = pack_refusal(error, app.language());
    element("div", "page")
        .child(page_header(Some(to_list(app)), texts.refused(), "", None))
        .child(callout(Callout::Danger, "", &said))
        .child(element("p", "").text(texts.refused_hint()))
}

fn found(app: &App, pending: &Pending, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let name = pack.name.in_language(app.language());
    let known = find(app.settings(), pack.key);
    let next = match &known {
        Some(known) if known.pack.stamp < pack.stamp => newer(app, known, pack).key("newer"),
        Some(known) => here(app, known, pack).key("known"),
        None => element("div", "section")
            .key("new")
            .child(take_part(app, pending, pack))
            .child(keep_only(app, pack)),
    };
    element("div", "page")
        .child(page_header(Some(to_list(app)), name, texts.found(), None))
        .child(callout(Callout::Hint, "", texts.found_hint()))
        .child(about(app, pack))
        .child(element("div", "place").child(next))
}

/// For an organiser's second device: known, but not joined.
fn keep_only(app: &App, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let keep = app.act(pack.clone(), keep_and_go);
    element("section", "section")
        .child(element("p", "muted small").text(texts.keep_hint()))
        .child(element("div", "actions").child(button("button", None, texts.keep(), keep)))
}

fn keep_and_go(app: &App, pack: &Pack) {
    if keep_and(app, pack, |_| ()) {
        window::go(&href("of", pack.key));
    }
}

/// A changed pack of a campaign that is known here.
fn newer(app: &App, known: &Known, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let update = app.act(pack.clone(), keep_and_go);
    let before = element("details", "disclosure")
        .child(element("summary", "").text(texts.before_change()))
        .child(about(app, &known.pack));
    element("section", "section")
        .child(element("h2", "").text(texts.newer()))
        .child(element("p", "").text(texts.newer_hint()))
        .child(before)
        .child(element("div", "actions").child(button(
            "button button-primary",
            None,
            texts.update(),
            update,
        )))
}

/// The same pack, or an older one.
fn here(app: &App, known: &Known, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let said = if known.pack.stamp > pack.stamp {
        texts.older()
    } else {
        texts.known_already()
    };
    let go = link("button button-primary", href("of", pack.key)).text(texts.open());
    element("section", "section")
        .child(element("p", "").text(said))
        .child(element("p", "").child(go))
}
