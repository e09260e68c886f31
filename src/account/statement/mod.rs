//! The statement: what a stretch of time came to, with its parts.

mod green;
mod share;
mod spans;
mod surety;
mod week;

use std::cmp::Reverse;

pub use self::green::{GreenShare, PointsMoved, green_steps};
pub use self::share::Share;
pub(super) use self::spans::ends;
pub use self::spans::neighbours;
pub use self::surety::Surety;
pub use self::week::{UsualDay, UsualWeek};

use super::ledger::{Ledger, Span};
use super::measure::Measure;
use super::rewards::points_withheld;
use super::totals::Totals;
use crate::methodology::{ActionId, Category};
use crate::quantity::{Day, ordered};

/// What a part of a statement came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<Of> {
    /// The part: a category or an action.
    pub of: Of,
    /// What it came to.
    pub totals: Totals,
    /// How much of what is counted, in its small unit; `None` where nobody has
    /// a factor for it.
    pub amount: Option<i64>,
    /// How long its bar is, of the longest one's length.
    pub length: Share,
}

/// What a day, a month or a year came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day, month or year.
    pub span: Span,
    /// How much of what is counted, in its small unit, signed; `None` where
    /// nobody has a factor for it.
    pub amount: Option<i64>,
}

impl Step {
    fn of(ledger: &Ledger, span: Span, measure: Measure) -> Self {
        Self {
            span,
            amount: ledger.saved(span, measure),
        }
    }
}

/// What a stretch of time came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The stretch of time.
    pub span: Span,
    /// What its parts and its steps count.
    pub measure: Measure,
    /// What it came to.
    pub totals: Totals,
    /// Its points, each day's within the caps.
    pub points: u64,
    /// The points that the caps withheld.
    pub withheld: u64,
    /// By category, those with entries only, in the order they are shown in.
    pub by_category: Vec<Part<Category>>,
    /// By action, the largest saving first, what is unknown last.
    pub by_action: Vec<Part<ActionId>>,
    /// How green its trips were.
    pub green: GreenShare,
    /// How it came about: a month by its days, a year by its months, the whole
    /// account by months, or by years when there are many. Without gaps.
    pub steps: Vec<Step>,
}

impl Statement {
    /// The statement of a stretch of time.
    #[must_use]
    pub fn of(ledger: &Ledger, span: Span, measure: Measure) -> Self {
        let totals = ledger.totals(span);
        let by_action = ordered(ledger.by_action(span), |(action, totals)| {
            let amount = measure.saved(totals);
            (Reverse(amount), Reverse(totals.entries), *action)
        });
        let by_category = Category::ALL.into_iter().zip(ledger.by_category(span));
        let steps = spans::steps(ledger, span).into_iter();
        Self {
            span,
            measure,
            points: ledger.points(span),
            withheld: points_withheld(ledger, span),
            by_category: parts(
                by_category
                    .filter(|(_, totals)| totals.entries > 0)
                    .collect(),
                measure,
            ),
            by_action: parts(by_action, measure),
            green: GreenShare::of(&totals),
            steps: steps.map(|span| Step::of(ledger, span, measure)).collect(),
            totals,
        }
    }

    /// The step that saved most, the first of several; `None` where none saved.
    #[must_use]
    pub fn best(&self) -> Option<Step> {
        best(self.steps.iter().copied())
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.totals.entries == 0
    }
}

/// The month that saved most, of the year where one is looked at, else of the
/// whole account; `None` where none saved.
#[must_use]
pub fn best_month(ledger: &Ledger, span: Span, measure: Measure) -> Option<Step> {
    let is_within = |year| match span {
        Span::Year(only) => year == only,
        _ => true,
    };
    let months = ledger.months().filter(|month| is_within(month.year()));
    let months: Vec<Span> = months.map(Span::Month).collect();
    best(
        months
            .into_iter()
            .map(|span| Step::of(ledger, span, measure)),
    )
}

/// The days of a stretch of time that have entries, and what each came to.
/// Fewer than a year's are asked for at a time.
#[must_use]
pub fn days_with_entries(ledger: &Ledger, span: Span, measure: Measure) -> Vec<(Day, Option<i64>)> {
    let days = ledger.days().filter(|day| span.contains(*day));
    let amount = |day| ledger.saved(Span::Day(day), measure);
    days.map(|day| (day, amount(day))).collect()
}

fn best(steps: impl DoubleEndedIterator<Item = Step>) -> Option<Step> {
    let best = steps.rev().max_by_key(|step| step.amount);
    best.filter(|step| step.amount > Some(0))
}

