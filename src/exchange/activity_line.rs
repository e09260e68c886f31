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
                .map(|(kind, amount)| (&*kind.0, (*amount.0).into()))
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

#[cfg(test)]
mod tests {
    use super::{ActivityLine, LineError};

    #[track_caller]
    fn amount(written: &str, taken: &str) {
        let text =
            format!(r#"{{"action":"bus","on":"2026-11-22","inputs":{{"distance_km":{written}}}}}"#);
        let line = ActivityLine::parse(&text).expect("a good line");
        assert_eq!(line.draft().inputs, [("distance_km", taken.into())]);
    }

    #[track_caller]
    fn refuses(text: &str, reason: &str) {
        match ActivityLine::parse(text) {
            Err(LineError::Json {
                reason: given,
                column,
            }) => {
                assert_eq!(given, reason);
                assert!((1..=text.len() + 1).contains(&column), "{column}");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn amounts_are_taken_as_they_are_written() {
        amount("8", "8");
        amount("8.50", "8.50");
        amount("\"8.50\"", "8.50");
        amount("0.1234567890123456789", "0.1234567890123456789");
        amount(
            "123456789012345678901234567890",
            "123456789012345678901234567890",
        );
        amount("-1e3", "-1e3");
        amount(r#""\u0038 km""#, "8 km");
        amount(r#""\"""#, "\"");
        amount("\"\"", "");
    }

    #[test]
    fn every_field_is_read() {
        let text = r#" { "mix":"1", "evidence":"2", "replaced":"3", "item":"4", "inputs":{"a":"5","b":6},
            "on":"7", "edition":"8", "acti\u006fn":"\u0062us" } "#;
        let line = ActivityLine::parse(text).expect("a good line");
        let draft = line.draft();
        assert_eq!(
            (draft.action, draft.on, draft.edition),
            ("bus", "7", Some("8"))
        );
        assert_eq!(draft.inputs, [("a", "5".into()), ("b", "6".into())]);
        assert_eq!((draft.item, draft.replaced), (Some("4"), Some("3")));
        assert_eq!((draft.evidence, draft.mix), (Some("2"), Some("1")));
        let short = r#"{"action":"bus","on":"7","inputs":{},"item":null,"replaced":null}"#;
        let line = ActivityLine::parse(short).expect("a good line");
        assert_eq!((line.draft().item, line.draft().replaced), (None, None));
    }

    #[test]
    fn other_things_are_refused() {
        refuses(
            "[]",
            "invalid type: sequence, expected an object with action, on and inputs",
        );
        refuses(
            "8",
            "invalid type: integer `8`, expected an object with action, on and inputs",
        );
        refuses("{", "EOF while parsing an object");
        refuses("{}", "missing field `action`");
        refuses(r#"{"action":"bus","on":"7"}"#, "missing field `inputs`");
        refuses(
            r#"{"action":7}"#,
            "invalid type: integer `7`, expected a string",
        );
        refuses(
            r#"{"action":null}"#,
            "invalid type: null, expected a string",
        );
        refuses(r#"{"action":"a","action":"b"}"#, "duplicate field `action`");
        refuses(r#"{"mix":"a","mix":"b"}"#, "duplicate field `mix`");
        refuses(
            r#"{"colour":7}"#,
            "unknown field `colour`, expected one of `action`, `edition`, `on`, `inputs`, `item`, `replaced`, `evidence`, `mix`",
        );
        refuses(
            r#"{"inputs":[]}"#,
            "invalid type: sequence, expected an object of inputs",
        );
        for wrong in ["null", "true", "[1]", "{}"] {
            let text = format!(r#"{{"inputs":{{"distance_km":{wrong}}}}}"#);
            refuses(&text, "an input is a number or a string");
        }
        refuses(r#"{"inputs":{"distance_km":NaN}}"#, "expected value");
        refuses(r#"{"inputs":{}} x"#, "missing field `action`");
        refuses(
            r#"{"action":"a","on":"7","inputs":{}} x"#,
            "trailing characters",
        );
        assert_eq!(ActivityLine::parse(" \t\r"), Err(LineError::Blank));
    }
}
