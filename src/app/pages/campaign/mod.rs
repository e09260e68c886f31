//! Campaigns: those that this device knows, one of them, joining and making one.
//! What lies below `#/campaign` is told apart here and drawn elsewhere.

mod list;

use super::Remembered;
use super::later::recall;
use super::not_found::not_found;
use crate::app::components::Element;
use crate::app::context::App;

/// The pages; `place` is what stands behind `#/campaign/`.
pub fn campaign(app: &App, place: &str, remembered: &Remembered) -> Element {
    let (room, rest) = place.split_once('/').unwrap_or((place, ""));
    match (room, rest) {
        ("", "") => list::list(app, &recall(remembered)),
        _ => not_found(app, &["campaign/", place].concat()),
    }
}
