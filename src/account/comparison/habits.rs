//! What the trips that somebody makes again and again would emit less, were
//! they made another way.

use super::ways::Way;
use crate::account::Ledger;
use crate::methodology::{Activity, InputKind, Side, emission};
use crate::quantity::{Carbon, Quantity, ordered};
use std::cmp::Reverse;

/// What nearly everybody in the city can do instead: the ways that its plan
/// names (walking, cycling, public transport, sharing a car).
const INSTEAD: [&str; 5] = ["walk", "bicycle", "e-bike", "bus", "carpool"];

/// What was done once is no habit.
const TIMES_MIN: usize = 2;

/// A way that would emit less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Better {
    /// Which.
    pub way: Way,
    /// How much less for one trip, above zero.
    pub a_trip: Carbon,
    /// How much less for all of them.
    pub together: Carbon,
}

/// A trip that was made again and again.
#[derive(Clone, Debug, PartialEq)]
pub struct Habit {
    /// What was recorded, the latest time.
    pub activity: Activity,
    /// How far.
    pub distance: Quantity,
    /// How often it was recorded in the last 60 days of the ledger, at least
    /// twice.
    pub times: i64,
    /// Ways that would emit less, the one that saves most first.
    pub better: Vec<Better>,
}

/// The trips recorded most often in the last 60 days of the ledger that could
/// emit less, the most frequent first.
#[must_use]
pub fn habits(ledger: &Ledger, limit: usize) -> Vec<Habit> {
    let habits = ledger.habits().into_iter();
    let habits = habits.filter_map(|(count, entry)| habit(&entry.activity, count));
    habits.take(limit).collect()
}

fn habit(activity: &Activity, count: usize) -> Option<Habit> {
    if count < TIMES_MIN || !activity.action().is_trip() {
        return None;
    }
    let distance = activity.input(InputKind::DistanceKm)?;
    let times = i64::try_from(count).ok()?;
    let now = emission(activity, Side::Project).amount;
    let better = |id: &&str| {
        let way = Way::of_action(id)?;
        let other = way.activity(distance)?;
        // Nobody walks what would count for several days.
        let (_, cap) = other
            .action()
            .daily_cap
            .unwrap_or((InputKind::DistanceKm, i64::MAX));
        let a_trip = now.checked_sub(emission(&other, Side::Project).amount)?;
        let together = a_trip.milligrams().checked_mul(times)?;
        (distance.thousandths() <= cap && a_trip > Carbon::ZERO).then_some(Better {
            way,
            a_trip,
            together: Carbon::from_milligrams(together),
        })
    };
    let better = INSTEAD.iter().filter_map(better);
    let better = ordered(better, |better| Reverse(better.a_trip));
    (!better.is_empty()).then(|| Habit {
        activity: activity.clone(),
        distance,
        times,
        better,
    })
}
