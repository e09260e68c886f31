//! The edition's worked examples, and what holds for every result.

#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use carbon_inclusion::methodology::{
    ActionId, Activity, Draft, Evidence, Pollutant, PollutantOutcome, Replaced, Side, assess,
    current, editions,
};
use carbon_inclusion::quantity::{Carbon, PollutantMass};
use edition_file::{EditionFile, Example};
use proptest::prelude::*;
use std::path::Path;

fn files() -> Vec<EditionFile> {
    edition_file::editions(Path::new("static/methodology"))
        .unwrap()
        .iter()
        .map(|folder| edition_file::load(folder).unwrap())
        .collect()
}

fn draft<'a>(action: &'a str, example: &'a Example, edition: &'a str) -> Draft<'a> {
    let inputs = &example.inputs;
    Draft {
        action,
        edition: Some(edition),
        on: "2026-11-22",
        inputs: inputs
            .iter()
            .map(|(kind, text)| (kind.as_str(), text.into()))
            .collect(),
        item: example.item.as_deref(),
        replaced: example.replaced.as_deref(),
        evidence: example.evidence.as_deref(),
        mix: None,
    }
}

fn trip<'a>(action: &'a str, km: &'a str, replaced: Option<&'a str>) -> Activity {
    let mut inputs = vec![("distance_km", km.into())];
    if action == "carpool" {
        inputs.push(("occupancy", "2".into()));
    }
    let draft = Draft {
        action,
        on: "2026-11-22",
        inputs,
        replaced,
        ..Draft::default()
    };
    Activity::check(&draft).unwrap()
}

#[test]
fn every_edition_is_whole() {
    let files = files();
    assert_eq!(files.len(), editions().len());
    for file in &files {
        let problems: Vec<String> = edition_file::check(file)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(problems, Vec::<String>::new(), "{}", file.id);
    }
}

#[test]
fn every_worked_example_comes_out() {
    for file in files() {
        for action in &file.actions {
            for example in &action.examples {
                let place = format!("{} {:?} {:?}", action.id, example.inputs, example.replaced);
                let activity = Activity::check(&draft(&action.id, example, &file.id)).unwrap();
                let result = assess(&activity);
                assert_eq!(
                    result.reduction.grams_decimal(),
                    example.reduction_g,
                    "{place}"
                );
                assert_eq!(result.low.grams_decimal(), example.low_g, "{place}, low");
                assert_eq!(result.high.grams_decimal(), example.high_g, "{place}, high");
                assert_eq!(result.points, example.points, "{place}, points");
                for pollutant in Pollutant::ALL {
                    let shown = match result.pollutant(pollutant) {
                        PollutantOutcome::Unknown => None,
                        PollutantOutcome::Known { value, .. } => Some(value.milligrams_decimal()),
                    };
                    let expected = example.pollutants_mg.get(pollutant.id());
                    assert_eq!(shown.as_ref(), expected, "{place}, {}", pollutant.id());
                }
            }
        }
    }
}

/// The ids of the contract, which saved accounts and outside checks depend on.
const CONTRACT: [&str; 41] = [
    "walk",
    "bicycle",
    "shared-bicycle",
    "e-bike",
    "bus",
    "metro",
    "train",
    "high-speed-rail",
    "coach",
    "carpool",
    "electric-car",
    "car",
    "electricity-saved",
    "gas-saved",
    "water-saved",
    "heat-saved",
    "rooftop-solar",
    "clean-heating",
    "led-lamp",
    "efficient-appliance",
    "air-conditioner-setpoint",
    "recycle-paper",
    "recycle-plastic",
    "recycle-pet",
    "recycle-aluminium",
    "recycle-steel",
    "recycle-glass",
    "recycle-textiles",
    "recycle-e-waste",
    "clean-plate",
    "vegetarian-meal",
    "own-tableware",
    "own-bag",
    "own-cup",
    "circular-parcel-box",
    "paper-saved",
    "second-hand",
    "learn",
    "plant-tree",
    "volunteer",
    "report-pollution",
];

