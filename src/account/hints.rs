//! What the ledger suggests while something is being recorded: what was done
//! lately and often, and what would be counted twice or not at all.

use std::cmp::Reverse;

use super::entry::{Entry, EntryId};
use super::ledger::Ledger;
use super::sheet::Sheet;
use crate::methodology::{
    ActionId, Activity, Contribution, Evidence, Overlap, Period, assess, day_points,
};
use crate::quantity::{Quantity, ordered};

/// How far back habits are looked for, in days before the last recorded one.
const HABIT_DAYS: i64 = 60;
/// The most entries that are looked at for suggestions.
const ENTRIES_MAX: usize = 500;

/// What an entry would add to the points of its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CapNotice {
    /// The points it adds.
    pub points: u32,
    /// The points that the caps of a day withhold.
    pub withheld: u32,
    /// The cap of the action, in the unit of its amount, where that one acts;
    /// where none is named, it is the cap of the day.
    pub action_cap: Option<Quantity>,
}

impl CapNotice {
    /// Whether a cap acts.
    #[must_use]
    pub const fn is_capped(self) -> bool {
        self.withheld > 0
    }
}

impl Ledger {
    /// The actions that were recorded last, each once, the latest first.
    #[must_use]
    pub fn recent_actions(&self, limit: usize) -> Vec<ActionId> {
        let latest = ordered(self.latest_days().take(ENTRIES_MAX), |entry| {
            Reverse((entry.recorded_at, entry.id))
        });
        let mut actions = Vec::new();
        for action in latest.iter().map(|entry| entry.activity.action().id) {
            if actions.len() == limit {
                break;
            }
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
        actions
    }

    /// What was recorded most often in the last 60 days of the ledger: of each
    /// habit its latest entry, the most frequent first, then the latest first.
    #[must_use]
    pub fn usual(&self, limit: usize) -> Vec<&Entry> {
        let habits = self.habits().into_iter().take(limit);
        habits.map(|(_, entry)| entry).collect()
    }

    /// The same, each with how often it was recorded in these days.
    pub(super) fn habits(&self) -> Vec<(usize, &Entry)> {
        let since = self
            .days()
            .next_back()
            .and_then(|day| day.plus_days(1 - HABIT_DAYS));
        let is_in_time = |entry: &&Entry| since.is_none_or(|since| entry.activity.on() >= since);
        let mut habits: Vec<(usize, &Entry)> = Vec::new();
        for entry in self.latest_days().take_while(is_in_time).take(ENTRIES_MAX) {
            let known = habits
                .iter_mut()
                .find(|(_, habit)| is_same(&habit.activity, &entry.activity));
            match known {
                Some((count, _)) => *count += 1,
                None => habits.push((1, entry)),
            }
        }
        // They came in the latest first, which stays among equals.
        ordered(habits, |(count, _)| Reverse(*count))
    }

    /// The overlap rules that an activity would run into, beside an entry that
    /// it takes the place of.
    #[must_use]
    pub fn overlaps(&self, activity: &Activity, except: Option<EntryId>) -> Vec<&'static Overlap> {
        let overlaps = activity.edition().overlaps.iter();
        overlaps
            .filter(|overlap| self.has_overlap(overlap, activity, except))
            .collect()
    }

    fn has_overlap(&self, overlap: &Overlap, activity: &Activity, except: Option<EntryId>) -> bool {
        let (action, day) = (activity.action().id, activity.on());
        match overlap.period {
            Period::Day => self.on(day).any(|entry| {
                Some(entry.id) != except && overlap.concerns(action, entry.activity.action().id)
            }),
            Period::Month => {
                let except = except
                    .and_then(|id| self.get(id))
                    .filter(|entry| entry.activity.on().month_of() == day.month_of())
                    .map(|entry| entry.activity.action().id);
                let sheet = self.month(day.month_of());
                sheet
                    .into_iter()
                    .flat_map(Sheet::by_action)
                    .any(|(other, totals)| {
                        let entries = totals.entries - u32::from(except == Some(*other));
                        entries > 0 && overlap.concerns(action, *other)
                    })
            }
        }
    }

    /// Whether the same was already recorded for the same day, beside an entry
    /// that this takes the place of.
    #[must_use]
    pub fn repeats(&self, activity: &Activity, except: Option<EntryId>) -> bool {
        self.on(activity.on())
            .any(|entry| Some(entry.id) != except && is_same(&entry.activity, activity))
    }

