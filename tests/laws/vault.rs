//! What is written can be read for ever, what was tampered with is noticed, and
//! copies merge the same way everywhere.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::BTreeMap;

use carbon_inclusion::account::{Entry, EntryId, Note};
use carbon_inclusion::methodology::{Action, Activity, Draft, Input, Replaced, editions};
use carbon_inclusion::quantity::Quantity;
use carbon_inclusion::vault::{
    Body, DecodeError, Heads, Rank, RecordName, Revision, decode, encode, merge,
};
use proptest::prelude::*;

use crate::said::{days, days_between, said};

/// One record of every action, and a tombstone: `name line`.
pub const RECORDS_V1: &str = include_str!("../data/record-v1.txt");

fn name(text: &str) -> RecordName {
    text.parse().expect("a record's name")
}

/// The revision of a line of a file of records.
pub fn read(record: &str) -> Revision {
    let (name_text, line) = record.split_once(' ').expect("a name and a line");
    decode(name(name_text), line).expect(record)
}

#[test]
fn every_record_of_format_1_opens() {
    let mut tombstones = 0;
    for record in RECORDS_V1.lines() {
        let (_, line) = record.split_once(' ').expect("a name and a line");
        let revision = read(record);
        assert_eq!(encode(&revision), line);
        tombstones += u32::from(revision.body == Body::Deleted);
    }
    assert_eq!(tombstones, 1);
}

