//! Files of 5 MB that somebody made up to be slow, each by how much there is of
//! one thing: they are read and taken in, and the account opens again, as soon as
//! with any other file.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::time::{Duration, Instant};

use carbon_inclusion::account::{Account, Preview, Totals, spread_ids};
use carbon_inclusion::campaign::{CampaignKey, Card, Tally};
use carbon_inclusion::exchange::{Incoming, read_backup, read_csv};
use carbon_inclusion::quantity::Day;
use carbon_inclusion::vault::MemoryStore;

use crate::backup::Memory;
use crate::device::Device;

const BYTES: usize = 5_000_000;
/// What ids of an honest device are spread by, and an id that is spread to 1 by
/// it: multiples of that all want one place.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
const GOLDEN_INVERSE: u64 = 0xf1de_83e1_9937_733d;
/// Some other odd number.
const MIXING: u64 = 0xbf58_476d_1ce4_e5b9;

/// Lines with a head and an end, as many as there is room for.
fn file(head: &str, line: impl Fn(u64) -> String, end: &str) -> Vec<u8> {
    let mut file = head.to_owned();
    let mut number = 1;
    while file.len() < BYTES {
        file += &line(number);
        number += 1;
    }
    (file + end).into_bytes()
}

fn table(file: &[u8], account: &Memory<'_>) -> Preview {
    let table = read_csv(file, Day::MAX).expect("a table");
    assert_eq!(table.refused.list(), []);
    account.preview_rows(table.rows)
}

fn backup(file: &[u8], account: &Memory<'_>) -> Preview {
    let Incoming {
        revisions,
        set_aside,
        ..
    } = read_backup(file).expect("a backup");
    account.preview(revisions, set_aside)
}

/// How long it takes to read a file, to take it in, and to open the account.
#[track_caller]
fn case(what: &str, file: &[u8], read: fn(&[u8], &Memory<'_>) -> Preview) {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(7));
    let started = Instant::now();
    let preview = read(file, &account);
    let is_read = started.elapsed();
    let imported = account.import(&preview, false);
    let is_taken_in = started.elapsed();
    let again = Account::open(&store, Device::new(8));
    let is_open = started.elapsed();
    println!(
        "{what}: {} taken in, read after {is_read:?}, taken in after {is_taken_in:?}, open after {is_open:?}",
        imported.records
    );
    assert!(imported.records > 20_000);
    assert_eq!(
        again.ledger().len() + again.set_aside().len(),
        imported.records
    );
    assert!(is_open < Duration::from_secs(5), "{what}: {is_open:?}");
}

#[test]
#[ignore = "measures a release build"]
fn crowds_are_taken_in_as_soon_as_others() {
    assert_eq!(GOLDEN.wrapping_mul(GOLDEN_INVERSE), 1);
    // As the page does, by a number that nobody knows ahead.
    spread_ids(MIXING);
    let head = "on,action,count,id\n";
    let bag = |id: u64| format!("2026-11-22,own-bag,3,{id:016x}\n");
    let honest = file(head, |number| bag(number.wrapping_mul(MIXING)), "");
    case("entries of one day", &honest, table);
    let crowded = file(head, |number| bag(number.wrapping_mul(GOLDEN_INVERSE)), "");
    case("ids that want one place", &crowded, table);
    let mixes = file(
        "on,action,distance_km,mix\n",
        |number| {
            let (car, bus, people) = (number % 60, number / 60 % 40, number / 2_400 % 100);
            let rest = 100 - car - bus;
            format!("2026-11-22,bus,3,\"{car},{bus},{rest},0,1.{people:02}\"\n")
        },
        "",
    );
    case("mixes of their own", &mixes, table);
    let newer = file(
        r#"{"format":"carbon-inclusion-backup","version":1,"exported_at":null,"entries":[],"settings":{},"set_aside":["#,
        |number| {
            let comma = if number == 1 { "" } else { "," };
            let id = number.wrapping_mul(MIXING);
            format!(
                "{comma}\n{{\"key\":\"carbon-inclusion/record/{id:016x}.1.{id:016x}\",\"text\":\"7|\"}}"
            )
        },
        "\n]}\n",
    );
    case("records of a newer version", &newer, backup);
}

#[test]
#[ignore = "measures a release build"]
fn crowds_of_cards_are_counted_as_soon_as_others() {
    let totals = Totals {
        entries: 1,
        ..Totals::default()
    };
    let campaign = CampaignKey::from_number(7);
    let mut tally = Tally::new(campaign);
    // In the order of no number, as whoever makes a file up may have them.
    let card = |number: u64| {
        let participant = number.wrapping_mul(MIXING);
        Card::new(campaign, participant, 0, None, 1, &totals).expect("a card")
    };
    let a_card = card(1).code().len() + 3;
    let cards: Vec<Card> = (1..).take(BYTES / a_card).map(card).collect();
    let started = Instant::now();
    let outcomes = tally.take_all(&cards);
    println!(
        "{} cards counted after {:?}",
        outcomes.len(),
        started.elapsed()
    );
    assert!(outcomes.len() > 20_000);
    assert_eq!(tally.cards().len(), outcomes.len());
    assert!(started.elapsed() < Duration::from_secs(5));
}
