//! The days gone by for which a template can be recorded. Nothing is recorded
//! before the user says so, and what is recorded already is not doubled.

use super::template::Template;
use super::templates;
use crate::account::{Ledger, Settings};
use crate::quantity::Day;

/// How many days back, today among them: two weeks, as far as people remember
/// how they went to work.
const DAYS: i64 = 14;
/// The name of the line of the settings that says up to which day nothing is to
/// be offered unasked any more.
const DECLINED: &str = "usual-declined";

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

impl OfferedDay {
    /// Whether it is gone by, usual, and not recorded. Of today nobody knows yet.
    #[must_use]
    pub fn is_missing(self, today: Day) -> bool {
        self.is_usual && !self.is_recorded && self.day < today
    }
}

/// What is usual and was not recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// What is usual.
    pub template: Template,
    /// On which days it was not recorded, the oldest first; at least one.
    pub days: Vec<Day>,
}

/// The usual things that were not recorded in the last two weeks, since the
/// reader last said that there was nothing to record.
#[must_use]
pub fn missing(ledger: &Ledger, settings: &Settings, today: Day) -> Vec<Missing> {
    let declined = settings.later(DECLINED);
    let declined: Option<Day> = declined.and_then(|day| day.parse().ok());
    let missing = templates(settings).into_iter().map(|(_, template)| {
        let days = offered_days(ledger, &template, today).into_iter();
        let days = days.filter(|day| day.is_missing(today) && Some(day.day) > declined);
        let days = days.map(|day| day.day).collect();
        Missing { template, days }
    });
    missing.filter(|missing| !missing.days.is_empty()).collect()
}

/// Offers nothing of the days before today unasked any more.
pub fn decline_missing(settings: &mut Settings, today: Day) {
    let day = today.plus_days(-1).map(|day| day.to_string());
    settings.set_later(DECLINED, day.as_deref());
}

/// Forgets that anything was declined.
pub(super) fn forget_declined(settings: &mut Settings) {
    settings.set_later(DECLINED, None);
}

#[cfg(test)]
mod tests {
    use super::{Missing, decline_missing, missing, offered_days};
    use crate::account::Settings;
    use crate::account::rewards::tests::ledger;
    use crate::account::usual::{Template, forget_templates};
    use crate::quantity::Day;

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

    #[test]
    fn what_is_missing_is_offered_until_it_is_declined() {
        let ledger = ledger(&["bus 2026-11-20 distance_km=8 car"]);
        let mut settings = Settings::parse(
            "usual-0=bus|distance_km=8||car|5|\nusual-1=walk|distance_km=1|||7|\nusual-2=walk|distance_km=2||||",
        );
        let day = |day: &str| -> Day { ["2026-11-", day].concat().parse().expect("a day") };
        let days = |settings: &Settings, today: &str| -> Vec<String> {
            let missing = missing(&ledger, settings, day(today));
            let said = |missing: &Missing| {
                let id = missing.template.activity().action().id;
                let days = missing.days.iter().map(Day::to_string).collect::<Vec<_>>();
                [id.as_str(), " ", &days.join(" ")].concat()
            };
            missing.iter().map(said).collect()
        };
        // A Sunday: today is not over.
        let all = ["bus 2026-11-13", "walk 2026-11-15"];
        assert_eq!(days(&settings, "22"), all);
        decline_missing(&mut settings, day("22"));
        assert!(days(&settings, "22").is_empty());
        assert_eq!(days(&settings, "23"), ["walk 2026-11-22"]);
        // A line that says no day declines nothing, and goes with the templates.
        settings.set_later("usual-declined", Some("never"));
        assert_eq!(days(&settings, "22"), all);
        forget_templates(&mut settings);
        assert_eq!(settings, Settings::default());
    }
}
