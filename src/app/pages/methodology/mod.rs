//! The method: how the numbers are worked out, and every number that goes into
//! them, with its source and standing.

mod action;
mod basics;
mod editions;
mod factor;
mod lists;
mod norms;
mod open;
mod sources;

pub use basics::points;
pub use editions::offer;

use crate::app::components::{Element, element, page_header};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{ActionId, Edition, Factor, current, editions};
use yew::Html;

/// The pages on the method. `place` is a list, `action/` and an action's id, or
/// a factor's id; the overview where it is empty. `pending` is what became of an
/// offered edition.
pub fn methodology(app: &App, place: &str, pending: &editions::Pending) -> Element {
    let texts = app.messages().methodology;
    let language = app.language();
    let edition = current();
    let today = app.today().to_string();
    let more = ("#/more", app.messages().more.title());
    let overview = ("#/methodology", texts.short_title());
    let actions = ("#/methodology/actions", texts.actions());
    let factors = ("#/methodology/factors", texts.factors());
    let action = place.strip_prefix("action/").and_then(ActionId::parse);
    // Entries may be of an edition that has what the newest one dropped.
    let action = newest(|edition| edition.action(action?));
    let factor = newest(|edition| edition.factor(place));
    let (title, back, content) = match (place, action, factor) {
        ("", ..) => (texts.title(), more, basics::basics(app, edition)),
        ("actions", ..) => (texts.actions(), overview, lists::actions(app, edition)),
        ("factors", ..) => (
            texts.factors(),
            overview,
            lists::factors(app, edition, &today),
        ),
        ("open", ..) => (texts.open(), overview, open::open(app, edition, &today)),
        ("editions", ..) => (
            app.messages().editions.title(),
            overview,
            editions::editions_page(app, pending),
        ),
        ("norms", ..) => (texts.norms(), overview, norms::norms(app, edition)),
        (_, Some((edition, action)), _) => {
            let name = action.name.in_language(language);
            (name, actions, action::action(app, edition, action))
        }
        (_, _, Some((edition, factor))) => {
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

/// What the newest edition that has it says of something, and that edition.
fn newest<T>(
    find: impl Fn(&'static Edition) -> Option<&'static T>,
) -> Option<(&'static Edition, &'static T)> {
    let mut newest_first = editions().iter().rev().copied();
    newest_first.find_map(|edition| Some((edition, find(edition)?)))
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
