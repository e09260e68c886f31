//! Many revisions in few bytes: what segments and transfer links are made of.
//!
//! People repeat themselves, so each distinct activity is written once, with
//! its ids in a table of their own, and checked once when it is read; a
//! revision then takes some twenty bytes, sixteen of them its random numbers.
//!
//! ```text
//! format   1 byte, 1
//! counts   of texts, activities and revisions
//! texts    each its length and its UTF-8: the ids that activities name
//! activities
//!          edition, action, item, replaced, evidence, mix: places among the
//!          texts from 1 on, 0 for none; the count of inputs, and each one's
//!          kind and thousandths
//! revisions
//!          place of the activity from 1 on, 0 for a tombstone
//!          id and nonce, 8 bytes each, the least significant first
//!          number × 4, + 2 with a note, + 1 where it was not recorded at its stamp
//!          an entry: its day and when it was recorded, as changes from the one
//!          before; its stamp as a change from that; its note as length and UTF-8
//!          a tombstone: its stamp as a change from the time before
//! checksum CRC-32 of all that, 4 bytes, the least significant first
//! ```
//!
//! Numbers are written seven bits a byte, the least significant first, in the
//! shortest way; changes take 0, −1, 1, −2 … as 0, 1, 2, 3 …. Texts instead of
//! places in the tables of an edition keep it readable when those grow. Packs
//! are out in the world: the format is never changed, a new one gets a new
//! version.

mod bytes;
mod dictionary;

use super::checksum::checksum_of;
use super::revision::{Body, Revision};
use crate::account::{EntryId, Note, NoteError};
use crate::methodology::{Activity, ActivityError};
use crate::quantity::Day;
use bytes::write_text;
pub(crate) use bytes::{Reader, change, write_change, write_number};
use dictionary::{Dictionary, Meaning};

/// The version of the format that is written.
pub const PACK_FORMAT: u8 = 1;

/// Why bytes are no pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// They end too soon, or state more than they can hold.
    #[error("truncated")]
    Truncated,
    /// A newer version of the program wrote them.
    #[error("format {0}")]
    NewerFormat(u8),
    /// They are not what was once written.
    #[error("checksum {computed:08x}, stated {stated:08x}")]
    Checksum {
        /// What they say.
        stated: u32,
        /// What they give.
        computed: u32,
    },
    /// A part is not as the format wants it.
    #[error("part `{part}`")]
    Malformed {
        /// Its name.
        part: &'static str,
    },
    /// One of the activities is none.
    #[error(transparent)]
    Activity(ActivityError),
    /// One of the notes is none.
    #[error(transparent)]
    Note(NoteError),
}

/// What a pack holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unpacked {
    /// The revisions, in the order they were packed in.
    pub revisions: Vec<Revision>,
    /// How many more there are, of editions or actions that only a newer
    /// version of the program has.
    pub newer: usize,
}

/// The least bytes that a text, an activity and a revision take.
const TEXT_MIN: u64 = 2;
const ACTIVITY_MIN: u64 = 7;
const REVISION_MIN: u64 = 19;
const CHECKSUM_BYTES: usize = 4;

const NOTE: u64 = 2;
const RECORDED: u64 = 1;

/// The bytes of some revisions. They take the least room in the order of the
/// ledger.
#[must_use]
pub fn pack(revisions: &[Revision]) -> Vec<u8> {
    let mut dictionary = Dictionary::default();
    let mut rows = Vec::with_capacity(revisions.len() * 26);
    let mut before = Before::default();
    for revision in revisions {
        write_revision(&mut rows, revision, &mut dictionary, &mut before);
    }
    let mut bytes = Vec::with_capacity(rows.len() + rows.len() / 4 + 64);
    bytes.push(PACK_FORMAT);
    dictionary.write(&mut bytes, revisions.len());
    bytes.extend_from_slice(&rows);
    let checksum = checksum_of(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes
}

/// What the next revision is written as a change from.
#[derive(Default)]
struct Before {
    day: i64,
    time: i64,
}

fn write_revision(
    rows: &mut Vec<u8>,
    revision: &Revision,
    dictionary: &mut Dictionary,
    before: &mut Before,
) {
    let (place, note, recorded_at) = match &revision.body {
        Body::Deleted => (0, None, revision.stamp),
        Body::Entry {
            recorded_at,
            activity,
            note,
        } => (dictionary.place(activity), note.as_ref(), *recorded_at),
    };
    write_number(rows, place);
    rows.extend_from_slice(&revision.entry.number().to_le_bytes());
    rows.extend_from_slice(&revision.nonce.to_le_bytes());
    let has_note = if note.is_some() { NOTE } else { 0 };
    let is_edited = u64::from(recorded_at != revision.stamp) * RECORDED;
    write_number(rows, u64::from(revision.number) << 2 | has_note | is_edited);
    if let Body::Entry { activity, .. } = &revision.body {
        let day = i64::from(activity.on().number());
        write_change(rows, day - before.day);
        before.day = day;
    }
    write_change(rows, recorded_at.wrapping_sub(before.time));
    before.time = recorded_at;
    if is_edited != 0 {
        write_change(rows, revision.stamp.wrapping_sub(recorded_at));
    }
    if let Some(note) = note {
        write_text(rows, note.as_str());
    }
}

/// The revisions that bytes hold.
///
/// # Errors
///
/// Why they hold none. Nothing is taken on trust: what is set aside for a count
/// is a few times the bytes that are there, and every activity and note goes
/// through its own check.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, PackError> {
    let packed = checked(bytes)?;
    let mut reader = Reader::new(packed);
    let [texts, activities, revisions] = [reader.number()?, reader.number()?, reader.number()?];
    let least = [
        (texts, TEXT_MIN),
        (activities, ACTIVITY_MIN),
        (revisions, REVISION_MIN),
    ];
    let mut room = reader.len() as u64;
    for (count, bytes) in least {
        let needed = count.checked_mul(bytes).ok_or(PackError::Truncated)?;
        room = room.checked_sub(needed).ok_or(PackError::Truncated)?;
    }
    // Each costs a check: none that is not needed.
    if activities > revisions {
        return Err(malformed("counts"));
    }
    let meanings = dictionary::read(&mut reader, texts, activities)?;
    let mut unpacked = Unpacked::default();
    let expected = usize::try_from(revisions).map_err(|_| PackError::Truncated)?;
    unpacked.revisions.reserve_exact(expected);
    let mut before = Before::default();
    for _ in 0..revisions {
        match read_revision(&mut reader, &meanings, &mut before)? {
            Some(revision) => unpacked.revisions.push(revision),
            None => unpacked.newer += 1,
        }
    }
    if reader.len() > 0 {
        return Err(malformed("end"));
    }
    Ok(unpacked)
}

