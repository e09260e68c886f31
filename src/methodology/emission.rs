//! What one way of doing something emits, before it is compared with another.

use super::{Pollutant, PollutantOutcome, Term};
use crate::quantity::Carbon;

/// What one scenario of an activity emits: `low ≤ amount ≤ high`, none
/// negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Emission {
    /// CO2e.
    pub amount: Carbon,
    /// Its low end.
    pub low: Carbon,
    /// Its high end.
    pub high: Carbon,
    /// Pollutants in the order of [`Pollutant::ALL`], emitted and not avoided.
    pub pollutants: [PollutantOutcome; 5],
    /// The terms it is the sum of.
    pub terms: Vec<Term>,
}

impl Emission {
    /// What is known of a pollutant.
    #[must_use]
    pub const fn pollutant(&self, pollutant: Pollutant) -> PollutantOutcome {
        self.pollutants[pollutant as usize]
    }
}
