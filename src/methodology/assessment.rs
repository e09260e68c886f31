//! What an activity saved, and the terms that lead there.

use super::{Factor, FactorValues, InputKind, Pollutant};
use crate::quantity::{Carbon, PollutantMass, Quantity};

/// Which scenario a term belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What would have been emitted.
    Baseline,
    /// What was emitted.
    Project,
}

/// A term of an assessment, with the amounts that went into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its scenario.
    pub side: Side,
    /// Its factor.
    pub factor: &'static Factor,
    /// The numbers of the factor, where they are the resident's own mix and not
    /// the edition's.
    pub own_values: Option<Box<FactorValues>>,
    /// Inputs multiplied.
    pub inputs: Vec<(InputKind, Quantity)>,
    /// Inputs divided by.
    pub divided_by: Vec<(InputKind, Quantity)>,
    /// Pure-number factors multiplied with.
    pub with: &'static [&'static Factor],
    /// The emission, never negative.
    pub amount: Carbon,
    /// Its pollutants in the order of [`Pollutant::ALL`]; `None` is unknown.
    pub pollutants: [Option<PollutantMass>; 5],
}

impl Term {
    /// The numbers it was worked out with.
    #[must_use]
    pub fn values(&self) -> &FactorValues {
        self.own_values.as_deref().unwrap_or(&self.factor.values)
    }
}

/// What is known of a pollutant in a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollutantOutcome {
    /// Nobody has a factor for it: not counted, which is not zero.
    Unknown,
    /// `low ≤ value ≤ high`, signed like the reduction.
    Known {
        /// The reduction.
        value: PollutantMass,
        /// Its low end.
        low: PollutantMass,
        /// Its high end.
        high: PollutantMass,
        /// Whether some part of it is unknown and left out.
        partial: bool,
    },
}

/// What an activity saved: `low ≤ reduction ≤ high`, all signed, and
/// `reduction` = Σ baseline terms − Σ project terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The emission reduction.
    pub reduction: Carbon,
    /// Its low end.
    pub low: Carbon,
    /// Its high end.
    pub high: Carbon,
    /// Pollutants in the order of [`Pollutant::ALL`].
    pub pollutants: [PollutantOutcome; 5],
    /// What of them is emitted in the street or at home, as far as it is known;
    /// the rest is emitted at power plants and elsewhere.
    pub near: [PollutantMass; 5],
    /// Points, were it the only entry of its day.
    pub points: u32,
    /// The terms, the baseline's first.
    pub terms: Vec<Term>,
}

impl Assessment {
    /// The outcome of a pollutant.
    #[must_use]
    pub const fn pollutant(&self, pollutant: Pollutant) -> PollutantOutcome {
        self.pollutants[pollutant as usize]
    }
}
