//! What a file or a link brings, read and checked, and why the rest of it was
//! refused. It is compared with the account by a preview before anything of it
//! is taken in.

use crate::account::{EntryId, NoteError, Settings};
use crate::methodology::ActivityError;
use crate::vault::{Body, DecodeError, RecordName, Revision, is_segment, revisions_of};

use super::csv::RowError;
use super::json::JsonError;

/// The highest number of a revision that is taken in. Nobody edits an entry a
/// million times; a forged number at the end of its range could never be
/// followed by an edit.
pub(super) const REVISION_MAX: u32 = 1_000_000;
/// Stamps are before the year 2200, ms since 1970.
const STAMP_MAX: i64 = 7_258_118_400_000;
/// The longest record of a newer version that is kept, in bytes.
const TEXT_BYTES_MAX: usize = 64 * 1024;
/// The longest segment that is kept as it is: more than any store takes.
pub(super) const SEGMENT_BYTES_MAX: usize = 16 << 20;
/// The most refusals that are told one by one.
const REFUSALS_MAX: usize = 1_000;
/// The most characters of a name that are told.
const NAME_CHARACTERS_MAX: usize = 40;

/// Why a file or a link as a whole is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than anything that is read.
    #[error("{bytes} bytes, at most {most}")]
    TooLarge {
        /// Its bytes.
        bytes: u64,
        /// The most bytes.
        most: u64,
    },
    /// Nothing stands in it.
    #[error("empty")]
    Empty,
    /// It is not UTF-8 (nor UTF-16 with its mark): a spreadsheet saved it in
    /// another character set, such as GBK.
    #[error("not UTF-8 from line {line} on")]
    NotText {
        /// The first line that is not, counted from 1.
        line: usize,
    },
    /// It is a link that was cut off or changed.
    #[error("damaged")]
    Damaged,
    /// It is a table whose first row does not name the day and the action.
    #[error("no columns `on` and `action`")]
    NoColumns,
    /// It is something else.
    #[error("not a file of this program")]
    Foreign,
    /// A newer version of the program wrote it.
    #[error("version {version}")]
    Newer {
        /// The version of its format.
        version: u32,
    },
}

/// Why a part of a file or link is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It is not JSON as it should be.
    #[error("{0}")]
    Json(#[from] JsonError),
    /// It is no row of a table.
    #[error("{0}")]
    Row(#[from] RowError),
    /// It is of an edition or an action that only a newer version of the
    /// program has.
    #[error("made by a newer version")]
    Newer,
    /// Its day has not come.
    #[error("its day has not come")]
    Future,
    /// A field that there is not.
    #[error("unknown field `{0}`")]
    UnknownField(String),
    /// A field twice.
    #[error("field `{0}` stands twice")]
    RepeatedField(&'static str),
    /// A field that is needed.
    #[error("field `{0}` is missing")]
    MissingField(&'static str),
    /// A field that says nothing that it can say.
    #[error("field `{0}` is malformed")]
    BadField(&'static str),
    /// An entry of this id stands further above.
    #[error("entry {0} stands twice")]
    Duplicate(EntryId),
    /// It is no activity.
    #[error(transparent)]
    Activity(ActivityError),
    /// Its note is none.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// It is no record.
    #[error(transparent)]
    Record(#[from] DecodeError),
}

impl Reason {
    /// Whether a newer version of the program would take it.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        match self {
            Self::Activity(ActivityError::UnknownEdition(_) | ActivityError::UnknownAction(_)) => {
                true
            }
            Self::Record(error) => error.is_newer(),
            _ => false,
        }
    }

    /// Of a field that there is not: its name, without what cannot be seen.
    pub(crate) fn unknown_field(name: &str) -> Self {
        let visible = |character: char| {
            if character.is_ascii_graphic() || matches!(character, '\u{4e00}'..='\u{9fff}') {
                character
            } else {
                '\u{fffd}'
            }
        };
        let name = name.chars().take(NAME_CHARACTERS_MAX);
        Self::UnknownField(name.map(visible).collect())
    }
}

/// A part that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line it begins on, counted from 1; of a link, the record.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// What is refused: as many as anybody reads one by one, and how many in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    list: Vec<Refusal>,
    count: usize,
}

impl Refusals {
    /// The first of them, in the order of the file.
    #[must_use]
    pub fn list(&self) -> &[Refusal] {
        &self.list
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    pub(super) fn push(&mut self, line: usize, reason: Reason) {
        self.count += 1;
        if self.list.len() < REFUSALS_MAX {
            self.list.push(Refusal { line, reason });
        }
    }
}

/// What a file or a link brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Entries and deletions, checked as if they had just been typed.
    pub revisions: Vec<Revision>,
    /// Records that this version of the program cannot read, by their keys, to
    /// be kept as they are.
    pub set_aside: Vec<(String, String)>,
    /// Settings, to be offered. Those that are not understood are left out.
    pub settings: Option<Settings>,
    /// What is not taken.
    pub refused: Refusals,
}

impl Incoming {
    /// Takes a revision in, unless nothing could ever follow it.
    pub(super) fn admit(&mut self, revision: Revision) -> Result<(), Reason> {
        if revision.number > REVISION_MAX {
            return Err(Reason::BadField("revision"));
        }
        if !is_stamp(revision.stamp) {
            return Err(Reason::BadField("stamp"));
        }
        if let Body::Entry { recorded_at, .. } = &revision.body
            && !is_stamp(*recorded_at)
        {
            return Err(Reason::BadField("recorded_at"));
        }
        self.revisions.push(revision);
        Ok(())
    }

    /// Takes a record or a segment as it is stored in: what it says, and the text
    /// itself where some of it cannot be read here.
    pub(super) fn admit_record(&mut self, key: &str, text: &str) -> Result<(), Reason> {
        let bytes_max = if is_segment(key) {
            SEGMENT_BYTES_MAX
        } else if RecordName::from_key(key)?.number > REVISION_MAX {
            return Err(Reason::BadField("revision"));
        } else {
            TEXT_BYTES_MAX
        };
        let (revisions, error) = revisions_of(key, text);
        let mut refused = Ok(());
        for revision in revisions {
            // One in a segment is no reason to leave the others.
            refused = refused.and(self.admit(revision));
        }
        match error {
            None => refused,
            Some(_) if text.len() <= bytes_max => {
                self.set_aside.push((key.to_owned(), text.to_owned()));
                Ok(())
            }
            Some(error) => Err(error.into()),
        }
    }
}

/// Whether a time, ms since 1970, is one that a clock can have shown.
pub(crate) const fn is_stamp(milliseconds: i64) -> bool {
    0 <= milliseconds && milliseconds < STAMP_MAX
}
