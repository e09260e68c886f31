//! The statement: what a stretch of time came to, with its parts.

use std::cmp::Reverse;
use std::fmt;

use super::ledger::{Ledger, Span};
use super::totals::Totals;
use crate::methodology::{ActionId, Category};
use crate::quantity::{Carbon, Day, Decimal, Month, ordered, rounding};

/// A part of a whole in thousandths, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(1000);

    /// How much of a whole a part is, to the nearest thousandth; `None` of
    /// nothing. `part` is at most `whole`, and neither is negative.
    #[must_use]
    pub fn of(part: i128, whole: i128) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        let thousandths = rounding::divide(part.clamp(0, whole) * 1000, whole);
        u16::try_from(thousandths).ok().map(Self)
    }

    /// The thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u16 {
        self.0
    }
}

/// In percent: `66.7%`, `100%`.
impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(formatter, "{}%", self.0 / 10),
            _ => write!(formatter, "{}%", Decimal::new(self.0.into(), 1)),
        }
    }
}

/// What a part of a statement came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<Of> {
    /// The part: a category or an action.
    pub of: Of,
    /// What it came to.
    pub totals: Totals,
    /// How long its bar is, of the longest one's length.
    pub length: Share,
}

/// What a day, a month or a year came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day, month or year.
    pub span: Span,
    /// Its emission reduction, signed.
    pub reduction: Carbon,
}

/// What a stretch of time came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The stretch of time.
    pub span: Span,
    /// What it came to.
    pub totals: Totals,
    /// Its points, each day's within the caps.
    pub points: u64,
    /// By category, those with entries only, in the order they are shown in.
    pub by_category: Vec<Part<Category>>,
    /// By action, the largest saving first.
    pub by_action: Vec<Part<ActionId>>,
    /// Share of green trips among trips; `None` where there are no trips.
    pub green_trips: Option<Share>,
    /// Share of green kilometres among those of all trips.
    pub green_distance: Option<Share>,
    /// How it came about: a month by its days, a year by its months, the whole
    /// account by months, or by years when there are many. Without gaps.
    pub steps: Vec<Step>,
}

/// A whole account is shown by months up to this many.
const MONTHS_MAX: usize = 24;
/// A young account is shown by this many months, with room before it.
const MONTHS_MIN: usize = 12;

impl Statement {
    /// The statement of a stretch of time.
    #[must_use]
    pub fn of(ledger: &Ledger, span: Span) -> Self {
        let totals = ledger.totals(span);
        let by_action = ordered(ledger.by_action(span), |(action, totals)| {
            (Reverse(totals.reduction), Reverse(totals.entries), *action)
        });
        let by_category = Category::ALL.into_iter().zip(ledger.by_category(span));
        let steps = spans(ledger, span).into_iter().map(|span| Step {
            span,
            reduction: ledger.totals(span).reduction,
        });
        Self {
            span,
            points: ledger.points(span),
            by_category: parts(
                by_category
                    .filter(|(_, totals)| totals.entries > 0)
                    .collect(),
            ),
            by_action: parts(by_action),
            green_trips: Share::of(totals.green_trips.into(), totals.trips.into()),
            green_distance: Share::of(totals.green_metres.into(), totals.trip_metres.into()),
            steps: steps.collect(),
            totals,
        }
    }

    /// The step that saved most, the first of several; `None` where none saved.
    #[must_use]
    pub fn best(&self) -> Option<Step> {
        let best = self.steps.iter().rev().max_by_key(|step| step.reduction);
        best.copied().filter(|step| step.reduction > Carbon::ZERO)
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.totals.entries == 0
    }
}

