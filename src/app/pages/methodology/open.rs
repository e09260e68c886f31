//! What is assumed or not yet verified, in one place.

use super::lists::{factor_row, factor_rows};
use super::section;
use crate::app::components::{Element, element, standing};
use crate::app::context::App;
use crate::methodology::{Edition, Factor, Provenance, Quality};

/// Values, ranges, pollutants and rules that are not reliable enough yet.
pub fn open(app: &App, edition: &'static Edition, today: &str) -> Element {
    let texts = app.messages().methodology;
    let values = factor_rows(app, edition, today, is_open);
    let ranges = factor_rows(app, edition, today, |factor| {
        factor.provenance.range_assumed && !is_open(factor)
    });
    let mut pollutants = element("ul", "rows rows-even");
    for factor in edition.factors {
        if let Some(row) = weak_pollutants(factor) {
            pollutants = pollutants.child(factor_row(app, factor, standing(app, row.quality)));
        }
    }
    let mut rules = element("ul", "bullets");
    for rule in texts.open_rule_texts() {
        rules = rules.child(element("li", "").text(*rule));
    }
    let hinted = |heading: &'static str, hint: &'static str, rows: Element| {
        section(heading)
            .child(element("p", "muted").text(hint))
            .child(rows)
    };
    element("div", "column")
        .child(hinted(
            texts.open_values(),
            texts.open_values_hint(),
            values,
        ))
        .child(hinted(
            texts.open_ranges(),
            texts.open_ranges_hint(),
            ranges,
        ))
        .child(hinted(
            texts.open_pollutants(),
            texts.open_pollutants_hint(),
            pollutants,
        ))
        .child(section(texts.open_rules()).child(rules))
}

const fn is_open(factor: &Factor) -> bool {
    factor.provenance.quality.is_open()
}

/// Where the pollutants of a factor come from, if nobody read them in an
/// official text or a database. Those of power are listed once, with power.
fn weak_pollutants(factor: &Factor) -> Option<&'static Provenance> {
    let row = factor.pollutant_provenance?;
    let is_sure = matches!(
        row.quality,
        Quality::Primary | Quality::Database | Quality::Convention
    );
    (factor.electricity_kwh.is_none() && !is_sure).then_some(row)
}
