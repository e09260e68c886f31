//! What several entries come to together.

use crate::methodology::{
    Activity, Assessment, Evidence, InputKind, Pollutant, PollutantOutcome, assess_without_terms,
};
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
        let mut totals = Self::default();
        totals.count_assessed(activity, assessment, 1);
        totals
    }

    /// Takes an activity in so many times, or out where that is less than none.
    pub(super) fn count(&mut self, activity: &Activity, times: i32) {
        self.count_assessed(activity, assess_without_terms(activity), times);
    }

    fn count_assessed(&mut self, activity: &Activity, assessment: &Assessment, times: i32) {
        let action = activity.action();
        self.entries = count(self.entries, 1, times);
        self.reduction = carbon(self.reduction, assessment.reduction, times);
        self.low = carbon(self.low, assessment.low, times);
        self.high = carbon(self.high, assessment.high, times);
        let outcomes = assessment.pollutants.iter().zip(&assessment.near);
        for (total, (outcome, near)) in self.pollutants.iter_mut().zip(outcomes) {
            total.count(*outcome, *near, times);
        }
        if activity.evidence() == Evidence::SelfReported {
            self.self_reported = count(self.self_reported, 1, times);
        }
        if !action.is_trip() {
            return;
        }
        let metres = activity.input(InputKind::DistanceKm);
        let metres = metres.map_or(0, Quantity::thousandths);
        self.trips = count(self.trips, 1, times);
        self.trip_metres = sum(self.trip_metres, metres, times);
        if action.is_green_trip {
            self.green_trips = count(self.green_trips, 1, times);
            self.green_metres = sum(self.green_metres, metres, times);
        }
    }

    /// Adds others to these.
    pub fn add(&mut self, other: &Self) {
        self.entries = count(self.entries, other.entries, 1);
        self.reduction = carbon(self.reduction, other.reduction, 1);
        self.low = carbon(self.low, other.low, 1);
        self.high = carbon(self.high, other.high, 1);
        for (one, other) in self.pollutants.iter_mut().zip(&other.pollutants) {
            one.add_times(other, 1);
        }
        self.self_reported = count(self.self_reported, other.self_reported, 1);
        self.trips = count(self.trips, other.trips, 1);
        self.green_trips = count(self.green_trips, other.green_trips, 1);
        self.trip_metres = sum(self.trip_metres, other.trip_metres, 1);
        self.green_metres = sum(self.green_metres, other.green_metres, 1);
    }

    /// These and others.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        self.add(&other);
        self
    }

    /// The total of a pollutant.
    #[must_use]
    pub const fn pollutant(&self, pollutant: Pollutant) -> PollutantTotal {
        self.pollutants[pollutant as usize]
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

    fn count(&mut self, outcome: PollutantOutcome, near: PollutantMass, times: i32) {
        let PollutantOutcome::Known {
            value,
            low,
            high,
            partial,
        } = outcome
        else {
            return;
        };
        let one = Self {
            value,
            low,
            high,
            near,
            known: 1,
            partial: partial.into(),
        };
        self.add_times(&one, times);
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