/// What stands between the format and the checksum, once both are right.
fn checked(bytes: &[u8]) -> Result<&[u8], PackError> {
    // The version comes first: the rest of a newer format may be anything.
    match bytes.first() {
        None => return Err(PackError::Truncated),
        Some(&PACK_FORMAT) => {}
        Some(0) => return Err(malformed("format")),
        Some(newer) => return Err(PackError::NewerFormat(*newer)),
    }
    let (text, stated) = bytes
        .split_last_chunk::<CHECKSUM_BYTES>()
        .ok_or(PackError::Truncated)?;
    let (stated, computed) = (u32::from_le_bytes(*stated), checksum_of(text));
    if stated != computed {
        return Err(PackError::Checksum { stated, computed });
    }
    text.get(1..).ok_or(PackError::Truncated)
}

/// The next revision; `None` where only a newer version knows what it says.
fn read_revision(
    reader: &mut Reader<'_>,
    meanings: &[Meaning],
    before: &mut Before,
) -> Result<Option<Revision>, PackError> {
    let place = reader.number()?;
    let [entry, nonce] = reader.eight_bytes_twice()?;
    let entry = EntryId::from_number(entry);
    let flagged = reader.number()?;
    let number = u32::try_from(flagged >> 2).unwrap_or(0);
    if number == 0 {
        return Err(malformed("number"));
    }
    let revision = |stamp, body| Revision {
        entry,
        number,
        stamp,
        nonce,
        body,
    };
    if place == 0 {
        if flagged & (NOTE | RECORDED) != 0 {
            return Err(malformed("tombstone"));
        }
        before.time = before.time.wrapping_add(change(reader.number()?));
        return Ok(Some(revision(before.time, Body::Deleted)));
    }
    let Some((number, day)) = day_after(before.day, change(reader.number()?)) else {
        return Err(malformed("day"));
    };
    before.day = number;
    before.time = before.time.wrapping_add(change(reader.number()?));
    let mut stamp = before.time;
    if flagged & RECORDED != 0 {
        stamp = stamp.wrapping_add(change(reader.number()?));
    }
    let note = match flagged & NOTE {
        0 => None,
        _ => Some(read_note(reader)?),
    };
    let meaning = usize::try_from(place - 1).ok();
    let Some(meaning) = meaning.and_then(|place| meanings.get(place)) else {
        return Err(malformed("activity"));
    };
    Ok(meaning.as_ref().map(|activity: &Activity| {
        let body = Body::Entry {
            recorded_at: before.time,
            activity: activity.on_day(day),
            note,
        };
        revision(stamp, body)
    }))
}

/// The day so many days after another one, and its number.
fn day_after(before: i64, change: i64) -> Option<(i64, Day)> {
    let number = before.checked_add(change)?;
    let day = Day::from_number(i32::try_from(number).ok()?)?;
    Some((number, day))
}

fn read_note(reader: &mut Reader<'_>) -> Result<Note, PackError> {
    let note = Note::new(reader.text()?).map_err(PackError::Note)?;
    note.ok_or(malformed("note"))
}

const fn malformed(part: &'static str) -> PackError {
    PackError::Malformed { part }
}

#[cfg(test)]
mod tests;
