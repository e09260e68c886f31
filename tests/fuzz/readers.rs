//! What has to hold of whatever comes in, be it written by an attacker: no
//! panic, no more out than in, and what was accepted is written again, accepted
//! again and the same. A reader a function; tests/laws/hostile.rs and the fuzz
//! targets run them.

use std::borrow::Cow;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use carbon_inclusion::account::{Entry, EntryId};
use carbon_inclusion::campaign::{Card, Tally, join_link, read_join_link, read_pack, write_pack};
use carbon_inclusion::exchange::{
    Incoming, read_backup, read_csv, read_tally, read_transfer, transfer_links, write_backup,
    write_csv, write_tally,
};
use carbon_inclusion::journey::read_gpx;
use carbon_inclusion::language::Language;
use carbon_inclusion::quantity::{Day, Dimension, Quantity};
use carbon_inclusion::vault::{Rank, RecordName, Revision, decode, encode, merge};
use crc::{CRC_32_ISO_HDLC, Crc};

/// A reader, by the name of its corpus.
pub type Reader = (&'static str, fn(&[u8]));

/// All of them.
pub const READERS: [Reader; 8] = [
    ("record", record),
    ("backup", backup),
    ("table", table),
    ("transfer", transfer),
    ("quantity", quantity),
    ("gpx", gpx),
    ("card", card),
    ("campaign", campaign),
];

/// The most refusals that are told one by one.
const REFUSALS_MAX: usize = 1_000;

/// A record: its name, a blank and its line. A wrong checksum would hide the
/// rest from chance, so the line is read with a right one too.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (name, line) = text.split_once(' ').unwrap_or(("", &text));
    let name = name.parse().unwrap_or(RecordName {
        entry: EntryId::from_number(255),
        number: 1,
        nonce: 7,
    });
    let right = with_checksum(name, line);
    for line in [line, &right] {
        if let Ok(revision) = decode(name, line) {
            let again = encode(&revision);
            assert!(again.len() <= 4_096);
            assert_eq!(decode(name, &again), Ok(revision));
        }
    }
}

/// A line with the checksum of its text in the place of the one it has.
fn with_checksum(name: RecordName, line: &str) -> String {
    let text = line.rsplit_once('|').map_or(line, |(text, _)| text);
    let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    digest.update(&name.entry.number().to_le_bytes());
    digest.update(&name.number.to_le_bytes());
    digest.update(&name.nonce.to_le_bytes());
    digest.update(text.as_bytes());
    format!("{text}|{:08x}", digest.finalize())
}

/// A backup or stored data.
pub fn backup(bytes: &[u8]) {
    let Ok(incoming) = read_backup(bytes) else {
        return;
    };
    let Incoming {
        revisions,
        set_aside,
        settings,
        refused,
    } = incoming;
    assert!(refused.list().len() <= refused.count().min(REFUSALS_MAX));
    assert!(revisions.len() + set_aside.len() + refused.count() <= 2 * bytes.len());
    let settings = settings.unwrap_or_default();
    let newest = merge(revisions);
    let file = write_backup(&newest, &set_aside, &settings, 0);
    let again = read_backup(file.as_bytes()).expect("a backup of ours");
    assert_eq!(again.refused.list(), []);
    assert_eq!(again.revisions, newest);
    assert_eq!(again.set_aside, set_aside);
    assert_eq!(again.settings, Some(settings));
}

/// A table.
pub fn table(bytes: &[u8]) {
    let Ok(table) = read_csv(bytes, Day::MAX) else {
        return;
    };
    assert!(table.refused.list().len() <= table.refused.count().min(REFUSALS_MAX));
    assert!(table.rows.len() + table.refused.count() <= bytes.len());
    let revision = |(index, row): (u64, &carbon_inclusion::account::Row)| {
        let entry = Entry {
            id: row.id.unwrap_or(EntryId::from_number(index)),
            recorded_at: 0,
            activity: row.activity.clone(),
            note: row.note.clone(),
        };
        let rank = Rank {
            number: row.revision.unwrap_or(1),
            stamp: 0,
            nonce: index,
        };
        Revision::of(entry, rank)
    };
    let revisions: Vec<Revision> = (1 << 40..).zip(&table.rows).map(revision).collect();
    for language in Language::ALL {
        let text = write_csv(&revisions, language);
        let again = read_csv(text.as_bytes(), Day::MAX).expect("a table of ours");
        assert_eq!(again.refused.list(), []);
        assert_eq!(again.rows.len(), revisions.len());
        for (row, revision) in again.rows.iter().zip(&revisions) {
            let entry = revision.clone().into_entry().expect("an entry");
            assert_eq!(row.id, Some(entry.id));
            assert_eq!((&row.activity, &row.note), (&entry.activity, &entry.note));
        }
    }
}

