//! One campaign: what this person saved in it, and the way out of it again.

mod progress;

use super::about::{about, days};
use super::take_part::{Done, HEADING_ID, Pending, take_part};
use super::{card, href, to_list, unknown};
use crate::app::components::{
    Callout, Element, button, callout, element, icon, link_row, page_header,
};
use crate::app::context::App;
use crate::campaign::{CampaignKey, Known, Phase, find, forget, leave, restore};
use crate::language::fill;

/// The page.
pub fn of(app: &App, pending: &Pending, key: &str) -> Element {
    let key = key.parse::<CampaignKey>().ok();
    let known = key.and_then(|key| find(app.settings(), key));
    match (&known, &pending.done) {
        (Some(known), _) => here(app, pending, known),
        (None, Some(Done::Forgotten(known))) if Some(known.pack.key) == key => {
            forgotten(app, pending, known)
        }
        (None, _) => unknown(app),
    }
}

fn here(app: &App, pending: &Pending, known: &Known) -> Element {
    let pack = &known.pack;
    let taking_part = if known.joined.is_some() {
        progress::progress(app, known).key("joined")
    } else {
        take_part(app, pending, pack).key("not-joined")
    };
    let main = element("div", "column")
        .child(done(app, pending))
        .child(element("div", "slot").children(when(app, known)))
        .child(element("div", "place").child(taking_part))
        .child(card::section(app, known));
    let side = element("div", "column")
        .child(about(app, pack))
        .child(for_organisers(app, known))
        .child(way_out(app, pending, known));
    let name = pack.name.in_language(app.language());
    element("div", "page")
        .child(page_header(
            Some(to_list(app)),
            name,
            &days(app, pack),
            None,
        ))
        .child(element("div", "columns").child(main).child(side))
}

/// What a day before or after it means.
fn when(app: &App, known: &Known) -> Option<Element> {
    let texts = app.messages().campaign;
    let pack = &known.pack;
    let (template, day) = match pack.phase(app.today()) {
        Phase::Before => (texts.before_hint(), pack.first),
        Phase::Over => (texts.over_hint(), pack.last),
        Phase::Now => return None,
    };
    let said = fill(template, &[("day", &day.long(app.language()))]);
    Some(callout(Callout::Hint, "", &said))
}

/// What was just done, with the way back.
fn done(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().campaign;
    let told = pending.done.as_ref().map(|done| {
        let (said, known) = match done {
            Done::Left(known) => (texts.left(), known),
            Done::Forgotten(known) => (texts.forgotten(), known),
        };
        let undo = app.act(known.clone(), |app, known| {
            app.choose(|settings| restore(settings, known));
            app.focus_next(HEADING_ID);
            app.turn(Pending::default().change());
        });
        let undo = button(
            "button button-quiet",
            Some(icon("undo")),
            app.messages().shell.undo(),
            undo,
        );
        element("div", "actions")
            .child(element("p", "").text(said))
            .child(undo)
    });
    // Where it is taken back it is no more to be said.
    element("div", "slot")
        .attribute("role", "status")
        .children(told)
}

fn for_organisers(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let key = known.pack.key;
    let rows = element("ul", "rows").child(link_row(
        href("organise", key),
        "settings",
        texts.organise(),
        texts.organise_hint().into(),
    ));
    element("section", "section")
        .child(element("h2", "").text(texts.for_organisers()))
        .child(rows)
}

/// Leaving it, and taking it off this device.
fn way_out(app: &App, pending: &Pending, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let with = (pending.clone(), known.clone());
    let leave = known.joined.map(|_| {
        let leave = app.act(with.clone(), |app, (pending, known)| {
            app.choose(|settings| leave(settings, known.pack.key));
            tell(app, pending, Done::Left(known.clone()));
        });
        button("button", None, texts.leave(), leave)
    });
    let forget = app.act(with, |app, (pending, known)| {
        app.choose(|settings| forget(settings, known.pack.key));
        tell(app, pending, Done::Forgotten(known.clone()));
    });
    element("section", "section")
        .child(element("h2", "").text(texts.way_out()))
        .child(element("p", "muted small").text(texts.way_out_hint()))
        .child(element("div", "actions").children(leave).child(button(
            "button",
            None,
            texts.forget(),
            forget,
        )))
}

fn tell(app: &App, pending: &Pending, done: Done) {
    app.focus_next(HEADING_ID);
    let done = Some(done);
    let pending = Pending {
        done,
        ..pending.clone()
    };
    app.turn(pending.change());
}

/// A campaign that was just taken off this device.
fn forgotten(app: &App, pending: &Pending, known: &Known) -> Element {
    let name = known.pack.name.in_language(app.language());
    let place = element("div", "section")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1")
        .child(done(app, pending));
    element("div", "page")
        .child(page_header(Some(to_list(app)), name, "", None))
        .child(place)
}
