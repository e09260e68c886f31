//! What people type: full width digits from a Chinese keyboard, a comma for a
//! point, a unit behind the number. Read into thousandths of the display unit.

use super::dimension::Dimension;
use super::rounding::divide;
use super::units::{fold, unit};

/// The longest text that is looked at, in characters.
const CHARACTERS_MAX: usize = 40;
/// 10^16 of the smallest unit is beyond every quantity, so longer numbers are too large.
const WHOLE_DIGITS_MAX: usize = 16;
/// Decimals beyond these cannot be seen in thousandths, not even of a tonne.
const DECIMALS_MAX: usize = 12;

/// Why a text or a number is not a [`Quantity`](super::Quantity).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// Nothing but blanks.
    #[error("empty")]
    Empty,
    /// More than 40 characters.
    #[error("too long")]
    TooLong,
    /// It does not begin with a decimal number.
    #[error("not a number")]
    NotANumber,
    /// One comma with three digits behind it: `1,234` may be 1234 or 1.234.
    #[error("ambiguous comma")]
    AmbiguousComma,
    /// Below zero.
    #[error("negative")]
    Negative,
    /// What stands behind the number is no unit of this dimension.
    #[error("unknown unit")]
    UnknownUnit {
        /// What was to be measured.
        dimension: Dimension,
    },
    /// A count with a fraction.
    #[error("not whole")]
    NotWhole,
    /// More than 10^15 thousandths.
    #[error("too large")]
    TooLarge,
}

/// The thousandths of the display unit that `text` says, not yet checked
/// against the bounds of a quantity.
pub(super) fn thousandths(dimension: Dimension, text: &str) -> Result<i64, QuantityError> {
    if let Some(thousandths) = plain(text.as_bytes()) {
        return Ok(thousandths);
    }
    if text.chars().nth(CHARACTERS_MAX).is_some() {
        return Err(QuantityError::TooLong);
    }
    let number = Number::read(text)?;
    let (numerator, denominator) =
        unit(dimension, number.rest).ok_or(QuantityError::UnknownUnit { dimension })?;
    if dimension == Dimension::Count && number.has_fraction() {
        return Err(QuantityError::NotWhole);
    }
    let (mantissa, power) = number.mantissa()?;
    i64::try_from(divide(mantissa * numerator, denominator * power))
        .map_err(|_| QuantityError::TooLarge)
}

/// The quick way for what files and most people write: `8`, `12.5`.
fn plain(text: &[u8]) -> Option<i64> {
    let mut value = 0_i64;
    let mut decimals = None;
    // No overflow within 16 bytes.
    if text.len() > 16 || !text.first()?.is_ascii_digit() {
        return None;
    }
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                value = value * 10 + i64::from(byte - b'0');
                decimals = decimals.map(|count: u8| count + 1);
            }
            b'.' if decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
    }
    match decimals {
        None => value.checked_mul(1000),
        Some(1) => value.checked_mul(100),
        Some(2) => value.checked_mul(10),
        Some(3) => Some(value),
        Some(_) => None,
    }
}

/// A number as it was typed, and what stands behind it.
struct Number<'a> {
    digits: [u8; CHARACTERS_MAX],
    length: usize,
    /// How many of the digits stand before the point.
    whole: usize,
    rest: &'a str,
}

