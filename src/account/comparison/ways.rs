//! The ways of travelling, and what each emits for a person.

use super::trips::Trips;
use crate::methodology::{
    Action, Activity, Draft, Emission, FactorRule, Input, InputKind, Replaced, Side, current,
    emission,
};
use crate::quantity::Quantity;

/// A way of travelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One that can be recorded, with the persons in a shared car.
    Action(&'static Action, Option<i64>),
    /// A taxi: it can be replaced, but is nothing to record.
    Taxi,
}

/// The trips of the edition.
fn trips() -> impl Iterator<Item = &'static Action> {
    current().actions.iter().filter(|action| action.is_trip())
}

fn input(action: &'static Action, kind: InputKind) -> Option<&'static Input> {
    action.variants.first()?.input(kind)
}

/// How far each of the trips of the edition may go.
pub(super) fn inputs_of_distance() -> impl Iterator<Item = &'static Input> {
    trips().filter_map(|action| input(action, InputKind::DistanceKm))
}

impl Way {
    /// All of them, in the order of the edition; a shared car once for each
    /// number of persons.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut ways = Vec::new();
        for action in trips() {
            match input(action, InputKind::Occupancy) {
                None => ways.push(Self::Action(action, None)),
                Some(persons) => {
                    let counts = persons.floor / 1_000..=persons.ceiling / 1_000;
                    ways.extend(counts.map(|count| Self::Action(action, Some(count))));
                }
            }
        }
        ways.push(Self::Taxi);
        ways
    }

    /// The way of an action's id, with two persons in a shared car.
    pub(super) fn of_action(id: &str) -> Option<Self> {
        let is_it = |way: &Self| matches!(way, Self::Action(action, _) if action.id.as_str() == id);
        Self::all().into_iter().find(is_it)
    }

    /// Whether it is what a trip would replace.
    #[must_use]
    pub fn is(self, replaced: Replaced) -> bool {
        match self {
            Self::Action(action, _) => action.id.as_str() == replaced.id(),
            Self::Taxi => replaced == Replaced::Taxi,
        }
    }

    /// What it emits for a person and a trip; `None` where it does not go that
    /// far, or not for so short a way.
    #[must_use]
    pub fn emission(self, trips: &Trips) -> Option<Emission> {
        match self {
            Self::Action(..) => {
                let activity = self.activity(trips.distance())?;
                Some(emission(&activity, Side::Project))
            }
            Self::Taxi => replaced(trips, Replaced::Taxi),
        }
    }

    /// What would be recorded.
    pub(super) fn activity(self, distance: Quantity) -> Option<Activity> {
        let Self::Action(action, persons) = self else {
            return None;
        };
        check(action, distance, persons, None)
    }

    /// The address of its form, filled in; `None` for what cannot be recorded.
    /// What it would replace is left out where that is itself.
    #[must_use]
    pub fn form(self, distance: Quantity, replaced: Option<Replaced>) -> Option<String> {
        let Self::Action(action, persons) = self else {
            return None;
        };
        let id = action.id.as_str();
        let mut address = ["#/record/", id, "?distance_km=", &distance.to_string()].concat();
        if let Some(persons) = persons {
            address.push_str("&occupancy=");
            address.push_str(&persons.to_string());
        }
        // A car trip is its own baseline: nothing can be said of it.
        let replaced = replaced.filter(|mode| !self.is(*mode) && !self.is(Replaced::Car));
        if let Some(replaced) = replaced {
            address.push_str("&replaced=");
            address.push_str(replaced.id());
        }
        Some(address)
    }
}

/// The activity of a trip. The day does not matter to what it emits.
fn check(
    action: &'static Action,
    distance: Quantity,
    persons: Option<i64>,
    replaced: Option<Replaced>,
) -> Option<Activity> {
    let mut inputs = vec![(InputKind::DistanceKm.id(), distance.to_string().into())];
    if let Some(persons) = persons {
        inputs.push((InputKind::Occupancy.id(), persons.to_string().into()));
    }
    let draft = Draft {
        action: action.id.as_str(),
        on: current().released,
        inputs,
        replaced: replaced.map(Replaced::id),
        ..Draft::default()
    };
    Activity::check(&draft).ok()
}

/// What a trip emits that would be replaced: the baseline of any trip that goes
/// that far and may replace it.
pub(super) fn replaced(trips_made: &Trips, replaced: Replaced) -> Option<Emission> {
    let can_replace = |action: &&Action| {
        let mut terms = action.variants.iter().flat_map(|way| way.baseline);
        terms.any(|term| matches!(term.factor, FactorRule::Replaced { .. }))
    };
    let mut instead = trips()
        .filter(can_replace)
        .filter_map(|action| check(action, trips_made.distance(), None, Some(replaced)));
    Some(emission(&instead.next()?, Side::Baseline))
}
