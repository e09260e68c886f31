//! Factors are printed as decimals in their sources; this keeps them exactly
//! as printed, which no float does.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::figures::Figures;

/// An exact decimal number: `mantissa` ÷ 10^`scale`, with a scale of 0 to 9.
///
/// It remembers how it was written: `0.50` and `0.5` are equal, and each is
/// displayed as it came.
///
/// ```
/// use carbon_inclusion::quantity::Decimal;
///
/// let electricity: Decimal = "0.6191".parse()?;
/// assert_eq!(electricity, Decimal::new(6191, 4));
/// assert_eq!(electricity.to_string(), "0.6191");
/// assert!(electricity < Decimal::new(65, 2));
/// # Ok::<(), carbon_inclusion::quantity::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not of the form `-12.34`, or not written in the shortest way (`007`, `+1`, `.5`, `-0`).
    #[error("not a decimal")]
    Malformed,
    /// More than [`Decimal::SCALE_MAX`] decimals.
    #[error("{decimals} decimals")]
    TooManyDecimals {
        /// How many there are.
        decimals: usize,
    },
    /// The digits do not fit in 64 bits.
    #[error("too large")]
    TooLarge,
}

impl Decimal {
    /// The most decimals.
    pub const SCALE_MAX: u8 = 9;

    /// `mantissa` ÷ 10^`scale`.
    ///
    /// # Panics
    ///
    /// When `scale` is above [`Self::SCALE_MAX`]. It is meant for constants,
    /// where that is an error of the compiler; text goes through [`FromStr`].
    #[must_use]
    pub const fn new(mantissa: i64, scale: u8) -> Self {
        assert!(
            scale <= Self::SCALE_MAX,
            "a decimal has at most nine decimals"
        );
        Self { mantissa, scale }
    }

    /// The digits as one integer, with the sign.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of the digits stand after the point, 0 to 9.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// 10 to the power of the scale: what the mantissa is divided by.
    #[must_use]
    pub const fn denominator(self) -> i64 {
        const POWERS: [i64; 10] = [
            1,
            10,
            100,
            1_000,
            10_000,
            100_000,
            1_000_000,
            10_000_000,
            100_000_000,
            1_000_000_000,
        ];
        POWERS[self.scale as usize]
    }

    /// Exact, with all its decimals.
    #[must_use]
    pub fn figures(self) -> Figures {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        Figures::exact(sign, self.mantissa.unsigned_abs(), self.scale)
    }

    /// The value in units of 10^-9, where decimals of any scale compare.
    fn billionths(self) -> i128 {
        i128::from(self.mantissa) * 10_i128.pow(u32::from(Self::SCALE_MAX - self.scale))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By value: `0.50` equals `0.5`.
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.billionths().cmp(&other.billionths())
    }
}

/// Exact, with all its decimals.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.figures().as_str())
    }
}

/// Strict ASCII: an optional `-`, digits, and perhaps a point with one to nine
/// digits after it. Only the form that [`Display`](fmt::Display) gives back is taken.
impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, decimals) = match digits.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Malformed),
            Some(parts) => parts,
            None => (digits, ""),
        };
        if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
            return Err(DecimalError::Malformed);
        }
        let mut mantissa: Option<i64> = Some(0);
        for byte in whole.bytes().chain(decimals.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(DecimalError::Malformed);
            }
            let digit = i64::from(byte - b'0');
            // Counted downwards for negative numbers, which reach one further.
            mantissa = mantissa
                .and_then(|sum| sum.checked_mul(10))
                .and_then(|sum| {
                    if negative {
                        sum.checked_sub(digit)
                    } else {
                        sum.checked_add(digit)
                    }
                });
        }
        let scale = u8::try_from(decimals.len())
            .ok()
            .filter(|scale| *scale <= Self::SCALE_MAX)
            .ok_or(DecimalError::TooManyDecimals {
                decimals: decimals.len(),
            })?;
        let mantissa = mantissa.ok_or(DecimalError::TooLarge)?;
        if negative && mantissa == 0 {
            return Err(DecimalError::Malformed);
        }
        Ok(Self { mantissa, scale })
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, DecimalError};

    #[track_caller]
    fn case(text: &str, expected: Result<(i64, u8), DecimalError>) {
        let parsed = text.parse::<Decimal>();
        assert_eq!(
            parsed.map(|decimal| (decimal.mantissa(), decimal.scale())),
            expected
        );
        if let Ok(decimal) = parsed {
            assert_eq!(decimal.to_string(), text);
        }
    }

    #[test]
    fn reads_and_writes_the_strict_form() {
        case("0", Ok((0, 0)));
        case("0.00", Ok((0, 2)));
        case("8", Ok((8, 0)));
        case("-12.34", Ok((-1234, 2)));
        case("0.6191", Ok((6191, 4)));
        case("-0.000000001", Ok((-1, 9)));
        case("9223372036854775807", Ok((i64::MAX, 0)));
        case("-9223372036.854775808", Ok((i64::MIN, 9)));
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "", "-", ".", "-.", ".5", "5.", "-5.", "+1", "007", "00", "-0", "-0.0", "--1", "1e3",
            " 1", "1 ", "1,5", "1.2.3", "NaN", "inf", "１", "1_000", "0x1",
        ] {
            case(text, Err(DecimalError::Malformed));
        }
        case(
            "0.0000000001",
            Err(DecimalError::TooManyDecimals { decimals: 10 }),
        );
        case("9223372036854775808", Err(DecimalError::TooLarge));
        case("-9223372036854775809", Err(DecimalError::TooLarge));
    }

    #[test]
    fn is_ordered_by_value() {
        assert_eq!(Decimal::new(50, 2), Decimal::new(5, 1));
        assert!(Decimal::new(49, 2) < Decimal::new(5, 1));
        assert!(Decimal::new(-49, 2) > Decimal::new(-5, 1));
        assert!(Decimal::new(i64::MAX, 0) > Decimal::new(i64::MAX, 9));
        assert!(Decimal::new(i64::MIN, 0) < Decimal::new(i64::MIN, 9));
    }

    #[test]
    fn pads_like_text() {
        assert_eq!(format!("{:>6}", Decimal::new(15, 1)), "   1.5");
    }
}
