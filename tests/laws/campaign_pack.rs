//! A campaign pack comes back as it was made, whichever way it went, and the
//! published schema says what is written and refuses what the reader refuses.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::Settings;
use carbon_inclusion::campaign::{
    CampaignKey, GROUPS_MAX, Joined, Known, Name, Pack, PackDraft, THANKS_MAX, Thanks, join,
    join_link, known, pack_code, read_join_link, read_pack, remember, write_pack,
};
use carbon_inclusion::language::Language;
use carbon_inclusion::methodology::ActionId;
use carbon_inclusion::quantity::{Carbon, Day};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::schema::fits;

const SCHEMA: &str = include_str!("../../static/schema/campaign-v1.schema.json");
/// A pack of version 1 with everything in it. It is never changed.
const PACK_V1: &str = include_str!("../data/campaign-v1.json");
/// Its link.
const LINK_V1: &str = include_str!("../data/campaign-v1.txt");

fn is_valid(file: &Value) -> bool {
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    fits(&schema, file, &schema)
}

fn text() -> impl Strategy<Value = String> {
    // What organisers type, and what would break a careless writer.
    "[一-龥a-zA-Z\"\\\\{},:<>&'](.{0,8}[一-龥 \"\\\\/!~])?".prop_filter("a name", |text| {
        let is_name = |text| Name::new([text, ""]).is_ok_and(|name| name.is_some());
        is_name(text) && text.trim() == text
    })
}

fn name(languages: Vec<Language>) -> impl Strategy<Value = Name> {
    (text(), text(), 0..3_u8).prop_map(move |(zh, en, given)| {
        let [has_zh, has_en] = match *languages.as_slice() {
            [Language::ZhCn] => [true, false],
            [Language::En] => [false, true],
            _ => [given != 1, given != 2],
        };
        let texts = [
            if has_zh { &*zh } else { "" },
            if has_en { &*en } else { "" },
        ];
        Name::new(texts).expect("good texts").expect("a text")
    })
}

fn packs() -> impl Strategy<Value = Pack> {
    let [zh, en] = Language::ALL;
    let languages = prop_oneof![
        Just(vec![zh]),
        Just(vec![en]),
        Just(vec![zh, en]),
        Just(vec![en, zh])
    ];
    languages.prop_flat_map(|languages| {
        let name = || name(languages.clone());
        let amounts = proptest::collection::btree_set(1..=1_000_000_000_000_i64, 0..=THANKS_MAX);
        let levels = amounts.prop_flat_map(move |amounts| {
            let amounts: Vec<i64> = amounts.into_iter().collect();
            let count = amounts.len();
            (Just(amounts), proptest::collection::vec(text(), count))
        });
        let own = languages.clone();
        let when = (
            Day::MIN.number()..Day::MAX.number() - 366,
            0..366_i64,
            0..7_258_118_400_000_i64,
        );
        let actions = proptest::sample::subsequence(ActionId::all().collect::<Vec<_>>(), 0..8);
        let about = (
            name(),
            proptest::option::of(name()),
            proptest::collection::vec(name(), 0..6),
        );
        let goal = proptest::option::of(1..=1_000_000_000_000_i64);
        (any::<u64>(), when, about, actions, goal, levels).prop_map(
            move |(
                key,
                (first, length, stamp),
                (name, place, names),
                actions,
                goal,
                (amounts, texts),
            )| {
                let first = Day::from_number(first).expect("a day");
                let grams = |grams: i64| Carbon::from_milligrams(grams * 1_000);
                let level = |(from, text): (i64, String)| {
                    let is_zh = own.contains(&Language::ZhCn);
                    let texts = if is_zh { [&*text, ""] } else { ["", &*text] };
                    let name = Name::new(texts).expect("good texts").expect("a text");
                    Thanks {
                        from: grams(from),
                        name,
                    }
                };
                let mut groups: Vec<Name> = Vec::new();
                for name in names {
                    if !groups.contains(&name) {
                        groups.push(name);
                    }
                }
                Pack {
                    key: CampaignKey::from_number(key),
                    stamp,
                    languages: own.clone(),
                    name,
                    place,
                    first,
                    last: first.plus_days(length).expect("a day"),
                    actions,
                    goal: goal.map(grams),
                    thanks: amounts.into_iter().zip(texts).map(level).collect(),
                    groups,
                }
            },
        )
    })
}

