//! Numbers and texts as bytes, in one way only.

use super::{PackError, malformed};

/// Bits of a number that a byte holds; its highest bit says that more follow.
const BITS: u32 = 7;
const MORE: u8 = 1 << BITS;

/// Writes a number, seven bits a byte.
pub(crate) fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while let low @ 0x80.. = number {
        bytes.push((low & 0x7f) as u8 | MORE);
        number >>= BITS;
    }
    bytes.push((number & 0x7f) as u8);
}

/// Writes a signed number, small where it is near zero.
pub(crate) fn write_change(bytes: &mut Vec<u8>, change: i64) {
    write_number(bytes, (change << 1 ^ change >> 63).cast_unsigned());
}

/// The signed number that was written so.
pub(crate) const fn change(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// Writes a text after its length.
pub(super) fn write_text(bytes: &mut Vec<u8>, text: &str) {
    write_number(bytes, text.len() as u64);
    bytes.extend_from_slice(text.as_bytes());
}

/// Reads bytes from the front.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// How many bytes are left.
    pub(crate) const fn len(&self) -> usize {
        self.rest.len()
    }

    /// A number, in the shortest way.
    pub(crate) fn number(&mut self) -> Result<u64, PackError> {
        match self.rest {
            // Most take one byte.
            [byte @ 0..MORE, rest @ ..] => {
                self.rest = rest;
                Ok(u64::from(*byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64, PackError> {
        let mut number = 0;
        for place in 0..u64::BITS.div_ceil(BITS) {
            let Some((byte, rest)) = self.rest.split_first() else {
                return Err(PackError::Truncated);
            };
            self.rest = rest;
            let bits = u64::from(byte & !MORE);
            let shift = place * BITS;
            if bits << shift >> shift != bits || (*byte == 0 && place > 0) {
                break;
            }
            number |= bits << shift;
            if byte & MORE == 0 {
                return Ok(number);
            }
        }
        Err(malformed("number"))
    }

    /// Two numbers that take all of their eight bytes.
    pub(crate) fn eight_bytes_twice(&mut self) -> Result<[u64; 2], PackError> {
        let Some((numbers, rest)) = self.rest.split_first_chunk::<16>() else {
            return Err(PackError::Truncated);
        };
        self.rest = rest;
        let (numbers, _) = numbers.as_chunks();
        Ok([0, 1].map(|place| u64::from_le_bytes(numbers[place])))
    }

    /// A text after its length.
    pub(crate) fn text(&mut self) -> Result<&'a str, PackError> {
        let length = usize::try_from(self.number()?).map_err(|_| PackError::Truncated)?;
        let split = self.rest.split_at_checked(length);
        let (text, rest) = split.ok_or(PackError::Truncated)?;
        self.rest = rest;
        str::from_utf8(text).map_err(|_| malformed("text"))
    }
}
