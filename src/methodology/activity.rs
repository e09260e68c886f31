//! What somebody did, checked: the one door through which a form, a file, a
//! link and the storage come in.

use super::{
    Action, ActionId, Assessment, CityMix, CityMixError, Contribution, Edition, Evidence,
    FactorRule, Input, InputKind, Item, Replaced, Variant, current,
};
use crate::quantity::{Day, Quantity, QuantityError};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;
use thiserror::Error;

/// The unchecked text of one activity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft<'a> {
    /// Id of the action.
    pub action: &'a str,
    /// Id of the edition; the current one where absent.
    pub edition: Option<&'a str>,
    /// The day, `YYYY-MM-DD`.
    pub on: &'a str,
    /// Amounts by kind, in the unit that the kind's id names.
    pub inputs: Vec<(&'a str, Given<'a>)>,
    /// Id of the item.
    pub item: Option<&'a str>,
    /// What a trip replaced; unsaid where absent.
    pub replaced: Option<&'a str>,
    /// `self` or `proof`; `self` where absent.
    pub evidence: Option<&'a str>,
    /// The resident's own city mix; the edition's where absent.
    pub mix: Option<&'a str>,
}

/// An amount before it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// As somebody typed it, or a file says it.
    Text(Cow<'a, str>),
    /// In thousandths of the unit.
    Thousandths(i64),
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for Given<'a> {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// Why a draft is no activity.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ActivityError {
    /// No edition of this id.
    #[error("unknown edition `{0}`")]
    UnknownEdition(String),
    /// No action of this id in the edition.
    #[error("unknown action `{0}`")]
    UnknownAction(String),
    /// Not a day between 2000-01-01 and 2199-12-31.
    #[error("`{0}` is no day (YYYY-MM-DD, 2000 to 2199)")]
    BadDay(String),
    /// No kind of input of this id.
    #[error("unknown input `{0}`")]
    UnknownInput(String),
    /// The same input twice.
    #[error("input `{}` stands twice", .0.id())]
    RepeatedInput(InputKind),
    /// The action does not ask for this input, or not together with the others.
    #[error("input `{}` does not belong to this action", .0.id())]
    InputNotAsked(InputKind),
    /// An input that the action needs is absent.
    #[error("input `{}` is missing", .0.id())]
    MissingInput(InputKind),
    /// An input is no amount.
    #[error("input `{}`: {error}", kind.id())]
    BadInput {
        /// Which.
        kind: InputKind,
        /// Why.
        error: QuantityError,
    },
    /// An input is below its floor or above its ceiling.
    #[error("input `{}` is not between {floor} and {ceiling}", kind.id())]
    OutOfBounds {
        /// Which.
        kind: InputKind,
        /// The least accepted.
        floor: Quantity,
        /// The greatest accepted.
        ceiling: Quantity,
    },
    /// No item of this id in the action.
    #[error("unknown item `{0}`")]
    UnknownItem(String),
    /// No mode of this id, or the action is no trip.
    #[error("`{0}` is nothing that this action can replace")]
    BadReplaced(String),
    /// Neither `self` nor `proof`.
    #[error("unknown evidence `{0}`")]
    UnknownEvidence(String),
    /// The city mix is none.
    #[error("city mix: {0}")]
    BadMix(#[from] CityMixError),
}

/// What somebody did on a day. It can only be made by [`Activity::check`], so
/// it is always within the bounds of its edition.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Shared by those that were read together and differ in their day only: of
    /// a hundred thousand, most are repeated.
    deed: Rc<Deed>,
    on: Day,
}

/// What was done, whatever the day.
#[derive(Debug)]
struct Deed {
    edition: &'static Edition,
    action: &'static Action,
    variant: &'static Variant,
    inputs: Vec<(InputKind, Quantity)>,
    item: Option<&'static Item>,
    replaced: Option<Replaced>,
    evidence: Evidence,
    mix: Option<CityMix>,
    /// What it saved, once it was worked out.
    saved: OnceCell<Worth>,
}

