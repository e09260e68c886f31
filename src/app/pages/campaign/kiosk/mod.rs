//! The kiosk: a tablet at a stall, for one passer-by after the other. It lies
//! over the whole page, in large letters, and remembers a person for no longer
//! than they stand there: nothing of it is in the address, in a form or in any
//! store of the browser.

mod amount;
mod attract;
mod choose;
mod door;
mod part;
mod result;
mod tablet;
mod take_along;
mod warning;

use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::app::pages::not_found::not_found;
use crate::campaign::kiosk::{Stage, Step, Visit};
use crate::campaign::{Pack, find};
use crate::language::Language;
use part::{bar, foot};
pub use tablet::Pending;
use tablet::Tablet;

/// What is drawn: the page in the language of the person, the tablet, and the
/// campaign it stands at.
#[derive(Clone, Copy)]
struct View<'a> {
    app: &'a App,
    tablet: &'a Tablet,
    pack: Option<&'a Pack>,
}

/// The page, at the campaign of a key where there is one.
pub fn kiosk(app: &App, key: &str, pending: &Pending) -> Element {
    let known = key.parse().ok().and_then(|key| find(app.settings(), key));
    if known.is_none() && !key.is_empty() {
        let lost = not_found(app, &["campaign/kiosk/", key].concat());
        return element("div", "kiosk-lost").child(lost);
    }
    let pack = known.as_ref().map(|known| &known.pack);
    let tablet = pending.tablet();
    let kiosk = tablet.kiosk();
    let language = match kiosk.stage() {
        Stage::Visit(visit) => visit.language(),
        // Both languages stand there, Chinese first.
        _ => Language::ZhCn,
    };
    let app = &app.speaking(language);
    let view = View { app, tablet, pack };
    let stage = match kiosk.stage() {
        Stage::Attract | Stage::Left => attract::attract(view),
        Stage::Visit(visit) => step(view, visit),
        Stage::Door(door) => door::door(view, *door),
    };
    let warning = kiosk.seconds_left();
    // Behind a question nothing can be reached.
    let stage = element("div", "kiosk-stage")
        .flag("inert", warning.is_some())
        .child(stage);
    let warning = warning.map(|seconds| warning::warning(view, seconds));
    element("div", "kiosk")
        .attribute("lang", language.tag())
        .child(stage)
        .child(element("div", "slot").children(warning))
}

fn step(view: View<'_>, visit: &Visit) -> Element {
    let (key, content, foot) = match visit.step() {
        Step::Choose => (
            "choose".to_owned(),
            choose::choose(view, visit),
            choose::foot(view, visit),
        ),
        Step::Amount(place) => (
            format!("amount-{place}"),
            amount::amount(view, visit, place),
            foot(view, view.app.messages().kiosk.next()),
        ),
        Step::Result => (
            "result".to_owned(),
            result::result(view, visit),
            foot(view, view.app.messages().kiosk.take_along()),
        ),
        Step::TakeAlong => (
            "take-along".to_owned(),
            take_along::take_along(view, visit),
            take_along::foot(view),
        ),
    };
    element("div", "kiosk-step")
        .key(key)
        .child(bar(view))
        .child(content)
        .child(foot)
}
