//! The statement of points: what was earned, what the caps withheld, and why.

use crate::account::Ledger;
use crate::account::Span;
use crate::methodology::{ActionId, day_points_by_action};
use crate::quantity::{Month, ordered};
use std::cmp::Reverse;

/// The points of an action in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// The action.
    pub action: ActionId,
    /// Of entries with proof, which no cap bounds.
    pub proven: u64,
    /// Of self-reported entries, within the cap of the action.
    pub reported: u64,
    /// What the cap of the action withheld.
    pub withheld: u64,
    /// On how many days it withheld something.
    pub capped_days: u32,
}

/// The points of a month by action. What counts is all that is proven and
/// reported, less what the cap of the day withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsStatement {
    /// The month.
    pub month: Month,
    /// The points that count.
    pub points: u64,
    /// Actions with points or withheld points, those with the most first.
    pub by_action: Vec<ActionLine>,
    /// What the cap of the day withheld of what is self-reported.
    pub withheld: u64,
    /// On how many days it withheld something.
    pub capped_days: u32,
}

impl PointsStatement {
    /// The statement of a month, worked out from the entries of that month.
    #[must_use]
    pub fn of(ledger: &Ledger, month: Month) -> Self {
        let mut statement = Self {
            month,
            points: ledger.points(Span::Month(month)),
            by_action: Vec::new(),
            withheld: 0,
            capped_days: 0,
        };
        for day in month.days() {
            let Some(sheet) = ledger.day(day) else {
                continue;
            };
            let contributions: Vec<_> = sheet.contributions(None).collect();
            let day = day_points_by_action(&contributions);
            statement.withheld += day.withheld;
            statement.capped_days += u32::from(day.withheld > 0);
            for points in day.actions {
                let line = statement.line(points.action);
                line.proven += points.proven;
                line.reported += points.reported;
                line.withheld += points.withheld;
                line.capped_days += u32::from(points.withheld > 0);
            }
        }
        let largest_first = |line: &ActionLine| Reverse(line.proven + line.reported);
        statement.by_action = ordered(statement.by_action, largest_first);
        statement
    }

    /// What all caps withheld.
    #[must_use]
    pub fn withheld_in_all(&self) -> u64 {
        let by_action = self.by_action.iter().map(|line| line.withheld);
        self.withheld + by_action.sum::<u64>()
    }

    /// The line of an action; one is put in its place where there is none.
    fn line(&mut self, action: ActionId) -> &mut ActionLine {
        let lines = &mut self.by_action;
        let found = lines.binary_search_by_key(&action, |line| line.action);
        let place = found.unwrap_or_else(|place| {
            let line = ActionLine {
                action,
                proven: 0,
                reported: 0,
                withheld: 0,
                capped_days: 0,
            };
            lines.insert(place, line);
            place
        });
        &mut lines[place]
    }
}

/// The points of a month, and what the caps withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthPoints {
    /// The month.
    pub month: Month,
    /// The points that count.
    pub points: u64,
    /// What the caps withheld.
    pub withheld: u64,
}

/// What the caps withheld of the points of a span.
#[must_use]
pub fn points_withheld(ledger: &Ledger, span: Span) -> u64 {
    let sheets = ledger.day_sheets().filter(|(day, _)| span.contains(*day));
    sheets.map(|(_, sheet)| u64::from(sheet.withheld())).sum()
}

/// The points of every month that has entries, the latest first.
#[must_use]
pub fn points_by_month(ledger: &Ledger) -> Vec<MonthPoints> {
    let mut months: Vec<MonthPoints> = Vec::new();
    for (day, sheet) in ledger.day_sheets().rev() {
        let month = day.month_of();
        let [points, withheld] = [sheet.points(), sheet.withheld()].map(u64::from);
        match months.last_mut().filter(|last| last.month == month) {
            Some(last) => {
                last.points += points;
                last.withheld += withheld;
            }
            None => months.push(MonthPoints {
                month,
                points,
                withheld,
            }),
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::{PointsStatement, points_by_month};
    use crate::account::Span;
    use crate::account::rewards::tests::ledger;

    #[test]
    fn every_point_is_accounted_for() {
        let ledger = ledger(&[
            "walk 2026-10-01 distance_km=1",
            // 10 km a day count.
            "walk 2026-11-01 distance_km=20",
            "walk 2026-11-02 distance_km=20",
            "bus 2026-11-02 distance_km=8 car",
            "bus 2026-11-03 distance_km=8 car proof",
            // 5,000 a day count of what is self-reported.
            "train 2026-11-03 distance_km=500 car",
            "learn 2026-11-04 count=1",
        ]);
        let month = "2026-11".parse().expect("a month");
        let statement = PointsStatement::of(&ledger, month);
        let lines: Vec<_> = statement
            .by_action
            .iter()
            .map(|line| {
                let points = [line.proven, line.reported, line.withheld];
                (line.action.as_str(), points, line.capped_days)
            })
            .collect();
        let expected = [
            ("train", [0, 35_100, 0], 0),
            ("bus", [915, 457, 0], 0),
            ("walk", [0, 790, 790], 2),
        ];
        assert_eq!(lines, expected);
        assert_eq!((statement.withheld, statement.capped_days), (30_100, 1));
        assert_eq!(statement.withheld_in_all(), 30_890);
        assert_eq!(statement.points, 790 + 915 + 457 + 5_000);

        let months = points_by_month(&ledger);
        let months: Vec<_> = months
            .iter()
            .map(|month| (month.month.to_string(), month.points, month.withheld))
            .collect();
        assert_eq!(months[0], ("2026-11".to_owned(), statement.points, 30_890));
        assert_eq!(months[1], ("2026-10".to_owned(), 39, 0));
        let all: u64 = months.iter().map(|(_, points, _)| points).sum();
        assert_eq!(all, ledger.points(Span::All));
    }

    #[test]
    fn nothing_recorded_has_no_points() {
        let month = "2026-11".parse().expect("a month");
        let statement = PointsStatement::of(&ledger(&[]), month);
        assert_eq!((statement.points, statement.withheld_in_all()), (0, 0));
        assert!(statement.by_action.is_empty());
        assert!(points_by_month(&ledger(&[])).is_empty());
    }
}
