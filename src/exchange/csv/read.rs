//! Reads a table that this program or somebody at a spreadsheet wrote: its
//! columns by their names, its rows as if they had been typed into a form.

use std::borrow::Cow;

use super::columns::Column;
use super::inert::active;
use super::rows::Rows;
use crate::account::{ByEntry, Note, Row};
use crate::exchange::file::{Lines, plain_bytes};
use crate::exchange::incoming::{FileError, REVISION_MAX, Reason, Refusals};
use crate::language::Language;
use crate::methodology::{Activity, ActivityError, Draft, current};
use crate::quantity::Day;

/// What a table brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its entries, checked as if they had just been typed.
    pub rows: Vec<Row>,
    /// What is not taken.
    pub refused: Refusals,
}

/// What may stand between cells.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a table. A row that this program did not write may not be of a day
/// after `today`, as in a form.
///
/// # Errors
///
/// Where the file as a whole is none. What is wrong inside it is in
/// [`Table::refused`].
pub fn read_csv(bytes: &[u8], today: Day) -> Result<Table, FileError> {
    let bytes = plain_bytes(bytes)?;
    let mut lines = Lines::new(&bytes);
    let text = std::str::from_utf8(&bytes).map_err(|error| FileError::NotText {
        line: lines.of(error.valid_up_to()),
    })?;
    let (columns, mut rows) = head(text).ok_or(FileError::NoColumns)?;
    let mut table = Table::default();
    for (index, column) in columns.iter().enumerate() {
        if let Some(column) = column
            && columns[..index].contains(&Some(*column))
        {
            table.refused.push(1, Reason::RepeatedField(column.id()));
            return Ok(table);
        }
    }
    let mut entries = ByEntry::<()>::default();
    for (at, cells) in &mut rows {
        let row = cells.map_err(Reason::from).and_then(|cells| {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                return Ok(None);
            }
            let row = row(&columns, &cells, today)?;
            if let Some(id) = row.id {
                if entries.get(id).is_some() {
                    return Err(Reason::Duplicate(id));
                }
                entries.put(id, ());
            }
            Ok(Some(row))
        });
        match row {
            Ok(row) => table.rows.extend(row),
            Err(reason) => table.refused.push(lines.of(at), reason),
        }
    }
    Ok(table)
}

/// The columns by their names, and the rows below them: with the separator that
/// shows the most columns. `None` where there is no day or no action.
fn head(text: &str) -> Option<(Vec<Option<Column>>, Rows<'_>)> {
    let mut best: Option<(usize, Vec<Option<Column>>, Rows<'_>)> = None;
    for separator in SEPARATORS {
        let mut rows = Rows::new(text, 0, separator);
        let Some((_, Ok(cells))) = rows.next() else {
            continue;
        };
        let columns: Vec<Option<Column>> = cells
            .iter()
            .map(|cell| Column::of_name(active(cell).trim()))
            .collect();
        let known = columns.iter().flatten().count();
        if best.as_ref().is_none_or(|(most, ..)| known > *most) {
            best = Some((known, columns, rows));
        }
    }
    let (_, columns, rows) = best?;
    let has = |column| columns.contains(&Some(column));
    (has(Column::Day) && (has(Column::Action) || has(Column::Name))).then_some((columns, rows))
}

fn row(columns: &[Option<Column>], cells: &[Cow<'_, str>], today: Day) -> Result<Row, Reason> {
    let cell = |column: Column| -> Option<String> {
        let place = columns.iter().position(|other| *other == Some(column))?;
        let text = active(cells.get(place)?).trim().to_owned();
        (!text.is_empty()).then_some(text)
    };
    // Of ids and amounts: what is not seen does not get as far as a message.
    let plain = |column: Column| match cell(column) {
        Some(text) if text.len() > 100 || Note::new(&text).is_err() => {
            Err(Reason::BadField(column.id()))
        }
        text => Ok(text),
    };
    // First what most rows that are none have not: a file of them is soon read.
    let on = plain(Column::Day)?.ok_or(Reason::MissingField(Column::Day.id()))?;
    let on = day(&on).ok_or(Reason::Activity(ActivityError::BadDay(on)))?;
    let action = match plain(Column::Action)? {
        Some(action) => Some(action),
        None => plain(Column::Name)?,
    };
    let action = action.ok_or(Reason::MissingField(Column::Action.id()))?;
    let mut amounts = Vec::new();
    for column in columns.iter().flatten() {
        if let Column::Input(kind) = column
            && let Some(amount) = plain(*column)?
        {
            amounts.push((kind.id(), amount.into()));
        }
    }
    let edition = plain(Column::Edition)?;
    let item = plain(Column::Item)?;
    let replaced = plain(Column::Replaced)?;
    let evidence = plain(Column::Evidence)?;
    let mix = plain(Column::Mix)?;
    let activity = Activity::check(&Draft {
        action: id_of_action(&action),
        edition: edition.as_deref(),
        on: &on,
        inputs: amounts,
        item: item.as_deref(),
        replaced: replaced.as_deref(),
        evidence: evidence.as_deref(),
        mix: mix.as_deref(),
    });
    let activity = activity.map_err(Reason::Activity)?;
    let id = match plain(Column::Id)? {
        None => None,
        Some(id) => {
            let digits = id.strip_prefix('#').unwrap_or(&id);
            Some(digits.parse().map_err(|_| Reason::BadField("id"))?)
        }
    };
    if id.is_none() && activity.on() > today {
        return Err(Reason::Future);
    }
    let revision = match plain(Column::Revision)? {
        None => None,
        Some(number) => {
            let number = number.parse().ok();
            let number = number.filter(|number| (1..=REVISION_MAX).contains(number));
            Some(number.ok_or(Reason::BadField("revision"))?)
        }
    };
    Ok(Row {
        id,
        revision,
        activity,
        note: match cell(Column::Note) {
            Some(note) => Note::new(&note)?,
            None => None,
        },
    })
}

/// The id of an action that is said by its id or by its name in either language.
fn id_of_action(text: &str) -> &str {
    let mut actions = current().actions.iter();
    let named = actions.find(|action| {
        let mut names = Language::ALL
            .iter()
            .map(|language| action.name.in_language(*language));
        names.any(|name| name.eq_ignore_ascii_case(text))
    });
    named.map_or(text, |action| action.id.as_str())
}

/// The day that a spreadsheet may have written in its own way: `2026/3/5`,
/// `2026年3月5日`.
fn day(text: &str) -> Option<String> {
    let mut numbers = text
        .split(|character: char| !character.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || year.len() != 4 || !text.starts_with(year) {
        return None;
    }
    let day = Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(day.ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_spreadsheets_write_them() {
        for text in [
            "2026-03-05",
            "2026/3/5",
            "2026.3.5",
            "2026年3月5日",
            "2026-3-05",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-03-05"), "{text}");
        }
        for text in [
            "",
            "5/3/2026",
            "2026-02-30",
            "26-3-5",
            "2026-3",
            "2026-3-5-7",
            "x2026-3-5",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
