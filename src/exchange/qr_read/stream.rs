//! What the data of a code say: segments of digits, of the letters that codes
//! have signs for, and of bytes (ISO/IEC 18004, 7.4).

/// The signs of the segments of letters.
const SIGNS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The text, `None` where there are other segments, or bytes beyond ASCII.
pub(super) fn text(version: usize, data: &[u8]) -> Option<String> {
    let mut bits = Bits { data, at: 0 };
    let mut text = String::new();
    let is_small = version < 10;
    while let Some(kind @ 1..) = bits.take(4) {
        let count_bits = match (kind, is_small) {
            (1, true) => 10,
            (1, false) => 12,
            (2, true) => 9,
            (2, false) => 11,
            (4, true) => 8,
            (4, false) => 16,
            _ => return None,
        };
        let mut left = bits.take(count_bits)?;
        while left > 0 {
            let (signs, width, base) = match (kind, left) {
                (1, 3..) => (3, 10, 10),
                (1, 2) => (2, 7, 10),
                (1, _) => (1, 4, 10),
                (2, 2..) => (2, 11, 45),
                (2, _) => (1, 6, 45),
                _ => (1, 8, 128),
            };
            let number = bits.take(width)?;
            if number >= base_to(base, signs) {
                return None;
            }
            for place in (0..signs).rev() {
                let sign = number / base_to(base, place) % base;
                text.push(match kind {
                    4 => char::from_u32(u32::try_from(sign).ok()?)?,
                    _ => char::from(*SIGNS.get(sign)?),
                });
            }
            left -= signs;
        }
    }
    Some(text)
}

const fn base_to(base: usize, power: usize) -> usize {
    match power {
        0 => 1,
        1 => base,
        2 => base * base,
        _ => base * base * base,
    }
}

/// Bits from the front.
struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    /// The number of the next bits, where there are so many.
    fn take(&mut self, count: usize) -> Option<usize> {
        let end = self.at + count;
        if end > self.data.len() * 8 {
            return None;
        }
        let bits = (self.at..end).map(|at| usize::from(self.data[at / 8] >> (7 - at % 8) & 1));
        let number = bits.fold(0, |number, bit| number << 1 | bit);
        self.at = end;
        Some(number)
    }
}
