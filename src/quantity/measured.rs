//! Activity data: what the user enters, checked once and exact from then on.

use std::fmt;

use super::decimal::Decimal;
use super::dimension::Dimension;
use super::figures::{Figures, Step, short_text};
use super::typed::{self, QuantityError};
use crate::language::Language;

/// An amount of one [`Dimension`], an integer number of thousandths of its
/// display unit: metres, watt-hours, litres, megajoules, grams.
///
/// Between 0 and [`Quantity::THOUSANDTHS_MAX`]; whole for [`Dimension::Count`].
///
/// ```
/// use carbon_inclusion::language::Language;
/// use carbon_inclusion::quantity::{Dimension, Quantity};
///
/// let distance = Quantity::parse(Dimension::Distance, "３.５公里")?;
/// assert_eq!(distance.thousandths(), 3500);
/// assert_eq!(distance.to_string(), "3.5");
/// assert_eq!(distance.exact(Language::En), "3.5 km");
/// # Ok::<(), carbon_inclusion::quantity::QuantityError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    dimension: Dimension,
    thousandths: i64,
}

impl Quantity {
    /// The greatest number of thousandths: 10^15, a million million display units.
    pub const THOUSANDTHS_MAX: i64 = 1_000_000_000_000_000;

    /// A quantity of `thousandths` of the dimension's display unit.
    ///
    /// # Errors
    ///
    /// [`QuantityError::Negative`], [`QuantityError::TooLarge`], and
    /// [`QuantityError::NotWhole`] for a count with a fraction.
    pub const fn new(dimension: Dimension, thousandths: i64) -> Result<Self, QuantityError> {
        if thousandths < 0 {
            return Err(QuantityError::Negative);
        }
        if thousandths > Self::THOUSANDTHS_MAX {
            return Err(QuantityError::TooLarge);
        }
        if matches!(dimension, Dimension::Count) && thousandths % 1000 != 0 {
            return Err(QuantityError::NotWhole);
        }
        Ok(Self {
            dimension,
            thousandths,
        })
    }

    /// Reads what people type: with or without a unit in Chinese or English,
    /// full width or not, with a decimal point or comma.
    ///
    /// More than three decimals of the display unit are rounded by
    /// [`rounding::divide`](super::rounding::divide). A count is never rounded.
    ///
    /// # Errors
    ///
    /// Each [`QuantityError`] says what is wrong with the text.
    ///
    /// ```
    /// use carbon_inclusion::quantity::{Dimension, Quantity, QuantityError};
    ///
    /// let coal = |text| Quantity::parse(Dimension::Mass, text);
    /// assert_eq!(coal("500克"), coal("0.5"));
    /// assert_eq!(coal("3斤"), coal("1,5 kg"));
    /// assert_eq!(coal("1,234"), Err(QuantityError::AmbiguousComma));
    /// ```
    pub fn parse(dimension: Dimension, text: &str) -> Result<Self, QuantityError> {
        Self::new(dimension, typed::thousandths(dimension, text)?)
    }

    /// What is measured.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        self.dimension
    }

    /// The amount in thousandths of the display unit.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.thousandths
    }

    /// The amount in display units.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        Decimal::new(self.thousandths, 3)
    }

    /// The plain number in the display unit, without the unit: `3.5`.
    #[must_use]
    pub fn figures(self) -> Figures {
        Figures::trimmed("", self.thousandths.unsigned_abs(), 3)
    }

    /// Nothing rounded, with the unit: `3.5 公里`, `3.5 km`, and `500 米` for
    /// what is below 1. [`Self::parse`] gives the same quantity back.
    #[must_use]
    pub fn exact(self, language: Language) -> String {
        let small = (1..1000)
            .contains(&self.thousandths)
            .then(|| self.dimension.small_unit(language))
            .flatten();
        let (scale, unit) = match small {
            Some(unit) => (0, unit),
            None => (3, self.dimension.unit(language)),
        };
        Figures::trimmed("", self.thousandths.unsigned_abs(), scale).with_unit(unit)
    }

    /// For pages: at most three significant digits, whole digits always kept:
    /// `8 公里`, `12.5 km`, `350 米`, `1235 km`.
    #[must_use]
    pub fn short(self, language: Language) -> String {
        let display = Step {
            power: 3,
            unit: self.dimension.unit(language),
        };
        let magnitude = self.thousandths.unsigned_abs();
        match self.dimension.small_unit(language) {
            Some(unit) if magnitude > 0 => {
                short_text(false, magnitude, &[Step { power: 0, unit }, display])
            }
            _ => short_text(false, magnitude, &[display]),
        }
    }
}

