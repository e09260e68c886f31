//! How the trip was made: each way leads to its form, filled in.

use super::Pending;
use crate::app::components::{Element, button, element, figure, link_row};
use crate::app::context::App;
use crate::methodology::current;
use crate::quantity::Quantity;

/// A distance, with what it was worked out from.
pub fn distance_card(app: &App, distance: Option<Quantity>, said: &str) -> Element {
    let texts = app.messages().measure;
    let amount = distance.map_or_else(String::new, |distance| distance.exact(app.language()));
    element("section", "card").child(figure(texts.distance(), &amount, said))
}

/// What was measured, and the ways it may have been made.
pub fn finished(app: &App, distance: Option<Quantity>, said: &str) -> Element {
    let texts = app.messages().measure;
    let again = button(
        "button",
        None,
        texts.again(),
        app.turning(Pending::default().change()),
    );
    let again = element("div", "actions").child(again);
    let place = element("div", "column").child(distance_card(app, distance, said));
    let Some(distance) = distance.filter(|distance| distance.thousandths() > 0) else {
        let nothing = element("p", "").text(texts.nothing());
        return place.child(nothing).child(again);
    };
    let kilometres = distance.to_string();
    let mut rows = element("ul", "rows");
    for action in current().actions.iter().filter(|action| action.is_trip()) {
        let id = action.id.as_str();
        let href = ["#/record/", id, "?distance_km=", &kilometres].concat();
        let name = action.name.in_language(app.language());
        rows = rows.child(link_row(href, id, name, "".into()));
    }
    let section = element("section", "section")
        .child(element("h2", "").text(texts.how()))
        .child(element("p", "muted small").text(texts.how_hint()))
        .child(rows);
    place.child(section).child(again)
}
