//! Cutting pollution and carbon together: what each action did to both, which
//! cut both at once, and where one was traded for the other.

mod quadrant;

pub use quadrant::{Board, Dot, Quadrant, Tick as QuadrantTick};

use super::ledger::{Ledger, Span};
use super::totals::{PollutantTotal, Totals};
use crate::methodology::{
    Action, ActionId, Activity, Draft, FactorRule, Pollutant, Replaced, Variant, assess, current,
};
use crate::quantity::{Carbon, PollutantMass, Quantity, ordered};
use std::cmp::Reverse;

/// What an action did to carbon and pollution together. Only pollutants that are
/// known in full decide: of a half-known one nobody can say which way it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Less carbon, less of some pollutant and more of none.
    Both,
    /// Something less, something else more.
    Trade,
    /// Less carbon; what became of pollution is not known in full.
    CarbonOnly,
    /// Carbon as before, and nothing more.
    Neither,
    /// Nothing less, something more.
    Worse,
}

impl Verdict {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 5] = [
        Self::Both,
        Self::Trade,
        Self::CarbonOnly,
        Self::Neither,
        Self::Worse,
    ];

    /// The verdict on what entries come to together.
    #[must_use]
    pub fn of(totals: &Totals) -> Self {
        let carbon = totals.reduction.milligrams();
        let full = || {
            Pollutant::ALL
                .into_iter()
                .filter_map(|one| full(totals, one))
        };
        let is_less = full().any(|total| total.value > PollutantMass::ZERO);
        let is_more = full().any(|total| total.value < PollutantMass::ZERO);
        if is_more && (is_less || carbon > 0) || carbon < 0 && is_less {
            Self::Trade
        } else if carbon < 0 || is_more {
            Self::Worse
        } else if carbon == 0 {
            Self::Neither
        } else if is_less {
            Self::Both
        } else {
            Self::CarbonOnly
        }
    }
}

/// The total of a pollutant, where it is known in full.
fn full(totals: &Totals, pollutant: Pollutant) -> Option<PollutantTotal> {
    let total = totals.pollutant(pollutant);
    let is_full = total.known > 0 && total.known == totals.entries && total.partial == 0;
    is_full.then_some(total)
}

/// An action with what it did.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// The action.
    pub action: ActionId,
    /// The unit it stands for, where nothing was recorded.
    pub unit: Option<Activity>,
    /// What it came to.
    pub totals: Totals,
    /// What that is.
    pub verdict: Verdict,
}

impl Deed {
    fn new(action: ActionId, unit: Option<Activity>, totals: Totals) -> Self {
        let verdict = Verdict::of(&totals);
        Self {
            action,
            unit,
            totals,
            verdict,
        }
    }

    /// What moved: of the pollutants emitted less near people the one with most
    /// less in all, and of those emitted more elsewhere the one with most more
    /// in all; each with how much it is at that place.
    #[must_use]
    pub fn moved(&self) -> [Option<(Pollutant, PollutantMass)>; 2] {
        let totals = |pollutant: &Pollutant| self.totals.pollutant(*pollutant);
        let near = Pollutant::ALL.into_iter();
        let near = near
            .filter(|one| totals(one).near > PollutantMass::ZERO)
            .max_by_key(|one| totals(one).value);
        let far = Pollutant::ALL.into_iter();
        let far = far
            .filter(|one| totals(one).far() < PollutantMass::ZERO)
            .min_by_key(|one| totals(one).value);
        [
            near.map(|one| (one, totals(&one).near)),
            far.map(|one| (one, totals(&one).far())),
        ]
    }
}

/// Carbon and pollution side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Synergy {
    /// Whether it is of one typical unit of each action, because nothing was
    /// recorded.
    pub is_typical: bool,
    /// The actions, by verdict, the largest saving first.
    pub deeds: Vec<Deed>,
}

