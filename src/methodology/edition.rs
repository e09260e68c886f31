//! Methodology editions: files that never change once released, compiled in.

use super::{
    Action, ActionId, Evidence, Factor, FactorRule, MixRule, Replaced, Source, TermRule, Text,
};
use crate::quantity::Decimal;

pub(super) use compiled::ACTION_IDS;
use compiled::EDITIONS;

/// What the build script wrote.
#[expect(
    clippy::unreadable_literal,
    reason = "written by the build script, read by nobody"
)]
mod compiled {
    use super::super::{
        Action, ActionId, Category, EmittedAt, Factor, FactorRule, FactorUnit, FactorValues, Input,
        InputKind, Item, MixRule, PollutantFactor, Provenance, Quality, Replaced, Source, TermRule,
        Text, Variant,
    };
    use super::{CampaignDay, Edition, Norm, Overlap, Period};
    use crate::quantity::Decimal;

    include!(concat!(env!("OUT_DIR"), "/editions.rs"));
}

/// The released editions and a made-up one after them.
#[cfg(test)]
#[expect(
    clippy::unreadable_literal,
    dead_code,
    reason = "written by the build script, read by nobody"
)]
mod rehearsed {
    use super::super::{
        Action, ActionId, Category, EmittedAt, Factor, FactorRule, FactorUnit, FactorValues, Input,
        InputKind, Item, MixRule, PollutantFactor, Provenance, Quality, Replaced, Source, TermRule,
        Text, Variant,
    };
    use super::{CampaignDay, Edition, Norm, Overlap, Period};
    use crate::quantity::Decimal;

    include!(concat!(env!("OUT_DIR"), "/rehearsal.rs"));
}

/// One of the ten norms of citizens' environmental conduct.
#[derive(Debug, PartialEq, Eq)]
pub struct Norm {
    /// 1 to 10.
    pub number: u8,
    /// Its title, to the letter.
    pub title: Text,
    /// Its text, as far as it was read.
    pub body: Option<Text>,
}

/// How far apart two entries still overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// On the same day.
    Day,
    /// In the same month.
    Month,
}

/// Actions that may count the same saving twice.
#[derive(Debug, PartialEq, Eq)]
pub struct Overlap {
    /// Id, unique in the edition.
    pub id: &'static str,
    /// One side.
    pub actions: &'static [ActionId],
    /// The other side.
    pub against: &'static [ActionId],
    /// How far apart they still overlap.
    pub period: Period,
    /// Why.
    pub reason: Text,
}

impl Overlap {
    /// Whether two actions stand on different sides of the rule.
    #[must_use]
    pub fn concerns(&self, one: ActionId, other: ActionId) -> bool {
        let faces = |one, other| self.actions.contains(&one) && self.against.contains(&other);
        faces(one, other) || faces(other, one)
    }
}

/// A day or week that campaigns are held on.
#[derive(Debug, PartialEq, Eq)]
pub struct CampaignDay {
    /// Id, unique in the edition.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// First day, `YYYY-MM-DD`.
    pub from: &'static str,
    /// Last day.
    pub to: &'static str,
    /// Whether the date is the same each year.
    pub yearly: bool,
    /// A remark.
    pub note: Option<Text>,
}

/// A methodology edition.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    /// Id, as `liaocheng-2026.1`.
    pub id: &'static str,
    /// Title.
    pub title: Text,
    /// Day of release, `YYYY-MM-DD`.
    pub released: &'static str,
    /// What the page says of its standing.
    pub wording: Text,
    /// What can be recorded.
    pub actions: &'static [Action],
    /// Every factor.
    pub factors: &'static [&'static Factor],
    /// Every source.
    pub sources: &'static [&'static Source],
    /// The ten norms.
    pub norms: &'static [Norm],
    /// What may count twice.
    pub overlaps: &'static [Overlap],
    /// Campaign days.
    pub campaign_days: &'static [CampaignDay],
    /// What a trip replaces where nothing is said.
    pub mix: MixRule,
    /// Factors of car, taxi, bus, e-bike as what a trip replaced.
    pub replaced: [&'static Factor; 4],
    /// Most self-reported points of a day.
    pub day_points_cap: u32,
    /// Weight of a self-reported entry's points.
    pub self_reported_weight: Decimal,
    /// Weight of a proven entry's points.
    pub proof_weight: Decimal,
}

