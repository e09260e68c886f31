//! Civil days: what is recorded belongs to the day on the user's own calendar,
//! not to an instant in a time zone.

use std::fmt;
use std::str::FromStr;

use jiff_core::civil::{self, Date, UnixEpochDay};

use super::month::Month;
use crate::language::Language;

const WEEKDAYS_ZH: [&str; 7] = [
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
];
const WEEKDAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// 2000-01-01, counted from 1970-01-01.
const NUMBER_ZERO: i32 = 10_957;

/// A civil day from 2000-01-01 to 2199-12-31.
///
/// ```
/// use carbon_inclusion::language::Language;
/// use carbon_inclusion::quantity::Day;
///
/// let day: Day = "2026-11-22".parse()?;
/// assert_eq!(day.long(Language::ZhCn), "2026年11月22日 星期日");
/// assert_eq!(day.iso_week(), (2026, 47));
/// assert_eq!(day.plus_days(9).map(|day| day.to_string()).as_deref(), Some("2026-12-01"));
/// # Ok::<(), carbon_inclusion::quantity::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(Date);

/// Why a text or numbers are not a [`Day`] or a [`Month`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not of the form `2026-11-22`, or `2026-11` for a month.
    #[error("malformed")]
    Malformed,
    /// The year is not between 2000 and 2199.
    #[error("year {year}")]
    OutOfRange {
        /// The year.
        year: u16,
    },
    /// The calendar has no such month.
    #[error("month {month}")]
    NoSuchMonth {
        /// The month.
        month: u8,
    },
    /// The month has no such day.
    #[error("day {day} of {month}")]
    NoSuchDay {
        /// The month.
        month: Month,
        /// The day.
        day: u8,
    },
}

impl Day {
    /// The first day there is, 2000-01-01.
    pub const MIN: Self = Self(civil::date(2000, 1, 1));
    /// The last day there is, 2199-12-31.
    pub const MAX: Self = Self(civil::date(2199, 12, 31));

    /// The day of a year (2000 to 2199), a month (1 to 12) and a day of it (1 to 31).
    ///
    /// # Errors
    ///
    /// Any [`DayError`] but [`DayError::Malformed`].
    pub fn from_ymd(year: u16, month: u8, day: u8) -> Result<Self, DayError> {
        if !(2000..=2199).contains(&year) {
            return Err(DayError::OutOfRange { year });
        }
        let (y, m, d) = (year.cast_signed(), month.cast_signed(), day.cast_signed());
        let first = Date::new(y, m, 1).map_err(|_| DayError::NoSuchMonth { month })?;
        let date = Date::new(y, m, d).map_err(|_| DayError::NoSuchDay {
            month: Self(first).month_of(),
            day,
        })?;
        Ok(Self(date))
    }

    /// The year, 2000 to 2199.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.0.year().cast_unsigned()
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0.month().cast_unsigned()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day().cast_unsigned()
    }

    /// The day of the week: Monday is 0, Sunday 6.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().cast_unsigned()
    }

    /// The ISO 8601 year and week (1 to 53) it belongs to; around New Year the
    /// year may be the one before (1999 at the earliest) or after.
    #[must_use]
    pub const fn iso_week(self) -> (u16, u8) {
        let week = self.0.to_iso_week_date();
        (week.year().cast_unsigned(), week.week().cast_unsigned())
    }

    /// So many days later, or earlier when negative; `None` outside [`Self::MIN`] to [`Self::MAX`].
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let number = i64::from(self.number()).checked_add(days)?;
        Self::from_number(i32::try_from(number).ok()?)
    }

    /// How many days after this one `other` is; negative when it is before.
    #[must_use]
    pub const fn days_until(self, other: Self) -> i64 {
        // From 32 bits to 64; `From` is not yet constant.
        self.0.until(other.0) as i64
    }

    /// The month it belongs to.
    #[must_use]
    pub const fn month_of(self) -> Month {
        Month::of(self)
    }

    /// Days since 2000-01-01: 0 to 73,048.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0.to_unix_epoch_day().day() - NUMBER_ZERO
    }

    /// The day of a [`Self::number`], `None` when there is none.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        let day = UnixEpochDay::new(number.checked_add(NUMBER_ZERO)?).ok()?;
        let day = Self(day.to_date());
        (Self::MIN..=Self::MAX).contains(&day).then_some(day)
    }

    /// In words: `2026年11月22日`, `22 November 2026`.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        let (day, month) = (self.day(), self.month_of().long(language));
        match language {
            Language::ZhCn => format!("{month}{day}日"),
            Language::En => format!("{day} {month}"),
        }
    }

    /// With the day of the week: `2026年11月22日 星期日`, `Sunday 22 November 2026`.
    #[must_use]
    pub fn long(self, language: Language) -> String {
        let day = self.in_words(language);
        let weekday = usize::from(self.weekday());
        match language {
            Language::ZhCn => [&day, WEEKDAYS_ZH[weekday]].join(" "),
            Language::En => [WEEKDAYS_EN[weekday], &day].join(" "),
        }
    }

    /// The first of the month.
    pub(super) const fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The last of the month.
    pub(super) const fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }
}

