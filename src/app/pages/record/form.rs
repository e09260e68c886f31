//! What stands in the form of an action: text as it was typed, until the one
//! checked door (`Activity::check`) takes it. Pure; it knows no document.

use super::scale::text_of;
use crate::account::{Entry, Note, NoteError};
use crate::app::query::Query;
use crate::methodology::{
    Action, Activity, ActivityError, CityMix, Draft, Edition, Evidence, Input, InputKind, Replaced,
    Variant, current,
};
use crate::quantity::{Day, Quantity};

/// The form.
#[derive(Clone, Debug)]
pub struct Form {
    edition: &'static Edition,
    action: &'static Action,
    variant: &'static Variant,
    amounts: Vec<(InputKind, String)>,
    /// Id of the item; empty where the action has none.
    pub item: String,
    /// What the trip replaced, where it is said.
    pub replaced: Option<Replaced>,
    /// Whether there is evidence.
    pub evidence: Evidence,
    /// The day, as `YYYY-MM-DD` or whatever the browser's field says.
    pub on: String,
    /// The remark.
    pub note: String,
    mix: Option<String>,
    /// Kinds of input whose errors are shown already.
    left: Vec<InputKind>,
    /// Whether saving was tried: then all errors are shown.
    pub was_tried: bool,
    /// Whether the reader picks a day, whichever stands there now.
    pub picks_day: bool,
}

/// What the reader does to the form.
#[derive(Clone, Debug)]
pub enum FormChange {
    /// Another way of entering.
    Variant(String),
    /// An amount, letter by letter.
    Amount(InputKind, String),
    /// The reader left an amount.
    Left(InputKind),
    /// An amount by a button: it is no half of another.
    Set(InputKind, String),
    /// An amount by the slider, in thousandths.
    Slid(InputKind, String),
    /// Another item.
    Item(String),
    /// What the trip replaced; empty for unsaid.
    Replaced(String),
    /// Evidence.
    Evidence(String),
    /// The day.
    On(String),
    /// A day that needs no picking; `None` to pick one.
    When(Option<Day>),
    /// The remark.
    Note(String),
    /// Saving was tried.
    Tried,
}

/// What is wrong with a form, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormErrors {
    /// Wrong amounts.
    pub amounts: Vec<(InputKind, ActivityError)>,
    /// The day is none, or has not come.
    pub day: Option<DayError>,
    /// The remark is refused.
    pub note: Option<NoteError>,
}

/// What is wrong with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayError {
    /// It is none.
    Bad,
    /// It has not come yet.
    Future,
}

impl FormErrors {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.amounts.len() + usize::from(self.day.is_some()) + usize::from(self.note.is_some())
    }
}

impl Form {
    /// A form with what is usual.
    #[must_use]
    pub fn new(
        edition: &'static Edition,
        action: &'static Action,
        mix: Option<CityMix>,
        today: Day,
    ) -> Option<Self> {
        let variant = action.variants.first()?;
        Some(Self {
            edition,
            action,
            variant,
            amounts: usual_amounts(action),
            item: action.items.first().map_or("", |item| item.id).to_owned(),
            replaced: None,
            evidence: Evidence::SelfReported,
            on: today.to_string(),
            note: String::new(),
            mix: mix.map(|mix| mix.to_string()),
            left: Vec::new(),
            was_tried: false,
            picks_day: false,
        })
    }

    /// Fills in what a link says. What it says wrongly stands in the form as it
    /// is, where it has a field, or is left out.
    #[must_use]
    pub fn prefilled(mut self, query: &Query) -> Self {
        let asked = |input: &Input| query.get(input.kind.id()).is_some();
        if let Some(variant) = (self.action.variants.iter())
            .max_by_key(|variant| variant.inputs.iter().filter(|input| asked(input)).count())
            .filter(|variant| variant.inputs.iter().any(asked))
        {
            self.variant = variant;
        }
        for (kind, text) in &mut self.amounts {
            if let Some(value) = query.get(kind.id()) {
                value.clone_into(text);
                self.left.push(*kind);
            }
        }
        self.set_item(query.get("item").unwrap_or_default());
        self.replaced = query.get("replaced").and_then(Replaced::from_id);
        if let Some(evidence) = query.get("evidence").and_then(Evidence::from_id) {
            self.evidence = evidence;
        }
        if let Some(on) = query.get("on") {
            on.clone_into(&mut self.on);
        }
        self
    }

    /// The form of an entry, as it was recorded: with its own edition and mix.
    #[must_use]
    pub fn of_entry(entry: &Entry, mix: Option<CityMix>) -> Self {
        let activity = &entry.activity;
        let mut amounts = usual_amounts(activity.action());
        for (kind, text) in &mut amounts {
            let given = activity.inputs().iter().find(|(given, _)| given == kind);
            if let Some((_, amount)) = given {
                *text = amount.to_string();
            } else if activity.variant().input(*kind).is_some() {
                text.clear();
            }
        }
        // Where nothing was said, the entry keeps the mix it was recorded with.
        let mix = if activity.replaced().is_none() {
            activity.mix()
        } else {
            mix
        };
        Self {
            edition: activity.edition(),
            action: activity.action(),
            variant: activity.variant(),
            amounts,
            item: activity.item().map_or("", |item| item.id).to_owned(),
            replaced: activity.replaced(),
            evidence: activity.evidence(),
            on: activity.on().to_string(),
            note: entry.note.as_ref().map_or("", Note::as_str).to_owned(),
            mix: mix.map(|mix| mix.to_string()),
            left: Vec::new(),
            was_tried: false,
            picks_day: false,
        }
    }

