//! Comparisons with numbers that were worked out by hand.

use super::{Comparison, Measure, Row, Share, Stretch, Trips, Way, habits};
use crate::account::{Entry, Ledger};
use crate::language::Language;
use crate::methodology::{Draft, Pollutant, Replaced};

fn compared(km: &str, measure: Measure, stretch: Stretch) -> Comparison {
    let trips = Trips::check(km, "10").expect("good trips");
    Comparison::of(&trips, Replaced::Car, measure, stretch)
}

fn name(way: Way) -> String {
    match way {
        Way::Action(action, None) => action.id.as_str().to_owned(),
        Way::Action(action, Some(persons)) => format!("{} {persons}", action.id.as_str()),
        Way::Taxi => "taxi".to_owned(),
    }
}

fn row<'a>(comparison: &'a Comparison, id: &str) -> &'a Row {
    let mut rows = comparison.rows.iter();
    rows.find(|row| name(row.way) == id).expect("a way")
}

#[test]
fn ways_stand_in_the_order_of_what_they_emit() {
    let comparison = compared("8", Measure::Carbon, Stretch::Trip);
    let found: Vec<String> = comparison.rows.iter().map(|row| name(row.way)).collect();
    let expected = [
        "walk",
        "bicycle",
        "shared-bicycle",
        "e-bike",
        "train",
        "carpool 5",
        "high-speed-rail",
        "metro",
        "carpool 4",
        "coach",
        "bus",
        "carpool 3",
        "carpool 2",
        "electric-car",
        "taxi",
        "car",
    ];
    assert_eq!(found, expected);
    assert!(comparison.left_out.is_empty());
}