/// The months or years before and after one: back to the first that has entries,
/// on until today's. A day and the whole account have neither.
#[must_use]
pub fn neighbours(ledger: &Ledger, span: Span, today: Day) -> [Option<Span>; 2] {
    let first = ledger.first_day();
    match span {
        Span::Day(_) | Span::All => [None, None],
        Span::Month(month) => {
            let back = month
                .previous()
                .filter(|month| first.is_some_and(|day| *month >= day.month_of()));
            let on = month.next().filter(|month| *month <= today.month_of());
            [back, on].map(|month| month.map(Span::Month))
        }
        Span::Year(year) => {
            let back = year
                .checked_sub(1)
                .filter(|year| first.is_some_and(|day| *year >= day.year()));
            let on = year.checked_add(1).filter(|year| *year <= today.year());
            [back, on].map(|year| year.map(Span::Year))
        }
    }
}

fn parts<Of>(parts: Vec<(Of, Totals)>) -> Vec<Part<Of>> {
    let size = |totals: &Totals| i128::from(totals.reduction.milligrams()).abs();
    let longest = parts
        .iter()
        .map(|(_, totals)| size(totals))
        .max()
        .unwrap_or(0);
    let part = |(of, totals): (Of, Totals)| Part {
        of,
        length: Share::of(size(&totals), longest).unwrap_or(Share::NONE),
        totals,
    };
    parts.into_iter().map(part).collect()
}

/// The steps that a span is shown in.
fn spans(ledger: &Ledger, span: Span) -> Vec<Span> {
    match span {
        Span::Day(_) => vec![span],
        Span::Month(month) => month.days().map(Span::Day).collect(),
        Span::Year(year) => {
            let months = (1..=12).filter_map(|month| Month::from_year_month(year, month).ok());
            months.map(Span::Month).collect()
        }
        Span::All => whole(ledger),
    }
}

fn whole(ledger: &Ledger) -> Vec<Span> {
    let mut recorded = ledger.months();
    let Some(first) = recorded.next() else {
        return Vec::new();
    };
    let last = recorded.next_back().unwrap_or(first);
    let back = std::iter::successors(Some(last), |month| month.previous());
    let count = back.clone().take_while(|month| *month >= first).count();
    if count > MONTHS_MAX {
        return (first.year()..=last.year()).map(Span::Year).collect();
    }
    let mut months: Vec<Span> = back.take(count.max(MONTHS_MIN)).map(Span::Month).collect();
    months.reverse();
    months
}

#[cfg(test)]
mod tests {
    use super::{Share, Span, Statement, neighbours};
    use crate::account::{Entry, EntryId, Ledger};
    use crate::methodology::{Activity, Draft};

    /// A ledger of (day, action, input, amount).
    fn ledger(recorded: &[(&str, &str, &str, &str)]) -> Ledger {
        let entries = recorded
            .iter()
            .zip(1..)
            .map(|((on, action, input, amount), number)| {
                let draft = Draft {
                    action,
                    on,
                    inputs: vec![(*input, (*amount).into())],
                    replaced: action.ends_with("bus").then_some("car"),
                    ..Draft::default()
                };
                Entry {
                    id: EntryId::from_number(number),
                    recorded_at: 0,
                    activity: Activity::check(&draft).expect("an activity"),
                    note: None,
                }
            });
        entries.collect()
    }

    #[test]
    fn a_share_is_rounded_by_the_one_rule() {
        #[track_caller]
        fn case(part: i128, whole: i128, expected: &str) {
            assert_eq!(
                Share::of(part, whole)
                    .map(|share| share.to_string())
                    .as_deref(),
                Some(expected)
            );
        }
        case(0, 7, "0%");
        case(2, 3, "66.7%");
        case(1, 3, "33.3%");
        case(1, 1, "100%");
        case(1, 2, "50%");
        case(1, 2_000, "0.1%");
        case(i128::from(i64::MAX), i128::from(i64::MAX), "100%");
        assert_eq!(Share::of(0, 0), None);
    }

    #[test]
    fn an_empty_account_has_an_empty_statement() {
        let statement = Statement::of(&Ledger::new(), Span::All);
        assert!(statement.is_empty());
        assert!(statement.by_category.is_empty() && statement.by_action.is_empty());
        assert_eq!(
            (statement.green_trips, statement.green_distance),
            (None, None)
        );
        assert!(statement.steps.is_empty());
    }