    /// What an activity would add to the points of its day, in the place of an
    /// entry if it is to replace one.
    #[must_use]
    pub fn cap(&self, activity: &Activity, except: Option<EntryId>) -> CapNotice {
        let sheet = self.day(activity.on());
        let mut contributions: Vec<Contribution> = sheet
            .into_iter()
            .flat_map(|sheet| sheet.contributions(except))
            .collect();
        let without = day_points(&contributions);
        contributions.push(Contribution::of(activity, &assess(activity)));
        let with = day_points(&contributions);
        let points = with.points.saturating_sub(without.points);
        let uncapped = with.uncapped.saturating_sub(without.uncapped);
        CapNotice {
            points,
            withheld: uncapped.saturating_sub(points),
            action_cap: self.action_cap(activity, except),
        }
    }

    /// The cap of an action, where the day's self-reported entries of it go
    /// beyond it together with this one.
    fn action_cap(&self, activity: &Activity, except: Option<EntryId>) -> Option<Quantity> {
        let (kind, cap) = activity.action().daily_cap?;
        let amount = |activity: &Activity| activity.input(kind).map_or(0, Quantity::thousandths);
        let recorded = self.on(activity.on()).filter(|entry| {
            Some(entry.id) != except
                && entry.activity.action().id == activity.action().id
                && entry.activity.evidence() == Evidence::SelfReported
        });
        let day: i64 = recorded.map(|entry| amount(&entry.activity)).sum();
        let goes_beyond = amount(activity) + day > cap;
        Quantity::new(kind.dimension(), cap)
            .ok()
            .filter(|_| goes_beyond)
    }

    /// All entries, the latest day first, in a day the newest recorded first.
    fn latest_days(&self) -> impl Iterator<Item = &Entry> {
        self.days().rev().flat_map(|day| self.on(day))
    }
}

/// Whether two activities differ in nothing but their day and the edition they
/// are worked out by.
fn is_same(one: &Activity, other: &Activity) -> bool {
    let (inputs, others) = (one.inputs(), other.inputs());
    one.action().id == other.action().id
        && inputs.len() == others.len()
        && inputs.iter().all(|input| others.contains(input))
        && one.variant().id == other.variant().id
        && one.item().map(|item| item.id) == other.item().map(|item| item.id)
        && one.replaced() == other.replaced()
        && one.evidence() == other.evidence()
}

#[cfg(test)]
mod tests {
    use super::{ActionId, CapNotice, Entry, EntryId, Ledger, Quantity};
    use crate::methodology::{Activity, Draft};

    fn activity(action: &str, on: &str, inputs: &[(&'static str, &'static str)]) -> Activity {
        let inputs = inputs
            .iter()
            .map(|(kind, amount)| (*kind, (*amount).into()));
        let draft = Draft {
            action,
            on,
            inputs: inputs.collect(),
            ..Draft::default()
        };
        Activity::check(&draft).expect("a good draft")
    }

    fn trip(action: &str, on: &str, km: &'static str) -> Activity {
        activity(action, on, &[("distance_km", km)])
    }

    /// A ledger of activities, recorded one after the other.
    fn ledger(activities: Vec<Activity>) -> Ledger {
        let entries = (1..).zip(activities).map(|(number, activity)| Entry {
            id: id(number),
            recorded_at: i64::try_from(number).expect("a small number"),
            activity,
            note: None,
        });
        entries.collect()
    }

    fn id(number: u64) -> EntryId {
        EntryId::from_number(number)
    }

    fn numbers(entries: &[&Entry]) -> Vec<u64> {
        entries.iter().map(|entry| entry.id.number()).collect()
    }

    #[test]
    fn recent_actions_are_those_recorded_last() {
        let ledger = ledger(vec![
            trip("walk", "2026-11-22", "1"),
            trip("metro", "2026-11-01", "9"),
            trip("walk", "2026-11-20", "2"),
            trip("bus", "2026-10-01", "5"),
        ]);
        let recent = |limit| -> Vec<&str> {
            let actions = ledger.recent_actions(limit);
            actions.into_iter().map(ActionId::as_str).collect()
        };
        assert_eq!(recent(9), ["bus", "walk", "metro"]);
        assert_eq!(recent(2), ["bus", "walk"]);
        assert_eq!(Ledger::new().recent_actions(5), []);
    }

