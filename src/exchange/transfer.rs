//! Entries as links, to be read by another phone or to leave a frame by. All of
//! it stands behind the `#`, which is never sent to a server.
//!
//! ```text
//! https://…/#/transfer/AQED…
//! version  1 byte, 1
//! part     1 byte, from 1 on, and 1 byte, of how many
//! pack     some revisions (vault/pack), complete by themselves
//! ```
//!
//! The bytes are written in base64url. Parts may be read in any order, more than
//! once, and not all of them: each is a file of its own to the preview.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::incoming::{FileError, Incoming, Reason};
use crate::vault::{PackError, Revision, pack, unpack};

/// What stands before the bytes in a link.
const ROUTE: &str = "#/transfer/";
/// The version that is written and read.
const VERSION: u8 = 1;
/// Bytes before the pack.
const HEAD: usize = 3;
/// The longest link that is read: more than any that is made.
const READ_CHARACTERS_MAX: usize = 4_096;
/// The longest address of the page that links are made for.
const BASE_CHARACTERS_MAX: usize = 300;

/// The longest link that is shown as a QR code: what version 22 holds with the
/// lowest error correction, 105 modules a side (ISO/IEC 18004). With its border
/// it takes 113: on a phone's screen of 360 pixels a module is three of them
/// wide, nine dots of the usual screen, as much as a camera a hand away resolves.
pub const QR_CHARACTERS_MAX: usize = 1_003;
/// The longest link that is passed on as one: what the strictest browser of the
/// past took, Internet Explorer with 2,083, and messengers took after it.
pub const LINK_CHARACTERS_MAX: usize = 2_000;
/// The most parts: nobody holds a phone to more codes than these. What is larger
/// goes as a file.
pub const PARTS_MAX: usize = 24;

/// Which of the links of a set one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 1 on.
    pub number: u8,
    /// How many there are.
    pub count: u8,
}

/// Revisions as links to a page: `base` is its address without a fragment, and
/// no link is longer than `characters_max`, unless a single entry is. Each
/// holds whole entries and can be read by itself.
///
/// `None` where there is nothing to send, where it would take more than
/// [`PARTS_MAX`] links, or where the address is too long: then a file serves.
#[must_use]
pub fn transfer_links(
    base: &str,
    revisions: &[Revision],
    characters_max: usize,
) -> Option<Vec<String>> {
    if base.len() > BASE_CHARACTERS_MAX {
        return None;
    }
    let room = characters_max.checked_sub(base.len() + ROUTE.len())?;
    let bytes_max = (room * 3 / 4).checked_sub(HEAD)?;
    let mut packs = Vec::new();
    let mut rest = revisions;
    while !rest.is_empty() {
        if packs.len() == PARTS_MAX {
            return None;
        }
        let (taken, packed) = first_pack(rest, bytes_max);
        packs.push(packed);
        rest = &rest[taken..];
    }
    let count = u8::try_from(packs.len()).ok().filter(|count| *count > 0)?;
    let numbered = (1..=count).zip(packs);
    let link = |(number, packed): (u8, Vec<u8>)| {
        let bytes = [&[VERSION, number, count], &*packed].concat();
        format!("{base}{ROUTE}{}", Base64UrlUnpadded::encode_string(&bytes))
    };
    Some(numbered.map(link).collect())
}

/// As many of the first revisions as go into so many bytes, at least one, and
/// their pack.
fn first_pack(revisions: &[Revision], bytes_max: usize) -> (usize, Vec<u8>) {
    let mut best = (1, pack(&revisions[..1]));
    let (mut fits, mut too_many) = (1, revisions.len().min(bytes_max) + 1);
    while too_many - fits > 1 {
        // Twice as many as fit until they do not, so that no pack is large.
        let count = (2 * fits).min(usize::midpoint(fits, too_many));
        let packed = pack(&revisions[..count]);
        if packed.len() <= bytes_max {
            fits = count;
            best = (count, packed);
        } else {
            too_many = count;
        }
    }
    best
}

/// Reads a link, or what stands behind its `#/transfer/`.
///
/// # Errors
///
/// Where it is none. Its length is looked at first.
pub fn read_transfer(link: &str) -> Result<(Incoming, Part), FileError> {
    let text = link.trim();
    if text.len() > READ_CHARACTERS_MAX {
        return Err(FileError::TooLarge {
            bytes: u64::try_from(text.len()).unwrap_or(u64::MAX),
            most: READ_CHARACTERS_MAX as u64,
        });
    }
    let code = text.split_once(ROUTE).map_or(text, |(_, code)| code);
    if code.is_empty() {
        return Err(FileError::Empty);
    }
    let bytes = Base64UrlUnpadded::decode_vec(code).map_err(|_| FileError::Damaged)?;
    let (number, count, packed) = match *bytes.as_slice() {
        [VERSION, number, count, ref packed @ ..] => (number, count, packed),
        [version, ..] if version > VERSION => {
            return Err(FileError::Newer {
                version: version.into(),
            });
        }
        _ => return Err(FileError::Damaged),
    };
    if number == 0 || number > count || usize::from(count) > PARTS_MAX {
        return Err(FileError::Damaged);
    }
    let unpacked = unpack(packed).map_err(|error| match error {
        PackError::NewerFormat(version) => FileError::Newer {
            version: version.into(),
        },
        _ => FileError::Damaged,
    })?;
    let mut incoming = Incoming::default();
    for (line, revision) in (1..).zip(unpacked.revisions) {
        if let Err(reason) = incoming.admit(revision) {
            incoming.refused.push(line, reason);
        }
    }
    for _ in 0..unpacked.newer {
        incoming.refused.push(0, Reason::Newer);
    }
    Ok((incoming, Part { number, count }))
}
