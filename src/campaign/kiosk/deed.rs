//! One thing that a person did, with its numbers: always an activity that went
//! through the same check as one of the form.

use super::offer::asked;
use crate::account::{Entry, EntryId};
use crate::methodology::{Action, Activity, Draft, Given, Input, InputKind};
use crate::quantity::{Day, Quantity};
use crate::vault::{Rank, Revision};

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// Of the entry that it becomes on the person's own phone: it is the same
    /// however often the code is scanned.
    id: EntryId,
    nonce: u64,
    activity: Activity,
}

impl Deed {
    /// An action with its usual amounts; `None` where the kiosk cannot ask for it.
    pub(super) fn usual(action: &'static Action, on: Day, id: EntryId, nonce: u64) -> Option<Self> {
        let required = asked(action)?.inputs.iter().filter(|input| input.required);
        let amounts: Vec<(InputKind, i64)> =
            required.map(|input| (input.kind, input.usual)).collect();
        let activity = checked(action, on, &amounts)?;
        Some(Self {
            id,
            nonce,
            activity,
        })
    }

    /// The id of the entry that it becomes.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// What was done, with its numbers.
    #[must_use]
    pub const fn activity(&self) -> &Activity {
        &self.activity
    }

    /// The numbers that are asked for.
    pub fn numbers(&self) -> impl Iterator<Item = (&'static Input, Quantity)> {
        let way = self.activity.variant();
        let given = self.activity.inputs().iter();
        given.filter_map(|(kind, amount)| Some((way.input(*kind)?, *amount)))
    }

    /// Says another amount. Whether it is one: what is out of bounds changes
    /// nothing.
    pub(super) fn set(&mut self, kind: InputKind, thousandths: i64) -> bool {
        let amounts: Vec<(InputKind, i64)> = self
            .numbers()
            .map(|(input, amount)| {
                let is_it = input.kind == kind;
                let amount = if is_it {
                    thousandths
                } else {
                    amount.thousandths()
                };
                (input.kind, amount)
            })
            .collect();
        match checked(self.activity.action(), self.activity.on(), &amounts) {
            Some(activity) => {
                let is_new = activity != self.activity;
                self.activity = activity;
                is_new
            }
            None => false,
        }
    }

    /// One step of the form's buttons more or less.
    pub(super) fn step(&mut self, kind: InputKind, up: bool) -> bool {
        let number = self.numbers().find(|(input, _)| input.kind == kind);
        let next = number.map(|(input, amount)| input.stepped(amount.thousandths(), up));
        next.is_some_and(|next| self.set(kind, next))
    }

    /// The entry that it becomes.
    pub(super) fn entry(&self, recorded_at: i64) -> Entry {
        Entry {
            id: self.id,
            recorded_at,
            activity: self.activity.clone(),
            note: None,
        }
    }

    /// The entry as a first revision, written at a moment: of two with other
    /// numbers the later one counts.
    pub(super) fn revision(&self, recorded_at: i64, stamp: i64) -> Revision {
        let rank = Rank {
            number: 1,
            stamp,
            nonce: self.nonce,
        };
        Revision::of(self.entry(recorded_at), rank)
    }
}

fn checked(action: &'static Action, on: Day, amounts: &[(InputKind, i64)]) -> Option<Activity> {
    let inputs = amounts.iter();
    let draft = Draft {
        action: action.id.as_str(),
        on: &on.to_string(),
        inputs: inputs
            .map(|(kind, thousandths)| (kind.id(), Given::Thousandths(*thousandths)))
            .collect(),
        ..Draft::default()
    };
    Activity::check(&draft).ok()
}
