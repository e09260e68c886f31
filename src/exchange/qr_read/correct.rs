//! Correcting the errors of a code: Reed–Solomon over GF(2^8) with the
//! polynomial x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5).

use super::VERSION_MAX;

/// The polynomial without its highest term.
const POLYNOMIAL: u8 = 0x1d;

/// Codewords for correction in each block, and how many blocks, of versions 1 to
/// 10 (ISO/IEC 18004, table 9), by the two bits that say the level: M, L, H, Q.
const BLOCKS: [[(usize, usize); VERSION_MAX]; 4] = [
    [
        (10, 1),
        (16, 1),
        (26, 1),
        (18, 2),
        (24, 2),
        (16, 4),
        (18, 4),
        (22, 4),
        (22, 5),
        (26, 5),
    ],
    [
        (7, 1),
        (10, 1),
        (15, 1),
        (20, 1),
        (26, 1),
        (18, 2),
        (20, 2),
        (24, 2),
        (30, 2),
        (18, 4),
    ],
    [
        (17, 1),
        (28, 1),
        (22, 2),
        (16, 4),
        (22, 4),
        (28, 4),
        (26, 5),
        (26, 6),
        (24, 8),
        (28, 8),
    ],
    [
        (13, 1),
        (22, 1),
        (18, 2),
        (26, 2),
        (18, 4),
        (24, 4),
        (18, 6),
        (22, 6),
        (20, 8),
        (24, 8),
    ],
];

/// The codewords for data of all blocks, in their order, without errors; `None`
/// where there are too many errors.
pub(super) fn corrected(version: usize, level: usize, codewords: &[u8]) -> Option<Vec<u8>> {
    let (for_correction, blocks) = *BLOCKS.get(level)?.get(version.checked_sub(1)?)?;
    // The later blocks are a codeword longer where they do not come out even.
    let (short, longer) = (codewords.len() / blocks, codewords.len() % blocks);
    let data = short.checked_sub(for_correction)?;
    let field = Field::new();
    let mut corrected = Vec::with_capacity(codewords.len());
    for number in 0..blocks {
        let is_longer = number >= blocks - longer;
        let own = (0..data).map(|place| place * blocks + number);
        let last = is_longer.then_some(data * blocks + number - (blocks - longer));
        let behind = data * blocks + longer;
        let checks = (0..for_correction).map(|place| behind + place * blocks + number);
        let places = own.chain(last).chain(checks);
        let mut block: Vec<u8> = places.map(|place| codewords[place]).collect();
        field.correct(&mut block, for_correction)?;
        block.truncate(data + usize::from(is_longer));
        corrected.append(&mut block);
    }
    Some(corrected)
}

/// Multiplying by adding logarithms.
struct Field {
    powers: [u8; 255],
    logarithms: [u8; 256],
}

impl Field {
    fn new() -> Self {
        let (mut powers, mut logarithms) = ([0; 255], [0; 256]);
        let mut power = 1_u8;
        for (exponent, place) in (0..255_u8).zip(&mut powers) {
            *place = power;
            logarithms[usize::from(power)] = exponent;
            let is_over = power & 0x80 != 0;
            power <<= 1;
            if is_over {
                power ^= POLYNOMIAL;
            }
        }
        Self { powers, logarithms }
    }

    fn power(&self, exponent: usize) -> u8 {
        self.powers[exponent % 255]
    }

    fn times(&self, one: u8, other: u8) -> u8 {
        if one == 0 || other == 0 {
            return 0;
        }
        let [one, other] = [one, other].map(|each| usize::from(self.logarithms[usize::from(each)]));
        self.power(one + other)
    }

    /// A quotient, of a divisor that is not 0.
    fn over(&self, one: u8, other: u8) -> u8 {
        let inverse = 255 - usize::from(self.logarithms[usize::from(other)]);
        self.times(one, self.power(inverse))
    }

    /// The value of a polynomial, its lowest coefficient first.
    fn value(&self, polynomial: &[u8], at: u8) -> u8 {
        let down = polynomial.iter().rev();
        down.fold(0, |value, coefficient| self.times(value, at) ^ coefficient)
    }

    /// The product of two polynomials, of which so many coefficients count.
    fn product(&self, one: &[u8], other: &[u8], count: usize) -> Vec<u8> {
        let mut product = vec![0; count];
        for (place, coefficient) in one.iter().enumerate() {
            let places = product.iter_mut().skip(place);
            for (sum, factor) in places.zip(other) {
                *sum ^= self.times(*coefficient, *factor);
            }
        }
        product
    }

    /// What the block is at the powers that it should be 0 at.
    fn syndromes(&self, block: &[u8], checks: usize) -> Vec<u8> {
        let values = (0..checks).map(|exponent| {
            let at = self.power(exponent);
            let value = |value, codeword: &u8| self.times(value, at) ^ codeword;
            block.iter().fold(0, value)
        });
        values.collect()
    }

    /// Corrects a block with so many codewords for correction, where it can.
    fn correct(&self, block: &mut [u8], checks: usize) -> Option<()> {
        let syndromes = self.syndromes(block, checks);
        if syndromes.iter().all(|syndrome| *syndrome == 0) {
            return Some(());
        }
        let (locator, errors) = self.locator(&syndromes);
        if errors > checks / 2 {
            return None;
        }
        let evaluator = self.product(&syndromes, &locator, checks);
        // The derivative has the odd coefficients, each one place lower.
        let mut derivative = locator.get(1..).unwrap_or_default().to_vec();
        derivative
            .iter_mut()
            .skip(1)
            .step_by(2)
            .for_each(|even| *even = 0);
        let length = block.len();
        for exponent in 0..length {
            let inverse = self.power(255 - exponent % 255);
            if self.value(&locator, inverse) != 0 {
                continue;
            }
            let slope = self.value(&derivative, inverse);
            if slope == 0 {
                return None;
            }
            let error = self.over(self.value(&evaluator, inverse), slope);
            block[length - 1 - exponent] ^= self.times(error, self.power(exponent));
        }
        let rest = self.syndromes(block, checks);
        rest.iter().all(|syndrome| *syndrome == 0).then_some(())
    }

    /// The shortest polynomial whose roots are where the errors are, and how
    /// many these are (Berlekamp and Massey).
    fn locator(&self, syndromes: &[u8]) -> (Vec<u8>, usize) {
        let (mut locator, mut before) = (vec![1], vec![1]);
        let (mut errors, mut gap, mut scale) = (0, 1, 1);
        for place in 0..syndromes.len() {
            let terms = locator.iter().zip(syndromes[..=place].iter().rev());
            let difference = terms.fold(0, |sum, (one, other)| sum ^ self.times(*one, *other));
            if difference == 0 {
                gap += 1;
                continue;
            }
            let mut next = locator.clone();
            next.resize(next.len().max(before.len() + gap), 0);
            let factor = self.over(difference, scale);
            for (sum, coefficient) in next.iter_mut().skip(gap).zip(&before) {
                *sum ^= self.times(factor, *coefficient);
            }
            if 2 * errors <= place {
                errors = place + 1 - errors;
                before = std::mem::replace(&mut locator, next);
                (scale, gap) = (difference, 1);
            } else {
                locator = next;
                gap += 1;
            }
        }
        (locator, errors)
    }
}
