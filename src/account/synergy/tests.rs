//! Verdicts and trades with numbers that were worked out by hand.

use super::{Synergy, Verdict, place};
use crate::account::{Entry, Ledger, Span};
use crate::methodology::{Draft, Pollutant, current};

fn ledger(recorded: &[(&str, &str, &'static str, Option<&'static str>)]) -> Ledger {
    let entries = recorded
        .iter()
        .zip(1..)
        .map(|((action, input, amount, replaced), number)| {
            let draft = Draft {
                action,
                on: "2026-11-22",
                inputs: vec![(*input, (*amount).into())],
                replaced: *replaced,
                ..Draft::default()
            };
            Entry::of_draft(number, &draft)
        });
    entries.collect()
}

fn verdicts(synergy: &Synergy) -> Vec<(&'static str, Verdict)> {
    let deeds = synergy.deeds.iter();
    deeds
        .map(|deed| (deed.action.as_str(), deed.verdict))
        .collect()
}

#[test]
fn actions_are_judged_by_what_is_known_in_full() {
    let synergy = Synergy::of(
        &ledger(&[
            ("walk", "distance_km", "2", Some("car")),
            ("electric-car", "distance_km", "10", Some("car")),
            ("train", "distance_km", "60", Some("car")),
            ("clean-plate", "count", "1", None),
            ("e-bike", "distance_km", "4", Some("none")),
            ("car", "distance_km", "4", None),
            ("learn", "count", "1", None),
        ]),
        Span::All,
    );
    assert!(!synergy.is_typical);
    let expected = [
        ("walk", Verdict::Both),
        ("electric-car", Verdict::Trade),
        ("train", Verdict::CarbonOnly),
        ("clean-plate", Verdict::CarbonOnly),
        ("car", Verdict::Neither),
        ("e-bike", Verdict::Worse),
    ];
    assert_eq!(verdicts(&synergy), expected);
    assert_eq!(synergy.count(Verdict::CarbonOnly), 2);
}

#[test]
fn a_trade_moves_from_the_street_to_the_plant() {
    let synergy = Synergy::of(
        &ledger(&[("electric-car", "distance_km", "10", Some("car"))]),
        Span::All,
    );
    let deed = synergy.moved().expect("a trade");
    let moved = deed
        .moved()
        .map(|moved| moved.map(|(pollutant, mass)| (pollutant.id(), mass.milligrams_decimal())));
    assert_eq!(
        moved,
        [
            Some(("CO", "4600".to_owned())),
            Some(("SO2", "-108".to_owned()))
        ]
    );
    // What a plant adds of CO is not known.
    let at = |pollutant| place(&deed.totals, pollutant);
    assert_eq!(at(Pollutant::So2), Some((745_350, -97_000, true)));
    assert_eq!(at(Pollutant::Co), Some((745_350, 4_600_000, false)));
}

#[test]
fn an_empty_account_shows_a_typical_unit_of_each_action() {
    for synergy in [
        Synergy::of(&Ledger::new(), Span::All),
        Synergy::of(&ledger(&[("learn", "count", "1", None)]), Span::All),
    ] {
        assert!(synergy.is_typical);
        assert!(synergy.deeds.iter().all(|deed| deed.unit.is_some()));
        let has = |id: &str| synergy.deeds.iter().any(|deed| deed.action.as_str() == id);
        assert!(has("clean-heating") && has("electric-car"));
        assert!(!has("car") && !has("learn"));
        for action in current()
            .actions
            .iter()
            .filter(|action| action.has_reduction())
        {
            assert!(has(action.id.as_str()) || action.id.as_str() == "car");
        }
        assert!(synergy.count(Verdict::Both) > 0 && synergy.count(Verdict::Trade) > 0);
        assert!(synergy.moved().is_some());
    }
}

#[test]
fn the_parts_make_the_whole() {
    let ledger = ledger(&[
        ("walk", "distance_km", "2", Some("car")),
        ("bus", "distance_km", "8", None),
    ]);
    let synergy = Synergy::of(&ledger, Span::All);
    assert_eq!(synergy.totals(), ledger.totals(Span::All));
}
