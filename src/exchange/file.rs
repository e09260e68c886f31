//! A file that somebody chose: how large it may be, what text it holds, and
//! where its lines begin.

use std::borrow::Cow;

use super::incoming::FileError;

/// The largest file that is read, in bytes: a backup of 100,000 entries, each
/// with a remark, is half as large.
pub const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Refuses what is too large by its size alone, before anything of it is read.
///
/// # Errors
///
/// [`FileError::TooLarge`] and [`FileError::Empty`].
pub const fn check_size(bytes: u64) -> Result<(), FileError> {
    match bytes {
        0 => Err(FileError::Empty),
        1..=FILE_BYTES_MAX => Ok(()),
        _ => Err(FileError::TooLarge {
            bytes,
            most: FILE_BYTES_MAX,
        }),
    }
}

/// The bytes of a file as UTF-8 without a mark, as far as they are: what
/// spreadsheets save as "Unicode text" is UTF-16 with its mark.
pub(super) fn plain_bytes(bytes: &[u8]) -> Result<Cow<'_, [u8]>, FileError> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let (rest, is_little) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return Ok(Cow::Borrowed(rest)),
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        _ => return Ok(Cow::Borrowed(bytes)),
    };
    let (pairs, odd) = rest.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if is_little {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if odd.is_empty() => Ok(Cow::Owned(text.into_bytes())),
        _ => Err(FileError::NotText { line: 1 }),
    }
}

/// The lines of a file, counted as they are asked for.
#[derive(Clone, Debug)]
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            line: 1,
        }
    }

    /// The line that a place is on, counted from 1. It counts from the place
    /// that was asked for last.
    pub(super) fn of(&mut self, at: usize) -> usize {
        let at = at.min(self.bytes.len());
        if at >= self.at {
            self.line += ends(&self.bytes[self.at..at]);
        } else {
            self.line -= ends(&self.bytes[at..self.at]);
        }
        self.at = at;
        self.line
    }
}

fn ends(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use super::{FILE_BYTES_MAX, FileError, Lines, check_size, plain_bytes};

    #[track_caller]
    fn text(bytes: &[u8], expected: &str) {
        let plain = plain_bytes(bytes).expect("a text");
        assert_eq!(plain, expected.as_bytes());
    }

    #[test]
    fn marks_are_taken_off() {
        text("碳".as_bytes(), "碳");
        text("\u{feff}碳".as_bytes(), "碳");
        text(b"\xff\xfe\xb3\x78,\0", "碳,");
        text(b"\xfe\xff\x78\xb3\0,", "碳,");
    }

    #[test]
    fn half_a_character_is_no_text() {
        let refused = Err(FileError::NotText { line: 1 });
        assert_eq!(plain_bytes(b"\xff\xfe\xb3"), refused);
        assert_eq!(plain_bytes(b"\xff\xfe\x3d\xd8"), refused);
    }

    #[test]
    fn size_is_looked_at_first() {
        assert_eq!(check_size(0), Err(FileError::Empty));
        assert_eq!(check_size(FILE_BYTES_MAX), Ok(()));
        let (bytes, most) = (FILE_BYTES_MAX + 1, FILE_BYTES_MAX);
        assert_eq!(check_size(bytes), Err(FileError::TooLarge { bytes, most }));
    }

    #[test]
    fn lines_are_counted_to_and_fro() {
        let mut lines = Lines::new(b"a\nb\n\nc");
        let places = [0, 5, 2, 1, 4, 99, 3];
        assert_eq!(places.map(|at| lines.of(at)), [1, 4, 2, 1, 3, 4, 2]);
    }
}
