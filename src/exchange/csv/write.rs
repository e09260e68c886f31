//! Writes the account as a table: UTF-8 with its mark, so that spreadsheets read
//! Chinese, and RFC 4180, a row an entry.

use super::columns::Column;
use super::inert::inert;
use super::rows::write_cell;
use crate::account::Entry;
use crate::language::Language;
use crate::methodology::{Activity, Assessment, PollutantOutcome, assess};
use crate::quantity::{Carbon, Decimal};
use crate::vault::{Body, Revision};

/// The table of revisions, in the order they are given in, with the names of
/// columns and actions in a language. Deletions have no row; amounts that no
/// entry has, no column. What nobody has a factor for is empty, and never 0.
///
/// Points have no column: they are of a day, within its caps.
#[must_use]
pub fn write_csv(revisions: &[Revision], language: Language) -> String {
    let is_used = |column: &Column| match column {
        Column::Input(kind) => revisions.iter().any(|revision| {
            matches!(&revision.body, Body::Entry { activity, .. }
                if activity.inputs().iter().any(|(given, _)| given == kind))
        }),
        _ => true,
    };
    let columns: Vec<Column> = Column::all().filter(is_used).collect();
    let mut table = String::from("\u{feff}");
    let names = columns
        .iter()
        .map(|column| column.name(language).to_owned());
    write_row(&mut table, names);
    for revision in revisions {
        let Some(entry) = revision.clone().into_entry() else {
            continue;
        };
        let assessment = assess(&entry.activity);
        let cells = columns
            .iter()
            .map(|column| cell(*column, &entry, &assessment, revision.number, language));
        write_row(&mut table, cells);
    }
    table
}

pub(super) fn write_row(table: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            table.push(',');
        }
        write_cell(table, &cell);
    }
    table.push_str("\r\n");
}

/// What stands in a cell: numbers of ours as they are, so that they can be
/// reckoned with, and texts made inert.
fn cell(
    column: Column,
    entry: &Entry,
    assessment: &Assessment,
    revision: u32,
    language: Language,
) -> String {
    let Entry { activity, note, .. } = entry;
    match column {
        Column::Saved => kilograms(assessment.reduction),
        Column::Low => kilograms(assessment.low),
        Column::High => kilograms(assessment.high),
        Column::Pollutant(pollutant) => match assessment.pollutant(pollutant) {
            PollutantOutcome::Unknown => String::new(),
            PollutantOutcome::Known { value, .. } => value.milligrams_decimal(),
        },
        Column::Input(kind) => {
            let mut inputs = activity.inputs().iter();
            let amount = inputs.find(|(given, _)| *given == kind);
            amount.map_or_else(String::new, |(_, amount)| amount.to_string())
        }
        Column::Day => activity.on().to_string(),
        Column::Revision => revision.to_string(),
        // With a sign before it: digits alone, or with an e, would be taken for
        // a number and rounded.
        Column::Id => format!("#{}", entry.id),
        Column::Note => inert(note.as_ref().map_or("", |note| note.as_str())),
        other => inert(&said(other, activity, language)),
    }
}

/// A text of an activity.
fn said(column: Column, activity: &Activity, language: Language) -> String {
    let text = match column {
        Column::Action => activity.action().id.as_str(),
        Column::Name => activity.action().name.in_language(language),
        Column::Item => activity.item().map_or("", |item| item.id),
        Column::Replaced => activity.replaced().map_or("", |replaced| replaced.id()),
        Column::Evidence => activity.evidence().id(),
        Column::Edition => activity.edition().id,
        Column::Mix => {
            return activity
                .mix()
                .map_or_else(String::new, |mix| mix.to_string());
        }
        _ => "",
    };
    text.to_owned()
}

pub(super) fn kilograms(carbon: Carbon) -> String {
    let exact = Decimal::new(carbon.milligrams(), 6).to_string();
    let short = exact.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}
