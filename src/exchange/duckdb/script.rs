//! The script: the tables, and the macros with their places filled in.

use super::macros::macros;
use super::rows::{Rule, Saying, inputs_of, rules};
use super::term::{NUMBERS, SqlTerm};
use super::{PLACES, SqlError};
use crate::methodology::{Edition, Pollutant};
use crate::quantity::Dimension;
use std::fmt::Write as _;

/// The SQL of an edition, for DuckDB (checked with 1.5): a schema of the edition's
/// name with the macro `assess`, which works out the rows of any table.
///
/// # Errors
/// Where the edition asks for more than the macros can do.
///
/// ```
/// use carbon_inclusion::{exchange::to_duckdb, methodology::current};
///
/// let sql = to_duckdb(current())?;
/// assert!(sql.contains("CREATE OR REPLACE MACRO liaocheng_2026_1.assess(name) AS TABLE"));
/// # Ok::<(), carbon_inclusion::exchange::SqlError>(())
/// ```
pub fn to_duckdb(edition: &'static Edition) -> Result<String, SqlError> {
    let schema = edition
        .id
        .replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
    let mut all = Vec::new();
    for action in edition.actions {
        all.extend(rules(edition, action)?);
    }
    let mut sql = format!(
        "-- The edition {id} for DuckDB, written by examples/duckdb.rs: its tables, then its\n\
         -- macros. FROM {schema}.assess('my_table') works out each row of a table.\n\n\
         CREATE SCHEMA IF NOT EXISTS {schema};\n\n",
        id = edition.id
    );
    let actions = edition.actions.iter().map(|action| {
        let inputs = inputs_of(action);
        format!(
            "{}, {}, {inputs}",
            text(action.id.as_str()),
            action.is_trip()
        )
    });
    table(
        &mut sql,
        &format!("{schema}.actions"),
        "action VARCHAR, is_trip BOOLEAN, inputs INTEGER",
        actions,
    );
    let numbered = || all.iter().enumerate();
    let rows = numbered().map(|(number, rule)| rule_row(number, rule));
    table(&mut sql, &format!("{schema}.rules"), &rule_columns(), rows);
    let rows = numbered().flat_map(|(number, rule)| {
        rule.sayings
            .iter()
            .map(move |saying| saying_row(number, saying))
    });
    table(
        &mut sql,
        &format!("{schema}.terms"),
        &saying_columns(),
        rows,
    );
    sql.push_str(&macros(edition).replace("$schema", &schema));
    Ok(sql)
}

fn table(sql: &mut String, name: &str, columns: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.map(|row| format!("  ({row})")).collect();
    let rows = rows.join(",\n");
    let _ = write!(
        sql,
        "CREATE OR REPLACE TABLE {name} ({columns});\nINSERT INTO {name} VALUES\n{rows};\n\n"
    );
}

/// Something for each place of four, side by side.
pub(super) fn each_place(join: &str, write: impl Fn(usize) -> String) -> String {
    let places: Vec<String> = (1..=PLACES).map(write).collect();
    places.join(join)
}

fn rule_columns() -> String {
    let inputs = each_place(", ", |place| {
        format!(
            "input_{place} VARCHAR, whole_{place} BOOLEAN, floor_{place} BIGINT, \
             ceiling_{place} BIGINT, bounds_{place} VARCHAR"
        )
    });
    format!(
        "rule INTEGER, action VARCHAR, given INTEGER, refused VARCHAR, capped INTEGER, \
         cap BIGINT, {inputs}"
    )
}

fn rule_row(number: usize, rule: &Rule) -> String {
    let inputs = rule.inputs.as_deref().unwrap_or_default();
    let refused = rule.inputs.as_ref().err();
    let cap = rule.action.daily_cap.and_then(|(kind, cap)| {
        let place = inputs.iter().position(|input| input.kind == kind)?;
        Some((place + 1, cap))
    });
    let places = each_place(", ", |place| match inputs.get(place - 1) {
        None => "NULL, NULL, NULL, NULL, NULL".to_owned(),
        Some(input) => format!(
            "{}, {}, {}, {}, {}",
            text(input.kind.id()),
            input.kind.dimension() == Dimension::Count,
            input.floor,
            input.ceiling,
            or_null(
                input
                    .out_of_bounds()
                    .ok()
                    .map(|error| text(&error.to_string()))
            ),
        ),
    });
    format!(
        "{number}, {}, {}, {}, {}, {}, {places}",
        text(rule.action.id.as_str()),
        rule.given,
        or_null(refused.map(|refused| text(refused))),
        or_null(cap.map(|(place, _)| place)),
        or_null(cap.map(|(_, cap)| cap)),
    )
}

/// The names of a term's numbers.
pub(super) fn number_names() -> [String; NUMBERS] {
    std::array::from_fn(|place| match place {
        0 => "co2e".to_owned(),
        1 => "low".to_owned(),
        2 => "high".to_owned(),
        _ => column(Pollutant::ALL[place - 3]),
    })
}

/// A pollutant as the name of a column: `pm25`.
pub(super) fn column(pollutant: Pollutant) -> String {
    let letters = pollutant.id().chars();
    letters
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

fn saying_columns() -> String {
    let known: Vec<String> = Pollutant::ALL
        .iter()
        .map(|pollutant| format!("{}_known BOOLEAN", column(*pollutant)))
        .collect();
    let terms = each_place(", ", |place| {
        let numbers = number_names().map(|name| format!("{name}_{place} BIGINT"));
        format!(
            "sign_{place} TINYINT, head_{place} TINYINT, times_{place} TINYINT, \
             by_{place} TINYINT, per_{place} BIGINT, narrow_{place} BIGINT, {}",
            numbers.join(", ")
        )
    });
    format!(
        "rule INTEGER, said VARCHAR, partial VARCHAR[], {}, {terms}",
        known.join(", ")
    )
}

fn saying_row(number: usize, saying: &Saying) -> String {
    let known = Pollutant::ALL.map(|pollutant| saying.known.contains(&pollutant).to_string());
    let partial: Vec<String> = saying.partial.iter().map(|of| text(of.id())).collect();
    let terms = each_place(", ", |place| match saying.terms.get(place - 1) {
        None => ["NULL"; 6 + NUMBERS].join(", "),
        Some(term) => term_cells(term, &saying.terms),
    });
    format!(
        "{number}, {}, [{}], {}, {terms}",
        or_null(saying.said.map(text)),
        partial.join(", "),
        known.join(", "),
    )
}

fn term_cells(term: &SqlTerm, all: &[SqlTerm]) -> String {
    // Where its factor first stands.
    let head = all
        .iter()
        .position(|other| other.factor == term.factor)
        .unwrap_or(0)
        + 1;
    let SqlTerm {
        sign,
        times,
        by,
        per,
        narrow,
        ..
    } = term;
    let numbers = term.numbers.map(or_null);
    format!(
        "{sign}, {head}, {times}, {by}, {per}, {narrow}, {}",
        numbers.join(", ")
    )
}

pub(super) fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn or_null(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "NULL".to_owned(), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::editions;

    #[test]
    fn every_place_of_the_macros_is_filled_in() {
        for edition in editions() {
            let sql = to_duckdb(edition).expect("the edition has its SQL");
            assert!(!sql.contains('$'), "{}", edition.id);
            for action in edition.actions {
                assert!(sql.contains(&format!("  ('{}', ", action.id.as_str())));
            }
        }
    }
}
