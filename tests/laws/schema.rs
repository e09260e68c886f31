//! The published JSON Schema of the backup says what is written and refuses what
//! the reader refuses. The schema of the campaign has its laws beside the pack.

#![expect(clippy::expect_used, reason = "a test says what it expects")]
#![expect(
    clippy::panic,
    reason = "a schema that is not understood checks nothing"
)]

use carbon_inclusion::account::Settings;
use carbon_inclusion::exchange::{read_backup, read_tally, write_backup};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::backup::BACKUP_V1;
use crate::said::revisions;

const SCHEMA: &str = include_str!("../../static/schema/backup-v1.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("JSON")
}

/// Whether a value is as a schema says, by the keywords that ours uses; the
/// validators there are bring several times our own code along.
pub fn fits(schema: &Value, value: &Value, root: &Value) -> bool {
    let keywords = schema.as_object().expect("a schema");
    keywords
        .iter()
        .all(|(keyword, wanted)| match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let path = wanted.as_str().and_then(|path| path.strip_prefix('#'));
                let target = root.pointer(path.expect("a path")).expect("a definition");
                fits(target, value, root)
            }
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|kind| is_of_type(kind, value)),
                kind => is_of_type(kind, value),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().expect("a list").contains(value),
            "anyOf" => {
                let choices = wanted.as_array().expect("a list");
                choices.iter().any(|choice| fits(choice, value, root))
            }
            "required" => value.as_object().is_none_or(|object| {
                let names = wanted.as_array().expect("a list");
                names
                    .iter()
                    .all(|name| object.contains_key(name.as_str().expect("a name")))
            }),
            "properties" => members(value).all(|(name, member)| {
                wanted
                    .get(name)
                    .is_none_or(|schema| fits(schema, member, root))
            }),
            "additionalProperties" => {
                let known = keywords.get("properties");
                let mut others = members(value)
                    .filter(|(name, _)| known.and_then(|known| known.get(name)).is_none());
                match wanted {
                    Value::Bool(false) => others.next().is_none(),
                    schema => others.all(|(_, member)| fits(schema, member, root)),
                }
            }
            "propertyNames" => {
                members(value).all(|(name, _)| fits(wanted, &Value::from(name.as_str()), root))
            }
            "items" => {
                let mut items = value.as_array().into_iter().flatten();
                items.all(|item| fits(wanted, item, root))
            }
            "minItems" => items(value).is_none_or(|items| items.len() >= size(wanted)),
            "maxItems" => items(value).is_none_or(|items| items.len() <= size(wanted)),
            "uniqueItems" => items(value).is_none_or(|items| {
                let mut places = items.iter().enumerate();
                places.all(|(place, item)| !items[..place].contains(item))
            }),
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= wanted.as_f64().expect("a number")),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= wanted.as_f64().expect("a number")),
            "minLength" => {
                characters(value).is_none_or(|count| count >= wanted.as_u64().expect("a number"))
            }
            "maxLength" => {
                characters(value).is_none_or(|count| count <= wanted.as_u64().expect("a number"))
            }
            "pattern" => value
                .as_str()
                .is_none_or(|text| matches(wanted.as_str().expect("a pattern"), text)),
            other => panic!("{other}"),
        })
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn items(value: &Value) -> Option<&Vec<Value>> {
    value.as_array()
}

fn size(wanted: &Value) -> usize {
    let size = wanted.as_u64().expect("a number");
    usize::try_from(size).expect("small")
}

fn characters(value: &Value) -> Option<u64> {
    let count = value.as_str()?.chars().count();
    u64::try_from(count).ok()
}

fn is_of_type(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("{other}"),
    }
}

/// Whether a text is a pattern from its beginning to its end; of patterns, what
/// ours use: signs, `[…]`, and `+`, `{n}` or `{m,n}` behind them.
fn matches(pattern: &str, text: &str) -> bool {
    let pattern = pattern
        .strip_prefix('^')
        .and_then(|pattern| pattern.strip_suffix('$'));
    let mut pattern = pattern.expect("of the whole text");
    let mut text = text.chars().peekable();
    while let Some(first) = pattern.chars().next() {
        let (class, rest) = match pattern.strip_prefix('[') {
            Some(rest) => rest.split_once(']').expect("an end"),
            None => pattern.split_at(first.len_utf8()),
        };
        if let Some(behind) = rest.strip_prefix('+') {
            let signs = std::iter::from_fn(|| text.next_if(|sign| is_in(class, *sign)));
            if signs.count() == 0 {
                return false;
            }
            pattern = behind;
            continue;
        }
        let (least, most, rest) = match rest.strip_prefix('{') {
            Some(rest) => {
                let (counts, rest) = rest.split_once('}').expect("an end");
                let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
                let number = |text: &str| text.parse::<usize>().expect("a number");
                (number(least), number(most), rest)
            }
            None => (1, 1, rest),
        };
        let mut count = 0;
        while count < most && text.next_if(|sign| is_in(class, *sign)).is_some() {
            count += 1;
        }
        if count < least {
            return false;
        }
        pattern = rest;
    }
    text.next().is_none()
}

