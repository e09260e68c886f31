//! The city's mix of modes: what a trip replaces where nothing is said.
//!
//! The edition publishes one mix; residents who know better can state their
//! own for their account, and every result made with it says so.

use super::{Factor, FactorValues, PollutantFactor};
use crate::quantity::{Decimal, rounding};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The edition's mix, and the factors it is made of.
#[derive(Debug, PartialEq, Eq)]
pub struct MixRule {
    /// Percent of person-km by car.
    pub car: u8,
    /// Percent by bus.
    pub bus: u8,
    /// Percent by e-bike.
    pub e_bike: u8,
    /// Percent by motorcycle.
    pub motorcycle: u8,
    /// Persons in a car.
    pub occupancy: Decimal,
    /// The factor that states the mix as published.
    pub published: &'static Factor,
    /// Factors of car (per vehicle), bus, e-bike and motorcycle (per person).
    pub components: [&'static Factor; 4],
}

/// Why a mix is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CityMixError {
    /// Not four whole percents and an occupancy.
    #[error("a mix is four whole percents and an occupancy")]
    Malformed,
    /// The shares do not sum to 100 percent.
    #[error("the shares sum to {sum} percent")]
    Sum {
        /// What they sum to.
        sum: u32,
    },
    /// The occupancy is not between 1 and 8 persons.
    #[error("the occupancy is not between 1 and 8")]
    Occupancy,
}

/// A mix of modes: shares of person-km in whole percents that sum to 100, and
/// persons in a car, 1 to 8 in steps of 0.01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CityMix {
    shares: [u8; 4],
    occupancy_hundredths: u16,
}

impl CityMix {
    /// Checks a mix. `shares` are the percents of car, bus, e-bike and
    /// motorcycle.
    ///
    /// # Errors
    /// Where the shares do not sum to 100, or the occupancy is out of range.
    pub fn new(shares: [u8; 4], occupancy_hundredths: u16) -> Result<Self, CityMixError> {
        let sum = shares.iter().map(|share| u32::from(*share)).sum();
        if sum != 100 {
            return Err(CityMixError::Sum { sum });
        }
        if !(100..=800).contains(&occupancy_hundredths) {
            return Err(CityMixError::Occupancy);
        }
        Ok(Self {
            shares,
            occupancy_hundredths,
        })
    }

    /// Percents of car, bus, e-bike and motorcycle.
    #[must_use]
    pub const fn shares(&self) -> [u8; 4] {
        self.shares
    }

    /// Persons in a car, in hundredths.
    #[must_use]
    pub const fn occupancy_hundredths(&self) -> u16 {
        self.occupancy_hundredths
    }
}

/// "50,15,30,5,1.30": the percents and the occupancy.
impl fmt::Display for CityMix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [car, bus, e_bike, motorcycle] = self.shares;
        let (whole, hundredths) = (
            self.occupancy_hundredths / 100,
            self.occupancy_hundredths % 100,
        );
        write!(
            formatter,
            "{car},{bus},{e_bike},{motorcycle},{whole}.{hundredths:02}"
        )
    }
}

impl FromStr for CityMix {
    type Err = CityMixError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut shares = [0; 4];
        let mut parts = text.split(',');
        for share in &mut shares {
            let part = parts.next().ok_or(CityMixError::Malformed)?;
            *share = part.trim().parse().map_err(|_| CityMixError::Malformed)?;
        }
        let occupancy: Decimal = parts
            .next()
            .and_then(|part| part.trim().parse().ok())
            .ok_or(CityMixError::Malformed)?;
        if parts.next().is_some() {
            return Err(CityMixError::Malformed);
        }
        Self::new(
            shares,
            hundredths(occupancy).ok_or(CityMixError::Occupancy)?,
        )
    }
}

fn hundredths(decimal: Decimal) -> Option<u16> {
    let scale = 10_i64.checked_pow(u32::from(decimal.scale()))?;
    let hundredths = decimal.mantissa().checked_mul(100)?;
    (hundredths % scale == 0).then(|| u16::try_from(hundredths / scale).ok())?
}

