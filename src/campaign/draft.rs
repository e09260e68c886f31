//! A pack as an organiser types it: every field a text, and what is wrong said
//! at its field.

use super::key::CampaignKey;
use super::name::Name;
use super::pack::{DAYS_MAX, GROUPS_MAX, Pack, PackError, THANKS_MAX, Thanks, kilograms};
use crate::account::NoteError;
use crate::language::Language;
use crate::methodology::ActionId;
use crate::quantity::{Carbon, Day, Dimension, Quantity, QuantityError};

/// A level of thanks as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThanksDraft {
    /// From how many kilograms on.
    pub from: String,
    /// What it is called, in the order of [`Language::ALL`].
    pub name: [String; 2],
}

/// What is typed; texts in the order of [`Language::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackDraft {
    /// The languages that count; what is typed in another one is left out.
    pub languages: Vec<Language>,
    /// Its name.
    pub name: [String; 2],
    /// Where it is held; it may be empty.
    pub place: [String; 2],
    /// Its first day.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// The actions that count; all where there are none.
    pub actions: Vec<ActionId>,
    /// The common goal in kilograms; it may be empty.
    pub goal: String,
    /// Levels of thanks; those that are empty altogether are left out.
    pub thanks: Vec<ThanksDraft>,
    /// Groups, one a line.
    pub groups: [String; 2],
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackField {
    /// The name in a language.
    Name(Language),
    /// The place in a language.
    Place(Language),
    /// The first day.
    First,
    /// The last day.
    Last,
    /// The common goal.
    Goal,
    /// From where on a level of thanks is.
    ThanksFrom(usize),
    /// What it is called in a language.
    ThanksName(usize, Language),
    /// The groups in a language.
    Groups(Language),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing stands in it.
    Empty,
    /// It is no text to be shown.
    Text(NoteError),
    /// It is no day.
    Day,
    /// It lies before the first day.
    Backwards,
    /// It lies more than a year after the first day.
    TooLate,
    /// It is no amount.
    Amount(QuantityError),
    /// It is less than a gram, or more than a million tonnes.
    OutOfBounds,
    /// It is not above the level before it.
    NotAbove,
    /// There are too many.
    TooMany,
    /// Something stands twice in it.
    Repeated,
}

type Wrong = Vec<(PackField, FieldError)>;

