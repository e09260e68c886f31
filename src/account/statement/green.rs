//! How green trips were, and whether they have become greener.

use std::fmt;

use super::share::Share;
use super::spans;
use crate::account::{Ledger, Span, Totals};
use crate::quantity::{Day, Decimal, Month};

/// The share of green trips, `None` where there are no trips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GreenShare {
    /// Among all trips, by their number.
    pub trips: Option<Share>,
    /// Among the kilometres of all trips.
    pub distance: Option<Share>,
}

impl GreenShare {
    /// The share in totals.
    #[must_use]
    pub fn of(totals: &Totals) -> Self {
        Self {
            trips: Share::of(totals.green_trips.into(), totals.trips.into()),
            distance: Share::of(totals.green_metres.into(), totals.trip_metres.into()),
        }
    }
}

/// How many months lead to the one that is looked at, itself among them.
const MONTHS_MAX: usize = 12;

/// How green trips were step by step, the first one first: of a month in the
/// year that it ends, of a year in its months, of the whole account in its
/// months or years. Nothing where fewer than two of them have trips: that is no
/// trend.
#[must_use]
pub fn green_steps(ledger: &Ledger, span: Span) -> Vec<(Span, GreenShare)> {
    let first = ledger.first_day().map(Day::month_of);
    let steps = match span {
        Span::Day(_) => Vec::new(),
        Span::Month(month) => {
            let before = |month: &Month| month.previous().filter(|month| Some(*month) >= first);
            let back = std::iter::successors(Some(month), before).take(MONTHS_MAX);
            let mut back: Vec<Span> = back.map(Span::Month).collect();
            back.reverse();
            back
        }
        Span::Year(_) | Span::All => spans::steps(ledger, span),
    };
    let steps: Vec<(Span, GreenShare)> = steps
        .into_iter()
        .map(|step| (step, GreenShare::of(&ledger.totals(step))))
        .collect();
    let with_trips = steps.iter().filter(|(_, share)| share.trips.is_some());
    if with_trips.count() < 2 {
        return Vec::new();
    }
    steps
}

/// How far a share has moved, in thousandths of the whole, −1000 to 1000. It is
/// written in percentage points: `5.2`, `−3`, `0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PointsMoved(i16);

impl PointsMoved {
    /// From a share to a later one.
    #[must_use]
    pub const fn between(before: Share, now: Share) -> Self {
        Self(now.thousandths().cast_signed() - before.thousandths().cast_signed())
    }

    /// The thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i16 {
        self.0
    }

    /// How far, whichever way.
    #[must_use]
    pub const fn size(self) -> Self {
        Self(self.0.abs())
    }
}

impl fmt::Display for PointsMoved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = Decimal::new(self.0.into(), 1).to_string();
        let points = points.strip_suffix(".0").unwrap_or(&points);
        formatter.write_str(&points.replace('-', "\u{2212}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{GreenShare, PointsMoved, Share, green_steps};
    use crate::account::statement::tests::{ledger, span};
    use crate::account::{Ledger, Span};

    #[test]
    fn trips_and_kilometres_are_counted_apart() {
        let ledger = ledger(&[
            ("2026-11-01", "car", "distance_km", "9"),
            ("2026-11-01", "walk", "distance_km", "1"),
            ("2026-11-02", "clean-plate", "count", "1"),
        ]);
        let green = |text: &str| {
            let GreenShare { trips, distance } = GreenShare::of(&ledger.totals(span(text)));
            [trips, distance].map(|share| share.map(Share::thousandths))
        };
        assert_eq!(green("2026-11"), [Some(500), Some(100)]);
        assert_eq!(green("2026-11-02"), [None, None]);
    }

    #[test]
    fn a_trend_is_shown_step_by_step() {
        let ledger = ledger(&[
            ("2024-12-31", "car", "distance_km", "9"),
            ("2025-02-01", "walk", "distance_km", "1"),
            ("2025-02-02", "car", "distance_km", "1"),
            ("2026-01-02", "clean-plate", "count", "1"),
        ]);
        let steps = |text: &str| {
            let said = |(span, share): (Span, GreenShare)| {
                let share = share.trips.map_or(String::new(), |share| share.to_string());
                [&span.to_string(), " ", &share].concat()
            };
            let steps = green_steps(&ledger, span(text)).into_iter();
            steps.map(said).collect::<Vec<_>>()
        };
        assert_eq!(steps("2025-02"), ["2024-12 0%", "2025-01 ", "2025-02 50%"]);
        // A year back from December there is February only.
        assert!(steps("2025-12").is_empty());
        assert_eq!(steps("2025-11").len(), 12);
        assert_eq!(steps("all").first().map(String::as_str), Some("2024-12 0%"));
        // One of them is no trend.
        assert!(steps("2025").is_empty() && steps("2026").is_empty());
        assert!(steps("2025-02-01").is_empty());
        assert!(green_steps(&Ledger::new(), span("all")).is_empty());
    }

    #[test]
    fn a_move_is_written_in_percentage_points() {
        #[track_caller]
        fn case(before: i128, now: i128, expected: &str) {
            let [before, now] =
                [before, now].map(|part| Share::of(part, 1_000).expect("of something"));
            assert_eq!(PointsMoved::between(before, now).to_string(), expected);
        }
        case(615, 667, "5.2");
        case(667, 637, "\u{2212}3");
        case(637, 637, "0");
        case(0, 1_000, "100");
        case(1_000, 995, "\u{2212}0.5");
    }
}
