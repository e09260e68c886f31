//! Streaks: days in a row on which something was practised. One day in between
//! may be missed: it does not count, but it does not end the streak either.

use crate::account::Ledger;
use crate::quantity::Day;

/// The most days from one day of a streak to the next: one may be missed.
const STRIDE: i64 = 2;

/// Days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How many days count; those missed in between do not.
    pub days: u32,
}

impl Streak {
    const fn of(day: Day) -> Self {
        Self {
            first: day,
            last: day,
            days: 1,
        }
    }

    /// The streak with a later day, or the one that starts on that day.
    pub(super) fn then(streak: Option<Self>, day: Day) -> Self {
        match streak {
            Some(streak) if streak.last.days_until(day) <= STRIDE => Self {
                last: day,
                days: streak.days + 1,
                ..streak
            },
            _ => Self::of(day),
        }
    }
}

/// The streaks that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streaks {
    /// The one that today can still be part of.
    pub current: Option<Streak>,
    /// The longest, the latest of several.
    pub longest: Option<Streak>,
}

impl Streaks {
    /// The streaks of an account on a day.
    #[must_use]
    pub fn of(ledger: &Ledger, today: Day) -> Self {
        let mut streaks = Self::default();
        for (day, sheet) in ledger.day_sheets() {
            // A day that has not come was told by a clock that was wrong.
            if day > today || !sheet.is_practised() {
                continue;
            }
            let streak = Streak::then(streaks.current, day);
            streaks.current = Some(streak);
            let longest = streaks.longest.map_or(0, |longest| longest.days);
            if streak.days >= longest {
                streaks.longest = Some(streak);
            }
        }
        let goes_on = |streak: &Streak| streak.last.days_until(today) <= STRIDE;
        streaks.current = streaks.current.filter(goes_on);
        streaks
    }
}

#[cfg(test)]
mod tests {
    use super::Streaks;
    use crate::account::rewards::tests::ledger;
    use crate::quantity::Day;

    fn day(day: &str) -> Day {
        ["2026-11-", day].concat().parse().expect("a day")
    }

    /// Days of November 2026 with a walk, those of the longest and the current streak.
    #[track_caller]
    fn case(walked: &[&str], longest: Option<(&str, &str, u32)>, current: Option<(&str, u32)>) {
        let walks: Vec<String> = walked
            .iter()
            .map(|day| format!("walk 2026-11-{day} distance_km=1"))
            .collect();
        let walks: Vec<&str> = walks.iter().map(String::as_str).collect();
        let streaks = Streaks::of(&ledger(&walks), day("22"));
        let found = streaks.longest.map(|it| (it.first, it.last, it.days));
        let expected = longest.map(|(first, last, days)| (day(first), day(last), days));
        assert_eq!(found, expected);
        let found = streaks.current.map(|it| (it.first, it.days));
        assert_eq!(found, current.map(|(first, days)| (day(first), days)));
    }

    #[test]
    fn a_missed_day_is_forgiven_and_two_are_not() {
        case(&[], None, None);
        case(&["22"], Some(("22", "22", 1)), Some(("22", 1)));
        case(&["18", "20", "22"], Some(("18", "22", 3)), Some(("18", 3)));
        case(&["18", "19", "22"], Some(("18", "19", 2)), Some(("22", 1)));
        // Today is not over, and yesterday is forgiven.
        case(&["19", "20"], Some(("19", "20", 2)), Some(("19", 2)));
        case(&["18", "19"], Some(("18", "19", 2)), None);
        // The latest of the longest.
        case(&["01", "02", "10", "11"], Some(("10", "11", 2)), None);
        // A day that has not come.
        case(&["21", "23"], Some(("21", "21", 1)), Some(("21", 1)));
    }

    #[test]
    fn a_car_trip_is_no_day_of_a_streak_and_ends_none() {
        let ledger = ledger(&[
            "walk 2026-11-20 distance_km=1",
            "car 2026-11-21 distance_km=5",
            "car 2026-11-22 distance_km=5",
            "walk 2026-11-22 distance_km=1",
        ]);
        let streaks = Streaks::of(&ledger, day("22"));
        assert_eq!(streaks.current.map(|streak| streak.days), Some(2));
    }
}
