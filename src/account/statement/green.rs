//! How green trips were, and whether they have become greener.

use std::fmt;

use super::share::Share;
use crate::account::Totals;
use crate::quantity::Decimal;

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
    use super::{GreenShare, PointsMoved, Share};
    use crate::account::statement::tests::{ledger, span};

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
