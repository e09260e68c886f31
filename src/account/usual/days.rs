//! The days gone by for which a template can be recorded. Nothing is recorded
//! before the user says so, and what is recorded already is not doubled.

use super::template::Template;
use crate::account::Ledger;
use crate::quantity::Day;

/// How many days back, today among them: two weeks, as far as people remember
/// how they went to work.
const DAYS: i64 = 14;

/// A day gone by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedDay {
    /// The day.
    pub day: Day,
    /// Whether the same was recorded for it already.
    pub is_recorded: bool,
    /// Whether it is one of the template's weekdays.
    pub is_usual: bool,
}

/// The last two weeks for a template, the oldest day first.
#[must_use]
pub fn offered_days(ledger: &Ledger, template: &Template, today: Day) -> Vec<OfferedDay> {
    let days = (0..DAYS).rev().filter_map(|back| today.plus_days(-back));
    let offered = days.map(|day| OfferedDay {
        day,
        is_recorded: ledger.on(day).any(|entry| template.is(&entry.activity)),
        is_usual: template.weekdays().has(day.weekday()),
    });
    offered.collect()
}

#[cfg(test)]
mod tests {
    use super::offered_days;
    use crate::account::rewards::tests::ledger;
    use crate::account::usual::Template;

    #[test]
    fn what_is_recorded_is_not_offered_again() {
        let ledger = ledger(&[
            "bus 2026-11-20 distance_km=8 car",
            "bus 2026-11-17 distance_km=8 car proof",
            // Another distance, and another mode replaced.
            "bus 2026-11-19 distance_km=9 car",
            "bus 2026-11-18 distance_km=8 taxi",
        ]);
        let template = Template::parse("bus|distance_km=8||car|12345|").expect("a template");
        // A Sunday.
        let today = "2026-11-22".parse().expect("a day");
        let days = offered_days(&ledger, &template, today);
        let said: Vec<String> = days
            .iter()
            .filter(|day| day.is_usual)
            .map(|day| format!("{} {}", day.day, day.is_recorded))
            .collect();
        assert_eq!(days.len(), 14);
        assert_eq!(said.first().map(String::as_str), Some("2026-11-09 false"));
        assert_eq!(said.len(), 10);
        let recorded = said.iter().filter(|day| day.ends_with("true"));
        assert_eq!(
            recorded.collect::<Vec<_>>(),
            ["2026-11-17 true", "2026-11-20 true"]
        );
    }
}
