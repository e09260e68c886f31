//! The usual week: what each day of the week comes to on average.

use super::spans::ends;
use crate::account::{Ledger, Measure, Span};
use crate::quantity::{Day, rounding};

/// What a day of the week usually comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsualDay {
    /// How many such days were counted, those without entries too.
    pub days: u32,
    /// Their average in the measure's small unit; `None` where nobody has a
    /// factor for it, or no such day has been yet.
    pub average: Option<i64>,
}

/// An average week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsualWeek {
    /// The days, Monday first.
    pub days: [UsualDay; 7],
    /// The first day that counts: no earlier than the account's first entry.
    pub first: Day,
    /// The last day that counts: not in the future.
    pub last: Day,
}

impl UsualWeek {
    /// The average week of a stretch of time, as far as the account reaches and
    /// time has come; `None` where that is no day.
    #[must_use]
    pub fn of(ledger: &Ledger, span: Span, measure: Measure, today: Day) -> Option<Self> {
        let (first, last) = ends(ledger, span)?;
        let first = first.max(ledger.first_day()?);
        let last = if span == Span::All {
            today
        } else {
            last.min(today)
        };
        if first > last {
            return None;
        }
        let mut saved = [measure.sum(std::iter::empty()); 7];
        for day in ledger.days().filter(|day| (first..=last).contains(day)) {
            let sum = &mut saved[usize::from(day.weekday())];
            *sum = measure.sum([*sum, ledger.saved(Span::Day(day), measure)].into_iter());
        }
        let mut days = [UsualDay::default(); 7];
        for (weekday, (day, saved)) in (0..).zip(days.iter_mut().zip(saved)) {
            day.days = count(first, last, weekday);
            day.average = saved.filter(|_| day.days > 0).map(|amount| {
                let average = rounding::divide(amount.into(), day.days.into());
                i64::try_from(average).unwrap_or(amount)
            });
        }
        Some(Self { days, first, last })
    }

    /// The day of the week, Monday 0, that saves most; `None` where none does.
    #[must_use]
    pub fn best(&self) -> Option<(usize, i64)> {
        let averages = self.days.iter().enumerate();
        let known = averages.filter_map(|(weekday, day)| Some((weekday, day.average?)));
        known
            .rev()
            .max_by_key(|(_, average)| *average)
            .filter(|(_, average)| *average > 0)
    }
}

/// How often a day of the week, Monday 0, comes from one day to another.
fn count(first: Day, last: Day, weekday: i64) -> u32 {
    let until = (weekday - i64::from(first.weekday())).rem_euclid(7);
    let rest = first.days_until(last) - until;
    u32::try_from(rest.div_euclid(7) + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Measure, UsualWeek, count};
    use crate::account::Ledger;
    use crate::account::statement::tests::{ledger, span};
    use crate::quantity::Day;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_of_the_week_are_counted() {
        // 2026-11-02 is a Monday.
        for (first, last) in [
            ("2026-11-02", "2026-11-02"),
            ("2026-11-04", "2026-11-30"),
            ("2026-11-08", "2026-11-09"),
            ("2024-02-01", "2026-03-31"),
        ] {
            let (first, last) = (day(first), day(last));
            for weekday in 0..7 {
                let days = (first.number()..=last.number()).filter_map(Day::from_number);
                let days = days
                    .filter(|day| i64::from(day.weekday()) == weekday)
                    .count();
                assert_eq!(
                    count(first, last, weekday) as usize,
                    days,
                    "{first} {weekday}"
                );
            }
        }
    }

    /// Averages in grams, and the first and last day that count.
    #[track_caller]
    fn case(
        ledger: &Ledger,
        period: &str,
        today: &str,
        expected: [Option<i64>; 7],
        ends: [&str; 2],
    ) {
        let week = UsualWeek::of(ledger, span(period), Measure::Carbon, day(today));
        let week = week.expect("days that count");
        let averages = week
            .days
            .map(|day| day.average.map(|amount| amount / 1_000));
        assert_eq!(averages, expected);
        assert_eq!([week.first, week.last], ends.map(day));
    }

    #[test]
    fn an_average_counts_the_days_without_entries_too() {
        // Sunday the 1st, Monday the 2nd and Monday the 16th: 8 km by bus save
        // 915.2 g.
        let bus = |on| (on, "bus", "distance_km", "8");
        let ledger = ledger(&[bus("2026-11-01"), bus("2026-11-02"), bus("2026-11-16")]);
        let rest = Some(0);
        case(
            &ledger,
            "2026-11",
            "2026-11-22",
            [Some(610), rest, rest, rest, rest, rest, Some(228)],
            ["2026-11-01", "2026-11-22"],
        );
        // Nobody knows yet what the days to come are like.
        case(
            &ledger,
            "2026",
            "2026-11-02",
            [Some(915), None, None, None, None, None, Some(915)],
            ["2026-11-01", "2026-11-02"],
        );
        case(
            &ledger,
            "all",
            "2026-11-22",
            [Some(610), rest, rest, rest, rest, rest, Some(228)],
            ["2026-11-01", "2026-11-22"],
        );
    }

    #[test]
    fn no_week_comes_of_nothing() {
        let ledger = ledger(&[("2026-11-02", "learn", "count", "1")]);
        let week =
            |period, today| UsualWeek::of(&ledger, span(period), Measure::Carbon, day(today));
        assert_eq!(week("2026-10", "2026-11-22"), None);
        assert_eq!(week("2026-11", "2026-11-01"), None);
        assert_eq!(
            UsualWeek::of(
                &Ledger::new(),
                span("all"),
                Measure::Carbon,
                day("2026-11-01")
            ),
            None
        );
        assert_eq!(
            week("2026-11", "2026-11-22").and_then(|week| week.best()),
            None
        );
    }

    #[test]
    fn the_best_day_saves_most() {
        let bus = |on, km| (on, "bus", "distance_km", km);
        let ledger = ledger(&[
            bus("2026-11-02", "3"),
            bus("2026-11-03", "8"),
            bus("2026-11-04", "8"),
        ]);
        let week = UsualWeek::of(&ledger, span("all"), Measure::Carbon, day("2026-11-04"));
        let best = week.and_then(|week| week.best());
        assert_eq!(best, Some((1, 915_200)));
    }
}
