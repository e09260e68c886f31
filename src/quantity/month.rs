//! Civil months, the periods of a statement.

use std::fmt;
use std::str::FromStr;

use super::day::{Day, DayError, four_digits, two_digits};
use crate::language::Language;

const NAMES_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month from 2000-01 to 2199-12.
///
/// ```
/// use carbon_inclusion::language::Language;
/// use carbon_inclusion::quantity::Month;
///
/// let month: Month = "2026-10".parse()?;
/// assert_eq!(month.days().count(), 31);
/// assert_eq!(month.last_day().to_string(), "2026-10-31");
/// assert_eq!(month.long(Language::En), "October 2026");
/// # Ok::<(), carbon_inclusion::quantity::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    first: Day,
}

impl Month {
    /// The month of a year (2000 to 2199) and a month of it (1 to 12).
    ///
    /// # Errors
    ///
    /// [`DayError::OutOfRange`] and [`DayError::NoSuchMonth`].
    pub fn from_year_month(year: u16, month: u8) -> Result<Self, DayError> {
        Day::from_ymd(year, month, 1).map(|first| Self { first })
    }

    /// The month that a day belongs to.
    pub(super) const fn of(day: Day) -> Self {
        Self {
            first: day.first_of_month(),
        }
    }

    /// The year, 2000 to 2199.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.first.year()
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.first.month()
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Day {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub const fn last_day(self) -> Day {
        self.first.last_of_month()
    }

    /// Its days, the first one first.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> + Clone {
        (self.first.number()..=self.last_day().number()).filter_map(Day::from_number)
    }

    /// The month after it, `None` after 2199-12.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.last_day().plus_days(1).map(Day::month_of)
    }

    /// The month before it, `None` before 2000-01.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.first.plus_days(-1).map(Day::month_of)
    }

    /// In words: `2026年10月`, `October 2026`.
    #[must_use]
    pub fn long(self, language: Language) -> String {
        let (year, month) = (self.year(), self.month());
        match language {
            Language::ZhCn => format!("{year}年{month}月"),
            Language::En => format!("{} {year}", NAMES_EN[usize::from(month - 1)]),
        }
    }
}

/// `2026-10`.
impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}", self.year(), self.month())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Strictly `2026-10`.
impl FromStr for Month {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        match *text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2] => {
                Self::from_year_month(four_digits([y1, y2, y3, y4])?, two_digits([m1, m2])?)
            }
            _ => Err(DayError::Malformed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DayError, Month};
    use crate::language::Language;

    #[track_caller]
    fn case(text: &str, expected: Result<(u16, u8), DayError>) {
        let month = text.parse::<Month>();
        assert_eq!(month.map(|month| (month.year(), month.month())), expected);
        if let Ok(month) = month {
            assert_eq!(month.to_string(), text);
        }
    }

    #[test]
    fn reads_and_writes_the_strict_form() {
        case("2026-10", Ok((2026, 10)));
        case("2000-01", Ok((2000, 1)));
        case("2199-12", Ok((2199, 12)));
        for text in [
            "",
            "2026",
            "2026-1",
            "2026-10-01",
            "2026/10",
            "2026-1O",
            "202610",
        ] {
            case(text, Err(DayError::Malformed));
        }
        case("1999-12", Err(DayError::OutOfRange { year: 1999 }));
        case("2026-13", Err(DayError::NoSuchMonth { month: 13 }));
        case("2026-00", Err(DayError::NoSuchMonth { month: 0 }));
    }

    #[test]
    fn has_its_days() {
        #[track_caller]
        fn case(text: &str, days: usize, first: &str, last: &str) {
            let month = text.parse::<Month>();
            let said = month.map(|month| {
                assert!(month.days().all(|day| day.month_of() == month));
                assert_eq!(month.days().next(), Some(month.first_day()));
                assert_eq!(month.days().next_back(), Some(month.last_day()));
                (
                    month.days().count(),
                    month.first_day().to_string(),
                    month.last_day().to_string(),
                )
            });
            assert_eq!(said, Ok((days, first.to_owned(), last.to_owned())));
        }
        case("2026-02", 28, "2026-02-01", "2026-02-28");
        case("2028-02", 29, "2028-02-01", "2028-02-29");
        case("2199-12", 31, "2199-12-01", "2199-12-31");
    }

    #[test]
    fn has_neighbours() {
        #[track_caller]
        fn case(text: &str, previous: Option<&str>, next: Option<&str>) {
            let month = text.parse::<Month>();
            let said = |month: Option<Month>| month.map(|month| month.to_string());
            assert_eq!(
                month.map(|month| said(month.previous())),
                Ok(previous.map(str::to_owned))
            );
            assert_eq!(
                month.map(|month| said(month.next())),
                Ok(next.map(str::to_owned))
            );
        }
        case("2026-11", Some("2026-10"), Some("2026-12"));
        case("2026-12", Some("2026-11"), Some("2027-01"));
        case("2026-01", Some("2025-12"), Some("2026-02"));
        case("2000-01", None, Some("2000-02"));
        case("2199-12", Some("2199-11"), None);
    }

    #[test]
    fn is_said_in_both_languages() {
        let long = |language| "2026-10".parse::<Month>().map(|month| month.long(language));
        assert_eq!(long(Language::ZhCn).as_deref(), Ok("2026年10月"));
        assert_eq!(long(Language::En).as_deref(), Ok("October 2026"));
    }
}