proptest! {
    #[test]
    fn a_pack_comes_back_as_it_was_made(pack in packs()) {
        prop_assert_eq!(pack.clone().checked(), Ok(pack.clone()));
        let file = write_pack(&pack);
        prop_assert_eq!(read_pack(file.as_bytes()), Ok(pack.clone()));
        let value: Value = serde_json::from_str(&file).expect("JSON");
        prop_assert!(is_valid(&value), "{}", file);
        prop_assert_eq!(read_pack(format!("{value:#}").as_bytes()), Ok(pack.clone()));
        prop_assert_eq!(read_join_link(&join_link("https://example.org/", &pack)), Ok(pack.clone()));
        let mut settings = Settings::default();
        let _ = remember(&mut settings, &pack);
        let joined = Some(Joined { participant: 7, group: None });
        join(&mut settings, pack.key, Joined { participant: 7, group: None });
        let kept = known(&Settings::understood(&settings.to_string()));
        prop_assert_eq!(kept, vec![Known { pack, joined }]);
    }

    /// Who changes nothing in the form changes nothing in the pack, unless it
    /// lacks a name in one of its languages, which the form asks for.
    #[test]
    fn a_pack_goes_through_the_form(pack in packs()) {
        let is_named = pack.languages.iter().all(|one| pack.name.given(*one).is_some());
        let typed = PackDraft::of(&pack).check(pack.key, pack.stamp);
        prop_assert_eq!(typed.is_ok(), is_named, "{:?}", typed);
        if let Ok(typed) = typed {
            prop_assert_eq!(typed, pack);
        }
    }

    /// No sign of a link can be changed, left out or put in unnoticed.
    #[test]
    fn a_damaged_link_brings_nothing(
        pack in packs(),
        place in any::<proptest::sample::Index>(),
        sign in "[A-Za-z0-9_-]",
        how in 0..3_u8,
    ) {
        let code = pack_code(&pack);
        let at = place.index(code.len());
        let (before, behind) = code.split_at(at);
        let damaged = match how {
            0 => [before, &sign, &behind[1..]].concat(),
            1 => [before, &behind[1..]].concat(),
            _ => [before, &sign, behind].concat(),
        };
        prop_assume!(damaged != code);
        prop_assert!(read_join_link(&damaged).is_err(), "{}", damaged);
    }
}

#[test]
fn the_pack_of_version_1_opens() {
    let pack = read_pack(PACK_V1.as_bytes()).expect("a pack");
    assert_eq!(write_pack(&pack), PACK_V1.trim_end());
    assert_eq!(read_join_link(LINK_V1), Ok(pack.clone()));
    assert_eq!(
        join_link("https://example.org/carbon/", &pack),
        LINK_V1.trim_end()
    );
    assert!(is_valid(&serde_json::from_str(PACK_V1).expect("JSON")));
}

/// A change that makes the file invalid is refused by the reader too.
#[track_caller]
fn breaks(change: impl FnOnce(&mut Value)) {
    let mut file: Value = serde_json::from_str(PACK_V1).expect("JSON");
    change(&mut file);
    assert!(!is_valid(&file), "{file}");
    assert!(read_pack(file.to_string().as_bytes()).is_err(), "{file}");
}

#[test]
fn what_the_schema_refuses_is_refused() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    for name in schema["required"].as_array().expect("a list") {
        let name = name.as_str().expect("a name");
        breaks(|file| drop(file.as_object_mut().expect("an object").remove(name)));
    }
    for name in schema["properties"].as_object().expect("members").keys() {
        breaks(|file| file[name] = json!(null));
    }
    breaks(|file| file["colour"] = json!("red"));
    breaks(|file| file["version"] = json!(2));
    breaks(|file| file["format"] = json!("other"));
    breaks(|file| file["key"] = json!("00000000000000FF"));
    breaks(|file| file["stamp"] = json!(7_258_118_400_000_i64));
    breaks(|file| file["stamp"] = json!(0.5));
    breaks(|file| file["languages"] = json!([]));
    breaks(|file| file["languages"] = json!(["en", "en"]));
    breaks(|file| file["languages"] = json!(["tlh"]));
    breaks(|file| file["name"] = json!("环".repeat(61)));
    breaks(|file| file["name"] = json!({"tlh": "x"}));
    breaks(|file| file["name"] = json!({"en": ""}));
    breaks(|file| file["first"] = json!("1999-12-31"));
    breaks(|file| file["last"] = json!("2026-6-5"));
    breaks(|file| file["actions"] = json!(["walk", "walk"]));
    breaks(|file| file["actions"] = json!(["Walk"]));
    breaks(|file| file["goal_kg"] = json!("1 t"));
    breaks(|file| file["goal_kg"] = json!(1000));
    breaks(|file| file["thanks"][0]["colour"] = json!("red"));
    breaks(|file| {
        let level = file["thanks"][0].as_object_mut();
        drop(level.expect("a level").remove("name"));
    });
    breaks(|file| file["thanks"] = json!(vec![file["thanks"][0].clone(); 6]));
    let names = (0..=GROUPS_MAX).map(|number| number.to_string());
    let names: Vec<String> = names.collect();
    breaks(|file| file["groups"] = json!(names));
    breaks(|file| file["groups"] = json!(["x", "x"]));
}
