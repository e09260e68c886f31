//! CRC-32 as in gzip and PNG, over all that is kept: what a disk, a copy or a
//! hand changed is not taken for what was written.

use std::sync::LazyLock;

/// The polynomial, its highest power in the lowest bit.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// So many bytes are read at a go: segments are long.
const LANES: usize = 8;

/// What each byte gives, with no to seven zeros behind it. Worked out when the
/// first record comes: no compression makes it smaller, and the page loads
/// without it.
static TABLES: LazyLock<[[u32; 256]; LANES]> = LazyLock::new(tables);

fn tables() -> [[u32; 256]; LANES] {
    let mut tables = [[0; 256]; LANES];
    for byte in 0..=255_u8 {
        let mut crc = u32::from(byte);
        for table in &mut tables {
            for _ in 0..8 {
                crc = (crc >> 1) ^ ((crc & 1) * POLYNOMIAL);
            }
            table[usize::from(byte)] = crc;
        }
    }
    tables
}

/// The checksum of bytes.
pub(crate) fn checksum_of(bytes: &[u8]) -> u32 {
    Checksum::new().with(bytes).finish()
}

/// A checksum of several pieces, one after the other.
pub(super) struct Checksum(u32);

impl Checksum {
    /// Bytes that are read by one call. A function that is called often is soon
    /// compiled for speed by the browser, which a loop within one call is not.
    const PIECE: usize = 4096;

    pub(super) const fn new() -> Self {
        Self(!0)
    }

    /// These bytes, too.
    pub(super) fn with(self, bytes: &[u8]) -> Self {
        let tables = &*TABLES;
        let pieces = bytes.chunks(Self::PIECE);
        Self(pieces.fold(self.0, |crc, piece| read(tables, crc, piece)))
    }

    pub(super) const fn finish(self) -> u32 {
        !self.0
    }
}

#[inline(never)]
fn read(tables: &[[u32; 256]; LANES], crc: u32, bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<LANES>();
    let in_words = words.iter().fold(crc, |crc, word| {
        let [first, second, third, fourth, fifth, sixth, seventh, eighth] =
            (u64::from_le_bytes(*word) ^ u64::from(crc))
                .to_le_bytes()
                .map(usize::from);
        tables[7][first]
            ^ tables[6][second]
            ^ tables[5][third]
            ^ tables[4][fourth]
            ^ tables[3][fifth]
            ^ tables[2][sixth]
            ^ tables[1][seventh]
            ^ tables[0][eighth]
    });
    rest.iter().fold(in_words, |crc, byte| {
        let [low, ..] = crc.to_le_bytes();
        crc >> 8 ^ tables[0][usize::from(low ^ byte)]
    })
}

#[cfg(test)]
mod tests {
    use super::{Checksum, checksum_of};

    #[test]
    fn it_is_the_one_that_others_work_out() {
        // The check value of the catalogue of such sums, and what gzip says.
        assert_eq!(checksum_of(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum_of(b""), 0);
        assert_eq!(checksum_of(&[0; 32]), 0x190a_55ad);
        assert_eq!(checksum_of(&[0xff; 32]), 0xff6c_ab0b);
    }

    #[test]
    fn pieces_make_no_difference() {
        let bytes: Vec<u8> = (0..10_000_u32)
            .map(|at| ((at * at) >> 5 & 0xff) as u8)
            .collect();
        let whole = checksum_of(&bytes);
        for at in [0, 1, 7, 8, 4095, 4096, 4097, 10_000] {
            let (one, other) = bytes.split_at(at);
            assert_eq!(Checksum::new().with(one).with(other).finish(), whole);
        }
    }
}