impl<'a> Number<'a> {
    /// Reads at most [`CHARACTERS_MAX`] characters.
    fn read(text: &'a str) -> Result<Self, QuantityError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(QuantityError::Empty);
        }
        let positive = text.strip_prefix(['+', '＋']).unwrap_or(text);
        let unsigned = text
            .strip_prefix(['-', '－', '\u{2212}', '–'])
            .unwrap_or(positive);
        let mut digits = [0; CHARACTERS_MAX];
        let mut length = 0;
        let mut marks = Marks::default();
        let mut end = unsigned.len();
        for (at, character) in unsigned.char_indices() {
            match fold(character) {
                digit @ '0'..='9' => {
                    let slot = digits.get_mut(length).ok_or(QuantityError::TooLong)?;
                    *slot = digit as u8 - b'0';
                    length += 1;
                }
                ',' => marks.comma(length)?,
                '.' => marks.point(length)?,
                _ => {
                    end = at;
                    break;
                }
            }
        }
        if length == 0 {
            return Err(QuantityError::NotANumber);
        }
        // Only a number can be negative; a lone dash is none.
        if unsigned.len() < positive.len() {
            return Err(QuantityError::Negative);
        }
        let whole = marks.whole_digits(length)?;
        Ok(Self {
            digits,
            length,
            whole,
            rest: unsigned[end..].trim(),
        })
    }

    fn has_fraction(&self) -> bool {
        self.digits[self.whole..self.length]
            .iter()
            .any(|digit| *digit != 0)
    }

    /// The digits as one integer, and the power of ten to divide it by.
    fn mantissa(&self) -> Result<(i128, i128), QuantityError> {
        let (whole, decimals) = self.digits[..self.length].split_at(self.whole);
        let zeros = whole.iter().take_while(|digit| **digit == 0).count();
        if whole.len() - zeros > WHOLE_DIGITS_MAX {
            return Err(QuantityError::TooLarge);
        }
        let mut mantissa = 0;
        let mut power = 1;
        for digit in &whole[zeros..] {
            mantissa = mantissa * 10 + i128::from(*digit);
        }
        for digit in decimals.iter().take(DECIMALS_MAX) {
            mantissa = mantissa * 10 + i128::from(*digit);
            power *= 10;
        }
        Ok((mantissa, power))
    }
}

/// Where commas and a point stand, each as the count of digits before it.
#[derive(Default)]
struct Marks {
    first_comma: Option<usize>,
    last_comma: Option<usize>,
    commas: usize,
    point: Option<usize>,
}

impl Marks {
    fn comma(&mut self, at: usize) -> Result<(), QuantityError> {
        // Groups of thousands have three digits and stand before the point.
        if self.point.is_some() || self.last_comma.is_some_and(|last| at != last + 3) {
            return Err(QuantityError::NotANumber);
        }
        self.first_comma.get_or_insert(at);
        self.last_comma = Some(at);
        self.commas += 1;
        Ok(())
    }

    fn point(&mut self, at: usize) -> Result<(), QuantityError> {
        if self.point.replace(at).is_some() {
            return Err(QuantityError::NotANumber);
        }
        Ok(())
    }

