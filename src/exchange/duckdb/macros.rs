//! The macros: macros.sql with the places filled in that depend on the edition,
//! or that would say the same for every input and term.

use super::PLACES;
use super::rows::bit;
use super::script::{column, each_place, number_names, text};
use crate::methodology::{Edition, Evidence, InputKind, Pollutant, Replaced};

const MACROS: &str = include_str!("macros.sql");

/// The macros of an edition, `$schema` not yet filled in.
pub(super) fn macros(edition: &Edition) -> String {
    let kinds = |join: &str, write: fn(InputKind) -> String| InputKind::ALL.map(write).join(join);
    let self_weight = edition.weight(Evidence::SelfReported);
    let proof_weight = edition.weight(Evidence::Proof);
    let mut filled = MACROS.to_owned();
    let mut fill = |name: &str, value: &str| filled = filled.replace(name, value);
    fill(
        "$kinds_as_fields",
        &kinds(", ", |kind| format!("{} VARCHAR", kind.id())),
    );
    fill(
        "$kinds_as_nulls",
        &kinds(",\n    ", |kind| format!("NULL::VARCHAR AS {}", kind.id())),
    );
    fill(
        "$kinds_as_bits",
        &kinds("\n      + ", |kind| {
            format!(
                "CASE WHEN {} IS NULL THEN 0 ELSE {} END",
                kind.id(),
                bit(kind)
            )
        }),
    );
    for place in 1..=PLACES {
        let choices = InputKind::ALL.map(|kind| format!("WHEN '{0}' THEN {0}", kind.id()));
        let choices = choices.join("\n      ");
        let choice = format!("CASE ruled.carbon_rule.input_{place}\n      {choices}\n    END");
        fill(&format!("$text_of_{place}"), &choice);
    }
    let strangers = kinds("\n          ", |kind| {
        let bit = bit(kind);
        format!(
            "WHEN carbon_given & ~carbon_action.inputs & {bit} <> 0 THEN '{}'",
            kind.id()
        )
    });
    fill(
        "$first_stranger",
        &format!("CASE\n          {strangers}\n          END"),
    );
    fill("$checks", &each_place("\n", check));
    fill("$amounts", &amounts());
    fill("$nets", &nets());
    fill("$pollutants", &pollutants());
    let replaced = Replaced::ALL.map(|replaced| text(replaced.id()));
    fill("$replaced", &replaced.join(", "));
    fill("$proof_mantissa", &proof_weight.mantissa().to_string());
    fill(
        "$proof_denominator",
        &proof_weight.denominator().to_string(),
    );
    fill("$self_mantissa", &self_weight.mantissa().to_string());
    fill("$self_denominator", &self_weight.denominator().to_string());
    fill("$day_points_cap", &edition.day_points_cap.to_string());
    fill("$edition", edition.id);
    filled
}

/// What may be wrong with the input of a place.
fn check(place: usize) -> String {
    let input = format!("carbon_rule.input_{place}");
    format!(
        "      WHEN {input} IS NOT NULL AND carbon_{place} IS NULL\n        \
           THEN 'input `' || {input} || '`: not a plain number'\n      \
         WHEN carbon_rule.whole_{place} AND NOT $schema.is_whole(carbon_text_{place})\n        \
           THEN 'input `' || {input} || '`: not whole'\n      \
         WHEN carbon_{place} NOT BETWEEN carbon_rule.floor_{place} AND carbon_rule.ceiling_{place}\n        \
           THEN carbon_rule.bounds_{place}"
    )
}

/// What the terms come to: CO2e term by term, the pollutants added up.
fn amounts() -> String {
    let amount = |name: &str, place: usize| {
        format!(
            "$schema.amount(carbon.sign_{place}, carbon.{name}_{place}, \
             carbon_times_{place}, carbon_per_{place}, carbon.narrow_{place})"
        )
    };
    let lines = number_names().map(|name| {
        if ["co2e", "low", "high"].contains(&name.as_str()) {
            each_place("\n", |place| {
                format!("    {} AS carbon_{name}_{place},", amount(&name, place))
            })
        } else {
            let sum = each_place("\n      + ", |place| amount(&name, place));
            format!("    {sum} AS carbon_{name},")
        }
    });
    lines.join("\n")
}

/// The net of each factor, where it first stands.
fn nets() -> String {
    let lines = ["low", "high"].map(|name| {
        each_place("\n", |head| {
            let terms: Vec<String> = (head..=PLACES)
                .map(|place| {
                    format!("CASE WHEN carbon.head_{place} = {head} THEN carbon_{name}_{place} ELSE 0 END")
                })
                .collect();
            let terms = terms.join("\n      + ");
            format!("    {terms} AS carbon_net_{name}_{head},")
        })
    });
    lines.join("\n")
}

fn pollutants() -> String {
    let fields = Pollutant::ALL.map(|pollutant| {
        let column = column(pollutant);
        format!(
            "    '{}': CASE WHEN carbon.{column}_known THEN $schema.in_units(carbon_{column}) END",
            pollutant.id()
        )
    });
    fields.join(",\n")
}