/// `2026-11-22`.
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}", self.month_of(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Strictly `2026-11-22`.
impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        match *text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => Self::from_ymd(
                four_digits([y1, y2, y3, y4])?,
                two_digits([m1, m2])?,
                two_digits([d1, d2])?,
            ),
            _ => Err(DayError::Malformed),
        }
    }
}

/// The number that four ASCII digits write.
pub(super) fn four_digits(digits: [u8; 4]) -> Result<u16, DayError> {
    let [thousands, hundreds, tens, ones] = digits;
    let (century, year) = (
        two_digits([thousands, hundreds])?,
        two_digits([tens, ones])?,
    );
    Ok(u16::from(century) * 100 + u16::from(year))
}

/// The number that two ASCII digits write.
pub(super) fn two_digits(digits: [u8; 2]) -> Result<u8, DayError> {
    let [tens, ones] = digits;
    if tens.is_ascii_digit() && ones.is_ascii_digit() {
        Ok((tens - b'0') * 10 + (ones - b'0'))
    } else {
        Err(DayError::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, DayError, Month};
    use crate::language::Language;

    #[track_caller]
    fn case(text: &str, expected: Result<(u16, u8, u8), DayError>) {
        let day = text.parse::<Day>();
        assert_eq!(
            day.map(|day| (day.year(), day.month(), day.day())),
            expected
        );
        if let Ok(day) = day {
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn reads_and_writes_the_strict_form() {
        case("2026-11-22", Ok((2026, 11, 22)));
        case("2000-01-01", Ok((2000, 1, 1)));
        case("2199-12-31", Ok((2199, 12, 31)));
        case("2000-02-29", Ok((2000, 2, 29)));
        case("2028-02-29", Ok((2028, 2, 29)));
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-11-2",
            "2026-1-22",
            "2026-11-22 ",
            " 2026-11-22",
            "2026/11/22",
            "2026-11-22T00:00",
            "26-11-22",
            "+026-11-22",
            "2026-11--2",
            "二零二六",
            "２０２６-11-22",
            "2026-1１",
        ] {
            case(text, Err(DayError::Malformed));
        }
        case("1999-12-31", Err(DayError::OutOfRange { year: 1999 }));
        case("2200-01-01", Err(DayError::OutOfRange { year: 2200 }));
        case("2026-00-01", Err(DayError::NoSuchMonth { month: 0 }));
        case("2026-13-01", Err(DayError::NoSuchMonth { month: 13 }));
        let february = |year| Month::from_year_month(year, 2);
        for (text, day) in [("2026-02-29", 29), ("2026-02-00", 0), ("2026-02-99", 99)] {
            let month = february(2026);
            case(
                text,
                month.and_then(|month| Err(DayError::NoSuchDay { month, day })),
            );
        }
        assert_eq!(
            Day::from_ymd(2100, 2, 29).err(),
            february(2100)
                .ok()
                .map(|month| DayError::NoSuchDay { month, day: 29 })
        );
        assert_eq!(
            Day::from_ymd(2026, 200, 1),
            Err(DayError::NoSuchMonth { month: 200 })
        );
    }

    #[test]
    fn counts_from_the_first_day_to_the_last() {
        assert_eq!(Day::MIN.number(), 0);
        assert_eq!(Day::MAX.number(), 73_048);
        assert_eq!(Day::from_number(-1), None);
        assert_eq!(Day::from_number(73_049), None);
        assert_eq!(Day::from_number(i32::MAX), None);
        assert_eq!(Day::from_number(i32::MIN), None);
        assert_eq!(Day::MIN.plus_days(73_048), Some(Day::MAX));
        assert_eq!(Day::MIN.plus_days(-1), None);
        assert_eq!(Day::MAX.plus_days(1), None);
        assert_eq!(Day::MAX.plus_days(i64::MAX), None);
        assert_eq!(Day::MIN.plus_days(i64::MIN), None);
        assert_eq!(Day::MAX.days_until(Day::MIN), -73_048);
    }

    #[test]
    fn is_said_in_both_languages() {
        #[track_caller]
        fn case(text: &str, zh: &str, en: &str) {
            let long = |language| text.parse::<Day>().map(|day| day.long(language));
            assert_eq!(long(Language::ZhCn).as_deref(), Ok(zh));
            assert_eq!(long(Language::En).as_deref(), Ok(en));
        }
        case(
            "2026-11-22",
            "2026年11月22日 星期日",
            "Sunday 22 November 2026",
        );
        case("2026-06-05", "2026年6月5日 星期五", "Friday 5 June 2026");
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        #[track_caller]
        fn case(text: &str, weekday: u8, week: (u16, u8)) {
            let day = text.parse::<Day>();
            assert_eq!(
                day.map(|day| (day.weekday(), day.iso_week())),
                Ok((weekday, week))
            );
        }
        case("2026-11-22", 6, (2026, 47));
        case("2026-11-23", 0, (2026, 48));
        case("2000-01-01", 5, (1999, 52));
        case("2027-01-03", 6, (2026, 53));
        case("2024-12-30", 0, (2025, 1));
    }
}
