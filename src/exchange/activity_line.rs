//! An activity as a line of JSON: what goes into `assess`.
//!
//! Numbers are taken as they are written, never by way of a float: `8.30` is
//! 8300 metres here and on every other machine.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::methodology::{ActivityError, Draft};

/// Why a line is not answered with a result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Nothing stands on it.
    #[error("the line is blank")]
    Blank,
    /// It is longer than it may be.
    #[error("the line is longer than {most} bytes")]
    TooLong {
        /// The most bytes.
        most: usize,
    },
    /// It is no text.
    #[error("the line is not UTF-8 from byte {byte} on")]
    NotText {
        /// The first byte that is none, counted from 1.
        byte: usize,
    },
    /// It is not such an object.
    #[error("{reason} (at column {column})")]
    Json {
        /// What is wrong, in English.
        reason: String,
        /// Where, counted from 1.
        column: usize,
    },
    /// It says no activity.
    #[error(transparent)]
    Activity(#[from] ActivityError),
}

/// The fields of a line.
///
/// ```
/// use carbon_inclusion::exchange::ActivityLine;
/// use carbon_inclusion::methodology::{Activity, assess};
///
/// let line = ActivityLine::parse(r#"{"action":"walk","on":"2026-11-22","inputs":{"distance_km":1.50}}"#)?;
/// let saved = assess(&Activity::check(&line.draft())?);
/// assert_eq!(saved.reduction.grams_decimal(), "118.5");
/// # Ok::<(), carbon_inclusion::exchange::LineError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityLine<'a> {
    action: Text<'a>,
    edition: Option<Text<'a>>,
    on: Text<'a>,
    inputs: Vec<(Text<'a>, Amount<'a>)>,
    item: Option<Text<'a>>,
    replaced: Option<Text<'a>>,
    evidence: Option<Text<'a>>,
    mix: Option<Text<'a>>,
}

impl<'a> ActivityLine<'a> {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// [`LineError::Blank`] and [`LineError::Json`].
    pub fn parse(line: &'a str) -> Result<Self, LineError> {
        if line.trim_ascii().is_empty() {
            return Err(LineError::Blank);
        }
        serde_json::from_str(line).map_err(|error| {
            let text = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            LineError::Json {
                reason: text.strip_suffix(&place).unwrap_or(&text).to_owned(),
                column: error.column().max(1),
            }
        })
    }

    /// What it says, not yet checked.
    #[must_use]
    pub fn draft(&self) -> Draft<'_> {
        let inputs = self.inputs.iter();
        Draft {
            action: &self.action.0,
            edition: text_of(self.edition.as_ref()),
            on: &self.on.0,
            inputs: inputs
                .map(|(kind, amount)| (&*kind.0, Cow::Borrowed(&*amount.0)))
                .collect(),
            item: text_of(self.item.as_ref()),
            replaced: text_of(self.replaced.as_ref()),
            evidence: text_of(self.evidence.as_ref()),
            mix: text_of(self.mix.as_ref()),
        }
    }
}

fn text_of<'line>(field: Option<&'line Text<'_>>) -> Option<&'line str> {
    field.map(|text| &*text.0)
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Field {
    Action,
    Edition,
    On,
    Inputs,
    Item,
    Replaced,
    Evidence,
    Mix,
}

/// By hand: a derived one would take arrays too.
impl<'de> Deserialize<'de> for ActivityLine<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor)
    }
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = ActivityLine<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with action, on and inputs")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut line = ActivityLine::default();
        let (mut action, mut on, mut inputs) = (None, None, None);
        while let Some(field) = map.next_key()? {
            match field {
                Field::Action => take(&mut map, &mut action, "action")?,
                Field::On => take(&mut map, &mut on, "on")?,
                Field::Inputs => take(&mut map, &mut inputs, "inputs")?,
                Field::Edition => take_optional(&mut map, &mut line.edition, "edition")?,
                Field::Item => take_optional(&mut map, &mut line.item, "item")?,
                Field::Replaced => take_optional(&mut map, &mut line.replaced, "replaced")?,
                Field::Evidence => take_optional(&mut map, &mut line.evidence, "evidence")?,
                Field::Mix => take_optional(&mut map, &mut line.mix, "mix")?,
            }
        }
        line.action = action.ok_or_else(|| de::Error::missing_field("action"))?;
        line.on = on.ok_or_else(|| de::Error::missing_field("on"))?;
        let Inputs(inputs) = inputs.ok_or_else(|| de::Error::missing_field("inputs"))?;
        line.inputs = inputs;
        Ok(line)
    }
}

fn take<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    place: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    match place.replace(map.next_value()?) {
        None => Ok(()),
        Some(_) => Err(de::Error::duplicate_field(name)),
    }
}

/// `null` is as good as absent.
fn take_optional<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    place: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    match std::mem::replace(place, map.next_value()?) {
        None => Ok(()),
        Some(_) => Err(de::Error::duplicate_field(name)),
    }
}

/// A text, borrowed from the line where nothing in it is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

/// A decimal number or the text of one, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Amount<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Amount<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?.get();
        match written.as_bytes() {
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => {
                Ok(Self(Cow::Borrowed(&written[1..written.len() - 1])))
            }
            [b'"', ..] => {
                let text = serde_json::from_str(written).map_err(de::Error::custom)?;
                Ok(Self(Cow::Owned(text)))
            }
            [b'-' | b'0'..=b'9', ..] => Ok(Self(Cow::Borrowed(written))),
            _ => Err(de::Error::custom("an input is a number or a string")),
        }
    }
}

/// Inputs in the order of the line, so that what stands twice is noticed.
struct Inputs<'a>(Vec<(Text<'a>, Amount<'a>)>);

impl<'de> Deserialize<'de> for Inputs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InputsVisitor)
    }
}

struct InputsVisitor;

impl<'de> Visitor<'de> for InputsVisitor {
    type Value = Inputs<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of inputs")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut inputs = Vec::new();
        while let Some(input) = map.next_entry()? {
            inputs.push(input);
        }
        Ok(Inputs(inputs))
    }
}
