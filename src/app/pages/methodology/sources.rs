//! Where the numbers of an action come from: every factor that it can take, with
//! the text that it was read in. A total of the statement leads to the page of
//! its action, and so in two taps to its sources.

use super::{href_of, section, value_of};
use crate::app::components::{Element, element, link, source_line, source_of, standing};
use crate::app::context::App;
use crate::methodology::{Action, Edition, Factor};

/// The id of the factor of power.
const POWER: &str = "electricity";

/// The section; an empty element where nothing is worked out.
pub fn sources(app: &App, edition: &'static Edition, action: &'static Action) -> Element {
    let mut rows = element("div", "terms");
    let (mut is_any, mut is_power, mut has_power) = (false, false, false);
    for factor in edition.taken_by(action) {
        is_any = true;
        is_power |= factor.id == POWER;
        has_power |= factor.electricity_kwh.is_some();
        rows = rows.child(row(app, factor));
    }
    // The pollutants of what runs on power are those of the power.
    if let Some(power) = edition.factor(POWER).filter(|_| has_power && !is_power) {
        rows = rows.child(row(app, power));
    }
    let found = is_any.then(|| section(app.messages().compare.sources()).child(rows));
    element("div", "slot").children(found)
}

fn row(app: &App, factor: &'static Factor) -> Element {
    let (texts, words) = (app.messages().methodology, app.messages().derivation);
    let provenance = &factor.provenance;
    let name = link("", href_of(factor)).text(factor.name.in_language(app.language()));
    let value = element("span", "number").text(value_of(app, factor));
    let head = element("p", "")
        .child(name)
        .text(" ")
        .child(value)
        .text(" ")
        .child(standing(app, provenance.quality));
    let source = [words.source(), " ", &source_of(app, provenance)].concat();
    let pollutants = match (factor.electricity_kwh, factor.pollutant_provenance) {
        (Some(_), _) => texts.pollutants_from_power().to_owned(),
        (None, Some(row)) => [
            texts.pollutants_source(),
            app.messages().compare.colon(),
            &source_of(app, row),
        ]
        .concat(),
        (None, None) => String::new(),
    };
    element("div", "term")
        .child(head)
        .child(source_line(source))
        .child(source_line(pollutants))
}
