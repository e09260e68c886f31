//! The account on its way to another phone or out of a frame: as links that
//! carry the entries behind their `#`, and as codes that a camera reads.

use crate::app::browser::{files, window};
use crate::app::components::{Callout, Element, button, callout, element, qr_drawing};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::exchange::{QR_CHARACTERS_MAX, transfer_links};
use crate::language::fill;
use std::rc::Rc;

/// The place of the code; it takes the focus.
const CODE_ID: &str = "transfer-code";

/// The links, and which of them is shown.
#[derive(Clone)]
pub struct Links {
    /// In their order; none where a file has to serve.
    links: Rc<[String]>,
    shown: usize,
}

/// The section.
pub fn links(app: &App, links: Option<&Links>) -> Element {
    let texts = app.messages().storage;
    let content = links.map_or_else(|| offer(app), |links| shown(app, links));
    element("section", "section")
        .child(element("h2", "").text(texts.transfer()))
        .child(element("p", "").text(texts.transfer_hint()))
        .child(element("div", "").child(content))
}

fn offer(app: &App) -> Element {
    let make = app.act((), |app, ()| {
        let made = transfer_links(&window::address(), &app.revisions(), QR_CHARACTERS_MAX);
        let links = Links {
            links: made.unwrap_or_default().into(),
            shown: 0,
        };
        app.turn(PageChange::Links(Some(links)));
        app.focus_next(CODE_ID);
    });
    let button = button("button", None, app.messages().storage.make_code(), make)
        .flag("disabled", app.ledger().is_empty());
    element("div", "actions").child(button)
}

fn shown(app: &App, links: &Links) -> Element {
    let texts = app.messages().storage;
    let place = element("div", "section")
        .attribute("id", CODE_ID)
        .attribute("tabindex", "-1");
    let close = button(
        "button",
        None,
        app.messages().shell.close(),
        app.turning(PageChange::Links(None)),
    );
    let Some(address) = links.links.get(links.shown) else {
        return place
            .child(callout(Callout::Hint, "", texts.too_large_for_codes()))
            .child(element("div", "actions").child(close));
    };
    let numbers = [links.shown + 1, links.links.len()].map(|number| number.to_string());
    let [number, count] = numbers.each_ref().map(String::as_str);
    let title = fill(texts.code_of(), &[("number", number), ("count", count)]);
    let code = qr_drawing(address, &title);
    let share = app.act(address.clone(), |app, address| {
        if !files::share_link(app.messages().shell.app_name(), address) {
            app.notify(app.messages().storage.not_saved(), false);
        }
    });
    let share = files::can_share().then(|| button("button", None, texts.share_link(), share));
    let link = element("textarea", "input")
        .attribute("readonly", "")
        .attribute("rows", "3")
        .attribute("id", "transfer-link")
        .value(address.clone());
    let label = element("label", "field-label")
        .attribute("for", "transfer-link")
        .text(texts.link());
    let step = |name: &'static str, to: Option<usize>| {
        let next = to.map(|shown| Links {
            links: links.links.clone(),
            shown,
        });
        let is_last = next.is_none();
        let turn = app.turning(PageChange::Links(next.or_else(|| Some(links.clone()))));
        button("button", None, name, turn).flag("disabled", is_last)
    };
    let after = Some(links.shown + 1).filter(|next| *next < links.links.len());
    let steps = (links.links.len() > 1).then(|| {
        element("div", "actions")
            .child(step(texts.previous(), links.shown.checked_sub(1)))
            .child(step(texts.next(), after))
    });
    place
        .child(
            element("p", "")
                .attribute("role", "status")
                .text(title.clone()),
        )
        .child(element("div", "").children(code))
        .child(element("div", "").children(steps))
        .child(element("div", "field").child(label).child(link))
        .child(element("div", "actions").children(share).child(close))
}
