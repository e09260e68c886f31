//! What a tally may tell, as a table: the same figures as on the page, and
//! nothing of anybody.

use super::columns::Column;
use super::inert::inert;
use super::write::{kilograms, write_row};
use crate::account::Totals;
use crate::campaign::{Sum, Told};
use crate::language::Language;
use crate::methodology::Pollutant;

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyRow {
    /// What it is a part of: all, groups, levels of thanks.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// How many people.
    pub people: Told<usize>,
    /// What they come to, where that is told at all.
    pub sum: Option<Sum>,
}

/// The table: rows below their headings. `headings` are those of the kind, the
/// name, people, entries and active days; `withheld` stands where people are too
/// few.
#[must_use]
pub fn write_tally_csv(
    headings: [&str; 5],
    rows: &[TallyRow],
    withheld: &str,
    language: Language,
) -> String {
    let carbon = [Column::Saved, Column::Low, Column::High];
    let pollutants = Pollutant::ALL.map(Column::Pollutant);
    let columns = carbon.into_iter().chain(pollutants);
    let mut table = String::from("\u{feff}");
    let headings = headings.into_iter();
    let names = columns.map(|column| column.name(language));
    write_row(&mut table, headings.chain(names).map(inert));
    for row in rows {
        let people = match row.people {
            Told::Nobody => "0".to_owned(),
            Told::Withheld => inert(withheld),
            Told::Told(people) => people.to_string(),
        };
        let cells = [inert(&row.kind), inert(&row.name), people];
        let amounts = row.sum.as_ref().map(amounts);
        write_row(
            &mut table,
            cells.into_iter().chain(amounts.unwrap_or_default()),
        );
    }
    table
}

/// Entries, active days, carbon and pollutants; what nobody knows is empty.
fn amounts(sum: &Sum) -> [String; 10] {
    let Totals {
        entries,
        reduction,
        low,
        high,
        pollutants,
        ..
    } = sum.totals;
    let [nox, pm, so2, co, hc] = pollutants.map(|total| {
        let known = (total.known > 0).then(|| total.value.milligrams_decimal());
        known.unwrap_or_default()
    });
    let [reduction, low, high] = [reduction, low, high].map(kilograms);
    let (entries, days) = (entries.to_string(), sum.active_days.to_string());
    [entries, days, reduction, low, high, nox, pm, so2, co, hc]
}
