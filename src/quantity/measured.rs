//! Activity data: what the user enters, checked once and exact from then on.

use std::fmt;

use super::decimal::Decimal;
use super::dimension::Dimension;
use super::figures::{Step, short_text, trimmed_text};
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
        let mut text = trimmed_text("", self.thousandths.unsigned_abs(), scale);
        if !unit.is_empty() {
            text.push(' ');
            text.push_str(unit);
        }
        text
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
        formatter.pad(&trimmed_text("", self.thousandths.unsigned_abs(), 3))
    }
}
