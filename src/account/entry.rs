//! An entry: what somebody recorded, and when.

use std::fmt;
use std::str::FromStr;

use super::note::Note;
use crate::methodology::Activity;

/// The id of an entry: a random number, unique without asking anybody.
///
/// ```
/// use carbon_inclusion::account::EntryId;
///
/// let id: EntryId = "00000000000000ff".parse()?;
/// assert_eq!(id, EntryId::from_number(255));
/// assert_eq!(id.to_string(), "00000000000000ff");
/// # Ok::<(), carbon_inclusion::account::EntryIdError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u64);

/// The text is not 16 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an entry's id")]
pub struct EntryIdError;

impl EntryId {
    /// The id of a number.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// 16 hexadecimal digits.
impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// Strictly as displayed.
impl FromStr for EntryId {
    type Err = EntryIdError;

    fn from_str(text: &str) -> Result<Self, EntryIdError> {
        if text.len() != 16 {
            return Err(EntryIdError);
        }
        let mut number = 0;
        for byte in text.bytes() {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                _ => return Err(EntryIdError),
            };
            number = number << 4 | u64::from(digit);
        }
        Ok(Self(number))
    }
}

/// What somebody recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// When it was first recorded, ms since 1970. An edit does not change it.
    pub recorded_at: i64,
    /// What was done.
    pub activity: Activity,
    /// A remark.
    pub note: Option<Note>,
}

#[cfg(test)]
impl Entry {
    /// An entry of a good draft, for tests: without a note, recorded at once.
    pub(crate) fn of_draft(number: u64, draft: &crate::methodology::Draft<'_>) -> Self {
        Self {
            id: EntryId::from_number(number),
            recorded_at: 0,
            activity: Activity::check(draft).expect("a good draft"),
            note: None,
        }
    }
}