#[test]
fn the_current_edition_has_every_action_of_the_contract() {
    for id in CONTRACT {
        let action = ActionId::parse(id).and_then(|action| current().action(action));
        assert_eq!(action.map(|action| action.id.as_str()), Some(id));
    }
}

#[test]
fn what_was_said_of_the_mix_is_what_it_is_made_of() {
    for edition in editions() {
        let mix = edition.mix.as_city_mix().unwrap();
        let computed = edition.mix.values_of(mix);
        assert_eq!(computed, edition.mix.published.values, "{}", edition.id);
    }
}

#[test]
fn a_resident_s_own_mix_replaces_the_published_one() {
    let with = |mix| {
        let inputs = vec![("distance_km", "10".into())];
        let draft = Draft {
            action: "walk",
            on: "2026-11-22",
            inputs,
            mix,
            ..Draft::default()
        };
        assess(&Activity::check(&draft).unwrap())
            .reduction
            .grams_decimal()
    };
    assert_eq!(with(None), "790");
    assert_eq!(with(Some("50,15,30,5,1.3")), "790");
    // 167.4 g per vehicle-km, two persons: 83.7 g per person-km.
    assert_eq!(with(Some("100,0,0,0,2")), "837");
}

#[test]
fn a_car_trip_saves_exactly_nothing() {
    for replaced in [None, Some("car"), Some("none")] {
        let result = assess(&trip("car", "12.3", replaced));
        assert_eq!(
            [result.reduction, result.low, result.high].map(Carbon::milligrams),
            [0; 3]
        );
        for pollutant in Pollutant::ALL {
            let PollutantOutcome::Known {
                value,
                low,
                high,
                partial: false,
            } = result.pollutant(pollutant)
            else {
                panic!("{} of a car trip is known", pollutant.id())
            };
            assert_eq!([value, low, high].map(PollutantMass::micrograms), [0; 3]);
        }
    }
}

#[test]
fn an_electric_car_trades_sulphur_at_the_plant_for_gases_in_the_street() {
    let result = assess(&trip("electric-car", "10", Some("car")));
    let value = |pollutant| match result.pollutant(pollutant) {
        PollutantOutcome::Known { value, .. } => value.micrograms(),
        PollutantOutcome::Unknown => 0,
    };
    assert!(result.reduction.milligrams() > 0);
    assert!(value(Pollutant::So2) < 0);
    assert!(value(Pollutant::Co) > 0);
}

#[test]
fn each_person_more_in_a_car_saves_more_and_the_detour_counts() {
    let with = |persons: &str| {
        let draft = Draft {
            action: "carpool",
            on: "2026-11-22",
            inputs: vec![("distance_km", "10".into()), ("occupancy", persons.into())],
            ..Draft::default()
        };
        assess(&Activity::check(&draft).unwrap())
            .reduction
            .milligrams()
    };
    let savings: Vec<i64> = ["2", "3", "4", "5"].map(with).to_vec();
    assert!(
        savings.is_sorted_by(|fewer, more| fewer < more),
        "{savings:?}"
    );
    // 1674 g alone − 1674 g × 1.05 ÷ 2 shared.
    assert_eq!(savings[0], 795_150);
}