/// A link as it was pasted, and the bytes as those of a link whose checksum is
/// right.
pub fn transfer(bytes: &[u8]) {
    let mut links = vec![String::from_utf8_lossy(bytes)];
    let mut forged = bytes.to_vec();
    let middle = bytes.len().saturating_sub(4);
    if middle > 3 {
        let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
        let checksum = crc.checksum(&forged[3..middle]);
        forged[middle..].copy_from_slice(&checksum.to_le_bytes());
        links.push(Cow::Owned(Base64UrlUnpadded::encode_string(&forged)));
    }
    for link in links {
        let Ok((incoming, part)) = read_transfer(&link) else {
            continue;
        };
        assert!((1..=part.count).contains(&part.number));
        let Incoming {
            revisions, refused, ..
        } = incoming;
        assert!(revisions.len() + refused.count() <= link.len());
        // What is written in more than the shortest way may take more room.
        if let Some(again) = transfer_links("", &revisions, 4_000) {
            let read = |link: &String| read_transfer(link).expect("a link of ours").0.revisions;
            assert_eq!(again.iter().flat_map(read).collect::<Vec<_>>(), revisions);
        }
    }
}

/// An amount as people type it.
pub fn quantity(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for dimension in DIMENSIONS {
        let Ok(amount) = Quantity::parse(dimension, &text) else {
            continue;
        };
        let texts = Language::ALL.map(|language| amount.exact(language));
        for text in [amount.to_string()].iter().chain(&texts) {
            assert!(text.len() <= 64, "{text}");
            assert_eq!(Quantity::parse(dimension, text), Ok(amount), "{text}");
        }
    }
}

const DIMENSIONS: [Dimension; 9] = [
    Dimension::Distance,
    Dimension::Energy,
    Dimension::Volume,
    Dimension::Heat,
    Dimension::Mass,
    Dimension::Count,
    Dimension::Time,
    Dimension::Power,
    Dimension::Temperature,
];

/// A track of another app: no point of it is shorter than its own tag, and none
/// is farther from the one before it than 100 km.
pub fn gpx(bytes: &[u8]) {
    if let Ok(track) = read_gpx(bytes) {
        let points = usize::try_from(track.points).expect("points that were counted");
        assert!(points > 0 && points * "<trkpt lat='0'lon='0'/>".len() <= bytes.len());
        assert!(track.distance.thousandths() <= i64::from(track.points) * 100_000);
        assert_eq!(read_gpx(bytes), Ok(track));
    }
}

/// A card as it was typed, one whose letters stand for bytes with a right
/// checksum, and the file of a tally.
pub fn card(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    for code in [&*typed, &card_of(bytes)] {
        if let Ok(card) = Card::read(code) {
            let again = card.code();
            assert!(again.len() <= 1_000);
            assert_eq!(Card::read(&again), Ok(card));
        }
    }
    let Ok(file) = read_tally(bytes) else {
        return;
    };
    assert!(file.cards.len() + file.refused.count() <= bytes.len());
    let mut tally = Tally::new(file.campaign);
    for card in file.cards {
        let _ = tally.take(card);
    }
    let again = read_tally(write_tally(&tally).as_bytes()).expect("a tally of ours");
    assert_eq!(again.refused.list(), []);
    assert_eq!(again.campaign, tally.campaign());
    assert!(again.cards.iter().eq(tally.cards()));
}

/// The code of bytes, with their checksum behind them.
fn card_of(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(800)];
    let checksum = Crc::<u32>::new(&CRC_32_ISO_HDLC)
        .checksum(bytes)
        .to_le_bytes();
    let mut bits = Vec::new();
    for byte in bytes.iter().chain(&checksum) {
        bits.extend((0..8).rev().map(|bit| byte >> bit & 1));
    }
    bits.resize(bits.len().next_multiple_of(5), 0);
    let letters = bits.chunks(5).map(|bits| {
        let number = bits.iter().fold(0, |number, bit| number << 1 | bit);
        char::from(if number < 26 {
            b'A' + number
        } else {
            b'2' + number - 26
        })
    });
    "CICARD".chars().chain(letters).collect()
}

/// A campaign as a file, as a link that was pasted, and as a link whose checksum
/// is right.
pub fn campaign(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut signed = [&[1], bytes].concat();
    let checksum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&signed);
    signed.extend(checksum.to_le_bytes());
    let right = Base64UrlUnpadded::encode_string(&signed);
    for pack in [
        read_pack(bytes),
        read_join_link(&text),
        read_join_link(&right),
    ] {
        let Ok(pack) = pack else {
            continue;
        };
        assert_eq!(pack.clone().checked(), Ok(pack.clone()));
        let file = write_pack(&pack);
        assert!(file.len() <= 4_096);
        assert_eq!(read_pack(file.as_bytes()).as_ref(), Ok(&pack));
        assert_eq!(read_join_link(&join_link("", &pack)), Ok(pack));
    }
}
