//! Running totals are the sums of their parts, whatever was done in between and
//! in whatever order.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cmp::Reverse;
use std::collections::BTreeMap;

use carbon_inclusion::account::{Entry, EntryId, Ledger, Measure, Span, Totals};
use carbon_inclusion::methodology::{
    ActionId, Category, Contribution, assess, current, day_points,
};
use carbon_inclusion::quantity::{Carbon, Day, Month, PollutantMass};
use proptest::prelude::*;

use crate::said::{Said, days, said};

/// What is done to a ledger.
#[derive(Clone, Debug)]
enum Step {
    Insert(Entry),
    Remove(EntryId),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    // Few ids, so that most steps edit or remove what is there.
    let insert = (0..12_u64, 0..5_i64, said(days()))
        .prop_map(|(id, recorded_at, said)| Step::Insert(said.entry(id, recorded_at)));
    let remove = (0..12_u64).prop_map(|id| Step::Remove(EntryId::from_number(id)));
    prop::collection::vec(prop_oneof![2 => insert, 1 => remove], 0..40)
}

/// Entries with different ids.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entries = prop::collection::vec((0..5_i64, said(days())), 0..20);
    entries.prop_map(|all| {
        let numbered = (0_u64..).zip(&all);
        numbered
            .map(|(id, (at, said))| said.entry(id, *at))
            .collect()
    })
}

/// The totals of a ledger, worked out from scratch.
struct Scratch {
    entries: Vec<Entry>,
}

impl Scratch {
    fn totals(&self, counts: impl Fn(Day, ActionId) -> bool) -> Totals {
        let activities = self.entries.iter().map(|entry| &entry.activity);
        activities
            .filter(|activity| counts(activity.on(), activity.action().id))
            .map(|activity| Totals::of(activity, &assess(activity)))
            .sum()
    }

    fn points(&self, counts: impl Fn(Day) -> bool) -> u64 {
        let mut days: BTreeMap<Day, Vec<Contribution>> = BTreeMap::new();
        for Entry { activity, .. } in self
            .entries
            .iter()
            .filter(|entry| counts(entry.activity.on()))
        {
            let contribution = Contribution::of(activity, &assess(activity));
            days.entry(activity.on()).or_default().push(contribution);
        }
        days.values()
            .map(|day| u64::from(day_points(day).points))
            .sum()
    }
}

fn is_in(span: Span, day: Day) -> bool {
    match span {
        Span::Day(one) => day == one,
        Span::Month(month) => day.month_of() == month,
        Span::Year(year) => day.year() == year,
        Span::All => true,
    }
}

fn spans(ledger: &Ledger) -> Vec<Span> {
    let others: [Month; 2] = ["2026-11", "2027-01"].map(|month| month.parse().expect("a month"));
    let months = ledger.months().chain(others).map(Span::Month);
    let days = ledger
        .days()
        .chain(others.map(Month::first_day))
        .map(Span::Day);
    let years = [2025, 2026, 2027].map(Span::Year);
    days.chain(months).chain(years).chain([Span::All]).collect()
}

fn check(ledger: &Ledger, scratch: &Scratch) -> Result<(), TestCaseError> {
    prop_assert_eq!(ledger.len(), scratch.entries.len());
    for span in spans(ledger) {
        let of_span = scratch.totals(|day, _| is_in(span, day));
        prop_assert_eq!(ledger.totals(span), of_span, "{:?}", span);
        for measure in Measure::ALL {
            prop_assert_eq!(ledger.saved(span, measure), measure.saved(&of_span));
        }
        prop_assert_eq!(
            ledger.points(span),
            scratch.points(|day| is_in(span, day)),
            "{:?}",
            span
        );
        let mut by_action = Vec::new();
        for action in ActionId::all() {
            let totals = scratch.totals(|day, of| is_in(span, day) && of == action);
            prop_assert_eq!(ledger.totals_of(span, action), totals);
            if totals.entries > 0 {
                by_action.push((action, totals));
            }
        }
        prop_assert_eq!(ledger.by_action(span), by_action);
        let by_category = ledger.by_category(span);
        for category in Category::ALL {
            let is_of = |action| current().action(action).expect("an action").category == category;
            let totals = scratch.totals(|day, action| is_in(span, day) && is_of(action));
            prop_assert_eq!(by_category[category as usize], totals);
        }
    }
    for day in ledger.days() {
        let is_in_week = |other: Day| other.iso_week() == day.iso_week();
        prop_assert_eq!(ledger.week(day), scratch.totals(|day, _| is_in_week(day)));
        prop_assert_eq!(ledger.points_of_week(day), scratch.points(is_in_week));
    }
    Ok(())
}