impl PackDraft {
    /// A new one in a language: nothing but that.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            languages: vec![language],
            ..Self::default()
        }
    }

    /// What is typed to get a pack again.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let texts =
            |name: &Name| Language::ALL.map(|one| name.given(one).unwrap_or_default().to_owned());
        let lines = |language: Language| {
            let lines = pack
                .groups
                .iter()
                .map(|group| group.given(language).unwrap_or_default());
            lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
        };
        let level = |level: &Thanks| ThanksDraft {
            from: kilograms(level.from),
            name: texts(&level.name),
        };
        Self {
            languages: pack.languages.clone(),
            name: texts(&pack.name),
            place: pack.place.as_ref().map(texts).unwrap_or_default(),
            first: pack.first.to_string(),
            last: pack.last.to_string(),
            actions: pack.actions.clone(),
            goal: pack.goal.map(kilograms).unwrap_or_default(),
            thanks: pack.thanks.iter().map(level).collect(),
            groups: Language::ALL.map(lines),
        }
    }

    /// The pack of what is typed, of a key and written at a moment, ms since
    /// 1970.
    ///
    /// # Errors
    ///
    /// What is wrong, in the order of the form.
    pub fn check(&self, key: CampaignKey, stamp: i64) -> Result<Pack, Wrong> {
        let mut wrong = Wrong::new();
        for language in self.languages() {
            if self.name[language as usize].trim().is_empty() {
                wrong.push((PackField::Name(language), FieldError::Empty));
            }
        }
        let name = self.checked_name(PackField::Name, &mut wrong);
        let place = self.checked_name(PackField::Place, &mut wrong);
        let first = day(&self.first, PackField::First, &mut wrong);
        let last = day(&self.last, PackField::Last, &mut wrong);
        if let (Some(first), Some(last)) = (first, last) {
            if last < first {
                wrong.push((PackField::Last, FieldError::Backwards));
            } else if first.days_until(last) >= DAYS_MAX {
                wrong.push((PackField::Last, FieldError::TooLate));
            }
        }
        let goal = match self.goal.trim() {
            "" => None,
            typed => amount(typed, PackField::Goal, &mut wrong),
        };
        let thanks = self.levels(&mut wrong);
        let groups = self.group_names(&mut wrong);
        let (Some(name), Some(first), Some(last), []) = (name, first, last, &*wrong) else {
            return Err(wrong);
        };
        let pack = Pack {
            key,
            stamp,
            languages: self.languages.clone(),
            name,
            place,
            first,
            last,
            actions: self.actions.clone(),
            goal,
            thanks,
            groups,
        };
        // Whatever the form cannot say by itself is said at the dates.
        pack.checked().map_err(|error| {
            let field = match error {
                PackError::Goal => PackField::Goal,
                PackError::Thanks(place) => PackField::ThanksFrom(place),
                _ => PackField::Last,
            };
            vec![(field, FieldError::OutOfBounds)]
        })
    }

    /// What is typed in a field; nothing in one that there is not.
    #[must_use]
    pub fn text(&self, field: PackField) -> &str {
        let level = |place: usize| self.thanks.get(place);
        match field {
            PackField::Name(language) => &self.name[language as usize],
            PackField::Place(language) => &self.place[language as usize],
            PackField::First => &self.first,
            PackField::Last => &self.last,
            PackField::Goal => &self.goal,
            PackField::ThanksFrom(place) => level(place).map_or("", |level| &level.from),
            PackField::ThanksName(place, language) => {
                level(place).map_or("", |level| &level.name[language as usize])
            }
            PackField::Groups(language) => &self.groups[language as usize],
        }
    }

    /// Types something into a field.
    pub fn set_text(&mut self, field: PackField, text: String) {
        let place = match field {
            PackField::Name(language) => Some(&mut self.name[language as usize]),
            PackField::Place(language) => Some(&mut self.place[language as usize]),
            PackField::First => Some(&mut self.first),
            PackField::Last => Some(&mut self.last),
            PackField::Goal => Some(&mut self.goal),
            PackField::ThanksFrom(place) => {
                let level = self.thanks.get_mut(place);
                level.map(|level| &mut level.from)
            }
            PackField::ThanksName(place, language) => {
                let level = self.thanks.get_mut(place);
                level.map(|level| &mut level.name[language as usize])
            }
            PackField::Groups(language) => Some(&mut self.groups[language as usize]),
        };
        if let Some(place) = place {
            *place = text;
        }
    }

    /// The languages that count, in the order of [`Language::ALL`].
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        let all = Language::ALL.into_iter();
        all.filter(|language| self.languages.contains(language))
    }

    /// A text in the languages that count.
    fn checked_name(
        &self,
        field: impl Fn(Language) -> PackField,
        wrong: &mut Wrong,
    ) -> Option<Name> {
        let mut counting = ["", ""];
        for language in self.languages() {
            let text = self.text(field(language));
            match Name::new([text, ""]) {
                Ok(_) => counting[language as usize] = text,
                Err(error) => wrong.push((field(language), FieldError::Text(error))),
            }
        }
        Name::new(counting).ok().flatten()
    }

    fn levels(&self, wrong: &mut Wrong) -> Vec<Thanks> {
        let mut levels: Vec<Thanks> = Vec::new();
        for (place, level) in self.thanks.iter().enumerate() {
            let mut languages = self.languages();
            let is_empty = |text: &str| text.trim().is_empty();
            if is_empty(&level.from) && languages.all(|one| is_empty(&level.name[one as usize])) {
                continue;
            }
            let from = amount(&level.from, PackField::ThanksFrom(place), wrong);
            let before = levels.last().map_or(Carbon::ZERO, |level| level.from);
            if from.is_some_and(|from| from <= before) {
                wrong.push((PackField::ThanksFrom(place), FieldError::NotAbove));
            } else if levels.len() == THANKS_MAX {
                wrong.push((PackField::ThanksFrom(place), FieldError::TooMany));
            }
            let name_field = |language| PackField::ThanksName(place, language);
            let count = wrong.len();
            let name = self.checked_name(name_field, wrong);
            if name.is_none() && wrong.len() == count {
                let first = self.languages().next().unwrap_or_default();
                wrong.push((name_field(first), FieldError::Empty));
            }
            if let (Some(from), Some(name)) = (from, name) {
                levels.push(Thanks { from, name });
            }
        }
        levels
    }

    /// The groups: line by line, the lines of the two languages side by side.
    fn group_names(&self, wrong: &mut Wrong) -> Vec<Name> {
        let lines = |language: Language| -> Vec<&str> {
            let is_in = self.languages.contains(&language);
            let text = if is_in {
                &*self.groups[language as usize]
            } else {
                ""
            };
            text.lines().map(str::trim).collect()
        };
        let [zh, en] = Language::ALL.map(lines);
        let field = PackField::Groups(self.languages().next().unwrap_or_default());
        let mut groups = Vec::new();
        for place in 0..zh.len().max(en.len()) {
            let line = |lines: &[&'_ str]| lines.get(place).copied().unwrap_or_default().to_owned();
            let (zh, en) = (line(&zh), line(&en));
            match Name::new([&zh, &en]) {
                Ok(Some(group)) if groups.contains(&group) => {
                    wrong.push((field, FieldError::Repeated));
                    break;
                }
                Ok(group) => groups.extend(group),
                Err(error) => {
                    let is_zh = Name::new([&zh, ""]).is_err();
                    let language = if is_zh { Language::ZhCn } else { Language::En };
                    wrong.push((PackField::Groups(language), FieldError::Text(error)));
                    break;
                }
            }
        }
        if groups.len() > GROUPS_MAX {
            wrong.push((field, FieldError::TooMany));
        }
        groups
    }
}

fn day(typed: &str, field: PackField, wrong: &mut Wrong) -> Option<Day> {
    let day = typed.trim().parse().ok();
    if day.is_none() {
        wrong.push((field, FieldError::Day));
    }
    day
}

/// Kilograms as people type them.
fn amount(typed: &str, field: PackField, wrong: &mut Wrong) -> Option<Carbon> {
    match Quantity::parse(Dimension::Mass, typed) {
        Ok(amount) if amount.thousandths() > 0 => {
            let milligrams = amount.thousandths().checked_mul(1_000);
            milligrams.map(Carbon::from_milligrams)
        }
        Ok(_) => {
            wrong.push((field, FieldError::OutOfBounds));
            None
        }
        Err(error) => {
            wrong.push((field, FieldError::Amount(error)));
            None
        }
    }
}

#[cfg(test)]
mod tests;
