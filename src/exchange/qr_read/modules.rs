//! What the modules of a code hold: how it is to be read, and its codewords
//! (ISO/IEC 18004, 7.3, 7.7 to 7.9).

use rqrr::BitGrid;

/// Bits that the format is mixed with, so that it is never all light.
const FORMAT_MASK: u16 = 0x5412;
/// The polynomial that the format is protected by.
const FORMAT_POLYNOMIAL: u16 = 0x537;
/// Its degree.
const FORMAT_CHECKS: u32 = 10;
/// So many wrong bits of a format can be told from another format.
const FORMAT_ERRORS_MAX: u32 = 3;

/// How a code is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    /// The two bits that say how much can be corrected.
    pub(super) level: usize,
    /// The number of its mask.
    pub(super) mask: u16,
}

/// The format, which a code has twice.
pub(super) fn format(modules: &impl BitGrid) -> Option<Format> {
    let size = modules.size();
    let around = (0..15).map(|place| match place {
        0..=5 => (8, place),
        6 => (8, 7),
        7 => (8, 8),
        8 => (7, 8),
        _ => (14 - place, 8),
    });
    let beside = (0..15).map(|place| match place {
        0..=6 => (size - 1 - place, 8),
        _ => (8, size - 15 + place),
    });
    read_format(modules, around).or_else(|| read_format(modules, beside))
}

/// The format that modules say, each by its row and column.
fn read_format(
    modules: &impl BitGrid,
    places: impl Iterator<Item = (usize, usize)>,
) -> Option<Format> {
    let read = places.fold(0, |word, (y, x)| word << 1 | u16::from(modules.bit(y, x)));
    let mut formats = 0..32_u16;
    let said = formats.find(|format| {
        let mut rest = format << FORMAT_CHECKS;
        for bit in (FORMAT_CHECKS..15).rev() {
            if rest >> bit & 1 == 1 {
                rest ^= FORMAT_POLYNOMIAL << (bit - FORMAT_CHECKS);
            }
        }
        let word = (format << FORMAT_CHECKS | rest) ^ FORMAT_MASK;
        (word ^ read).count_ones() <= FORMAT_ERRORS_MAX
    })?;
    Some(Format {
        level: usize::from(said >> 3),
        mask: said & 7,
    })
}

/// The codewords, without the mask: two columns at a time from the right, up
/// and down in turn.
pub(super) fn codewords(modules: &impl BitGrid, version: usize, mask: u16) -> Vec<u8> {
    let size = modules.size();
    let mut codewords = Vec::new();
    let (mut codeword, mut bits) = (0_u8, 0);
    let pairs = (0..size / 2).map(|pair| {
        let right = size - 1 - 2 * pair;
        // The column of the timing pattern has none of them.
        if right > 6 { right } else { right - 1 }
    });
    for (pair, right) in pairs.enumerate() {
        for step in 0..size {
            let y = if pair.is_multiple_of(2) {
                size - 1 - step
            } else {
                step
            };
            for x in [right, right - 1] {
                if has_function(version, size, y, x) {
                    continue;
                }
                let bit = modules.bit(y, x) != is_masked(mask, y, x);
                codeword = codeword << 1 | u8::from(bit);
                bits += 1;
                if bits == u8::BITS {
                    codewords.push(codeword);
                    bits = 0;
                }
            }
        }
    }
    codewords
}

/// Whether a module is no data: patterns, the format, the version.
fn has_function(version: usize, size: usize, y: usize, x: usize) -> bool {
    let is_left = x < 9 && (y < 9 || y + 8 >= size);
    let is_corner = is_left || x + 8 >= size && y < 9;
    let is_timing = x == 6 || y == 6;
    let is_version = version >= 7 && (x < 6 && y + 11 >= size || y < 6 && x + 11 >= size);
    let last = 4 * version + 10;
    let middle = if version >= 7 { 2 * version + 8 } else { last };
    let centres = [6, middle, last];
    let near = |at: usize| centres.into_iter().find(|centre| centre.abs_diff(at) <= 2);
    let is_alignment = match (near(y), near(x)) {
        (Some(y), Some(x)) if version >= 2 => {
            // Three corners have the larger patterns.
            !matches!((y, x), (6, 6)) && (y, x) != (6, last) && (y, x) != (last, 6)
        }
        _ => false,
    };
    is_corner || is_timing || is_version || is_alignment
}

/// Whether a mask turns a module (7.8.2).
const fn is_masked(mask: u16, y: usize, x: usize) -> bool {
    let product = x * y;
    match mask {
        0 => (y + x).is_multiple_of(2),
        1 => y.is_multiple_of(2),
        2 => x.is_multiple_of(3),
        3 => (y + x).is_multiple_of(3),
        4 => (y / 2 + x / 3).is_multiple_of(2),
        5 => product.is_multiple_of(6),
        6 => (product % 2 + product % 3).is_multiple_of(2),
        _ => ((y + x) % 2 + product % 3).is_multiple_of(2),
    }
}