fn parts<Of>(parts: Vec<(Of, Totals)>, measure: Measure) -> Vec<Part<Of>> {
    let size = |totals: &Totals| i128::from(measure.saved(totals).unwrap_or(0)).abs();
    let longest = parts.iter().map(|(_, totals)| size(totals)).max();
    let part = |(of, totals): (Of, Totals)| Part {
        of,
        length: Share::of(size(&totals), longest.unwrap_or(0)).unwrap_or(Share::NONE),
        amount: measure.saved(&totals),
        totals,
    };
    parts.into_iter().map(part).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{GreenShare, Measure, Share, Span, Statement, best_month, days_with_entries};
    use crate::account::{Entry, Ledger};
    use crate::methodology::Draft;

    /// A ledger of (day, action, input, amount).
    pub fn ledger(recorded: &[(&str, &str, &str, &str)]) -> Ledger {
        let entries = recorded
            .iter()
            .zip(1..)
            .map(|((on, action, input, amount), number)| {
                let draft = Draft {
                    action,
                    on,
                    inputs: vec![(*input, (*amount).into())],
                    replaced: action.ends_with("bus").then_some("car"),
                    evidence: action.contains("saved").then_some("proof"),
                    ..Draft::default()
                };
                Entry::of_draft(number, &draft)
            });
        entries.collect()
    }

    pub fn span(text: &str) -> Span {
        text.parse().expect("a span")
    }

    const RECORDED: [(&str, &str, &str, &str); 5] = [
        ("2026-11-01", "learn", "count", "1"),
        ("2026-11-01", "car", "distance_km", "2"),
        ("2026-11-02", "bus", "distance_km", "8"),
        ("2026-11-03", "walk", "distance_km", "1"),
        ("2026-11-03", "clean-plate", "count", "1"),
    ];

    #[test]
    fn an_empty_account_has_an_empty_statement() {
        let statement = Statement::of(&Ledger::new(), Span::All, Measure::Carbon);
        assert!(statement.is_empty());
        assert!(statement.by_category.is_empty() && statement.by_action.is_empty());
        assert_eq!(statement.green, GreenShare::default());
        assert!(statement.steps.is_empty());
        assert_eq!(best_month(&Ledger::new(), Span::All, Measure::Carbon), None);
        assert!(days_with_entries(&Ledger::new(), Span::All, Measure::Carbon).is_empty());
    }

    #[test]
    fn parts_stand_in_order() {
        let statement = Statement::of(&ledger(&RECORDED), Span::All, Measure::Carbon);
        let actions: Vec<&str> = statement
            .by_action
            .iter()
            .map(|part| part.of.as_str())
            .collect();
        assert_eq!(actions, ["bus", "clean-plate", "walk", "learn", "car"]);
        let lengths: Vec<u16> = statement
            .by_action
            .iter()
            .map(|part| part.length.thousandths())
            .collect();
        assert_eq!(lengths, [1000, 209, 86, 0, 0]);
        let categories: Vec<&str> = statement
            .by_category
            .iter()
            .map(|part| part.of.id())
            .collect();
        assert_eq!(categories, ["trip", "daily", "norm"]);
        let share = |share: Option<Share>| share.map(Share::thousandths);
        assert_eq!(share(statement.green.trips), Some(667));
        assert_eq!(share(statement.green.distance), Some(818));
    }

    #[test]
    fn what_the_caps_withheld_is_known() {
        // A day's walk counts for 10 km: 395 points, and as many do not count.
        let ledger = ledger(&[
            ("2026-10-30", "walk", "distance_km", "20"),
            ("2026-11-01", "walk", "distance_km", "20"),
            ("2026-11-02", "walk", "distance_km", "2"),
        ]);
        let withheld = |text: &str| {
            let statement = Statement::of(&ledger, span(text), Measure::Carbon);
            (statement.points, statement.withheld)
        };
        assert_eq!(withheld("2026-11"), (395 + 79, 395));
        assert_eq!(withheld("2026"), (2 * 395 + 79, 2 * 395));
        assert_eq!(withheld("all"), (2 * 395 + 79, 2 * 395));
        assert_eq!(withheld("2026-11-02"), (79, 0));
        assert_eq!(withheld("2025"), (0, 0));
    }

    #[test]
    fn what_is_counted_can_be_chosen() {
        let carbon_monoxide = Measure::from_id("CO").expect("a measure");
        let statement = Statement::of(&ledger(&RECORDED), Span::All, carbon_monoxide);
        let parts: Vec<(&str, bool)> = statement
            .by_action
            .iter()
            .map(|part| (part.of.as_str(), part.amount.is_some()))
            .collect();
        // A plate's food and what is only counted have no factor for it: last,
        // and no zero.
        let expected = [
            ("bus", true),
            ("walk", true),
            ("car", true),
            ("clean-plate", false),
            ("learn", false),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn the_best_step_saved_something() {
        let ledger = ledger(&[
            ("2026-11-01", "bus", "distance_km", "8"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-11-03", "walk", "distance_km", "1"),
        ]);
        let best = |month: &str| {
            let statement = Statement::of(&ledger, span(month), Measure::Carbon);
            statement.best().map(|step| step.span)
        };
        assert_eq!(best("2026-11"), Some(span("2026-11-01")));
        assert_eq!(best("2026-10"), None);
    }

    #[test]
    fn the_best_month_is_of_the_year_that_is_looked_at() {
        let ledger = ledger(&[
            ("2025-03-01", "bus", "distance_km", "80"),
            ("2026-10-02", "bus", "distance_km", "8"),
            ("2026-11-03", "walk", "distance_km", "1"),
        ]);
        let best = |text: &str| {
            let best = best_month(&ledger, span(text), Measure::Carbon);
            best.map(|step| step.span.to_string())
        };
        assert_eq!(best("2026").as_deref(), Some("2026-10"));
        assert_eq!(best("2026-11").as_deref(), Some("2025-03"));
        assert_eq!(best("all").as_deref(), Some("2025-03"));
        assert_eq!(best("2024"), None);
    }

    #[test]
    fn days_without_entries_are_left_out() {
        let days = |text: &str| {
            let days = days_with_entries(&ledger(&RECORDED), span(text), Measure::Carbon);
            days.iter().map(|(day, _)| day.day()).collect::<Vec<u8>>()
        };
        assert_eq!(days("2026"), [1, 2, 3]);
        assert_eq!(days("2026-11-02"), [2]);
        assert!(days("2026-10").is_empty());
    }
}
