//! Choosing what was done: large tiles, several of them.

use super::View;
use super::part::{back, press, title};
use crate::app::components::{Element, element, icon};
use crate::campaign::kiosk::{Act, DEEDS_MAX, Visit, offered};
use crate::language::fill;
use crate::methodology::Action;

/// The step.
pub fn choose(view: View<'_>, visit: &Visit) -> Element {
    let texts = view.app.messages().kiosk;
    let tiles = offered(view.pack.map_or(&[][..], |pack| &pack.actions)).into_iter();
    let tiles = tiles.map(|action| tile(view, visit, action));
    let most = DEEDS_MAX.to_string();
    let hint = fill(texts.choose_hint(), &[("most", &most)]);
    element("div", "kiosk-content")
        .child(title(texts.choose()))
        .child(element("p", "").text(hint))
        .child(element("ul", "kiosk-tiles").children(tiles))
}

fn tile(view: View<'_>, visit: &Visit, action: &'static Action) -> Element {
    let id = action.id.as_str();
    let is_chosen = visit.has(action.id);
    let onclick = view.tablet.acting(view.app, Act::Toggle(action.id));
    // The mark beside the name: never by colour alone.
    let mark = is_chosen.then(|| icon("check"));
    let tile = element("button", "kiosk-tile")
        .attribute("type", "button")
        .attribute("id", ["kiosk-", id].concat())
        .truth("aria-pressed", is_chosen)
        .flag("disabled", visit.is_full() && !is_chosen)
        .onclick(onclick)
        .child(icon(id))
        .child(element("span", "").text(action.name.in_language(view.app.language())))
        .child(element("span", "kiosk-tile-mark slot").children(mark));
    element("li", "").key(id).child(tile)
}

/// Below it: how many are chosen, and on.
pub fn foot(view: View<'_>, visit: &Visit) -> Element {
    let texts = view.app.messages().kiosk;
    let count = visit.deeds().len();
    let said = match count {
        0 => String::new(),
        _ if visit.is_full() => fill(texts.chosen_most(), &[("count", &count.to_string())]),
        _ => fill(texts.chosen(), &[("count", &count.to_string())]),
    };
    let said = element("p", "kiosk-status")
        .attribute("role", "status")
        .text(said);
    let next = press(
        view,
        "kiosk-next",
        "button button-primary",
        texts.next(),
        Act::Next,
    )
    .flag("disabled", visit.deeds().is_empty());
    element("div", "kiosk-foot")
        .child(said)
        .child(back(view))
        .child(next)
}