    /// How many of `length` digits are whole, once it is known what the commas mean.
    fn whole_digits(&self, length: usize) -> Result<usize, QuantityError> {
        let (Some(first), Some(last)) = (self.first_comma, self.last_comma) else {
            return Ok(self.point.unwrap_or(length));
        };
        let end = self.point.unwrap_or(length);
        let grouped = end == last + 3;
        match (self.commas, self.point) {
            (1, None) if grouped => Err(QuantityError::AmbiguousComma),
            (1, None) => Ok(first),
            _ if grouped && (1..=3).contains(&first) => Ok(end),
            _ => Err(QuantityError::NotANumber),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, QuantityError, thousandths};
    use Dimension::{Count, Distance, Energy, Heat, Mass, Power, Temperature, Time, Volume};

    /// `texts` are separated by `|`.
    #[track_caller]
    fn case(dimension: Dimension, texts: &str, expected: Result<i64, QuantityError>) {
        for text in texts.split('|') {
            assert_eq!(thousandths(dimension, text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers() {
        case(
            Distance,
            "8|8.|8.0|08|+8|８|＋８| 8 |\u{3000}8\t|8.000000|8.00000000000000",
            Ok(8000),
        );
        case(
            Distance,
            "3.5|3,5|３.５|３．５|３，５|3。5|3｡5|003.500|3,50",
            Ok(3500),
        );
        case(Distance, ".5|,5|。５|0.5|00.5", Ok(500));
        case(Distance, "5,|5.|５。", Ok(5000));
        case(Distance, "1,234.5|1，234．5", Ok(1_234_500));
        case(Distance, "1,234,567|1,234,567.0|1234567", Ok(1_234_567_000));
        case(Distance, "1234,567", Err(QuantityError::AmbiguousComma));
        case(Distance, "0|0.0|.0|0000000000000000000000000", Ok(0));
    }

    #[test]
    fn more_than_three_decimals_are_rounded() {
        case(Distance, "1.2344|1.23449999999999999999999", Ok(1234));
        case(
            Distance,
            "1.2345|1,23450|1.23450000000000000000001",
            Ok(1235),
        );
        case(Distance, "0.5 m|0.5米|0.0005", Ok(1));
        case(Distance, "0.0004999|0.499 m", Ok(0));
    }

    #[test]
    fn not_numbers() {
        case(Distance, "| |\u{3000}\n", Err(QuantityError::Empty));
        case(
            Distance,
            "NaN|inf|∞|.|,|+|-|--3|-x|+-3|-+3|km|三公里|1.2.3|1.234,5|1,23,456|1,2,3|1,2345,678|\
             1234,567.8|,234.5|1,2.5|٣|..|,,",
            Err(QuantityError::NotANumber),
        );
        case(
            Distance,
            "1,234|1，234 公里|0,500",
            Err(QuantityError::AmbiguousComma),
        );
        case(
            Distance,
            "-3|－３.5|−3 km|–3|-0",
            Err(QuantityError::Negative),
        );
        case(
            Distance,
            "1e5|1E-5|3 5|0x10|3%|3 kWh|3公里半|3-|3 -5|3k",
            Err(QuantityError::UnknownUnit {
                dimension: Distance,
            }),
        );
    }

    #[test]
    fn sizes() {
        case(Distance, "9223372036854775.807", Ok(i64::MAX));
        case(
            Distance,
            "9223372036854775.808|9999999999999999|10000000000000000|\
             9999999999999999999999999999999999999999",
            Err(QuantityError::TooLarge),
        );
        case(
            Mass,
            "9999999999999999t|9999999999999999.999999999999t",
            Err(QuantityError::TooLarge),
        );
        let forty = "1.00000000000000000000000000000000000000";
        assert_eq!(forty.len(), 40);
        case(Distance, forty, Ok(1000));
        case(Distance, &format!("{forty}0"), Err(QuantityError::TooLong));
        case(Distance, &"米".repeat(41), Err(QuantityError::TooLong));
    }

    #[test]
    fn units() {
        case(
            Distance,
            "3.5公里|3.5 km|3,5km|３.５公里|３．５ｋｍ|3.5 KM|3.5千米|3500米|3500 m|7里|\
             3.5\u{a0}km|3.5公里。|3.5 Kilometres",
            Ok(3500),
        );
        case(
            Energy,
            "2|2度|2 度电|2 kWh|2KWH|2千瓦时|2000瓦时|0.002MWh",
            Ok(2000),
        );
        case(Volume, "2方|2立方米|2 m³|2m3|2 ㎥|2000升|2000 L", Ok(2000));
        case(Heat, "1.8吉焦|1.8 GJ|1800MJ|500 kWh|0.5兆瓦时", Ok(1800));
        case(
            Mass,
            "1.5|3斤|1.5kg|1.5公斤|1500克|1500 g|30两|0.0015吨",
            Ok(1500),
        );
        case(Count, "2|2次|2 个|2 people|２人|2.0|2,00000", Ok(2000));
        case(Time, "1.5小时|1.5 h|90分钟|90 min", Ok(1500));
        case(Time, "1分钟", Ok(17));
        case(Power, "60瓦|60 W|0.06千瓦", Ok(60_000));
        case(Temperature, "2度|2℃|2 °C|2 ° c|2 degrees", Ok(2000));
    }

    #[test]
    fn a_count_is_never_rounded() {
        case(
            Count,
            "2.5个|2.00010|1.99999|2.00000000000000000001 次",
            Err(QuantityError::NotWhole),
        );
    }
}
