//! What holds for every comparison: it says what the form would say, and its
//! order is that of what is saved.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Comparison, Measure, Stretch, Trips, Way};
use carbon_inclusion::methodology::{
    Activity, Assessment, Draft, Pollutant, PollutantOutcome, Replaced, Side, assess, emission,
};
use carbon_inclusion::quantity::Carbon;
use proptest::prelude::*;

use super::said::{days, said};

/// What is saved by going another way, as the form says it; `None` for what is
/// its own baseline or cannot be recorded.
fn assessed(way: Way, km: &str, replaced: Replaced) -> Option<Assessment> {
    let Way::Action(action, persons) = way else {
        return None;
    };
    let persons = persons.map(|persons| persons.to_string());
    let mut inputs = vec![("distance_km", km.into())];
    inputs.extend(persons.map(|persons| ("occupancy", persons.into())));
    let draft = Draft {
        action: action.id.as_str(),
        on: "2026-11-22",
        inputs,
        replaced: Some(replaced.id()),
        ..Draft::default()
    };
    let activity = Activity::check(&draft).expect("within the bounds");
    (action.id.as_str() != "car" && !way.is(replaced)).then(|| assess(&activity))
}

fn comparisons() -> impl Strategy<Value = (String, String, Replaced, Measure)> {
    let metres = prop_oneof![1 => 100_i64..5_000_000, 3 => 100_i64..60_000];
    let replaced = prop::sample::select(&Replaced::ALL[..4]);
    (
        metres,
        1_i64..=100,
        replaced,
        prop::sample::select(Measure::ALL.to_vec()),
    )
        .prop_map(|(metres, times, replaced, measure)| {
            let km = format!("{}.{:03}", metres / 1000, metres % 1000);
            (km, times.to_string(), replaced, measure)
        })
}

proptest! {
    #[test]
    fn what_is_saved_is_what_the_form_says((km, times, replaced, measure) in comparisons()) {
        let trips = Trips::check(&km, &times).expect("good trips");
        let comparison = Comparison::of(&trips, replaced, measure, Stretch::Trip);
        for row in &comparison.rows {
            let Some(assessment) = assessed(row.way, &km, replaced) else { continue };
            let Some(saved) = row.saved else { continue };
            match measure {
                Measure::Carbon => prop_assert_eq!(saved, assessment.reduction.milligrams()),
                Measure::Pollutant(pollutant) => match assessment.pollutant(pollutant) {
                    PollutantOutcome::Known { value, partial, .. } => {
                        prop_assert_eq!(saved, value.micrograms());
                        prop_assert_eq!(row.estimate.map(|one| one.is_partial), Some(partial));
                    }
                    PollutantOutcome::Unknown => prop_assert!(false, "unknown to the form"),
                },
            }
        }
    }

    #[test]
    fn the_order_is_that_of_what_is_saved((km, times, replaced, _) in comparisons()) {
        let trips = Trips::check(&km, &times).expect("good trips");
        let comparison = Comparison::of(&trips, replaced, Measure::Carbon, Stretch::Year);
        let saved: Vec<Carbon> = comparison
            .rows
            .iter()
            .filter_map(|row| assessed(row.way, &km, replaced))
            .map(|assessment| assessment.reduction)
            .collect();
        prop_assert!(saved.is_sorted_by(|one, next| one >= next));
        prop_assert_eq!(comparison.rows.len() + comparison.left_out.len(), Way::all().len());
    }

    #[test]
    fn a_year_is_its_trips_and_bars_compare_them((km, times, replaced, measure) in comparisons()) {
        let trips = Trips::check(&km, &times).expect("good trips");
        let trip = Comparison::of(&trips, replaced, measure, Stretch::Trip);
        let year = Comparison::of(&trips, replaced, measure, Stretch::Year);
        for (one, all) in trip.rows.iter().zip(&year.rows) {
            prop_assert_eq!(one.way, all.way);
            prop_assert_eq!(one.saved.map(|saved| saved * trips.a_year()), all.saved);
            let Some(estimate) = all.estimate else {
                prop_assert_eq!((all.bar, all.saved), (None, None));
                continue;
            };
            prop_assert!(0 <= estimate.low && estimate.low <= estimate.value);
            prop_assert!(estimate.value <= estimate.high);
            prop_assert_eq!(one.estimate.map(|one| one.value * trips.a_year()), Some(estimate.value));
            if let Some(bar) = all.bar {
                prop_assert!(bar.low <= bar.value && bar.value <= bar.high);
            }
        }
    }

    #[test]
    fn both_scenarios_make_the_reduction(said in said(days())) {
        let activity = said.activity();
        let assessment = assess(&activity);
        let [before, now] = [Side::Baseline, Side::Project].map(|side| emission(&activity, side));
        prop_assert_eq!(before.amount.checked_sub(now.amount), Some(assessment.reduction));
        for pollutant in Pollutant::ALL {
            if let (
                PollutantOutcome::Known { value: before, .. },
                PollutantOutcome::Known { value: now, .. },
                PollutantOutcome::Known { value, .. },
            ) = (before.pollutant(pollutant), now.pollutant(pollutant), assessment.pollutant(pollutant)) {
                prop_assert_eq!(before.checked_sub(now), Some(value));
            }
        }
        let terms = before.terms.iter().chain(&now.terms);
        prop_assert!(terms.eq(&assessment.terms));
    }
}