/// What an activity saved, without its terms, and what that brings into the
/// points of its day.
#[derive(Debug)]
pub(super) struct Worth {
    pub(super) assessment: Assessment,
    pub(super) contribution: Contribution,
}

/// By the ids of what editions say: to compare whole editions would take as
/// long as reading them.
impl PartialEq for Deed {
    fn eq(&self, other: &Self) -> bool {
        self.edition.id == other.edition.id
            && self.action.id == other.action.id
            && self.variant.id == other.variant.id
            && self.inputs == other.inputs
            && self.item.map(|item| item.id) == other.item.map(|item| item.id)
            && self.replaced == other.replaced
            && self.evidence == other.evidence
            && self.mix == other.mix
    }
}

impl PartialEq for Activity {
    fn eq(&self, other: &Self) -> bool {
        self.on == other.on && (Rc::ptr_eq(&self.deed, &other.deed) || self.deed == other.deed)
    }
}

impl Eq for Activity {}

impl Activity {
    /// Checks a draft.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    ///
    /// ```
    /// use carbon_inclusion::methodology::{Activity, Draft, assess};
    /// let draft = Draft {
    ///     action: "bus",
    ///     on: "2026-11-22",
    ///     inputs: vec![("distance_km", "8".into())],
    ///     replaced: Some("car"),
    ///     ..Draft::default()
    /// };
    /// let saved = assess(&Activity::check(&draft)?);
    /// assert_eq!(saved.reduction.grams_decimal(), "915.2");
    /// assert_eq!(saved.points, 457);
    /// # Ok::<(), carbon_inclusion::methodology::ActivityError>(())
    /// ```
    pub fn check(draft: &Draft<'_>) -> Result<Self, ActivityError> {
        let edition = match draft.edition {
            None => current(),
            Some(id) => {
                Edition::find(id).ok_or_else(|| ActivityError::UnknownEdition(id.to_owned()))?
            }
        };
        Self::check_by(edition, draft)
    }

    /// The same by another edition.
    ///
    /// # Errors
    /// Where that edition has no such action any more, asks for something else,
    /// or has other bounds.
    pub fn by_edition(&self, edition: &'static Edition) -> Result<Self, ActivityError> {
        let deed = &self.deed;
        let given = |(kind, amount): &(InputKind, Quantity)| {
            (kind.id(), Given::Thousandths(amount.thousandths()))
        };
        let mix = deed.mix.map(|mix| mix.to_string());
        Self::check_by(
            edition,
            &Draft {
                action: deed.action.id.as_str(),
                edition: None,
                on: &self.on.to_string(),
                inputs: deed.inputs.iter().map(given).collect(),
                item: deed.item.map(|item| item.id),
                replaced: deed.replaced.map(Replaced::id),
                evidence: Some(deed.evidence.id()),
                mix: mix.as_deref(),
            },
        )
    }

    /// Checks a draft by an edition, whichever it names.
    fn check_by(edition: &'static Edition, draft: &Draft<'_>) -> Result<Self, ActivityError> {
        let action = ActionId::parse(draft.action)
            .and_then(|id| edition.action(id))
            .ok_or_else(|| ActivityError::UnknownAction(draft.action.to_owned()))?;
        let on = draft
            .on
            .parse()
            .map_err(|_| ActivityError::BadDay(draft.on.to_owned()))?;
        let kinds = kinds_of(draft)?;
        let variant = action.variant_of(&kinds)?;
        // In one order, so that the same amounts are the same activity.
        let mut inputs = Vec::with_capacity(kinds.len());
        for input in variant.inputs {
            if let Some(place) = kinds.iter().position(|kind| *kind == input.kind) {
                inputs.push((input.kind, input.given(&draft.inputs[place].1)?));
            }
        }
        let replaced = match draft.replaced {
            None => None,
            Some(id) => match Replaced::from_id(id) {
                Some(replaced) if action.is_trip() => Some(replaced),
                _ => return Err(ActivityError::BadReplaced(id.to_owned())),
            },
        };
        let evidence = match draft.evidence {
            None => Evidence::default(),
            Some(id) => Evidence::from_id(id)
                .ok_or_else(|| ActivityError::UnknownEvidence(id.to_owned()))?,
        };
        let mix = match draft.mix {
            None => None,
            Some(text) => Some(text.parse::<CityMix>()?),
        };
        let uses_mix = replaced.is_none()
            && variant.baseline.iter().any(|term| {
                matches!(term.factor, FactorRule::Replaced { unsaid } if unsaid.id == edition.mix.published.id)
            });
        let deed = Deed {
            edition,
            action,
            variant,
            inputs,
            item: item_of(action, draft.item)?,
            replaced,
            evidence,
            mix: mix.filter(|mix| uses_mix && !edition.mix.is_published(*mix)),
            saved: OnceCell::new(),
        };
        Ok(Self {
            deed: Rc::new(deed),
            on,
        })
    }

