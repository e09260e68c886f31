//! What several entries come to together.

use crate::methodology::{Activity, Assessment, Evidence, InputKind, Pollutant, PollutantOutcome};
use crate::quantity::{Carbon, PollutantMass, Quantity};

/// The total of one pollutant, over the entries it is known of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PollutantTotal {
    /// The reduction, signed.
    pub value: PollutantMass,
    /// Its low end.
    pub low: PollutantMass,
    /// Its high end.
    pub high: PollutantMass,
    /// The part of the reduction that is emitted in the street or at home; the
    /// rest is emitted at power plants and elsewhere.
    pub near: PollutantMass,
    /// How many entries it is known of. Where that is none, the total is
    /// unknown and not zero.
    pub known: u32,
    /// How many of these leave an unknown part out.
    pub partial: u32,
}

/// What entries come to together. Adding and subtracting are exact inverses, so
/// that a running total is the same whatever happened in between.
///
/// Sums wrap where they do not fit, which keeps even that exact; the bounds of
/// the inputs keep a hundred thousand of the largest entries inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many entries.
    pub entries: u32,
    /// The emission reduction, signed.
    pub reduction: Carbon,
    /// Its low end.
    pub low: Carbon,
    /// Its high end.
    pub high: Carbon,
    /// Pollutants in the order of [`Pollutant::ALL`].
    pub pollutants: [PollutantTotal; 5],
    /// How many entries are without proof.
    pub self_reported: u32,
    /// How many are trips.
    pub trips: u32,
    /// How many are green trips.
    pub green_trips: u32,
    /// Metres of all trips.
    pub trip_metres: i64,
    /// Metres of green trips.
    pub green_metres: i64,
}

impl Totals {
    /// The totals of one entry.
    #[must_use]
    pub fn of(activity: &Activity, assessment: &Assessment) -> Self {
        let action = activity.action();
        let is_green = action.is_trip() && action.is_green_trip;
        let distance = action
            .is_trip()
            .then(|| activity.input(InputKind::DistanceKm));
        let metres = distance.flatten().map_or(0, Quantity::thousandths);
        Self {
            entries: 1,
            reduction: assessment.reduction,
            low: assessment.low,
            high: assessment.high,
            pollutants: Pollutant::ALL.map(|pollutant| PollutantTotal::of(assessment, pollutant)),
            self_reported: u32::from(activity.evidence() == Evidence::SelfReported),
            trips: u32::from(action.is_trip()),
            green_trips: u32::from(is_green),
            trip_metres: metres,
            green_metres: if is_green { metres } else { 0 },
        }
    }

    /// Adds others to these.
    pub fn add(&mut self, other: &Self) {
        self.add_times(other, 1);
    }

    /// These and others.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        self.add(&other);
        self
    }

    /// These without others.
    #[must_use]
    pub fn minus(mut self, other: Self) -> Self {
        self.add_times(&other, -1);
        self
    }

    /// The total of a pollutant.
    #[must_use]
    pub const fn pollutant(&self, pollutant: Pollutant) -> PollutantTotal {
        self.pollutants[pollutant as usize]
    }

    /// Adds others so many times, −1 to take them out: one way for both, which
    /// an account of a hundred thousand entries goes as often when it is opened.
    fn add_times(&mut self, other: &Self, times: i32) {
        self.entries = count(self.entries, other.entries, times);
        self.reduction = carbon(self.reduction, other.reduction, times);
        self.low = carbon(self.low, other.low, times);
        self.high = carbon(self.high, other.high, times);
        for (one, other) in self.pollutants.iter_mut().zip(&other.pollutants) {
            one.add_times(other, times);
        }
        self.self_reported = count(self.self_reported, other.self_reported, times);
        self.trips = count(self.trips, other.trips, times);
        self.green_trips = count(self.green_trips, other.green_trips, times);
        self.trip_metres = sum(self.trip_metres, other.trip_metres, times);
        self.green_metres = sum(self.green_metres, other.green_metres, times);
    }
}

fn count(one: u32, other: u32, times: i32) -> u32 {
    one.wrapping_add(other.wrapping_mul(times.cast_unsigned()))
}

fn sum(one: i64, other: i64, times: i32) -> i64 {
    one.wrapping_add(other.wrapping_mul(times.into()))
}

fn carbon(one: Carbon, other: Carbon, times: i32) -> Carbon {
    Carbon::from_milligrams(sum(one.milligrams(), other.milligrams(), times))
}

fn mass(one: PollutantMass, other: PollutantMass, times: i32) -> PollutantMass {
    PollutantMass::from_micrograms(sum(one.micrograms(), other.micrograms(), times))
}

impl PollutantTotal {
    /// Whether it is known, but not in full, of so many entries.
    #[must_use]
    pub const fn is_partial(&self, entries: u32) -> bool {
        self.known > 0 && (self.partial > 0 || self.known < entries)
    }

