//! The pack as a link and a code. It stands behind the `#`, which is never sent
//! to a server, and nothing is joined by opening it.
//!
//! ```text
//! https://…/#/campaign/join/AX…
//! version  1 byte, 1
//! pack     the JSON of pack_file.rs
//! checksum CRC-32 of both, 4 bytes, the least significant first
//! ```
//!
//! The bytes are written in base64url.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::pack::Pack;
use super::pack_file::{PackRefusal, read_pack, write_pack};
use crate::exchange::FileError;
use crate::vault::checksum_of;

/// What stands before the bytes in a link.
const ROUTE: &str = "#/campaign/join/";
/// The version that is written and read.
const VERSION: u8 = 1;
/// The longest link that is read: more than any that is shown as a code.
const READ_CHARACTERS_MAX: usize = 6_000;

/// A pack as a line of letters, digits, `-` and `_`.
#[must_use]
pub fn pack_code(pack: &Pack) -> String {
    let mut bytes = [&[VERSION], write_pack(pack).as_bytes()].concat();
    let checksum = checksum_of(&bytes);
    bytes.extend(checksum.to_le_bytes());
    Base64UrlUnpadded::encode_string(&bytes)
}

/// The link that brings a pack to a page: `base` is its address without a
/// fragment.
#[must_use]
pub fn join_link(base: &str, pack: &Pack) -> String {
    [base, ROUTE, &pack_code(pack)].concat()
}

/// Reads a link, or its code alone.
///
/// # Errors
///
/// Why it brings no pack. Its length is looked at first.
pub fn read_join_link(link: &str) -> Result<Pack, PackRefusal> {
    let text = link.trim();
    if text.len() > READ_CHARACTERS_MAX {
        return Err(FileError::TooLarge {
            bytes: u64::try_from(text.len()).unwrap_or(u64::MAX),
            most: READ_CHARACTERS_MAX as u64,
        }
        .into());
    }
    let code = text.split_once(ROUTE).map_or(text, |(_, code)| code);
    if code.is_empty() {
        return Err(FileError::Empty.into());
    }
    let bytes = Base64UrlUnpadded::decode_vec(code).map_err(|_| FileError::Damaged)?;
    match *bytes.as_slice() {
        [VERSION, ref rest @ ..] => {
            let (json, checksum) = rest.split_last_chunk().ok_or(FileError::Damaged)?;
            let signed = &bytes[..=json.len()];
            if checksum_of(signed) != u32::from_le_bytes(*checksum) {
                return Err(FileError::Damaged.into());
            }
            read_pack(json)
        }
        [version, ..] if version > VERSION => Err(FileError::Newer {
            version: version.into(),
        }
        .into()),
        _ => Err(FileError::Damaged.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::sample;
    use super::{FileError, PackRefusal, join_link, pack_code, read_join_link};

    #[test]
    fn a_link_is_read_wherever_it_was_copied_from() {
        let link = join_link("https://example.org/carbon/", &sample());
        assert!(link.starts_with("https://example.org/carbon/#/campaign/join/AXsi"));
        let code = pack_code(&sample());
        for text in [
            &link,
            &code,
            &format!(" {link}\n"),
            &format!("#/campaign/join/{code}"),
        ] {
            assert_eq!(read_join_link(text), Ok(sample()));
        }
    }

    #[test]
    fn what_is_no_link_is_refused() {
        let case = |text: &str, expected: FileError| {
            assert_eq!(
                read_join_link(text),
                Err(PackRefusal::File(expected)),
                "{text}"
            );
        };
        case("", FileError::Empty);
        case("https://example.org/#/campaign/join/", FileError::Empty);
        case("https://example.org/#/ledger", FileError::Damaged);
        case("AQ", FileError::Damaged);
        case("AAAAAAAA", FileError::Damaged);
        case("Ag", FileError::Newer { version: 2 });
        let (bytes, most) = (6_001, 6_000);
        case(&"A".repeat(6_001), FileError::TooLarge { bytes, most });
        let code = pack_code(&sample());
        for cut in 1..code.len() {
            case(&code[..cut], FileError::Damaged);
        }
        for place in 4..code.len() - 1 {
            let other = if code.as_bytes()[place] == b'A' {
                "B"
            } else {
                "A"
            };
            let changed = [&code[..place], other, &code[place + 1..]].concat();
            case(&changed, FileError::Damaged);
        }
    }
}