    /// The form of the same once more, today, by the current edition; `None`
    /// where that has no such action.
    #[must_use]
    pub fn repeating(entry: &Entry, mix: Option<CityMix>, today: Day) -> Option<Self> {
        let edition = current();
        let action = edition.action(entry.activity.action().id)?;
        let id = entry.activity.variant().id;
        Some(Self {
            edition,
            action,
            variant: action.variants.iter().find(|variant| variant.id == id)?,
            on: today.to_string(),
            note: String::new(),
            mix: mix.map(|mix| mix.to_string()),
            ..Self::of_entry(entry, mix)
        })
    }

    /// What is recorded.
    #[must_use]
    pub const fn action(&self) -> &'static Action {
        self.action
    }

    /// By which edition.
    #[must_use]
    pub const fn edition(&self) -> &'static Edition {
        self.edition
    }

    /// The way of entering.
    #[must_use]
    pub const fn variant(&self) -> &'static Variant {
        self.variant
    }

    /// What is typed for an input.
    #[must_use]
    pub fn amount(&self, kind: InputKind) -> &str {
        let typed = self.amounts.iter().find(|(known, _)| *known == kind);
        typed.map_or("", |(_, text)| text.as_str())
    }

    /// The form as the one checked door takes it.
    #[must_use]
    pub fn draft(&self) -> Draft<'_> {
        let asked = self.variant.inputs.iter();
        let inputs = asked
            .map(|input| (input, self.amount(input.kind)))
            .filter(|(input, text)| input.required || !text.trim().is_empty())
            .map(|(input, text)| (input.kind.id(), text.into()))
            .collect();
        Draft {
            action: self.action.id.as_str(),
            edition: Some(self.edition.id),
            on: &self.on,
            inputs,
            item: (!self.item.is_empty()).then_some(&self.item),
            replaced: self.replaced.map(Replaced::id),
            evidence: Some(self.evidence.id()),
            mix: self.mix.as_deref(),
        }
    }

    /// What was done, where everything that it takes is right.
    #[must_use]
    pub fn activity(&self) -> Option<Activity> {
        Activity::check(&self.draft()).ok()
    }

    /// Everything that is wrong.
    #[must_use]
    pub fn errors(&self, today: Day) -> FormErrors {
        let wrong = |input: &Input| {
            let text = self.amount(input.kind);
            if !input.required && text.trim().is_empty() {
                return None;
            }
            input.amount(text).err().map(|error| (input.kind, error))
        };
        let day = match self.on.parse::<Day>() {
            Err(_) => Some(DayError::Bad),
            Ok(on) if on > today => Some(DayError::Future),
            Ok(_) => None,
        };
        FormErrors {
            amounts: self.variant.inputs.iter().filter_map(wrong).collect(),
            day,
            note: Note::new(&self.note).err(),
        }
    }

    /// Whether the error of an amount is shown: not while it is first typed.
    #[must_use]
    pub fn shows_error(&self, kind: InputKind) -> bool {
        self.was_tried || self.left.contains(&kind)
    }

    /// What was understood takes the place of what was typed ("500米" → "0.5");
    /// what was not stays as it is.
    fn leave(&mut self, kind: InputKind) {
        self.left.push(kind);
        let typed = self.amounts.iter_mut().find(|(known, _)| *known == kind);
        if let Some((_, text)) = typed
            && let Ok(amount) = Quantity::parse(kind.dimension(), text)
        {
            *text = amount.to_string();
        }
    }

    fn set_item(&mut self, id: &str) {
        if let Some(item) = self.action.items.iter().find(|item| item.id == id) {
            item.id.clone_into(&mut self.item);
        }
    }

    fn set(&mut self, kind: InputKind, text: String) {
        let typed = self.amounts.iter_mut().find(|(known, _)| *known == kind);
        if let Some((_, typed)) = typed {
            *typed = text;
        }
    }

    /// Takes in what the reader did.
    pub fn change(&mut self, change: FormChange) {
        match change {
            FormChange::Variant(id) => {
                let known = self.action.variants.iter().find(|variant| variant.id == id);
                self.variant = known.unwrap_or(self.variant);
            }
            FormChange::Amount(kind, text) => self.set(kind, text),
            FormChange::Left(kind) => self.leave(kind),
            FormChange::Set(kind, text) => {
                self.set(kind, text);
                self.leave(kind);
            }
            FormChange::Slid(kind, thousandths) => {
                if let (Some(input), Ok(thousandths)) =
                    (self.variant.input(kind), thousandths.parse())
                {
                    self.change(FormChange::Set(kind, text_of(input, thousandths)));
                }
            }
            FormChange::Item(id) => self.set_item(&id),
            FormChange::Replaced(id) => self.replaced = Replaced::from_id(&id),
            FormChange::Evidence(id) => {
                self.evidence = Evidence::from_id(&id).unwrap_or(self.evidence);
            }
            FormChange::On(text) => self.on = text,
            FormChange::When(day) => {
                self.picks_day = day.is_none();
                if let Some(day) = day {
                    self.on = day.to_string();
                }
            }
            FormChange::Note(text) => self.note = text,
            FormChange::Tried => self.was_tried = true,
        }
    }
}

/// Every input of any way of entering, with its usual amount; optional ones
/// have their default, or are empty.
fn usual_amounts(action: &Action) -> Vec<(InputKind, String)> {
    let mut amounts: Vec<(InputKind, String)> = Vec::new();
    for input in action.variants.iter().flat_map(|variant| variant.inputs) {
        if !amounts.iter().any(|(kind, _)| *kind == input.kind) {
            let shown = input.default.or(input.required.then_some(input.usual));
            let text = shown.map_or_else(String::new, |amount| text_of(input, amount));
            amounts.push((input.kind, text));
        }
    }
    amounts
}

#[cfg(test)]
mod tests;