    /// The part that is emitted elsewhere.
    #[must_use]
    pub fn far(&self) -> PollutantMass {
        let far = self.value.micrograms().wrapping_sub(self.near.micrograms());
        PollutantMass::from_micrograms(far)
    }

    fn of(assessment: &Assessment, pollutant: Pollutant) -> Self {
        match assessment.pollutant(pollutant) {
            PollutantOutcome::Unknown => Self::default(),
            PollutantOutcome::Known {
                value,
                low,
                high,
                partial,
            } => Self {
                value,
                low,
                high,
                near: assessment.near[pollutant as usize],
                known: 1,
                partial: u32::from(partial),
            },
        }
    }

    fn add_times(&mut self, other: &Self, times: i32) {
        self.value = mass(self.value, other.value, times);
        self.low = mass(self.low, other.low, times);
        self.high = mass(self.high, other.high, times);
        self.near = mass(self.near, other.near, times);
        self.known = count(self.known, other.known, times);
        self.partial = count(self.partial, other.partial, times);
    }
}

impl std::iter::Sum for Totals {
    fn sum<I: Iterator<Item = Self>>(totals: I) -> Self {
        totals.fold(Self::default(), Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::{Carbon, Pollutant, PollutantTotal, Totals};
    use crate::methodology::{Activity, Draft, assess};

    fn totals(action: &str, input: (&'static str, &'static str), evidence: &'static str) -> Totals {
        let draft = Draft {
            action,
            on: "2026-11-22",
            inputs: vec![(input.0, input.1.into())],
            evidence: Some(evidence),
            ..Draft::default()
        };
        let activity = Activity::check(&draft).expect("a good draft");
        Totals::of(&activity, &assess(&activity))
    }

    #[test]
    fn trips_are_counted_and_measured() {
        let bus = totals("bus", ("distance_km", "8"), "self");
        let car = totals("car", ("distance_km", "2.5"), "self");
        let both = bus.plus(car);
        assert_eq!((both.entries, both.trips, both.green_trips), (2, 2, 1));
        assert_eq!((both.trip_metres, both.green_metres), (10_500, 8_000));
        // 8 km × (79.0 g − 53 g), and a car trip saves exactly nothing.
        assert_eq!(both.reduction, Carbon::from_milligrams(208_000));
        assert_eq!(both.minus(car), bus);
    }

    #[test]
    fn other_things_are_no_trips() {
        let plate = totals("clean-plate", ("count", "1"), "proof");
        assert_eq!((plate.entries, plate.trips, plate.green_trips), (1, 0, 0));
        assert_eq!((plate.trip_metres, plate.green_metres), (0, 0));
        assert_eq!(plate.reduction, Carbon::from_milligrams(191_000));
    }

    #[test]
    fn what_is_without_proof_is_counted() {
        let bus = |evidence| totals("bus", ("distance_km", "8"), evidence);
        let both = bus("self").plus(bus("proof"));
        assert_eq!((both.entries, both.self_reported), (2, 1));
    }

    #[test]
    fn an_unknown_pollutant_is_no_zero() {
        let power = totals("electricity-saved", ("energy_kwh", "10"), "self");
        let plate = totals("clean-plate", ("count", "1"), "self");
        let both = power.plus(plate);
        // 10 kWh × 0.114 g, of one of two entries.
        let nox = both.pollutant(Pollutant::Nox);
        assert_eq!(
            (nox.value.micrograms(), nox.known, nox.partial),
            (1_140_000, 1, 0)
        );
        assert_eq!(both.pollutant(Pollutant::Co), PollutantTotal::default());
    }

    /// Milligrams near and far of a trip of 10 km that replaced a petrol car.
    #[track_caller]
    fn near_and_far(action: &str, pollutant: Pollutant, near: &str, far: &str) {
        let draft = Draft {
            action,
            on: "2026-11-22",
            inputs: vec![("distance_km", "10".into())],
            replaced: Some("car"),
            ..Draft::default()
        };
        let activity = Activity::check(&draft).expect("a good draft");
        let total = Totals::of(&activity, &assess(&activity)).pollutant(pollutant);
        assert_eq!(total.near.milligrams_decimal(), near);
        assert_eq!(total.far().milligrams_decimal(), far);
    }

    #[test]
    fn exhaust_is_near_and_power_plants_are_far() {
        near_and_far("walk", Pollutant::Nox, "170", "0");
        near_and_far("electric-car", Pollutant::Nox, "170", "-171");
        near_and_far("electric-car", Pollutant::So2, "11", "-108");
        near_and_far("electric-car", Pollutant::Co, "4600", "0");
        near_and_far("car", Pollutant::Nox, "0", "0");
    }
}
