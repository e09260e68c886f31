//! Campaigns: those that this device knows, one of them, joining and making one.
//! What lies below `#/campaign` is told apart here and drawn elsewhere.

mod about;
mod card;
mod certificate;
mod form;
mod join;
mod kiosk;
mod list;
mod of;
mod organise;
mod poster;
mod take_part;
mod tally;

use super::Remembered;
use super::later::recall;
use super::not_found::not_found;
use crate::app::components::{Element, element, link, page_header};
use crate::app::context::App;
use crate::campaign::{CampaignKey, Known, find};

/// The pages; `place` is what stands behind `#/campaign/`.
pub fn campaign(app: &App, place: &str, remembered: &Remembered) -> Element {
    let (room, rest) = place.split_once('/').unwrap_or((place, ""));
    match (room, rest) {
        ("", "") => list::list(app, &recall(remembered)),
        ("new", "") => form::make(app, &recall(remembered)),
        ("change", key) => with(app, key, |known| {
            form::change(app, &recall(remembered), known)
        }),
        ("join", code) => join::join(app, &recall(remembered), code),
        ("of", key) => of::of(app, &recall(remembered), key),
        ("kiosk", key) => kiosk::kiosk(app, key, &recall(remembered)),
        ("organise", key) => with(app, key, |known| organise::organise(app, known)),
        ("poster", key) => with(app, key, |known| poster::poster(app, known)),
        ("certificate", key) => with(app, key, |known| {
            certificate::certificate(app, &recall(remembered), known)
        }),
        ("tally", key) => with(app, key, |known| {
            tally::tally(app, &recall(remembered), known)
        }),
        ("screen", key) => with(app, key, |known| {
            tally::screen(app, &recall(remembered), known)
        }),
        _ => not_found(app, &["campaign/", place].concat()),
    }
}

/// A page of a campaign that this device knows; another one where it does not.
fn with(app: &App, key: &str, draw: impl FnOnce(&Known) -> Element) -> Element {
    let key = key.parse::<CampaignKey>().ok();
    let known = key.and_then(|key| find(app.settings(), key));
    known.map_or_else(|| unknown(app), |known| draw(&known))
}

/// A campaign that is not known here.
fn unknown(app: &App) -> Element {
    let texts = app.messages().campaign;
    element("div", "page")
        .child(page_header(
            Some(to_list(app)),
            texts.unknown_title(),
            "",
            None,
        ))
        .child(element("p", "").text(texts.unknown_text()))
        .child(
            element("p", "").child(link("button button-primary", "#/campaign").text(texts.known())),
        )
}

/// The way back to the list.
fn to_list(app: &App) -> (&'static str, &'static str) {
    ("#/campaign", app.messages().campaign.title())
}

/// The address of a page of a campaign.
fn href(room: &str, key: CampaignKey) -> String {
    ["#/campaign/", room, "/", &key.to_string()].concat()
}
