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
