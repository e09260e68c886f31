//! Generated entries: anything that a form could let through.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Entry, EntryId, Note};
use carbon_inclusion::methodology::{Action, Activity, Draft, Evidence, Input, Replaced, current};
use carbon_inclusion::quantity::{Day, Dimension, Quantity};
use carbon_inclusion::vault::{Body, Rank, Revision};
use proptest::prelude::*;

/// What somebody says they did, and their remark.
#[derive(Clone, Debug)]
pub struct Said {
    action: &'static str,
    on: String,
    inputs: Vec<(&'static str, String)>,
    item: Option<&'static str>,
    replaced: Option<&'static str>,
    evidence: &'static str,
    mix: Option<&'static str>,
    pub note: String,
}

impl Said {
    pub fn draft(&self) -> Draft<'_> {
        let inputs = self.inputs.iter();
        Draft {
            action: self.action,
            edition: Some(current().id),
            on: &self.on,
            inputs: inputs
                .map(|(kind, amount)| (*kind, amount.as_str().into()))
                .collect(),
            item: self.item,
            replaced: self.replaced,
            evidence: Some(self.evidence),
            mix: self.mix,
        }
    }

    /// What a form lets through at most and at least: each way of entering an
    /// action, with every input at its floor or at its ceiling.
    pub fn extremes(action: &'static Action) -> Vec<Self> {
        let mut extremes = Vec::new();
        for variant in action.variants {
            for item in options(action.items.iter().map(|item| item.id)) {
                for ceilings in 0..1_u32 << variant.inputs.len() {
                    let inputs = variant.inputs.iter().enumerate().map(|(index, input)| {
                        let is_high = ceilings >> index & 1 == 1;
                        let amount = if is_high { input.ceiling } else { input.floor };
                        (input.kind.id(), text_of(input, amount))
                    });
                    extremes.push(Self {
                        action: action.id.as_str(),
                        on: "2026-11-22".to_owned(),
                        inputs: inputs.collect(),
                        item,
                        replaced: None,
                        evidence: "self",
                        mix: None,
                        note: String::new(),
                    });
                }
            }
        }
        extremes
    }

    pub fn activity(&self) -> Activity {
        Activity::check(&self.draft()).expect("within the bounds")
    }

    pub fn note(&self) -> Option<Note> {
        Note::new(&self.note).expect("no forbidden character")
    }

    pub fn entry(&self, id: u64, recorded_at: i64) -> Entry {
        Entry {
            id: EntryId::from_number(id),
            recorded_at,
            activity: self.activity(),
            note: self.note(),
        }
    }
}

/// Something said for a day of these.
pub fn said(days: impl Strategy<Value = Day>) -> impl Strategy<Value = Said> {
    let choices = (any::<[prop::sample::Index; 6]>(), any::<[u64; 8]>());
    (days, choices, notes()).prop_map(|(day, (choices, amounts), note)| {
        let [action, variant, item, replaced, evidence, mix] = choices;
        let action = action.get(current().actions);
        let variant = variant.get(action.variants);
        let inputs = variant.inputs.iter().zip(amounts);
        let items: Vec<Option<&str>> = options(action.items.iter().map(|item| item.id));
        let replacing: Vec<Option<&str>> = options(Replaced::ALL.iter().map(|one| one.id()));
        let mixes = [None, Some("40,20,35,5,1.50"), Some("100,0,0,0,8")];
        Said {
            action: action.id.as_str(),
            on: day.to_string(),
            inputs: inputs
                // An odd number leaves an optional input out.
                .filter(|(input, amount)| input.required || amount % 2 == 0)
                .map(|(input, amount)| (input.kind.id(), amount_of(input, amount)))
                .collect(),
            item: *item.get(&items),
            replaced: replaced.get(&replacing).filter(|_| action.is_trip()),
            evidence: evidence.get(&Evidence::ALL).id(),
            mix: *mix.get(&mixes),
            note,
        }
    })
}

/// None of them, or one.
fn options(ids: impl Iterator<Item = &'static str>) -> Vec<Option<&'static str>> {
    std::iter::once(None).chain(ids.map(Some)).collect()
}

/// An amount within the bounds, mostly a small one.
fn amount_of(input: &Input, random: u64) -> String {
    let dimension = input.kind.dimension();
    let grain = if dimension == Dimension::Count {
        1000
    } else {
        1
    };
    let steps = u64::try_from((input.ceiling - input.floor) / grain).expect("floor ≤ ceiling");
    let steps = if random.is_multiple_of(3) {
        steps
    } else {
        steps.min(50)
    };
    let step = i64::try_from((random >> 8) % (steps + 1)).expect("below the ceiling");
    text_of(input, input.floor + step * grain)
}

fn text_of(input: &Input, thousandths: i64) -> String {
    Quantity::new(input.kind.dimension(), thousandths)
        .expect("within the bounds")
        .to_string()
}

fn notes() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        1 => r#"[a-z|\\= ,"上班😀]{1,20}"#,
    ]
}

/// Days of two years' turn, so that weeks, months and years are mixed.
pub fn days() -> impl Strategy<Value = Day> {
    days_between("2026-12-20", "2027-02-10")
}

/// Days between two days.
pub fn days_between(first: &str, last: &str) -> impl Strategy<Value = Day> {
    let [first, last] = [first, last].map(|day| day.parse::<Day>().expect("a day").number());
    (first..=last).prop_map(|number| Day::from_number(number).expect("a day"))
}

/// Revisions of some entries, as several devices may have written them.
pub fn revisions() -> impl Strategy<Value = Vec<Revision>> {
    let revision = (
        0..9_u64,
        1..5_u32,
        0..9_i64,
        any::<u64>(),
        said(days()),
        any::<bool>(),
    );
    let revision = revision.prop_map(|(id, number, stamp, nonce, said, is_deleted)| {
        let rank = Rank {
            number,
            stamp,
            nonce,
        };
        if is_deleted {
            Revision::new(EntryId::from_number(id), rank, Body::Deleted)
        } else {
            Revision::of(
                Entry {
                    ..said.entry(id, 3)
                },
                rank,
            )
        }
    });
    proptest::collection::vec(revision, 0..12)
}