#[test]
fn no_action_overflows_at_its_ceilings() {
    for edition in editions() {
        for action in edition.actions {
            for variant in action.variants {
                let amounts: Vec<(&str, String)> = variant
                    .inputs
                    .iter()
                    .map(|input| (input.kind.id(), thousandths(input.ceiling)))
                    .collect();
                let inputs = amounts
                    .iter()
                    .map(|(kind, text)| (*kind, text.as_str().into()))
                    .collect();
                let draft = Draft {
                    action: action.id.as_str(),
                    edition: Some(edition.id),
                    on: "2026-11-22",
                    inputs,
                    ..Draft::default()
                };
                let result = assess(&Activity::check(&draft).unwrap());
                // A thousandth of what an i64 holds: sums of a thousand such entries fit.
                let most = i64::MAX / 1_000;
                assert!(result.high.milligrams() < most, "{}", action.id.as_str());
                for term in &result.terms {
                    assert!(term.amount.milligrams() < most);
                    assert!(
                        term.pollutants
                            .iter()
                            .flatten()
                            .all(|mass| mass.micrograms() < most)
                    );
                }
            }
        }
    }
}

fn thousandths(value: i64) -> String {
    format!("{}.{:03}", value / 1_000, value % 1_000)
}

fn any_trip() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "walk",
        "bicycle",
        "shared-bicycle",
        "e-bike",
        "bus",
        "metro",
        "train",
        "high-speed-rail",
        "coach",
        "carpool",
        "electric-car",
        "car",
    ])
}

fn any_replaced() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(
        Replaced::ALL.map(Replaced::id).to_vec(),
    ))
}

proptest! {
    #[test]
    fn the_result_is_the_sum_of_its_terms_and_lies_in_its_range(
        action in any_trip(), metres in 1_000_i64..20_000, replaced in any_replaced(),
    ) {
        let result = assess(&trip(action, &thousandths(metres), replaced));
        let signed = |side| match side { Side::Baseline => 1, Side::Project => -1 };
        let sum: i64 =
            result.terms.iter().map(|term| signed(term.side) * term.amount.milligrams()).sum();
        prop_assert_eq!(result.reduction.milligrams(), sum);
        prop_assert!(result.low <= result.reduction && result.reduction <= result.high);
        for (index, outcome) in result.pollutants.iter().enumerate() {
            let parts: Vec<i64> = result.terms.iter()
                .filter_map(|term| Some(signed(term.side) * term.pollutants[index]?.micrograms()))
                .collect();
            match outcome {
                PollutantOutcome::Unknown => prop_assert!(parts.is_empty()),
                PollutantOutcome::Known { value, low, high, .. } => {
                    prop_assert_eq!(value.micrograms(), parts.iter().sum::<i64>());
                    prop_assert!(low <= value && value <= high);
                }
            }
        }
    }

    #[test]
    fn savings_are_linear_in_distance(
        action in any_trip(), metres in 1_000_i64..5_000, times in 2_i64..4,
        replaced in any_replaced(),
    ) {
        let one = assess(&trip(action, &thousandths(metres), replaced)).reduction.milligrams();
        let many =
            assess(&trip(action, &thousandths(metres * times), replaced)).reduction.milligrams();
        // Each of the two terms is rounded to whole milligrams once.
        prop_assert!((many - one * times).abs() <= times + 1);
    }

    #[test]
    fn savings_against_one_baseline_are_ordered_as_the_modes_are(
        metres in 1_000_i64..10_000, replaced in any_replaced(),
    ) {
        let saved: Vec<_> = ["walk", "bicycle", "e-bike", "bus"]
            .map(|action| assess(&trip(action, &thousandths(metres), replaced)).reduction)
            .to_vec();
        prop_assert!(saved.is_sorted_by(|less, more| less >= more));
        let bus = assess(&trip("bus", &thousandths(metres), Some("car"))).reduction;
        prop_assert!(bus.milligrams() > 0);
    }

    #[test]
    fn points_are_never_negative_and_never_more_than_the_weighted_grams(
        action in any_trip(), metres in 1_000_i64..20_000, replaced in any_replaced(),
    ) {
        let activity = trip(action, &thousandths(metres), replaced);
        let result = assess(&activity);
        prop_assert_eq!(activity.evidence(), Evidence::SelfReported);
        let half_grams = result.reduction.milligrams().max(0) / 2_000;
        prop_assert!(i64::from(result.points) <= half_grams);
    }
}
