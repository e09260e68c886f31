//! A measured number, exact in integers, as everywhere in this project.

use std::fmt;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};

/// A number in millionths: up to nine billions, as finely as anything is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

const ONE: i64 = 1_000_000;

impl Decimal {
    /// From its millionths.
    #[must_use]
    pub fn millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// From its thousandths: kilobytes from bytes.
    #[must_use]
    pub fn thousandths(thousandths: i64) -> Self {
        Self(thousandths.saturating_mul(1000))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self(number.saturating_mul(ONE))
    }

    /// A duration in milliseconds.
    #[must_use]
    pub fn milliseconds(time: Duration) -> Self {
        Self(i64::try_from(time.as_nanos()).unwrap_or(i64::MAX))
    }

    /// Its millionths.
    #[must_use]
    pub fn to_millionths(self) -> i64 {
        self.0
    }

    /// Reads `-12.345`; what is finer than a millionth is cut off.
    fn read(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction: String = fraction.chars().chain("000000".chars()).take(6).collect();
        let whole: i64 = whole.parse().ok()?;
        let fraction: i64 = fraction.parse().ok()?;
        let millionths = whole.checked_mul(ONE)?.checked_add(fraction)?;
        Some(Self(sign * millionths))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let millionths = self.0.unsigned_abs();
        let (whole, fraction) = (millionths / 1_000_000, millionths % 1_000_000);
        let fraction = format!(".{fraction:06}");
        let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
        write!(formatter, "{sign}{whole}{fraction}")
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % ONE == 0 {
            return serializer.serialize_i64(self.0 / ONE);
        }
        serializer.serialize_f64(self.to_string().parse().map_err(S::Error::custom)?)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::read(&format!("{number:.6}"))
            .ok_or_else(|| D::Error::custom(format!("{number} is out of range")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(json: &str, millionths: i64, written: &str) {
        let read: Decimal = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.to_millionths(), millionths);
        assert_eq!(serde_json::to_string(&read).ok().as_deref(), Some(written));
    }

    #[test]
    fn numbers_come_back_as_they_were() {
        case("203.1", 203_100_000, "203.1");
        case("1000000", 1_000_000_000_000, "1000000");
        case("-0.05", -50_000, "-0.05");
        case("1e-7", 0, "0");
        case("12.3456789", 12_345_679, "12.345679");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert!(serde_json::from_str::<Decimal>("\"12\"").is_err());
        assert!(serde_json::from_str::<Decimal>("1e300").is_err());
    }

    #[test]
    fn units() {
        assert_eq!(
            Decimal::milliseconds(Duration::from_micros(1500)).to_string(),
            "1.5"
        );
        assert_eq!(Decimal::thousandths(143_812).to_string(), "143.812");
        assert_eq!(Decimal::whole(150), Decimal::millionths(150_000_000));
    }
}
