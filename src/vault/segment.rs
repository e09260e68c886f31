//! Segments: old revisions together under one key, so that a large account
//! opens fast and takes little room.
//!
//! A segment is as immutable as a record and its key as unique, so that it
//! needs no more of the store: reading is the union of both, and one that holds
//! what records hold as well changes nothing.

use super::letters::{from_letters, to_letters};
use super::pack::{PackError, Unpacked, pack, unpack};
use super::record::{DecodeError, decode};
use super::revision::{RECORD_PREFIX, RecordName, Revision};
use super::store::{Store, StoreError};
use crate::account::EntryId;

/// Keys of segments begin with this.
pub const SEGMENT_PREFIX: &str = "carbon-inclusion/segment/";
/// What both kinds of keys begin with, and others.
const OURS: &str = "carbon-inclusion/";

/// Stands before the letters: the version of this way of writing bytes.
const LETTERS: &str = "1|";
/// What a newer way begins with is a number and this.
const SIGN: char = '|';

/// Whether a key is that of a record or a segment.
#[must_use]
pub fn is_kept(key: &str) -> bool {
    key.starts_with(RECORD_PREFIX) || is_segment(key)
}

/// Whether a key is that of a segment.
#[must_use]
pub fn is_segment(key: &str) -> bool {
    key.starts_with(SEGMENT_PREFIX)
}

/// The keys of all records and segments, in any order.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn kept_keys(store: &impl Store) -> Result<Vec<String>, StoreError> {
    let mut keys = store.keys(OURS)?;
    keys.retain(|key| is_kept(key));
    Ok(keys)
}

/// The key of a segment, of a random number.
#[must_use]
pub fn segment_key(random: u64) -> String {
    format!("{SEGMENT_PREFIX}{}", EntryId::from_number(random))
}

/// The text that revisions are kept as in a segment.
#[must_use]
pub fn to_segment(revisions: &[Revision]) -> String {
    let mut text = LETTERS.to_owned();
    to_letters(&pack(revisions), &mut text);
    text
}

/// The revisions of a segment.
///
/// # Errors
///
/// Why its text holds none.
pub fn from_segment(text: &str) -> Result<Unpacked, PackError> {
    match text.strip_prefix(LETTERS) {
        Some(letters) => unpack(&from_letters(letters)?),
        None => Err(
            match text.split_once(SIGN).map(|(version, _)| version.parse()) {
                Some(Ok(newer @ 2..)) => PackError::NewerFormat(newer),
                _ => PackError::Truncated,
            },
        ),
    }
}

/// What the text under the key of a record or a segment says, and what is wrong
/// with it, where it is not all there or not all known.
#[must_use]
pub fn revisions_of(key: &str, text: &str) -> (Vec<Revision>, Option<DecodeError>) {
    let read = if is_segment(key) {
        from_segment(text).map_err(DecodeError::Segment)
    } else {
        let name = RecordName::from_key(key);
        let read = name.and_then(|name| decode(name, text));
        read.map(|revision| Unpacked {
            revisions: vec![revision],
            newer: 0,
        })
    };
    match read {
        Ok(Unpacked {
            revisions,
            newer: 0,
        }) => (revisions, None),
        Ok(Unpacked { revisions, newer }) => (revisions, Some(DecodeError::NewerRevisions(newer))),
        Err(error) => (Vec::new(), Some(error)),
    }
}
