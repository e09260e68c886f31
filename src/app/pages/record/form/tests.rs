//! The form says what was typed, and names everything that is wrong.

use super::{DayError, Form, FormChange};
use crate::account::{Entry, EntryId, Note};
use crate::app::query::Query;
use crate::methodology::{ActionId, CityMix, InputKind, Replaced, current};
use crate::quantity::Day;

fn today() -> Day {
    "2026-11-22".parse().expect("a day")
}

fn form(action: &str) -> Form {
    let id = ActionId::parse(action).expect("an action");
    let action = current().action(id).expect("an action of the edition");
    Form::new(current(), action, None, today()).expect("a way of entering")
}

impl Form {
    fn after(mut self, change: FormChange) -> Self {
        self.change(change);
        self
    }
}

#[test]
fn every_form_starts_right() {
    for action in current().actions {
        let form = form(action.id.as_str());
        assert!(form.errors(today()).count() == 0, "{:?}", action.id);
        // Clean heating asks what heats instead; nothing may be assumed there.
        if action.id.as_str() != "clean-heating" {
            assert!(form.activity().is_some(), "{:?}", action.id);
        }
    }
}

#[test]
fn a_link_fills_the_form() {
    let query = Query::parse("distance_km=8&replaced=car&on=2026-11-20&evidence=proof");
    let activity = form("bus")
        .prefilled(&query)
        .activity()
        .expect("an activity");
    assert_eq!(activity.replaced(), Some(Replaced::Car));
    assert_eq!(activity.on().to_string(), "2026-11-20");
    let distance = activity.input(InputKind::DistanceKm);
    assert_eq!(
        distance.map(|amount| amount.to_string()).as_deref(),
        Some("8")
    );
}

#[test]
fn a_link_with_readings_chooses_that_way_of_entering() {
    let query = Query::parse("old_kwh=120&new_kwh=100");
    let activity = form("electricity-saved").prefilled(&query).activity();
    assert_eq!(activity.map(|activity| activity.inputs().len()), Some(2));
}

#[test]
fn what_a_link_says_wrongly_is_named_at_its_field() {
    let query = Query::parse("distance_km=far&on=2026-11-23&replaced=camel");
    let form = form("bus").prefilled(&query);
    assert_eq!(form.amount(InputKind::DistanceKm), "far");
    assert!(form.shows_error(InputKind::DistanceKm));
    let errors = form.errors(today());
    assert_eq!(errors.count(), 2);
    assert_eq!(errors.day, Some(DayError::Future));
    assert!(form.activity().is_none());
}

#[test]
fn nothing_typed_is_lost() {
    let form = form("electricity-saved")
        .after(FormChange::Amount(InputKind::EnergyKwh, "３。５度".into()))
        .after(FormChange::Note("\u{202e}x".into()))
        .after(FormChange::On("2026".into()))
        .after(FormChange::Variant("no such way".into()))
        .after(FormChange::Tried);
    assert_eq!(form.amount(InputKind::EnergyKwh), "３。５度");
    let errors = form.errors(today());
    assert_eq!(errors.amounts, []);
    assert_eq!(errors.day, Some(DayError::Bad));
    assert!(errors.note.is_some());
    let form = form.after(FormChange::Left(InputKind::EnergyKwh));
    assert_eq!(form.amount(InputKind::EnergyKwh), "3.5");
    let other = form.action().variants[1].id.to_owned();
    let form = form.after(FormChange::Variant(other));
    assert_eq!(form.amount(InputKind::EnergyKwh), "3.5");
    let form = form.after(FormChange::Amount(InputKind::EnergyKwh, "三度".into()));
    let form = form.after(FormChange::Left(InputKind::EnergyKwh));
    assert_eq!(form.amount(InputKind::EnergyKwh), "三度");
}

#[test]
fn an_entry_comes_back_as_it_was_recorded() {
    for action in current().actions {
        for variant in action.variants {
            let form = form(action.id.as_str()).after(FormChange::Variant(variant.id.into()));
            let Some(activity) = form.activity() else {
                continue;
            };
            let entry = Entry {
                id: EntryId::from_number(1),
                recorded_at: 0,
                activity: activity.clone(),
                note: Note::new("备注").expect("a note"),
            };
            let again = Form::of_entry(&entry, None);
            assert_eq!(again.activity().as_ref(), Some(&activity));
            assert_eq!(again.note, "备注");
        }
    }
}

#[test]
fn an_edited_entry_keeps_the_mix_it_was_recorded_with() {
    let own: CityMix = "40,20,35,5,1.5".parse().expect("a mix");
    let id = ActionId::parse("walk").expect("an action");
    let action = current().action(id).expect("an action of the edition");
    let form = Form::new(current(), action, Some(own), today()).expect("a form");
    let activity = form.activity().expect("an activity");
    assert_eq!(activity.mix(), Some(own));
    let entry = Entry {
        id: EntryId::from_number(1),
        recorded_at: 0,
        activity,
        note: None,
    };
    let again = Form::of_entry(&entry, None).activity();
    assert_eq!(again.and_then(|activity| activity.mix()), Some(own));
}
