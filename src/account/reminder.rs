//! When a backup is suggested: often enough that a lost phone costs no more than
//! a month, and seldom enough that the suggestion is still read.

use super::settings::Settings;
use crate::quantity::Day;

/// From so many entries on there is something to lose.
const ENTRIES_MIN: usize = 20;
/// How many days after a backup, or after it was put off, it is suggested again.
const DAYS: i64 = 30;

impl Settings {
    /// Whether to suggest a backup of so many entries today.
    #[must_use]
    pub fn suggests_backup(&self, entries: usize, today: Day) -> bool {
        let is_due = |last: Day| {
            let again = last.plus_days(DAYS);
            // A day that has not come was told by a clock that was wrong.
            last > today || again.is_some_and(|again| again <= today)
        };
        let last = self.backed_up.max(self.put_off);
        entries >= ENTRIES_MIN && !self.is_unreminded && last.is_none_or(is_due)
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[track_caller]
    fn case(settings: &str, entries: usize, expected: bool) {
        let today = "2026-11-22".parse().expect("a day");
        let suggests = Settings::parse(settings).suggests_backup(entries, today);
        assert_eq!(suggests, expected);
    }

    #[test]
    fn after_twenty_entries_and_then_monthly() {
        case("", 19, false);
        case("", 20, true);
        case("backed-up=2026-11-22", 20, false);
        case("backed-up=2026-10-24", 20, false);
        case("backed-up=2026-10-23", 20, true);
        case("backed-up=2026-01-01\nput-off=2026-11-01", 20, false);
        case("backed-up=2026-11-01\nput-off=2026-01-01", 20, false);
        case("put-off=2026-10-01", 20, true);
    }

    #[test]
    fn never_where_it_is_not_wanted() {
        case("reminder=off", 1_000, false);
    }

    #[test]
    fn a_clock_that_was_wrong_does_not_put_it_off_for_ever() {
        case("backed-up=2099-01-01", 20, true);
    }
}
