//! Air pollutants beside CO2e. Unknown is said, never shown as zero.

use crate::account::Totals;
use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::methodology::{Assessment, Pollutant, PollutantOutcome};
use crate::quantity::PollutantMass;

/// What is known of one pollutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollutantRow {
    /// Which.
    pub pollutant: Pollutant,
    /// Value, low and high; `None` where nobody has a factor.
    pub known: Option<[PollutantMass; 3]>,
    /// Whether something is left out.
    pub is_partial: bool,
}

/// The pollutants of an assessment.
#[must_use]
pub fn rows_of_assessment(assessment: &Assessment) -> [PollutantRow; 5] {
    Pollutant::ALL.map(|pollutant| match assessment.pollutant(pollutant) {
        PollutantOutcome::Unknown => PollutantRow {
            pollutant,
            known: None,
            is_partial: false,
        },
        PollutantOutcome::Known {
            value,
            low,
            high,
            partial,
        } => PollutantRow {
            pollutant,
            known: Some([value, low, high]),
            is_partial: partial,
        },
    })
}

/// The pollutants of a span of the account.
#[must_use]
pub fn rows_of_totals(totals: &Totals) -> [PollutantRow; 5] {
    Pollutant::ALL.map(|pollutant| {
        let total = totals.pollutants[pollutant as usize];
        PollutantRow {
            pollutant,
            known: (total.known > 0).then_some([total.value, total.low, total.high]),
            is_partial: total.is_partial(totals.entries),
        }
    })
}

/// The list, with ranges where asked for.
pub fn pollutant_list(app: &App, rows: &[PollutantRow; 5], with_ranges: bool) -> Element {
    element("dl", "pairs").children(rows.iter().map(|row| line(app, row, with_ranges)))
}

fn line(app: &App, row: &PollutantRow, with_ranges: bool) -> Element {
    let texts = app.messages();
    let language = app.language();
    let mut remark = String::new();
    if let Some([_, low, high]) = row.known.filter(|_| with_ranges)
        && low != high
    {
        remark.push_str(&low.short(language));
        remark.push_str(" ~ ");
        remark.push_str(&high.short(language));
    }
    if row.is_partial {
        if !remark.is_empty() {
            remark.push_str(" · ");
        }
        remark.push_str(texts.shell.partial_amount());
    }
    pollutant_line(app, row, &remark, "")
}

/// One of them, with a remark below its amount and a longer note below both.
pub fn pollutant_line(app: &App, row: &PollutantRow, remark: &str, more: &str) -> Element {
    let texts = app.messages();
    let amount = match row.known {
        None => element("span", "muted").text(texts.shell.unknown_amount()),
        Some([value, ..]) => element("span", "").text(value.short(app.language())),
    };
    let name = [" ", texts.names.pollutant(row.pollutant)].concat();
    let name = element("dt", "")
        .text(row.pollutant.id())
        .child(element("span", "muted small").text(name));
    let value = element("dd", "")
        .child(amount)
        .child(element("span", "pair-remark slot").text(remark.to_owned()));
    element("div", "")
        .key(row.pollutant.id())
        .child(name)
        .child(value)
        .child(element("dd", "pair-note slot").text(more.to_owned()))
}