/// Whether a sign is one of a class, `0-9a-f`.
fn is_in(class: &str, sign: char) -> bool {
    let signs: Vec<char> = class.chars().collect();
    match signs.as_slice() {
        [only] => *only == sign,
        [first, '-', last, rest @ ..] => {
            (*first..=*last).contains(&sign)
                || !rest.is_empty() && is_in(&rest.iter().collect::<String>(), sign)
        }
        [first, rest @ ..] => *first == sign || is_in(&rest.iter().collect::<String>(), sign),
        [] => false,
    }
}

fn is_valid(file: &Value) -> bool {
    fits(&schema(), file, &schema())
}

fn backup_v1() -> Value {
    serde_json::from_str(BACKUP_V1).expect("JSON")
}

#[test]
fn the_backup_of_version_1_is_valid() {
    assert!(is_valid(&backup_v1()));
}

/// A change that makes the file invalid also makes the reader refuse something.
#[track_caller]
fn breaks(change: impl FnOnce(&mut Value)) {
    let mut file = backup_v1();
    change(&mut file);
    assert!(!is_valid(&file));
    let read = read_backup(file.to_string().as_bytes());
    assert!(read.is_err() || read.is_ok_and(|read| read.refused.count() == 1));
}

#[test]
fn what_the_schema_refuses_is_refused() {
    let is_entry = |entry: &Value| entry.get("deleted").is_none();
    let deletion = backup_v1()["entries"]
        .as_array()
        .and_then(|entries| entries.iter().position(|entry| !is_entry(entry)))
        .expect("a deletion");
    for (place, kind) in [(0, "entry"), (deletion, "deletion")] {
        for name in schema()["$defs"][kind]["required"]
            .as_array()
            .expect("a list")
        {
            let name = name.as_str().expect("a name");
            breaks(|file| {
                file["entries"][place]
                    .as_object_mut()
                    .expect("an entry")
                    .remove(name);
            });
            breaks(|file| file["entries"][place][name] = json!([]));
        }
        breaks(|file| file["entries"][place]["colour"] = json!("red"));
        breaks(|file| file["entries"][place]["id"] = json!("00000000000000FF"));
        breaks(|file| file["entries"][place]["revision"] = json!(0));
        breaks(|file| file["entries"][place]["revision"] = json!(1_000_001));
        breaks(|file| file["entries"][place]["stamp"] = json!(-1));
        breaks(|file| file["entries"][place]["stamp"] = json!(7_258_118_400_000_i64));
        breaks(|file| file["entries"][place]["stamp"] = json!(0.5));
    }
    breaks(|file| file["entries"][0]["on"] = json!("1999-12-31"));
    breaks(|file| file["entries"][0]["on"] = json!("2026-1-1"));
    breaks(|file| file["entries"][0]["inputs"]["count"] = json!(null));
    breaks(|file| file["entries"][0]["inputs"]["count"] = json!(-1));
    breaks(|file| file["entries"][0]["inputs"]["计"] = json!("1"));
    breaks(|file| file["entries"][0]["replaced"] = json!("rocket"));
    breaks(|file| file["entries"][0]["evidence"] = json!("hearsay"));
    breaks(|file| file["entries"][0]["note"] = json!("环".repeat(201)));
    breaks(|file| file["entries"][deletion]["deleted"] = json!(false));
    breaks(|file| file["entries"][0] = json!(7));
    breaks(|file| file["settings"]["theme"] = json!(7));
    breaks(|file| file["set_aside"][0] = json!({"key": "x"}));
    breaks(|file| file["set_aside"][0]["text"] = json!(7));
    breaks(|file| file["set_aside"][0]["colour"] = json!("red"));
    breaks(|file| file["version"] = json!(2));
    breaks(|file| file["format"] = json!("other"));
}

proptest! {
    #[test]
    fn every_backup_is_valid(revisions in revisions(), exported_at in any::<i64>()) {
        let settings = Settings::parse("theme=dark\nnot-yet-known=7");
        let file = write_backup(&revisions, &[("a".into(), "\u{1}".into())], &settings, exported_at);
        let file: Value = serde_json::from_str(&file).expect("JSON");
        prop_assert!(is_valid(&file), "{file}");
    }
}

#[test]
fn the_file_of_a_tally_is_valid() {
    let schema = include_str!("../../static/schema/tally-v1.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let file = include_str!("../fuzz/corpus/card/tally");
    assert_eq!(read_tally(file.as_bytes()).expect("a tally").cards.len(), 1);
    let file: Value = serde_json::from_str(file).expect("JSON");
    assert!(fits(&schema, &file, &schema));
    for (member, value) in [
        ("format", json!("carbon-inclusion-backup")),
        ("version", json!(2)),
        ("campaign", json!("ff")),
        ("cards", json!(["CICARD"])),
        ("more", json!(1)),
    ] {
        let mut file = file.clone();
        file[member] = value;
        assert!(!fits(&schema, &file, &schema), "{member}");
        let read = read_tally(file.to_string().as_bytes());
        assert!(read.is_err() || read.is_ok_and(|read| read.refused.count() == 1));
    }
}