impl Synergy {
    /// Of a stretch of the account, or of typical units where that has no entry
    /// that is worked out in kg.
    #[must_use]
    pub fn of(ledger: &Ledger, span: Span) -> Self {
        let edition = current();
        let counts = |action: &ActionId| edition.action(*action).is_none_or(Action::has_reduction);
        let recorded = ledger.by_action(span).into_iter();
        let deeds = recorded
            .filter(|(action, _)| counts(action))
            .map(|(action, totals)| Deed::new(action, None, totals));
        let deeds = in_order(deeds);
        if deeds.is_empty() {
            return Self::typical();
        }
        Self {
            is_typical: false,
            deeds,
        }
    }

    /// Of one typical unit of each action: the amounts that its form starts
    /// with, a trip instead of one by petrol car.
    #[must_use]
    pub fn typical() -> Self {
        let units = current().actions.iter().filter_map(|action| {
            let unit = typical_unit(action)?;
            let totals = Totals::of(&unit, &assess(&unit));
            Some(Deed::new(action.id, Some(unit), totals))
        });
        Self {
            is_typical: true,
            deeds: in_order(units),
        }
    }

    /// How many actions have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.deeds
            .iter()
            .filter(|deed| deed.verdict == verdict)
            .count()
    }

    /// The first action of a verdict: the one that saved most carbon.
    #[must_use]
    pub fn first(&self, verdict: Verdict) -> Option<&Deed> {
        self.deeds.iter().find(|deed| deed.verdict == verdict)
    }

    /// The trade that moves most from the street to a plant: less of something
    /// near people, more of something elsewhere.
    #[must_use]
    pub fn moved(&self) -> Option<&Deed> {
        let mut moved = self.deeds.iter().filter(|deed| {
            deed.verdict == Verdict::Trade && deed.moved().iter().all(Option::is_some)
        });
        let first = moved.next()?;
        let more = |deed: &Deed| deed.moved()[1].map_or(PollutantMass::ZERO, |(_, mass)| mass);
        Some(moved.fold(
            first,
            |most, deed| if more(deed) < more(most) { deed } else { most },
        ))
    }

    /// What all of it comes to together.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.deeds.iter().map(|deed| deed.totals).sum()
    }
}

fn in_order(deeds: impl Iterator<Item = Deed>) -> Vec<Deed> {
    ordered(deeds, |deed| {
        (deed.verdict, Reverse(deed.totals.reduction), deed.action)
    })
}

/// One typical unit of an action; `None` where it is not worked out in kg, or
/// compares with nothing, as a car trip.
fn typical_unit(action: &'static Action) -> Option<Activity> {
    let way = action.variants.first()?;
    let asked = way.inputs.iter().filter(|input| input.required);
    let inputs = asked.filter_map(|input| {
        let amount = Quantity::new(input.kind.dimension(), input.usual).ok()?;
        Some((input.kind.id(), amount.to_string().into()))
    });
    let draft = Draft {
        action: action.id.as_str(),
        on: current().released,
        inputs: inputs.collect(),
        replaced: action.is_trip().then_some(Replaced::Car.id()),
        ..Draft::default()
    };
    let can_replace = |way: &Variant| {
        let mut terms = way.baseline.iter();
        terms.any(|term| matches!(term.factor, FactorRule::Replaced { .. }))
    };
    let is_compared = action.has_reduction() && (!action.is_trip() || can_replace(way));
    Activity::check(&draft).ok().filter(|_| is_compared)
}

/// What a point of the chart stands at: CO2e in mg, a pollutant in µg, and
/// whether that is known in full; `None` where it is not known at all.
#[must_use]
pub fn place(totals: &Totals, pollutant: Pollutant) -> Option<(i64, i64, bool)> {
    let total = totals.pollutant(pollutant);
    let mass = (total.known > 0).then_some(total.value.micrograms())?;
    let is_full = full(totals, pollutant).is_some();
    Some((Carbon::milligrams(totals.reduction), mass, is_full))
}

#[cfg(test)]
mod tests;
