//! How integers of a small unit become the figures that people read: exact
//! decimals, and three significant digits where a page has no room for more.

use super::rounding::divide;

/// Room for a sign of three bytes, 20 digits and a point.
const BYTES: usize = 24;

/// The digits of a number, written without touching the heap: a city's data
/// has many of them.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    bytes: [u8; BYTES],
    start: usize,
}

impl Figures {
    /// A whole number.
    #[must_use]
    pub fn whole(number: u64) -> Self {
        Self::exact("", number, 0)
    }

    /// `sign`, then `magnitude` ÷ 10^`scale` with exactly `scale` decimals (at most nine).
    pub(super) fn exact(sign: &str, magnitude: u64, scale: u8) -> Self {
        let mut figures = Self {
            bytes: [0; BYTES],
            start: BYTES,
        };
        let mut rest = magnitude;
        let mut written = 0;
        while rest > 0 || written <= scale {
            if scale > 0 && written == scale {
                figures.prepend(b'.');
            }
            // Always below ten.
            figures.prepend(b'0' + (rest % 10) as u8);
            rest /= 10;
            written += 1;
        }
        for byte in sign.bytes().rev() {
            figures.prepend(byte);
        }
        figures
    }

    /// The same without zeros at the end: `3.5`, `8`, `0`.
    pub(super) fn trimmed(sign: &str, magnitude: u64, scale: u8) -> Self {
        let (mut magnitude, mut scale) = (magnitude, scale);
        while scale > 0 && magnitude.is_multiple_of(10) {
            magnitude /= 10;
            scale -= 1;
        }
        Self::exact(sign, magnitude, scale)
    }

    /// As they are written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Digits, a point and a sign that was text: always text again.
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }

    /// The figures and, behind a blank, the unit if there is one.
    pub(super) fn with_unit(&self, unit: &str) -> String {
        let figures = self.as_str();
        if unit.is_empty() {
            figures.to_owned()
        } else {
            [figures, unit].join(" ")
        }
    }

    const fn prepend(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }
}

/// A whole number as a bank statement has it: `1,118,705`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One step of a ladder of units: its power of ten in the smallest unit, and its name.
pub(super) struct Step {
    pub(super) power: u8,
    pub(super) unit: &'static str,
}

/// At most three significant digits in the unit of the ladder that fits, zeros
/// at the end left out, with a real minus sign: `208 g`, `1.25 kg`, `−2.03 t`.
///
/// The ladder ascends; a figure moves up where it would round to 1000. Whole
/// digits are never dropped, so beyond the last step it just grows longer.
pub(super) fn short_text(negative: bool, magnitude: u64, ladder: &[Step]) -> String {
    let (mut rounded, mut scale, mut unit) = (magnitude, 0, "");
    for step in ladder {
        (rounded, scale) = three_digits(magnitude, step.power);
        unit = step.unit;
        if rounded < 1000 * 10_u64.pow(u32::from(scale)) {
            break;
        }
    }
    // What rounds to nothing has no sign.
    let sign = if negative && rounded > 0 {
        "\u{2212}"
    } else {
        ""
    };
    Figures::trimmed(sign, rounded, scale).with_unit(unit)
}

/// `magnitude` ÷ 10^`power`, rounded to three significant digits but never
/// before the point: the rounded digits and how many stand after the point.
fn three_digits(magnitude: u64, power: u8) -> (u64, u8) {
    let scale = match magnitude / 10_u64.pow(u32::from(power)) {
        0 => 3,
        1..10 => 2,
        10..100 => 1,
        _ => 0,
    };
    let scale = power.min(scale);
    let dropped = 10_i128.pow(u32::from(power - scale));
    let rounded = divide(i128::from(magnitude), dropped);
    // Dividing only makes it smaller.
    (u64::try_from(rounded).unwrap_or(magnitude), scale)
}

#[cfg(test)]
mod tests {
    use super::{Figures, Step, grouped, short_text};

    const LADDER: [Step; 3] = [
        Step {
            power: 3,
            unit: "g",
        },
        Step {
            power: 6,
            unit: "kg",
        },
        Step {
            power: 9,
            unit: "t",
        },
    ];

    #[test]
    fn exact_and_trimmed_figures() {
        #[track_caller]
        fn case(sign: &str, magnitude: u64, scale: u8, exact: &str, trimmed: &str) {
            assert_eq!(Figures::exact(sign, magnitude, scale).as_str(), exact);
            assert_eq!(Figures::trimmed(sign, magnitude, scale).as_str(), trimmed);
        }
        case("", 0, 0, "0", "0");
        case("", 0, 3, "0.000", "0");
        case("", 5, 3, "0.005", "0.005");
        case("-", 3500, 3, "-3.500", "-3.5");
        case("", 8000, 3, "8.000", "8");
        case("", 100, 0, "100", "100");
        case("\u{2212}", 120, 1, "−12.0", "−12");
        case(
            "\u{2212}",
            u64::MAX,
            9,
            "−18446744073.709551615",
            "−18446744073.709551615",
        );
        case("", 1, 9, "0.000000001", "0.000000001");
    }

    #[test]
    fn digits_in_groups_of_three() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_118_705, "1,118,705"),
            (u64::MAX, "18,446,744,073,709,551,615"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn short_figures() {
        #[track_caller]
        fn case(magnitude: u64, expected: &str) {
            assert_eq!(short_text(false, magnitude, &LADDER), expected);
            if magnitude > 0 {
                assert_eq!(short_text(true, magnitude, &LADDER), format!("−{expected}"));
            }
        }
        case(0, "0 g");
        case(1, "0.001 g");
        case(512, "0.512 g");
        case(1_234, "1.23 g");
        case(1_235, "1.24 g");
        case(9_995, "10 g");
        case(9_994, "9.99 g");
        case(12_340, "12.3 g");
        case(99_949, "99.9 g");
        case(99_950, "100 g");
        case(208_000, "208 g");
        case(915_200, "915 g");
        case(999_499, "999 g");
        case(999_500, "1 kg");
        case(1_004_999, "1 kg");
        case(1_005_000, "1.01 kg");
        case(1_250_000, "1.25 kg");
        case(999_499_999, "999 kg");
        case(999_500_000, "1 t");
        case(2_030_000_000, "2.03 t");
        case(1_234_567_000_000, "1235 t");
        case(u64::MAX, "18446744074 t");
    }

    #[test]
    fn nothing_has_no_sign() {
        assert_eq!(short_text(true, 0, &LADDER), "0 g");
    }
}