/// Where an edition brings a new action, the record to add is printed.
#[test]
fn there_is_a_record_of_every_action() {
    let lines: Vec<&str> = RECORDS_V1.lines().collect();
    let mut missing = Vec::new();
    for action in editions().iter().flat_map(|edition| edition.actions) {
        let field = format!("|{}|", action.id.as_str());
        if !lines.iter().any(|line| line.contains(&field)) {
            missing.push(record_of(action));
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// A record of an action with all that a record can have.
fn record_of(action: &Action) -> String {
    let id = action.id.as_str();
    let variant = action.variants.last().expect("a way of entering");
    let amount = |input: &Input| Quantity::new(input.kind.dimension(), input.usual);
    let inputs = variant.inputs.iter().map(|input| {
        let amount = amount(input).expect("the usual amount");
        (input.kind.id(), amount.to_string().into())
    });
    let draft = Draft {
        action: id,
        on: "2026-11-22",
        inputs: inputs.collect(),
        item: action.items.last().map(|item| item.id),
        replaced: action.usual_replaced.map(Replaced::id),
        evidence: Some("proof"),
        mix: Some("40,20,35,5,1.50"),
        ..Draft::default()
    };
    let number = u64::try_from(action.id.index()).expect("few actions");
    let revision = Revision::of(
        Entry {
            id: EntryId::from_number(0xc0ff_ee00_0000_0000 | number),
            recorded_at: 1_795_305_600_000,
            activity: Activity::check(&draft).expect(id),
            note: Note::new(r"a note | with \ signs, 送孩子上学").expect("a note"),
        },
        Rank {
            number: 2,
            stamp: 1_795_305_700_000,
            nonce: 0x0123_4567_89ab_cdef,
        },
    );
    format!("{} {}", revision.name(), encode(&revision))
}

/// Any revision that a record can hold.
pub fn revisions() -> impl Strategy<Value = Revision> {
    let days = days_between("2000-01-01", "2199-12-31");
    let body = prop_oneof![
        1 => Just(None),
        9 => (said(days), any::<i64>()).prop_map(Some),
    ];
    let ids = (any::<u64>(), 1..=u32::MAX, any::<i64>(), any::<u64>());
    (ids, body).prop_map(|((entry, number, stamp, nonce), body)| {
        let rank = Rank {
            number,
            stamp,
            nonce,
        };
        match body {
            Some((said, recorded_at)) => Revision::of(said.entry(entry, recorded_at), rank),
            None => Revision::new(EntryId::from_number(entry), rank, Body::Deleted),
        }
    })
}

/// Bytes that a key and a line take in the store.
fn bytes(revision: &Revision) -> usize {
    revision.name().key().len() + encode(revision).len()
}

proptest! {
    #[test]
    fn what_is_written_is_read(revision in revisions()) {
        let line = encode(&revision);
        prop_assert!(!line.contains(['\n', '\r']));
        prop_assert_eq!(RecordName::from_key(&revision.name().key()), Ok(revision.name()));
        prop_assert_eq!(decode(revision.name(), &line), Ok(revision));
    }

    #[test]
    fn a_record_without_a_note_is_small(revision in revisions()) {
        let has_note = matches!(&revision.body, Body::Entry { note: Some(_), .. });
        prop_assert!(has_note || bytes(&revision) < 280, "{}", encode(&revision));
    }

    #[test]
    fn any_other_character_is_noticed(
        revision in revisions(),
        place in any::<prop::sample::Index>(),
        character in any::<char>(),
    ) {
        let line = encode(&revision);
        let mut characters: Vec<char> = line.chars().collect();
        let changed = place.get_mut(&mut characters);
        prop_assume!(*changed != character);
        *changed = character;
        let changed: String = characters.into_iter().collect();
        prop_assert!(decode(revision.name(), &changed).is_err(), "{changed}");
    }

    #[test]
    fn any_missing_part_is_noticed(revision in revisions(), end in any::<prop::sample::Index>()) {
        let line = encode(&revision);
        let ends: Vec<usize> = line.char_indices().map(|(end, _)| end).collect();
        prop_assert!(decode(revision.name(), &line[..*end.get(&ends)]).is_err());
    }

    #[test]
    fn another_name_is_noticed(one in revisions(), other in revisions()) {
        let result = decode(other.name(), &encode(&one));
        prop_assert!(matches!(result, Err(DecodeError::Checksum { .. })), "{result:?}");
    }

    #[test]
    fn no_text_panics(line in any::<String>(), name in any::<String>()) {
        let _ = name.parse::<RecordName>();
        let nobody = RecordName { entry: EntryId::from_number(0), number: 1, nonce: 0 };
        prop_assert!(decode(nobody, &line).is_err());
    }

    /// What has the right checksum by accident or malice is read or refused.
    #[test]
    fn no_field_panics(
        fields in prop::collection::vec(field(), 0..10),
        revision in revisions(),
    ) {
        let text = format!("1|{}", fields.join("|"));
        // The error tells the checksum it wants.
        let stated = match decode(revision.name(), &format!("{text}|00000000")) {
            Err(DecodeError::Checksum { computed, .. }) => computed,
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        if let Ok(read) = decode(revision.name(), &format!("{text}|{stated:08x}")) {
            let line = encode(&read);
            prop_assert_eq!(decode(read.name(), &line), Ok(read));
        }
    }
}

/// Something that may stand between the signs of a record.
fn field() -> impl Strategy<Value = String> {
    let known = [
        "",
        "0",
        "1795305600000",
        "deleted",
        "liaocheng-2026.1",
        "bus",
        "2026-11-22",
        "distance_km=8",
        "distance_km=8,distance_km=8",
        "occupancy=2",
        "item=jeans",
        "replaced=car",
        "evidence=proof",
        "mix=40,20,35,5,1.50",
        "recorded=-1",
        "note=\\p\\\\",
        "note=\\",
        "note=",
        "colour=green",
    ];
    prop_oneof![4 => prop::sample::select(known.map(str::to_owned).to_vec()), 1 => "[^|]{0,12}"]
}

/// Revisions of few entries with few numbers, stamps and nonces: what several
/// devices write that edit the same entries at the same time. The same name
/// may even stand for different texts, as in a forged copy.
pub fn histories() -> impl Strategy<Value = Vec<Revision>> {
    let ranks = (0..4_u64, 1..4_u32, 0..3_i64, 0..3_u64);
    let body = prop_oneof![Just(None), said(days()).prop_map(Some)];
    let revision = (ranks, body).prop_map(|((entry, number, stamp, nonce), said)| {
        let rank = Rank {
            number,
            stamp,
            nonce,
        };
        match said {
            Some(said) => Revision::of(said.entry(entry, 0), rank),
            None => Revision::new(EntryId::from_number(entry), rank, Body::Deleted),
        }
    });
    prop::collection::vec(revision, 0..24)
}

type Copies = Vec<Revision>;

fn merged(one: &[Revision], other: &[Revision]) -> Copies {
    merge([one, other].concat())
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        [one, other, third] in [histories(), histories(), histories()],
    ) {
        let all = merge([&one[..], &other, &third].concat());
        let [one, other, third] = [one, other, third].map(merge);
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
        prop_assert_eq!(&merged(&merged(&one, &other), &third), &all);
        prop_assert_eq!(&merged(&one, &merged(&other, &third)), &all);
        prop_assert_eq!(merged(&all, &one), all);
    }

    #[test]
    fn the_order_of_records_does_not_matter(
        (history, shuffled) in histories()
            .prop_flat_map(|history| (Just(history.clone()), Just(history).prop_shuffle())),
    ) {
        prop_assert_eq!(merge(history), merge(shuffled));
    }

    #[test]
    fn the_newest_revision_wins(history in histories()) {
        for newest in merge(history.clone()) {
            let entry = newest.entry;
            let ranks = history.iter().filter(|one| one.entry == entry).map(Revision::rank);
            prop_assert_eq!(Some(newest.rank()), ranks.max());
        }
    }

    /// Taking revisions in one by one leads where reading all at once does.
    #[test]
    fn following_is_merging(history in histories()) {
        let mut named = BTreeMap::new();
        for revision in history {
            // In one store a name stands for one text.
            named.entry(revision.name()).or_insert(revision);
        }
        let history: Vec<Revision> = named.into_values().collect();
        let (mut heads, mut followed) = (Heads::default(), BTreeMap::new());
        for revision in &history {
            if heads.admit(revision) {
                followed.insert(revision.entry, revision.clone());
            }
        }
        let followed: Copies = followed.into_values().collect();
        prop_assert_eq!(followed, merge(history));
    }
}