#[track_caller]
fn case(id: &str, measure: Measure, stretch: Stretch, expected: [&str; 4]) {
    let comparison = compared("8", measure, stretch);
    let row = row(&comparison, id);
    let text = |amount: i64| measure.short(amount, Language::En);
    let estimate = row.estimate.expect("known");
    let saved = row.saved.map_or_else(|| "–".to_owned(), text);
    let found = [
        text(estimate.value),
        text(estimate.low),
        text(estimate.high),
        saved,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_bus_and_a_car_are_compared_as_they_are_recorded() {
    // 8 km × 53 g, and 8 km × 167.4 g.
    case(
        "bus",
        Measure::Carbon,
        Stretch::Trip,
        ["424 g", "248 g", "824 g", "915 g"],
    );
    case(
        "car",
        Measure::Carbon,
        Stretch::Trip,
        ["1.34 kg", "1.23 kg", "2.01 kg", "–"],
    );
    // 520 trips of it.
    case(
        "bus",
        Measure::Carbon,
        Stretch::Year,
        ["220 kg", "129 kg", "428 kg", "476 kg"],
    );
    // 8 km × 0.0856 kWh × 0.072 g, against 8 km × 0.0011 g.
    let sulphur = Measure::Pollutant(Pollutant::So2);
    case(
        "bus",
        sulphur,
        Stretch::Trip,
        ["49.3 mg", "24.9 mg", "95.8 mg", "−40.5 mg"],
    );
}

#[test]
fn what_nobody_knows_is_no_zero_and_comes_last() {
    let comparison = compared("8", Measure::Pollutant(Pollutant::Co), Stretch::Trip);
    let unknown = comparison
        .rows
        .iter()
        .skip_while(|row| row.estimate.is_some());
    let unknown: Vec<String> = unknown.map(|row| name(row.way)).collect();
    let expected = [
        "shared-bicycle",
        "e-bike",
        "bus",
        "metro",
        "train",
        "high-speed-rail",
        "coach",
        "electric-car",
    ];
    assert_eq!(unknown, expected);
    let bus = row(&comparison, "bus");
    assert_eq!((bus.saved, bus.bar), (None, None));
    assert_eq!(
        row(&comparison, "walk").estimate.map(|one| one.value),
        Some(0)
    );
}

#[test]
fn bars_end_within_their_ranges() {
    let comparison = compared("8", Measure::Carbon, Stretch::Year);
    let car = row(&comparison, "car").bar.expect("a bar");
    let ends = [car.low, car.value, car.high].map(Share::thousandths);
    assert_eq!(ends, [614, 667, 1000]);
}

#[test]
fn ways_that_do_not_go_that_far_are_left_out() {
    let left_out = |km| {
        let comparison = compared(km, Measure::Carbon, Stretch::Trip);
        comparison
            .left_out
            .into_iter()
            .map(name)
            .collect::<Vec<_>>()
    };
    assert_eq!(left_out("0.5"), ["train", "high-speed-rail", "coach"]);
    assert_eq!(left_out("60"), ["walk"]);
    assert!(!left_out("3000").contains(&"train".to_owned()));
}

#[test]
fn what_is_typed_is_checked_as_in_the_form() {
    let errors = |km: &str, times: &str| {
        let errors = Trips::check(km, times).expect_err("wrong");
        [errors.distance, errors.times].map(|error| error.map(|error| error.to_string()))
    };
    let wrong = |text: &str| Some(text.to_owned());
    assert_eq!(
        errors("far", "10"),
        [wrong("input `distance_km`: not a number"), None]
    );
    assert_eq!(
        errors("0", "101"),
        [
            wrong("input `distance_km` is not between 0.1 and 5000"),
            wrong("input `count` is not between 1 and 100")
        ]
    );
    assert!(Trips::check("８公里", " 10 ").is_ok());
}

#[test]
fn a_form_is_filled_in_with_what_is_compared() {
    let distance = Trips::check("8", "1").expect("good trips").distance();
    let form = |id: &str, replaced| {
        let way = Way::all().into_iter().find(|way| name(*way) == id);
        way.expect("a way").form(distance, Some(replaced))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        form("bus", Replaced::Car),
        some("#/record/bus?distance_km=8&replaced=car")
    );
    assert_eq!(
        form("bus", Replaced::Bus),
        some("#/record/bus?distance_km=8")
    );
    assert_eq!(
        form("carpool 3", Replaced::Taxi),
        some("#/record/carpool?distance_km=8&occupancy=3&replaced=taxi")
    );
    assert_eq!(
        form("car", Replaced::Bus),
        some("#/record/car?distance_km=8")
    );
    assert_eq!(form("taxi", Replaced::Car), None);
}

#[test]
fn habits_that_could_emit_less_are_found() {
    let trip = |number: u64, action: &str, km: &'static str| {
        let draft = Draft {
            action,
            on: "2026-11-22",
            inputs: vec![("distance_km", km.into())],
            ..Draft::default()
        };
        Entry::of_draft(number, &draft)
    };
    let entries = [
        trip(1, "walk", "1"),
        trip(2, "walk", "1"),
        trip(3, "walk", "1"),
        trip(4, "car", "12"),
        trip(5, "car", "12"),
        trip(6, "bus", "8"),
        trip(7, "bus", "8"),
        trip(8, "electric-car", "8"),
    ];
    let ledger: Ledger = entries.into_iter().collect();
    let found = habits(&ledger, 5);
    assert_eq!(found.len(), 2);
    let of = |action: &str| {
        let mut habits = found.iter();
        let habit = habits.find(|habit| habit.activity.action().id.as_str() == action);
        let habit = habit.expect("a habit");
        let better = habit.better.iter();
        let better = better.map(|one| [name(one.way), one.together.grams_decimal()].join(" "));
        assert_eq!(habit.times, 2);
        better.collect::<Vec<_>>()
    };
    // 12 km is further than counts for a day's walking.
    assert_eq!(
        of("car"),
        [
            "bicycle 4017.6",
            "e-bike 3729.6",
            "bus 2745.6",
            "carpool 2 1908.36"
        ]
    );
    assert_eq!(of("bus"), ["walk 848", "bicycle 848", "e-bike 656"]);
}