    #[test]
    fn parts_stand_in_order() {
        let ledger = ledger(&[
            ("2026-11-01", "learn", "count", "1"),
            ("2026-11-01", "car", "distance_km", "2"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-11-03", "walk", "distance_km", "1"),
            ("2026-11-03", "clean-plate", "count", "1"),
        ]);
        let statement = Statement::of(&ledger, Span::All);
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
        assert_eq!(share(statement.green_trips), Some(667));
        assert_eq!(share(statement.green_distance), Some(818));
    }

    #[track_caller]
    fn steps(days: &[&str], span: Span, expected: &[&str]) {
        let recorded: Vec<_> = days
            .iter()
            .map(|day| (*day, "learn", "count", "1"))
            .collect();
        let found = Statement::of(&ledger(&recorded), span).steps;
        let found: Vec<String> = found
            .iter()
            .map(|step| match step.span {
                Span::Day(day) => day.to_string(),
                Span::Month(month) => month.to_string(),
                Span::Year(year) => year.to_string(),
                Span::All => "all".to_owned(),
            })
            .collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        let ends = |texts: &[&str]| {
            texts
                .first()
                .zip(texts.last())
                .map(|(a, b)| [*a, *b].join(" "))
        };
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(ends(&found), ends(expected));
    }

    #[test]
    fn steps_have_no_gaps() {
        let month = "2024-02".parse().map(Span::Month).expect("a month");
        let between = |first, last, count| {
            let mut expected = vec![first; count];
            expected[count - 1] = last;
            expected
        };
        steps(
            &["2024-02-10"],
            month,
            &between("2024-02-01", "2024-02-29", 29),
        );
        steps(
            &["2024-02-10"],
            Span::Year(2024),
            &between("2024-01", "2024-12", 12),
        );
        // A young account has room before it, but no month before the calendar's first.
        steps(
            &["2026-11-22"],
            Span::All,
            &between("2025-12", "2026-11", 12),
        );
        steps(&["2000-02-10"], Span::All, &["2000-01", "2000-02"]);
        steps(
            &["2024-12-31", "2026-11-22"],
            Span::All,
            &between("2024-12", "2026-11", 24),
        );
        steps(
            &["2024-11-30", "2026-11-22"],
            Span::All,
            &["2024", "2025", "2026"],
        );
    }

    #[test]
    fn neighbours_end_where_nothing_can_be() {
        let ledger = ledger(&[("2025-12-31", "learn", "count", "1")]);
        let today = "2026-02-10".parse().expect("a day");
        let month = |text: &str| text.parse().map(Span::Month).ok();
        let around = |span: Option<Span>| span.map(|span| neighbours(&ledger, span, today));
        assert_eq!(
            around(month("2026-01")),
            Some([month("2025-12"), month("2026-02")])
        );
        assert_eq!(around(month("2025-12")), Some([None, month("2026-01")]));
        assert_eq!(around(month("2026-02")), Some([month("2026-01"), None]));
        assert_eq!(around(month("2020-01")), Some([None, month("2020-02")]));
        let year = |year| Some(Span::Year(year));
        assert_eq!(around(year(2026)), Some([year(2025), None]));
        assert_eq!(around(year(2025)), Some([None, year(2026)]));
        assert_eq!(around(Some(Span::All)), Some([None, None]));
        assert_eq!(
            neighbours(&Ledger::new(), Span::Year(2026), today),
            [None, None]
        );
    }

    #[test]
    fn the_best_step_saved_something() {
        let ledger = ledger(&[
            ("2026-11-01", "bus", "distance_km", "8"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-11-03", "walk", "distance_km", "1"),
        ]);
        let best = |month: &str| {
            let span = month.parse().map(Span::Month).expect("a month");
            Statement::of(&ledger, span).best().map(|step| step.span)
        };
        assert_eq!(best("2026-11"), "2026-11-01".parse().map(Span::Day).ok());
        assert_eq!(best("2026-10"), None);
    }
}
