//! Emission factors with everything an auditor asks of them.

use super::{FactorUnit, Text};
use crate::language::Language;
use crate::quantity::Decimal;

/// A text that numbers were read in.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// When.
    pub year: Text,
    /// Official address.
    pub url: Option<Text>,
}

/// How well a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// The official text was read.
    Primary,
    /// An entry of a published database.
    Database,
    /// Quoted in a secondary text.
    Secondary,
    /// Derived from those.
    Derived,
    /// Remembered, not checked.
    Remembered,
    /// Assumed by this tool.
    Assumed,
    /// True by convention, as that walking emits nothing.
    Convention,
}

impl Quality {
    /// Whether the page has to list the number as not yet verified or assumed.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Remembered | Self::Assumed)
    }

    /// The code of the published edition.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Primary => "P",
            Self::Database => "DB",
            Self::Secondary => "S",
            Self::Derived => "D",
            Self::Remembered => "R",
            Self::Assumed => "A",
            Self::Convention => "C",
        }
    }
}

/// Where something is (mostly) emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmittedAt {
    /// On the street.
    Street,
    /// At home.
    Home,
    /// At the power plant.
    PowerPlant,
    /// At the heat plant.
    HeatPlant,
    /// Along the life of a product.
    LifeCycle,
    /// Nowhere: nothing is emitted, or the factor is a pure number.
    None,
}

impl EmittedAt {
    /// Whether it is emitted where people live and breathe, and not at a plant
    /// far away or somewhere along the life of a product.
    #[must_use]
    pub const fn is_near(self) -> bool {
        matches!(self, Self::Street | Self::Home)
    }
}

/// Where a number comes from, and how far it can be trusted.
#[derive(Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The text it was read in.
    pub source: &'static Source,
    /// Row, table or clause there.
    pub detail: Option<Text>,
    /// Year the number stands for.
    pub year: Text,
    /// Region the number stands for.
    pub region: Text,
    /// How well it is known.
    pub quality: Quality,
    /// Whether its range is assumed by this tool.
    pub range_assumed: bool,
    /// Day (`YYYY-MM-DD`) after which it should be looked up again.
    pub best_before: Text,
    /// How a derived number was derived.
    pub derivation: Option<Text>,
    /// A caveat.
    pub note: Option<Text>,
}

/// A pollutant factor, g per the unit of activity of its [`Factor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollutantFactor {
    /// What results are worked out with.
    pub value: Decimal,
    /// Lowest plausible value.
    pub low: Decimal,
    /// Highest plausible value.
    pub high: Decimal,
    /// Whether only the known part of it is in the value.
    pub partial: bool,
}

impl PollutantFactor {
    /// Micrograms in the gram that it counts.
    pub(crate) const MICROGRAMS: i64 = 1_000_000;
}

/// The numbers of a factor. `low ≤ value ≤ high`, none negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorValues {
    /// CO2e in the factor's unit, or a pure number.
    pub value: Decimal,
    /// Lowest plausible value.
    pub low: Decimal,
    /// Highest plausible value.
    pub high: Decimal,
    /// Pollutants in the order of [`super::Pollutant::ALL`]; `None` is unknown.
    pub pollutants: [Option<PollutantFactor>; 5],
}

/// An emission factor.
#[derive(Debug, PartialEq, Eq)]
pub struct Factor {
    /// Id, unique in the edition.
    pub id: &'static str,
    /// What it is of.
    pub name: Text,
    /// Its unit.
    pub unit: FactorUnit,
    /// Its numbers.
    pub values: FactorValues,
    /// Where its pollutants come from, where any is known.
    pub pollutant_provenance: Option<&'static Provenance>,
    /// Power used per unit of activity, kWh: its pollutants are those of that
    /// power, at the power plant.
    pub electricity_kwh: Option<Decimal>,
    /// Where it is emitted.
    pub emitted_at: EmittedAt,
    /// Where its CO2e value comes from.
    pub provenance: Provenance,
}

impl Provenance {
    /// Whether it should be looked up again, on a day `YYYY-MM-DD`.
    #[must_use]
    pub fn is_past_best_before(&self, today: &str) -> bool {
        // Days are written alike in both languages.
        self.best_before.in_language(Language::default()) < today
    }
}

impl Factor {
    /// Whether the factor should be looked up again, on a day `YYYY-MM-DD`.
    #[must_use]
    pub fn is_past_best_before(&self, today: &str) -> bool {
        let pollutants = self.pollutant_provenance;
        self.provenance.is_past_best_before(today)
            || pollutants.is_some_and(|row| row.is_past_best_before(today))
    }
}
