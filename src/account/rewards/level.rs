//! The level: how far the points have led. Of each day it counts at most as many
//! as the day's cap, with proof too, so that one large entry is no whole way.

use super::rules::LEVELS;
use crate::account::Ledger;
use crate::account::Share;
use crate::methodology::current;

/// A level and the way to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its place in [`LEVELS`].
    pub place: usize,
    /// The points that count for levels.
    pub points: u64,
    /// How many more the next level takes; `None` at the last one.
    pub missing: Option<u64>,
    /// How much of the way from this level to the next is done.
    pub way: Share,
}

/// The level of an account.
#[must_use]
pub fn level(ledger: &Ledger) -> Level {
    let cap = current().day_points_cap;
    let days = ledger.day_sheets();
    let points = days.map(|(_, day)| u64::from(day.points().min(cap))).sum();
    of_points(points)
}

fn of_points(points: u64) -> Level {
    // The first level starts at 0.
    let place = LEVELS.partition_point(|start| *start <= points) - 1;
    let next = LEVELS.get(place + 1);
    let way = next.and_then(|next| {
        let start = LEVELS[place];
        Share::of((points - start).into(), (next - start).into())
    });
    Level {
        place,
        points,
        missing: next.map(|next| next - points),
        way: way.unwrap_or(Share::WHOLE),
    }
}

#[cfg(test)]
mod tests {
    use super::{level, of_points};
    use crate::account::rewards::tests::ledger;

    #[track_caller]
    fn case(points: u64, place: usize, missing: Option<u64>, way: u16) {
        let level = of_points(points);
        assert_eq!((level.place, level.missing), (place, missing));
        assert_eq!(level.way.thousandths(), way);
    }

    #[test]
    fn points_lead_from_level_to_level() {
        case(0, 0, Some(1_000), 0);
        case(999, 0, Some(1), 999);
        case(1_000, 1, Some(9_000), 0);
        case(5_500, 1, Some(4_500), 500);
        case(249_999, 4, Some(1), 1000);
        case(250_000, 5, None, 1000);
        case(u64::MAX, 5, None, 1000);
    }

    #[test]
    fn one_day_counts_no_more_than_its_cap() {
        // 1,000 kg of coal and 1,200 kWh with proof: over a million points.
        let ledger = ledger(&[
            "clean-heating 2026-11-18 coal_kg=1000 energy_kwh=1200 proof",
            "bus 2026-11-19 distance_km=8 car",
        ]);
        assert_eq!(level(&ledger).points, 5_000 + 457);
    }
}
