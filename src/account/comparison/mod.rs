//! All ways of making a trip side by side: what each emits for a person, from
//! the least on, and what that is less than the way it would replace.
//!
//! Nothing is worked out anew here: every row is the project scenario of the
//! activity that would be recorded, so that a comparison and the form that it
//! leads to say the same.

mod habits;
mod trips;
mod ways;

pub use habits::{Better, Habit, habits};
pub use trips::{Trips, TripsErrors};
pub use ways::Way;

use super::measure::Measure;
use super::statement::Share;
use crate::methodology::{Emission, PollutantOutcome, Replaced};
use crate::quantity::ordered;

impl Measure {
    /// What is known of it in an emission.
    #[must_use]
    pub fn of(self, emission: &Emission) -> Option<Estimate> {
        match self {
            Self::Carbon => Some(Estimate {
                value: emission.amount.milligrams(),
                low: emission.low.milligrams(),
                high: emission.high.milligrams(),
                is_partial: false,
            }),
            Self::Pollutant(pollutant) => match emission.pollutant(pollutant) {
                PollutantOutcome::Unknown => None,
                PollutantOutcome::Known {
                    value,
                    low,
                    high,
                    partial,
                } => Some(Estimate {
                    value: value.micrograms(),
                    low: low.micrograms(),
                    high: high.micrograms(),
                    is_partial: partial,
                }),
            },
        }
    }
}

/// An amount with its range, in mg of CO2e or µg of a pollutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The amount.
    pub value: i64,
    /// Its low end.
    pub low: i64,
    /// Its high end.
    pub high: i64,
    /// Whether some part of it is unknown and left out.
    pub is_partial: bool,
}

impl Estimate {
    fn times(self, count: i64) -> Self {
        Self {
            value: self.value * count,
            low: self.low * count,
            high: self.high * count,
            ..self
        }
    }
}

/// For how long amounts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stretch {
    /// For one trip.
    #[default]
    Trip,
    /// For the trips of a year.
    Year,
}

impl Stretch {
    /// The id, as in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trip => "trip",
            Self::Year => "year",
        }
    }
}

/// Where the bar of an estimate and its range end, as parts of the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeBar {
    /// The end of the bar.
    pub value: Share,
    /// The low end of the range.
    pub low: Share,
    /// Its high end.
    pub high: Share,
}

/// A way of making the trip.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub way: Way,
    /// What it emits for a person and a trip, with the terms that lead there.
    pub emission: Emission,
    /// What is compared, of the stretch asked for; `None` where nobody has a
    /// factor for it, which is not zero.
    pub estimate: Option<Estimate>,
    /// How much less that is than the way it would replace, signed; `None` where
    /// either is unknown, and for that way itself.
    pub saved: Option<i64>,
    /// Its bar; `None` where the amount is unknown or no amount is above zero.
    pub bar: Option<RangeBar>,
}

/// All ways of making a trip.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The ways, the least emission first, those that are unknown last.
    pub rows: Vec<Row>,
    /// Ways that nobody takes so far, by the bounds of what can be recorded.
    pub left_out: Vec<Way>,
}

impl Comparison {
    /// Compares all ways of making trips, in the place of another.
    #[must_use]
    pub fn of(trips: &Trips, replaced: Replaced, measure: Measure, stretch: Stretch) -> Self {
        let count = match stretch {
            Stretch::Trip => 1,
            Stretch::Year => trips.a_year(),
        };
        let estimate = |emission: &Emission| Some(measure.of(emission)?.times(count));
        let before = ways::replaced(trips, replaced).and_then(|emission| estimate(&emission));
        let mut left_out = Vec::new();
        let mut rows = Vec::new();
        for way in Way::all() {
            let Some(emission) = way.emission(trips) else {
                left_out.push(way);
                continue;
            };
            let estimate = estimate(&emission);
            let saved = before
                .zip(estimate)
                .map(|(one, other)| one.value - other.value);
            rows.push(Row {
                saved: saved.filter(|_| !way.is(replaced)),
                way,
                emission,
                estimate,
                bar: None,
            });
        }
        let mut rows = ordered(rows, |row| match row.estimate {
            Some(estimate) => (false, estimate.value),
            None => (true, 0),
        });
        let highs = rows.iter().filter_map(|row| row.estimate);
        let longest = highs.map(|estimate| estimate.high).max().unwrap_or(0);
        for row in &mut rows {
            row.bar = row.estimate.and_then(|estimate| bar(estimate, longest));
        }
        Self { rows, left_out }
    }
}

fn bar(estimate: Estimate, longest: i64) -> Option<RangeBar> {
    let share = |amount: i64| Share::of(amount.into(), longest.into());
    Some(RangeBar {
        value: share(estimate.value)?,
        low: share(estimate.low)?,
        high: share(estimate.high)?,
    })
}

#[cfg(test)]
mod tests;