    /// The same on another day.
    #[must_use]
    pub fn on_day(&self, on: Day) -> Self {
        let deed = Rc::clone(&self.deed);
        Self { deed, on }
    }

    /// What it saved, worked out by `work_out` the first time. It does not
    /// depend on the day.
    pub(super) fn saved(&self, work_out: fn(&Self) -> Worth) -> &Worth {
        self.deed.saved.get_or_init(|| work_out(self))
    }

    /// The same number for those that share what they say, and for no others
    /// that are there at the same time.
    pub(crate) fn identity(&self) -> usize {
        Rc::as_ptr(&self.deed).addr()
    }

    /// The edition it is worked out by.
    #[must_use]
    pub fn edition(&self) -> &'static Edition {
        self.deed.edition
    }

    /// What was done.
    #[must_use]
    pub fn action(&self) -> &'static Action {
        self.deed.action
    }

    /// The way it was entered in.
    #[must_use]
    pub fn variant(&self) -> &'static Variant {
        self.deed.variant
    }

    /// The day it was done on.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }

    /// The amounts that were given.
    #[must_use]
    pub fn inputs(&self) -> &[(InputKind, Quantity)] {
        &self.deed.inputs
    }

    /// An amount as it is worked with: given, or the default of an optional
    /// input; `None` where neither is there.
    #[must_use]
    pub fn input(&self, kind: InputKind) -> Option<Quantity> {
        let given = self.deed.inputs.iter().find(|(given, _)| *given == kind);
        given.map(|(_, amount)| *amount).or_else(|| {
            let default = self.deed.variant.input(kind)?.default?;
            Quantity::new(kind.dimension(), default).ok()
        })
    }

    /// The chosen item, where the action has items.
    #[must_use]
    pub fn item(&self) -> Option<&'static Item> {
        self.deed.item
    }

    /// What a trip replaced, where it was said.
    #[must_use]
    pub fn replaced(&self) -> Option<Replaced> {
        self.deed.replaced
    }

    /// How it is backed.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        self.deed.evidence
    }

    /// The resident's own city mix, where the result depends on it.
    #[must_use]
    pub fn mix(&self) -> Option<CityMix> {
        self.deed.mix
    }
}

fn kinds_of(draft: &Draft<'_>) -> Result<Vec<InputKind>, ActivityError> {
    let mut kinds = Vec::with_capacity(draft.inputs.len());
    for (id, _) in &draft.inputs {
        let kind =
            InputKind::from_id(id).ok_or_else(|| ActivityError::UnknownInput((*id).to_owned()))?;
        if kinds.contains(&kind) {
            return Err(ActivityError::RepeatedInput(kind));
        }
        kinds.push(kind);
    }
    Ok(kinds)
}

