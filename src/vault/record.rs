//! The text of a record: one line, the format's version first, a checksum last.
//!
//! ```text
//! 1|1795305600000|liaocheng-2026.1|bus|2026-11-22|distance_km=8|replaced=car|5a1c0b9e
//! 1|1795305700000|deleted|08f4c2d7
//! ```
//!
//! The fields of an entry are the texts of a [`Draft`], so that a stored entry
//! comes in through the same door as one from a form, [`Activity::check`].
//! Files with this format are out in the world: it is never changed, a new one
//! gets a new version.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::checksum::Checksum;
use super::pack::PackError;
use super::revision::{Body, RecordName, Revision};
use crate::account::{Note, NoteError};
use crate::methodology::{Activity, ActivityError, Draft, Evidence, Given};

/// The version of the format that is written.
pub const FORMAT: u32 = 1;

/// Stands between fields.
const FIELD: char = '|';
/// Stands in the place of the edition in a tombstone.
const DELETED: &str = "deleted";
/// The longest line that is looked at, in bytes: several times the longest
/// that is ever written.
const LENGTH_MAX: usize = 4096;
/// Hexadecimal digits of the checksum.
const CHECKSUM_DIGITS: usize = 8;

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The key is no name of a record.
    #[error("not a record's name")]
    Name,
    /// The line is longer than any that is ever written.
    #[error("{length} bytes")]
    TooLong {
        /// Its bytes.
        length: usize,
    },
    /// The line ends before its checksum.
    #[error("truncated")]
    Truncated,
    /// The line is not what was once written under this name.
    #[error("checksum {computed:08x}, stated {stated:08x}")]
    Checksum {
        /// What the record says.
        stated: u32,
        /// What its text gives.
        computed: u32,
    },
    /// A newer version of the program wrote it.
    #[error("format {0}")]
    NewerFormat(u32),
    /// It is of an edition that only a newer version of the program has.
    #[error("unknown edition `{0}`")]
    UnknownEdition(String),
    /// It is of an action that only a newer version of the program has.
    #[error("unknown action `{0}`")]
    UnknownAction(String),
    /// A field is not as the format wants it.
    #[error("field `{field}`")]
    Malformed {
        /// Its name.
        field: &'static str,
    },
    /// What it says is no activity.
    #[error(transparent)]
    Activity(ActivityError),
    /// Its note is none.
    #[error(transparent)]
    Note(NoteError),
    /// It is a segment, and none of ours.
    #[error(transparent)]
    Segment(PackError),
    /// It is a segment, and some of it is of editions or actions that only a
    /// newer version of the program has; the rest of it is read.
    #[error("{0} newer revisions")]
    NewerRevisions(usize),
}

impl DecodeError {
    /// Whether a newer version of the program would read it.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        matches!(
            self,
            Self::NewerFormat(_)
                | Self::UnknownEdition(_)
                | Self::UnknownAction(_)
                | Self::Segment(PackError::NewerFormat(_))
                | Self::NewerRevisions(_)
        )
    }
}

/// The line that a revision is kept as, under its [`Revision::name`].
#[must_use]
pub fn encode(revision: &Revision) -> String {
    let mut line = String::with_capacity(128);
    // Writing to a text cannot fail.
    let _ = write_fields(&mut line, revision);
    let checksum = checksum(revision.name(), &line);
    let _ = write!(line, "{FIELD}{checksum:08x}");
    line
}

fn write_fields(line: &mut String, revision: &Revision) -> fmt::Result {
    let Revision { stamp, body, .. } = revision;
    write!(line, "{FORMAT}{FIELD}{stamp}{FIELD}")?;
    let Body::Entry {
        recorded_at,
        activity,
        note,
    } = body
    else {
        return line.write_str(DELETED);
    };
    let (edition, action) = (activity.edition().id, activity.action().id.as_str());
    write!(
        line,
        "{edition}{FIELD}{action}{FIELD}{}{FIELD}",
        activity.on()
    )?;
    for (index, (kind, amount)) in activity.inputs().iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(line, "{comma}{}={amount}", kind.id())?;
    }
    if let Some(item) = activity.item() {
        write!(line, "{FIELD}item={}", item.id)?;
    }
    if let Some(replaced) = activity.replaced() {
        write!(line, "{FIELD}replaced={}", replaced.id())?;
    }
    if activity.evidence() != Evidence::default() {
        write!(line, "{FIELD}evidence={}", activity.evidence().id())?;
    }
    if let Some(mix) = activity.mix() {
        write!(line, "{FIELD}mix={mix}")?;
    }
    if recorded_at != stamp {
        write!(line, "{FIELD}recorded={recorded_at}")?;
    }
    if let Some(note) = note {
        write!(line, "{FIELD}note={}", escaped(note.as_str()))?;
    }
    Ok(())
}

/// The revision that a line under a name says.
///
/// # Errors
///
/// Why it says none; [`DecodeError::is_newer`] tells what to leave to a newer
/// version of the program.
pub fn decode(name: RecordName, line: &str) -> Result<Revision, DecodeError> {
    if line.len() > LENGTH_MAX {
        return Err(DecodeError::TooLong { length: line.len() });
    }
    // The version comes first: the rest of a newer format may be anything.
    let (version, _) = cut(line, FIELD).ok_or(DecodeError::Truncated)?;
    match version.parse() {
        Ok(FORMAT) if version.len() == 1 => {}
        Ok(newer) if newer > FORMAT => return Err(DecodeError::NewerFormat(newer)),
        _ => return Err(malformed("version")),
    }
    let (text, stated) = stated_checksum(line).ok_or(DecodeError::Truncated)?;
    let computed = checksum(name, text);
    if stated != computed {
        return Err(DecodeError::Checksum { stated, computed });
    }
    let mut fields = split(text, FIELD);
    fields.next();
    let stamp = milliseconds(fields.next(), "stamp")?;
    let edition = fields.next().ok_or(malformed("edition"))?;
    let body = if edition == DELETED {
        match fields.next() {
            None => Body::Deleted,
            Some(_) => return Err(malformed(DELETED)),
        }
    } else {
        entry(stamp, edition, fields)?
    };
    Ok(Revision {
        entry: name.entry,
        number: name.number,
        stamp,
        nonce: name.nonce,
        body,
    })
}