/// Decimals of the mix's g CO2e and of its g of pollutants per person-km: as
/// many as the published mix has.
const CARBON_DECIMALS: u8 = 1;
const POLLUTANT_DECIMALS: u8 = 6;
/// Enough decimals to hold every component exactly.
const COMMON_SCALE: u32 = 9;

impl MixRule {
    /// The published mix as a [`CityMix`].
    ///
    /// # Errors
    /// Where the edition's shares do not sum to 100; a test sees to it.
    pub fn as_city_mix(&self) -> Result<CityMix, CityMixError> {
        CityMix::new(
            [self.car, self.bus, self.e_bike, self.motorcycle],
            hundredths(self.occupancy).ok_or(CityMixError::Occupancy)?,
        )
    }

    /// Whether a mix is the published one.
    #[must_use]
    pub fn is_published(&self, mix: CityMix) -> bool {
        self.as_city_mix() == Ok(mix)
    }

    /// The factor of a resident's own mix, per person-km: the components by
    /// their shares, the car's divided by its occupancy. The range keeps the
    /// relative width of the published one.
    #[must_use]
    pub fn values_of(&self, mix: CityMix) -> FactorValues {
        let value = self
            .weighted(mix, CARBON_DECIMALS, |factor| Some(factor.values.value))
            .unwrap_or(Decimal::new(0, 0));
        let published = &self.published.values;
        FactorValues {
            value,
            low: in_proportion(value, published.low, published.value),
            high: in_proportion(value, published.high, published.value),
            pollutants: std::array::from_fn(|index| self.pollutant(mix, index)),
        }
    }

    fn pollutant(&self, mix: CityMix, index: usize) -> Option<PollutantFactor> {
        let of = |factor: &Factor| factor.values.pollutants[index];
        let sum = |pick: fn(PollutantFactor) -> Decimal| {
            self.weighted(mix, POLLUTANT_DECIMALS, |factor| of(factor).map(pick))
        };
        let partial = self
            .components
            .iter()
            .zip(mix.shares)
            .any(|(factor, share)| {
                share > 0 && of(factor).is_none_or(|pollutant| pollutant.partial)
            });
        Some(PollutantFactor {
            value: sum(|pollutant| pollutant.value)?,
            low: sum(|pollutant| pollutant.low)?,
            high: sum(|pollutant| pollutant.high)?,
            partial,
        })
    }

    /// The sum of what is known of the components in use; `None` where nothing
    /// is.
    fn weighted(
        &self,
        mix: CityMix,
        decimals: u8,
        pick: impl Fn(&Factor) -> Option<Decimal>,
    ) -> Option<Decimal> {
        let occupancy = i128::from(mix.occupancy_hundredths);
        let mut sum = None;
        for (index, (factor, share)) in self.components.iter().zip(mix.shares).enumerate() {
            if share == 0 {
                continue;
            }
            if let Some(value) = pick(factor) {
                // The car's factor is per vehicle, the others' per person.
                let persons = if index == 0 { 100 } else { occupancy };
                let scaled = i128::from(value.mantissa())
                    * 10_i128.pow(COMMON_SCALE.saturating_sub(u32::from(value.scale())));
                *sum.get_or_insert(0) += scaled * i128::from(share) * persons;
            }
        }
        let numerator = sum? * 10_i128.pow(u32::from(decimals));
        let denominator = 100 * occupancy * 10_i128.pow(COMMON_SCALE);
        let mantissa = i64::try_from(rounding::divide(numerator, denominator)).ok()?;
        Some(Decimal::new(mantissa, decimals))
    }
}

/// `value × part ÷ whole`, with the decimals of a mix.
fn in_proportion(value: Decimal, part: Decimal, whole: Decimal) -> Decimal {
    let power = |scale: u8| 10_i128.pow(u32::from(scale));
    let numerator = i128::from(value.mantissa())
        * i128::from(part.mantissa())
        * power(whole.scale())
        * power(CARBON_DECIMALS);
    let denominator = i128::from(whole.mantissa()) * power(part.scale()) * power(value.scale());
    let mantissa = i64::try_from(rounding::divide(numerator, denominator.max(1)));
    Decimal::new(mantissa.unwrap_or(i64::MAX), CARBON_DECIMALS)
}