proptest! {
    #[test]
    fn totals_are_the_sums_of_their_parts(steps in steps()) {
        let (mut ledger, mut kept) = (Ledger::new(), BTreeMap::new());
        for step in steps {
            match step {
                Step::Insert(entry) => {
                    let replaced = kept.insert(entry.id, entry.clone());
                    prop_assert_eq!(ledger.insert(entry), replaced);
                }
                Step::Remove(id) => prop_assert_eq!(ledger.remove(id), kept.remove(&id)),
            }
        }
        for (id, entry) in &kept {
            prop_assert_eq!(ledger.get(*id), Some(entry));
            prop_assert_eq!(ledger.assessment(*id), Some(assess(&entry.activity)));
        }
        let scratch = Scratch { entries: kept.into_values().collect() };
        check(&ledger, &scratch)?;
        // Opening it at once gives the same, to the last field.
        prop_assert_eq!(ledger, scratch.entries.into_iter().collect::<Ledger>());
    }

    #[test]
    fn the_order_of_records_never_matters(
        (entries, shuffled) in entries()
            .prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
    ) {
        let (mut ledger, mut other) = (Ledger::new(), Ledger::new());
        for entry in entries {
            ledger.insert(entry);
        }
        for entry in shuffled {
            other.insert(entry);
        }
        prop_assert_eq!(ledger, other);
    }

    /// A second entry of an id, which no merge leaves, does not get in.
    #[test]
    fn an_id_stands_for_one_entry(entries in entries(), again in said(days()), at in 0..5_i64) {
        let ledger: Ledger = entries.iter().cloned().collect();
        let id = entries.first().map_or(0, |entry| entry.id.number());
        let doubled = entries.iter().cloned().chain([again.entry(id, at)]);
        let doubled: Ledger = doubled.collect();
        prop_assert!(entries.is_empty() || doubled == ledger);
    }

    #[test]
    fn removing_what_was_inserted_leaves_no_trace(
        before in entries(),
        added in prop::collection::vec(said(days()), 1..10),
    ) {
        let before: Ledger = before.into_iter().collect();
        let mut ledger = before.clone();
        let added: Vec<Entry> = (1_000..).zip(&added).map(|(id, said)| said.entry(id, 0)).collect();
        for entry in &added {
            ledger.insert(entry.clone());
        }
        prop_assert_ne!(&ledger, &before);
        for entry in added {
            prop_assert_eq!(ledger.remove(entry.id), Some(entry));
        }
        prop_assert_eq!(ledger, before);
    }

    #[test]
    fn nothing_is_left_of_an_emptied_ledger(entries in entries()) {
        let mut ledger: Ledger = entries.iter().cloned().collect();
        for entry in entries {
            ledger.remove(entry.id);
        }
        prop_assert!(ledger.is_empty());
        prop_assert_eq!(ledger, Ledger::new());
    }

    #[test]
    fn a_cap_never_raises_points(entries in entries()) {
        let ledger: Ledger = entries.iter().cloned().collect();
        for day in ledger.days() {
            let alone = ledger.on(day).map(|entry| {
                let contribution = Contribution::of(&entry.activity, &assess(&entry.activity));
                u64::from(day_points(&[contribution]).uncapped)
            });
            prop_assert!(ledger.points(Span::Day(day)) <= alone.sum());
        }
    }

    #[test]
    fn a_day_shows_the_newest_recorded_first(entries in entries()) {
        let ledger: Ledger = entries.into_iter().collect();
        for day in ledger.days() {
            let places: Vec<_> = ledger.on(day).map(|entry| Reverse((entry.recorded_at, entry.id))).collect();
            prop_assert!(places.is_sorted());
        }
        let all: Vec<&Entry> = ledger.entries().collect();
        prop_assert_eq!(all.len(), ledger.len());
        prop_assert!(all.is_sorted_by_key(|entry| entry.activity.on()));
        prop_assert_eq!(ledger.first_day(), all.first().map(|entry| entry.activity.on()));
    }

    /// What the form says before saving is what saving then brings.
    #[test]
    fn a_cap_notice_keeps_its_word(entries in entries(), added in said(days()), edited in 0..20_u64) {
        let mut ledger: Ledger = entries.into_iter().collect();
        let activity = added.activity();
        let day = Span::Day(activity.on());
        let edited = EntryId::from_number(edited);

        let mut without = ledger.clone();
        without.remove(edited);
        let notice = ledger.cap(&activity, Some(edited));
        let before = without.points(day);
        without.insert(added.entry(edited.number(), 0));
        prop_assert_eq!(before + u64::from(notice.points), without.points(day));

        let notice = ledger.cap(&activity, None);
        let before = ledger.points(day);
        ledger.insert(added.entry(1_000, 0));
        prop_assert_eq!(before + u64::from(notice.points), ledger.points(day));
        prop_assert!(notice.points <= assess(&activity).points.max(1));
    }
}

/// The largest entry of each action, a hundred thousand times, fits into a total.
#[test]
fn sums_of_a_hundred_thousand_entries_fit() {
    for action in current().actions {
        for said in Said::extremes(action) {
            let activity = said.activity();
            let assessment = assess(&activity);
            let totals = Totals::of(&activity, &assessment);
            let amounts = [assessment.low, assessment.high].map(Carbon::milligrams);
            let masses = totals.pollutants.iter().flat_map(|one| [one.low, one.high]);
            let all = amounts
                .into_iter()
                .chain(masses.map(PollutantMass::micrograms));
            for amount in all.chain([totals.trip_metres]) {
                assert!(
                    amount.checked_mul(100_000).is_some(),
                    "{}: {amount}",
                    action.id.as_str()
                );
            }
        }
    }
}