impl Action {
    /// The way of entering that asks for just these inputs.
    pub(crate) fn variant_of(
        &self,
        given: &[InputKind],
    ) -> Result<&'static Variant, ActivityError> {
        let asks_for_all =
            |variant: &&Variant| given.iter().all(|kind| variant.input(*kind).is_some());
        let missing = |variant: &Variant| {
            variant
                .inputs
                .iter()
                .find(|input| input.required && !given.contains(&input.kind))
                .map(|input| input.kind)
        };
        let mut fitting = self.variants.iter().filter(asks_for_all).peekable();
        let Some(first) = fitting.peek().copied() else {
            let stranger = given
                .iter()
                .copied()
                .find(|kind| {
                    !self
                        .variants
                        .iter()
                        .any(|variant| variant.input(*kind).is_some())
                })
                .or(given.last().copied());
            return Err(stranger.map_or_else(
                || ActivityError::UnknownAction(self.id.as_str().to_owned()),
                ActivityError::InputNotAsked,
            ));
        };
        fitting
            .find(|variant| missing(variant).is_none())
            .map_or_else(
                || {
                    Err(missing(first).map_or_else(
                        || ActivityError::UnknownAction(self.id.as_str().to_owned()),
                        ActivityError::MissingInput,
                    ))
                },
                Ok,
            )
    }
}

impl Input {
    /// The amount that a text says, within the bounds; for a form that names
    /// what is wrong field by field.
    ///
    /// # Errors
    /// Where the text is no amount, or the amount is out of bounds.
    pub fn amount(&self, text: &str) -> Result<Quantity, ActivityError> {
        let bad = |error| self.bad(error);
        self.within(Quantity::parse(self.kind.dimension(), text).map_err(bad)?)
    }

    fn given(&self, given: &Given<'_>) -> Result<Quantity, ActivityError> {
        match given {
            Given::Text(text) => self.amount(text),
            Given::Thousandths(thousandths) => self.within(self.exactly(*thousandths)?),
        }
    }

    fn exactly(&self, thousandths: i64) -> Result<Quantity, ActivityError> {
        let amount = Quantity::new(self.kind.dimension(), thousandths);
        amount.map_err(|error| self.bad(error))
    }

    const fn bad(&self, error: QuantityError) -> ActivityError {
        let kind = self.kind;
        ActivityError::BadInput { kind, error }
    }

    /// The amount, where it is within the bounds.
    fn within(&self, amount: Quantity) -> Result<Quantity, ActivityError> {
        if (self.floor..=self.ceiling).contains(&amount.thousandths()) {
            return Ok(amount);
        }
        Err(self.out_of_bounds()?)
    }

    /// Why an amount that is not within the bounds is refused.
    pub(crate) fn out_of_bounds(&self) -> Result<ActivityError, ActivityError> {
        Ok(ActivityError::OutOfBounds {
            kind: self.kind,
            floor: self.exactly(self.floor)?,
            ceiling: self.exactly(self.ceiling)?,
        })
    }
}

