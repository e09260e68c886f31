//! What is kept of an entry: immutable revisions, of which the newest counts.

use std::fmt;
use std::str::FromStr;

use crate::account::{Entry, EntryId, Note};
use crate::methodology::Activity;

use super::record::DecodeError;

/// Keys of records begin with this.
pub const RECORD_PREFIX: &str = "carbon-inclusion/record/";

/// A revision of an entry. It never changes once written: an edit is a new
/// revision, a deletion a tombstone.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The entry.
    pub entry: EntryId,
    /// The first revision is 1, each further one is one more.
    pub number: u32,
    /// When it was written, ms since 1970.
    pub stamp: i64,
    /// A random number: two devices that edit the same entry at the same time
    /// write two revisions.
    pub nonce: u64,
    /// What it says.
    pub body: Body,
}

/// What a revision says.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The entry as it is from now on.
    Entry {
        /// When the entry was first recorded, ms since 1970.
        recorded_at: i64,
        /// What was done.
        activity: Activity,
        /// The user's remark.
        note: Option<Note>,
    },
    /// The entry is deleted.
    Deleted,
}

/// What decides which of two revisions of an entry is the newer one, the same
/// on every device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// A higher number wins: whoever wrote it had seen the lower one.
    pub number: u32,
    /// Then the later one by the clocks.
    pub stamp: i64,
    /// Then the higher one, for want of better.
    pub nonce: u64,
}

impl Revision {
    /// A revision that says what an entry is.
    #[must_use]
    pub fn of(entry: Entry, rank: Rank) -> Self {
        let Entry {
            id,
            recorded_at,
            activity,
            note,
        } = entry;
        let body = Body::Entry {
            recorded_at,
            activity,
            note,
        };
        Self::new(id, rank, body)
    }

    /// A revision of an entry.
    #[must_use]
    pub const fn new(entry: EntryId, rank: Rank, body: Body) -> Self {
        let Rank {
            number,
            stamp,
            nonce,
        } = rank;
        Self {
            entry,
            number,
            stamp,
            nonce,
            body,
        }
    }

    /// The entry as this revision says it is, `None` for a deleted one.
    #[must_use]
    pub fn into_entry(self) -> Option<Entry> {
        match self.body {
            Body::Deleted => None,
            Body::Entry {
                recorded_at,
                activity,
                note,
            } => Some(Entry {
                id: self.entry,
                recorded_at,
                activity,
                note,
            }),
        }
    }

    /// Its place among the revisions of its entry.
    #[must_use]
    pub const fn rank(&self) -> Rank {
        Rank {
            number: self.number,
            stamp: self.stamp,
            nonce: self.nonce,
        }
    }

    /// The name it is kept under.
    #[must_use]
    pub const fn name(&self) -> RecordName {
        RecordName {
            entry: self.entry,
            number: self.number,
            nonce: self.nonce,
        }
    }
}

/// The name of a record: `0123456789abcdef.1.fedcba9876543210`, which is the
/// entry, the number and the nonce of its revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordName {
    /// The entry.
    pub entry: EntryId,
    /// The number of the revision.
    pub number: u32,
    /// The nonce of the revision.
    pub nonce: u64,
}

impl RecordName {
    /// The key in the store.
    #[must_use]
    pub fn key(self) -> String {
        format!("{RECORD_PREFIX}{self}")
    }

    /// The name of a record's key.
    ///
    /// # Errors
    ///
    /// [`DecodeError::Name`] for any other key.
    pub fn from_key(key: &str) -> Result<Self, DecodeError> {
        let name = key.strip_prefix(RECORD_PREFIX).ok_or(DecodeError::Name)?;
        name.parse()
    }
}

impl fmt::Display for RecordName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}.{}.{:016x}",
            self.entry, self.number, self.nonce
        )
    }
}

/// Strictly as displayed, so that a record has one name only.
impl FromStr for RecordName {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let read = || {
            let mut parts = text.split('.');
            let entry = parts.next()?.parse().ok()?;
            let number = decimal(parts.next()?)?;
            let nonce = parts.next()?.parse::<EntryId>().ok()?.number();
            parts.next().is_none().then_some(Self {
                entry,
                number,
                nonce,
            })
        };
        read().ok_or(DecodeError::Name)
    }
}

/// A number from 1 on, written in the shortest way.
fn decimal(text: &str) -> Option<u32> {
    let is_shortest =
        matches!(text.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
    is_shortest.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{DecodeError, RecordName};

    #[track_caller]
    fn reads(text: &str) {
        let name: RecordName = text.parse().expect("a name");
        assert_eq!(name.to_string(), text);
        assert_eq!(RecordName::from_key(&name.key()), Ok(name));
    }

    #[track_caller]
    fn refuses(text: &str) {
        assert_eq!(text.parse::<RecordName>(), Err(DecodeError::Name));
    }

    #[test]
    fn a_record_has_one_name() {
        reads("0123456789abcdef.1.fedcba9876543210");
        reads("0000000000000000.4294967295.0000000000000000");
        refuses("");
        refuses("0123456789abcdef");
        refuses("0123456789abcdef.1");
        refuses("0123456789abcdef.1.fedcba9876543210.");
        refuses("0123456789ABCDEF.1.fedcba9876543210");
        refuses("0123456789abcdef.0.fedcba9876543210");
        refuses("0123456789abcdef.01.fedcba9876543210");
        refuses("0123456789abcdef.+1.fedcba9876543210");
        refuses("0123456789abcdef.4294967296.fedcba9876543210");
        refuses("0123456789abcde.1.fedcba9876543210");
        refuses("+123456789abcdef.1.fedcba9876543210");
        refuses("0123456789abcdef.1.fedcba987654321０");
    }

    #[test]
    fn other_keys_are_no_records() {
        let name = "0123456789abcdef.1.fedcba9876543210";
        assert_eq!(RecordName::from_key(name), Err(DecodeError::Name));
        let key = format!("carbon-inclusion/settings/{name}");
        assert_eq!(RecordName::from_key(&key), Err(DecodeError::Name));
    }
}
