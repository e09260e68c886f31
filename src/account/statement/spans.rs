//! Stretches of time: what a statement is of, the steps it is shown in, and
//! what lies before and after it.

use std::fmt;
use std::str::FromStr;

use crate::account::{Ledger, Span};
use crate::quantity::{Day, DayError, Month};

/// A whole account is shown by months up to this many.
const MONTHS_MAX: usize = 24;
/// A young account is shown by this many months, with room before it.
const MONTHS_MIN: usize = 12;

impl Span {
    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        match self {
            Self::Day(only) => day == only,
            Self::Month(month) => day.month_of() == month,
            Self::Year(year) => day.year() == year,
            Self::All => true,
        }
    }
}

/// As an address says it: `2026-10-07`, `2026-10`, `2026`, `all`.
impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(formatter),
            Self::Month(month) => month.fmt(formatter),
            Self::Year(year) => year.fmt(formatter),
            Self::All => formatter.write_str("all"),
        }
    }
}

impl FromStr for Span {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        match text.len() {
            3 if text == "all" => Ok(Self::All),
            4 => {
                let first: Day = [text, "-01-01"].concat().parse()?;
                Ok(Self::Year(first.year()))
            }
            7 => text.parse().map(Self::Month),
            _ => text.parse().map(Self::Day),
        }
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

/// The first and the last day of a stretch of time; of the whole account, of
/// its entries. `None` where there are none.
pub(in crate::account) fn ends(ledger: &Ledger, span: Span) -> Option<(Day, Day)> {
    match span {
        Span::Day(day) => Some((day, day)),
        Span::Month(month) => Some((month.first_day(), month.last_day())),
        Span::Year(year) => {
            let first = Day::from_ymd(year, 1, 1).ok()?;
            Some((first, Day::from_ymd(year, 12, 31).ok()?))
        }
        Span::All => ledger.first_day().zip(ledger.days().next_back()),
    }
}

/// The steps that a span is shown in.
pub(super) fn steps(ledger: &Ledger, span: Span) -> Vec<Span> {
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
    use super::{Span, neighbours};
    use crate::account::statement::tests::ledger;
    use crate::account::{Ledger, Measure, Statement};

    #[test]
    fn an_address_leads_back_to_its_span() {
        for text in ["2026-10-07", "2026-10", "2026", "all"] {
            let span: Span = text.parse().expect("a span");
            assert_eq!(span.to_string(), text);
        }
        for text in ["", "al", "26", "2026-13", "2026-10-32", "1999", "20261"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }

    #[track_caller]
    fn steps(days: &[&str], span: Span, expected: &[&str]) {
        let recorded: Vec<_> = days
            .iter()
            .map(|day| (*day, "learn", "count", "1"))
            .collect();
        let found = Statement::of(&ledger(&recorded), span, Measure::Carbon).steps;
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
}