    #[test]
    fn usual_is_what_was_recorded_most_often_lately() {
        let ledger = ledger(vec![
            trip("bus", "2026-11-20", "8"),
            trip("walk", "2026-11-20", "1"),
            trip("bus", "2026-11-21", "8.0"),
            trip("bus", "2026-11-22", "9"),
            // Too long ago, however often.
            trip("metro", "2026-09-23", "9"),
            trip("metro", "2026-09-23", "9"),
            trip("metro", "2026-09-23", "9"),
            // Just in time.
            trip("e-bike", "2026-09-24", "3"),
        ]);
        assert_eq!(numbers(&ledger.usual(9)), [3, 4, 2, 8]);
        assert_eq!(numbers(&ledger.usual(1)), [3]);
    }

    #[test]
    fn what_is_counted_twice_in_a_month_is_warned_about() {
        let bill = |on| activity("electricity-saved", on, &[("energy_kwh", "30")]);
        let setpoint = |on| {
            let inputs = [("degrees", "1"), ("energy_kwh", "5")];
            activity("air-conditioner-setpoint", on, &inputs)
        };
        let ledger = ledger(vec![bill("2026-07-31"), trip("bus", "2026-08-01", "3")]);
        let ids = |activity: &Activity, except| -> Vec<&str> {
            let overlaps = ledger.overlaps(activity, except);
            overlaps.iter().map(|overlap| overlap.id).collect()
        };
        let warned = ["electricity-measure-and-bill"];
        assert_eq!(ids(&setpoint("2026-07-01"), None), warned);
        assert_eq!(ids(&setpoint("2026-07-01"), Some(id(2))), warned);
        // The bill itself becomes the setpoint.
        assert!(ids(&setpoint("2026-07-01"), Some(id(1))).is_empty());
        assert!(ids(&setpoint("2026-08-01"), None).is_empty());
        assert!(ids(&bill("2026-07-02"), None).is_empty());
    }

    #[test]
    fn what_is_counted_twice_in_a_day_is_warned_about() {
        let ledger = ledger(vec![trip("bus", "2026-11-22", "3")]);
        let carpool = |on| activity("carpool", on, &[("distance_km", "3"), ("occupancy", "2")]);
        assert_eq!(ledger.overlaps(&carpool("2026-11-22"), None).len(), 1);
        assert!(
            ledger
                .overlaps(&carpool("2026-11-22"), Some(id(1)))
                .is_empty()
        );
        assert!(ledger.overlaps(&carpool("2026-11-21"), None).is_empty());
    }

    #[test]
    fn a_repetition_is_the_same_on_the_same_day() {
        let ledger = ledger(vec![trip("bus", "2026-11-22", "3")]);
        let repeats = |action, on, km| ledger.repeats(&trip(action, on, km), None);
        assert!(repeats("bus", "2026-11-22", "3.0"));
        assert!(!repeats("bus", "2026-11-22", "4"));
        assert!(!repeats("bus", "2026-11-21", "3"));
        assert!(!repeats("metro", "2026-11-22", "3"));
        assert!(!ledger.repeats(&trip("bus", "2026-11-22", "3"), Some(id(1))));
    }

    /// Walking counts up to 10 km a day, at 79.0 g × 0.5 a km; a day's points
    /// up to 5,000.
    #[test]
    fn a_cap_is_told_beforehand() {
        let day = "2026-11-22";
        let ledger = ledger(vec![trip("walk", day, "6"), trip("bus", day, "5")]);
        let notice = |activity: &Activity, except| {
            let CapNotice {
                points,
                withheld,
                action_cap,
            } = ledger.cap(activity, except);
            (points, withheld, action_cap.map(Quantity::thousandths))
        };
        let walk = |km| trip("walk", day, km);
        assert_eq!(notice(&walk("4"), None), (158, 0, None));
        assert_eq!(notice(&walk("5"), None), (158, 39, Some(10_000)));
        assert_eq!(notice(&walk("10"), Some(id(1))), (395, 0, None));
        // 300 km × (79.0 − 14.7) g by high-speed rail, of which half are points.
        let train = trip("high-speed-rail", day, "300");
        let (points, withheld, action_cap) = notice(&train, None);
        assert_eq!(action_cap, None, "the cap of the day acts");
        assert!(withheld > 0 && points < 5_000, "{points} {withheld}");
    }
}