/// The fields of an entry from its action on.
fn entry<'a>(stamp: i64, edition: &'a str, mut fields: Split<'a>) -> Result<Body, DecodeError> {
    let mut draft = Draft {
        edition: Some(edition),
        action: fields.next().ok_or(malformed("action"))?,
        on: fields.next().ok_or(malformed("on"))?,
        inputs: inputs(fields.next().ok_or(malformed("inputs"))?)?,
        ..Draft::default()
    };
    let (mut recorded, mut note) = (None, None);
    for field in fields {
        let (name, value) = cut(field, '=').ok_or(malformed("name"))?;
        let before = match name {
            "item" => draft.item.replace(value),
            "replaced" => draft.replaced.replace(value),
            "evidence" => draft.evidence.replace(value),
            "mix" => draft.mix.replace(value),
            "recorded" => recorded.replace(value),
            "note" => note.replace(value),
            _ => return Err(malformed("name")),
        };
        if before.is_some() {
            return Err(malformed("name"));
        }
    }
    let recorded_at = match recorded {
        None => stamp,
        Some(_) => milliseconds(recorded, "recorded")?,
    };
    let note = match note {
        None => None,
        Some(note) => Note::new(&unescaped(note)?).map_err(DecodeError::Note)?,
    };
    let activity = Activity::check(&draft).map_err(|error| match error {
        ActivityError::UnknownEdition(id) => DecodeError::UnknownEdition(id),
        ActivityError::UnknownAction(id) => DecodeError::UnknownAction(id),
        other => DecodeError::Activity(other),
    })?;
    Ok(Body::Entry {
        recorded_at,
        activity,
        note,
    })
}

fn inputs(field: &str) -> Result<Vec<(&str, Given<'_>)>, DecodeError> {
    if field.is_empty() {
        return Ok(Vec::new());
    }
    let pairs = split(field, ',').map(|pair| cut(pair, '='));
    pairs
        .map(|pair| pair.map(|(kind, amount)| (kind, amount.into())))
        .collect::<Option<_>>()
        .ok_or(malformed("inputs"))
}

fn milliseconds(field: Option<&str>, name: &'static str) -> Result<i64, DecodeError> {
    let number = field.and_then(|field| field.parse().ok());
    number.ok_or(malformed(name))
}

const fn malformed(field: &'static str) -> DecodeError {
    DecodeError::Malformed { field }
}

/// Of the text and of its name, so that nothing is read under another name.
fn checksum(name: RecordName, text: &str) -> u32 {
    let numbers = Checksum::new()
        .with(&name.entry.number().to_le_bytes())
        .with(&name.number.to_le_bytes())
        .with(&name.nonce.to_le_bytes());
    numbers.with(text.as_bytes()).finish()
}

/// The text before the checksum, and what that says: eight lower-case
/// hexadecimal digits at the end.
fn stated_checksum(line: &str) -> Option<(&str, u32)> {
    let end = line.len().checked_sub(CHECKSUM_DIGITS)?;
    let (text, digits) = line.split_at_checked(end)?;
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let stated = digits
        .bytes()
        .all(is_digit)
        .then(|| u32::from_str_radix(digits, 16).ok())?;
    Some((text.strip_suffix(FIELD)?, stated?))
}

/// The text before and after the first of an ASCII sign. A hundred thousand
/// records are read at a go, which the searching of `str` is too thorough for.
fn cut(text: &str, sign: char) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| char::from(byte) == sign)?;
    Some((&text[..at], &text[at + 1..]))
}

/// The texts between an ASCII sign.
struct Split<'a> {
    rest: Option<&'a str>,
    sign: char,
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a str;

    /// In one place of the page, not in each that asks for a field.
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest.take()?;
        let Some((field, rest)) = cut(text, self.sign) else {
            return Some(text);
        };
        self.rest = Some(rest);
        Some(field)
    }
}

const fn split(text: &str, sign: char) -> Split<'_> {
    Split {
        rest: Some(text),
        sign,
    }
}

/// A note without the sign that stands between fields.
fn escaped(note: &str) -> Cow<'_, str> {
    if note.contains(['\\', FIELD]) {
        Cow::Owned(note.replace('\\', r"\\").replace(FIELD, r"\p"))
    } else {
        Cow::Borrowed(note)
    }
}

fn unescaped(field: &str) -> Result<Cow<'_, str>, DecodeError> {
    if !field.contains('\\') {
        return Ok(Cow::Borrowed(field));
    }
    let mut note = String::with_capacity(field.len());
    let mut characters = field.chars();
    while let Some(character) = characters.next() {
        note.push(match character {
            '\\' => match characters.next() {
                Some('\\') => '\\',
                Some('p') => FIELD,
                _ => return Err(malformed("note")),
            },
            other => other,
        });
    }
    Ok(Cow::Owned(note))
}

#[cfg(test)]
mod tests;