/// The plain number in the display unit, without the unit: `3.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.figures().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Quantity, QuantityError};
    use crate::language::Language;

    /// `plain` is the number alone; `words` is exact and short in Chinese, then in English.
    #[track_caller]
    fn case(dimension: Dimension, thousandths: i64, plain: &str, words: [&str; 4]) {
        let quantity = Quantity::new(dimension, thousandths);
        let said = quantity.map(|quantity| {
            let words = Language::ALL
                .map(|language| [quantity.exact(language), quantity.short(language)])
                .concat();
            (quantity.to_string(), words)
        });
        let words = words.map(str::to_owned).to_vec();
        assert_eq!(said, Ok((plain.to_owned(), words)));
    }

    #[test]
    fn is_shown_in_both_languages() {
        use Dimension as D;
        case(D::Distance, 8000, "8", ["8 公里", "8 公里", "8 km", "8 km"]);
        case(
            D::Distance,
            12_500,
            "12.5",
            ["12.5 公里", "12.5 公里", "12.5 km", "12.5 km"],
        );
        case(
            D::Distance,
            350,
            "0.35",
            ["350 米", "350 米", "350 m", "350 m"],
        );
        case(
            D::Distance,
            12_345,
            "12.345",
            ["12.345 公里", "12.3 公里", "12.345 km", "12.3 km"],
        );
        case(
            D::Distance,
            1_234_567,
            "1234.567",
            ["1234.567 公里", "1235 公里", "1234.567 km", "1235 km"],
        );
        case(D::Distance, 0, "0", ["0 公里", "0 公里", "0 km", "0 km"]);
        case(
            D::Energy,
            350,
            "0.35",
            ["0.35 度", "0.35 度", "0.35 kWh", "0.35 kWh"],
        );
        case(
            D::Volume,
            10_000,
            "10",
            ["10 立方米", "10 立方米", "10 m³", "10 m³"],
        );
        case(
            D::Heat,
            5,
            "0.005",
            ["0.005 吉焦", "0.005 吉焦", "0.005 GJ", "0.005 GJ"],
        );
        case(D::Mass, 200, "0.2", ["200 克", "200 克", "200 g", "200 g"]);
        case(
            D::Mass,
            999,
            "0.999",
            ["999 克", "999 克", "999 g", "999 g"],
        );
        case(D::Mass, 1000, "1", ["1 千克", "1 千克", "1 kg", "1 kg"]);
        case(D::Count, 3000, "3", ["3", "3", "3", "3"]);
        case(
            D::Time,
            1500,
            "1.5",
            ["1.5 小时", "1.5 小时", "1.5 h", "1.5 h"],
        );
        case(D::Power, 60_000, "60", ["60 瓦", "60 瓦", "60 W", "60 W"]);
        case(D::Temperature, 2000, "2", ["2 ℃", "2 ℃", "2 °C", "2 °C"]);
    }

    #[test]
    fn is_bounded() {
        for dimension in Dimension::ALL {
            assert_eq!(Quantity::new(dimension, -1), Err(QuantityError::Negative));
            assert_eq!(
                Quantity::new(dimension, i64::MIN),
                Err(QuantityError::Negative)
            );
            assert!(Quantity::new(dimension, Quantity::THOUSANDTHS_MAX).is_ok());
            let more = Quantity::THOUSANDTHS_MAX + 1000;
            assert_eq!(Quantity::new(dimension, more), Err(QuantityError::TooLarge));
            assert_eq!(
                Quantity::parse(dimension, "1000000000000.5"),
                Err(QuantityError::TooLarge)
            );
        }
        assert_eq!(
            Quantity::new(Dimension::Count, 1500),
            Err(QuantityError::NotWhole)
        );
        assert_eq!(
            Quantity::parse(Dimension::Count, "1.5"),
            Err(QuantityError::NotWhole)
        );
    }

    #[test]
    fn is_a_decimal_of_the_display_unit() {
        let quantity = Quantity::new(Dimension::Distance, 3500).map(Quantity::decimal);
        assert_eq!(
            quantity.map(|decimal| decimal.to_string()).as_deref(),
            Ok("3.500")
        );
    }
}