impl Edition {
    /// The edition of an id, `None` for any other text.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        let known = EDITIONS.iter().copied();
        #[cfg(test)]
        let known = known.chain([rehearsal()]);
        known.into_iter().find(|edition| edition.id == id)
    }

    /// An action, where this edition has it.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&'static Action> {
        // Nearly always the ids are in the order of the edition.
        match self.actions.get(id.index()) {
            Some(action) if action.id == id => Some(action),
            _ => self.actions.iter().find(|action| action.id == id),
        }
    }

    /// The factor of an id.
    #[must_use]
    pub fn factor(&self, id: &str) -> Option<&'static Factor> {
        self.factors.iter().copied().find(|factor| factor.id == id)
    }

    /// The actions whose terms can take a factor: always, for what a trip
    /// replaced, for an item, or as a part of the city's mix.
    pub fn used_by(&self, factor: &Factor) -> impl Iterator<Item = &'static Action> {
        let is_it = |other: &&'static Factor| other.id == factor.id;
        let takes = move |action: &Action, term: &TermRule| {
            let by_rule = match term.factor {
                FactorRule::Fixed(fixed) => is_it(&fixed),
                FactorRule::Replaced { unsaid } => {
                    let parts: &[&'static Factor] = if unsaid.id == self.mix.published.id {
                        &self.mix.components
                    } else {
                        &[]
                    };
                    is_it(&unsaid) || self.replaced.iter().chain(parts).any(is_it)
                }
                FactorRule::Item => action.items.iter().any(|item| is_it(&item.factor)),
            };
            by_rule || term.with.iter().any(is_it)
        };
        self.actions.iter().filter(move |action| {
            let mut terms = action
                .variants
                .iter()
                .flat_map(|way| way.baseline.iter().chain(way.project));
            terms.any(|term| takes(action, term))
        })
    }

    /// The factors that an action can take, in the order of the edition.
    pub fn taken_by(&self, action: &Action) -> impl Iterator<Item = &'static Factor> {
        let takes = |factor: &&'static Factor| {
            let mut users = self.used_by(factor);
            users.any(|user| user.id == action.id)
        };
        self.factors.iter().copied().filter(takes)
    }

    /// The factor of what a trip replaced; `None` for nothing.
    #[must_use]
    pub const fn replaced_factor(&self, replaced: Replaced) -> Option<&'static Factor> {
        match replaced {
            Replaced::Car => Some(self.replaced[0]),
            Replaced::Taxi => Some(self.replaced[1]),
            Replaced::Bus => Some(self.replaced[2]),
            Replaced::EBike => Some(self.replaced[3]),
            Replaced::None => None,
        }
    }

    /// The weight of an entry's points.
    #[must_use]
    pub const fn weight(&self, evidence: Evidence) -> Decimal {
        match evidence {
            Evidence::SelfReported => self.self_reported_weight,
            Evidence::Proof => self.proof_weight,
        }
    }
}

/// All released editions, the oldest first.
#[must_use]
pub fn editions() -> &'static [&'static Edition] {
    &EDITIONS
}

/// The newest edition: what new entries are worked out by.
#[must_use]
pub fn current() -> &'static Edition {
    EDITIONS[EDITIONS.len() - 1]
}

/// A made-up edition after the newest: in it a bus emits more, a walk is at most
/// 10 km long, and nothing is said of paper.
#[cfg(test)]
pub(crate) fn rehearsal() -> &'static Edition {
    rehearsed::EDITIONS[rehearsed::EDITIONS.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::current;

    #[track_caller]
    fn case(factor: &str, expected: &[&str]) {
        let factor = current().factor(factor).expect("a factor");
        let users = current().used_by(factor).map(|action| action.id.as_str());
        let users: Vec<&str> = users.collect();
        for action in expected {
            assert!(users.contains(action), "{users:?}");
        }
        assert!(!users.contains(&"learn"), "{users:?}");
    }

    #[test]
    fn factors_know_what_takes_them() {
        case("bus", &["bus", "walk"]);
        case("city-mix", &["walk"]);
        case("motorcycle", &["walk"]);
        case("electricity", &["electricity-saved", "led-lamp"]);
        case("shared-car-detour", &["carpool"]);
    }

    #[test]
    fn items_lead_to_their_action() {
        let second_hand = current()
            .actions
            .iter()
            .find(|action| !action.items.is_empty());
        let action = second_hand.expect("an action with items");
        for item in action.items {
            assert!(
                current()
                    .used_by(item.factor)
                    .any(|user| user.id == action.id)
            );
        }
    }
}