fn item_of(
    action: &'static Action,
    id: Option<&str>,
) -> Result<Option<&'static Item>, ActivityError> {
    match id {
        // The first item is the most cautious one.
        None => Ok(action.items.first()),
        Some(id) => action
            .items
            .iter()
            .find(|item| item.id == id)
            .map(Some)
            .ok_or_else(|| ActivityError::UnknownItem(id.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bus trip of 8 km, changed by `change`.
    fn bus(change: impl FnOnce(&mut Draft<'static>)) -> Result<Activity, ActivityError> {
        let mut draft = Draft {
            action: "bus",
            on: "2026-11-22",
            inputs: vec![("distance_km", "8".into())],
            ..Draft::default()
        };
        change(&mut draft);
        Activity::check(&draft)
    }

    #[track_caller]
    fn case(change: impl FnOnce(&mut Draft<'static>), expected: &str) {
        let error = bus(change).expect_err("the draft is wrong");
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_is_wrong_is_named() {
        case(
            |draft| draft.action = "flying-carpet",
            "unknown action `flying-carpet`",
        );
        case(
            |draft| draft.edition = Some("mars-1"),
            "unknown edition `mars-1`",
        );
        case(
            |draft| draft.on = "2026-02-30",
            "`2026-02-30` is no day (YYYY-MM-DD, 2000 to 2199)",
        );
        case(
            |draft| draft.inputs.clear(),
            "input `distance_km` is missing",
        );
        case(|draft| draft.inputs[0].0 = "miles", "unknown input `miles`");
        case(
            |draft| draft.inputs.push(("mass_kg", "1".into())),
            "input `mass_kg` does not belong to this action",
        );
        case(
            |draft| draft.inputs.push(("distance_km", "9".into())),
            "input `distance_km` stands twice",
        );
        case(
            |draft| draft.replaced = Some("walk"),
            "`walk` is nothing that this action can replace",
        );
        case(
            |draft| draft.evidence = Some("hearsay"),
            "unknown evidence `hearsay`",
        );
        case(|draft| draft.item = Some("jeans"), "unknown item `jeans`");
        case(
            |draft| draft.mix = Some("50,15,30,6,1.3"),
            "city mix: the shares sum to 101 percent",
        );
    }

    #[test]
    fn amounts_are_held_to_their_bounds() {
        for refused in ["0", "0.099", "-8", "NaN", "1e9", "", "999999"] {
            let result = bus(|draft| draft.inputs[0].1 = refused.into());
            assert!(
                matches!(
                    result,
                    Err(ActivityError::BadInput { .. } | ActivityError::OutOfBounds { .. })
                ),
                "{refused}: {result:?}"
            );
        }
        for accepted in ["8", "８", "8,5", "8.5公里", "8500米"] {
            assert!(
                bus(|draft| draft.inputs[0].1 = accepted.into()).is_ok(),
                "{accepted}"
            );
        }
    }

    #[test]
    fn the_order_of_the_inputs_does_not_matter() {
        let carpool = |inputs: [(&'static str, &'static str); 2]| {
            let draft = Draft {
                action: "carpool",
                on: "2026-11-22",
                inputs: inputs.map(|(kind, text)| (kind, text.into())).into(),
                ..Draft::default()
            };
            Activity::check(&draft)
        };
        let [one, other] = [("distance_km", "8"), ("occupancy", "3")];
        assert!(carpool([one, other]).is_ok());
        assert_eq!(carpool([one, other]), carpool([other, one]));
    }

    #[test]
    fn the_inputs_choose_the_way_of_entering() {
        let power = |inputs: &[(&'static str, &'static str)]| {
            let inputs = inputs
                .iter()
                .map(|(kind, text)| (*kind, (*text).into()))
                .collect();
            let draft = Draft {
                action: "electricity-saved",
                on: "2026-11-22",
                inputs,
                ..Draft::default()
            };
            Activity::check(&draft).map(|activity| activity.variant().id)
        };
        assert_eq!(power(&[("energy_kwh", "5")]), Ok("amount"));
        assert_eq!(
            power(&[("old_kwh", "180"), ("new_kwh", "150")]),
            Ok("compared")
        );
        assert_eq!(
            power(&[("old_kwh", "180")]),
            Err(ActivityError::MissingInput(InputKind::NewKwh))
        );
        let mixed = power(&[("old_kwh", "180"), ("energy_kwh", "5")]);
        assert_eq!(
            mixed,
            Err(ActivityError::InputNotAsked(InputKind::EnergyKwh))
        );
    }

    #[test]
    fn a_mix_is_kept_only_where_the_result_depends_on_it() {
        let own = Some("100,0,0,0,2");
        let mix = |change: fn(&mut Draft<'static>)| {
            let activity = bus(|draft| {
                draft.mix = Some("100,0,0,0,2");
                change(draft);
            });
            activity.map(|activity| activity.mix())
        };
        assert_eq!(mix(|_| ()), Ok(own.and_then(|text| text.parse().ok())));
        assert_eq!(mix(|draft| draft.replaced = Some("car")), Ok(None));
        assert_eq!(mix(|draft| draft.mix = Some("50,15,30,5,1.3")), Ok(None));
    }
}
