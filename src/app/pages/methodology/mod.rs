//! The method: how the numbers are worked out, and every number that goes into
//! them, with its source and standing.

mod action;
mod basics;
mod factor;
mod lists;
mod norms;
mod open;

pub use basics::points;

use crate::app::components::{Element, element, page_header};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{ActionId, Factor, current};
use yew::Html;

/// The pages on the method. `place` is a list, `action/` and an action's id, or
/// a factor's id; the overview where it is empty.
pub fn methodology(app: &App, place: &str) -> Element {
    let texts = app.messages().methodology;
    let language = app.language();
    let edition = current();
    let today = app.today().to_string();
    let more = ("#/more", app.messages().more.title());
    let overview = ("#/methodology", texts.short_title());
    let actions = ("#/methodology/actions", texts.actions());
    let factors = ("#/methodology/factors", texts.factors());
    let action = place.strip_prefix("action/").and_then(ActionId::parse);
    let action = action.and_then(|id| edition.action(id));
    let (title, back, content) = match (place, action, edition.factor(place)) {
        ("", ..) => (texts.title(), more, basics::basics(app, edition)),
        ("actions", ..) => (texts.actions(), overview, lists::actions(app, edition)),
        ("factors", ..) => (
            texts.factors(),
            overview,
            lists::factors(app, edition, &today),
        ),
        ("open", ..) => (texts.open(), overview, open::open(app, edition, &today)),
        ("norms", ..) => (texts.norms(), overview, norms::norms(app, edition)),
        (_, Some(action), _) => {
            let name = action.name.in_language(language);
            (name, actions, action::action(app, edition, action))
        }
        (_, _, Some(factor)) => {
            let name = factor.name.in_language(language);
            (name, factors, factor::factor(app, edition, factor, &today))
        }
        _ => {
            let text = fill(texts.unknown_text(), &[("id", place)]);
            (texts.unknown_title(), overview, element("p", "").text(text))
        }
    };
    element("div", "page")
        .child(page_header(Some(back), title, "", None))
        .child(element("div", "place").child(content))
}

/// The value of a factor with its unit, as in its source.
fn value_of(app: &App, factor: &Factor) -> String {
    let unit = factor.unit.label(app.language());
    let value = factor.values.value.to_string();
    if unit.is_empty() {
        value
    } else {
        [&value, " ", &unit].concat()
    }
}

/// The address of a factor.
fn href_of(factor: &Factor) -> String {
    ["#/methodology/", factor.id].concat()
}

/// A fact among `facts`: a name and what is said of it.
fn fact(name: &'static str, said: impl Into<Html>) -> Element {
    element("div", "")
        .child(element("dt", "").text(name))
        .child(element("dd", "").child(said))
}

fn section(heading: &'static str) -> Element {
    element("section", "section").child(element("h2", "").text(heading))
}
