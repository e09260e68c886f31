//! The trips that ways are compared for: how far, and how often.

use super::ways::inputs_of_distance;
use crate::methodology::{ActivityError, Input, InputKind};
use crate::quantity::Quantity;

/// Least and most trips a week, in thousandths.
const TIMES: (i64, i64) = (1_000, 100_000);
/// A year is counted as so many weeks.
const WEEKS: i64 = 52;

/// Trips of one distance: what people type, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trips {
    distance: Quantity,
    times: Quantity,
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TripsErrors {
    /// With the distance.
    pub distance: Option<ActivityError>,
    /// With how often.
    pub times: Option<ActivityError>,
}

impl Trips {
    /// Checks a distance in km, within the bounds of any way of travelling, and
    /// how many trips a week, 1 to 100.
    ///
    /// # Errors
    /// Where one of them is no amount or out of bounds.
    ///
    /// ```
    /// use carbon_inclusion::account::Trips;
    ///
    /// let trips = Trips::check("8公里", "10")?;
    /// assert_eq!(trips.a_year(), 520);
    /// assert!(Trips::check("8", "0").is_err());
    /// # Ok::<(), carbon_inclusion::account::TripsErrors>(())
    /// ```
    pub fn check(distance: &str, times: &str) -> Result<Self, TripsErrors> {
        match (amount(distance, bounds()), amount(times, often())) {
            (Ok(distance), Ok(times)) => Ok(Self { distance, times }),
            (distance, times) => Err(TripsErrors {
                distance: distance.err(),
                times: times.err(),
            }),
        }
    }

    /// How far each of them goes.
    #[must_use]
    pub const fn distance(&self) -> Quantity {
        self.distance
    }

    /// How many there are in a year.
    #[must_use]
    pub const fn a_year(&self) -> i64 {
        self.times.thousandths() / 1_000 * WEEKS
    }
}

/// The amount that a text says, by the rules of the form.
fn amount(text: &str, input: Option<Input>) -> Result<Quantity, ActivityError> {
    let missing = ActivityError::MissingInput(InputKind::DistanceKm);
    input.ok_or(missing)?.amount(text)
}

/// From the least to the greatest distance that any way can be recorded with.
fn bounds() -> Option<Input> {
    let mut inputs = inputs_of_distance();
    let first = *inputs.next()?;
    Some(inputs.fold(first, |all, input| Input {
        floor: all.floor.min(input.floor),
        ceiling: all.ceiling.max(input.ceiling),
        ..all
    }))
}

/// How often counts as an amount of any form does; its label is not used.
fn often() -> Option<Input> {
    let (floor, ceiling) = TIMES;
    Some(Input {
        kind: InputKind::Count,
        floor,
        ceiling,
        ..bounds()?
    })
}
