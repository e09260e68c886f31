//! What a pack has to be, part by part.

use super::bytes::write_number;
use super::{PackError, Unpacked, checksum_of, malformed, pack, unpack};
use crate::account::NoteError;
use crate::methodology::ActivityError;
use crate::vault::{Revision, decode};

/// A pack of these parts, with the checksum that belongs to it.
fn read(parts: &[&[u8]]) -> Result<Unpacked, PackError> {
    let mut bytes = [&[1], parts.concat().as_slice()].concat();
    let checksum = checksum_of(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    unpack(&bytes)
}

#[track_caller]
fn refuses(parts: &[&[u8]], error: PackError) {
    assert_eq!(read(parts), Err(error));
}

const TEXTS: &[u8] = b"\x10liaocheng-2026.1\x03bus\x0bdistance_km";
/// A bus trip of 8 km.
const BUS: &[u8] = &[1, 2, 0, 0, 0, 0, 1, 3, 0xc0, 0x3e];
/// The first revision of entry 1, with nonce 2.
const ONE: &[u8] = &[1, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
/// On the first of all days, recorded 5 ms after 1970 began.
const WHEN: &[u8] = &[4, 0, 10];

fn of(lines: &[&str]) -> Vec<Revision> {
    let name = "0000000000000001.1.0000000000000002";
    let name = name.parse().expect("a name");
    // The error tells the checksum it wants.
    let read = |text: &&str| match decode(name, &format!("{text}|00000000")) {
        Err(crate::vault::DecodeError::Checksum { computed, .. }) => {
            decode(name, &format!("{text}|{computed:08x}")).expect("a record")
        }
        other => panic!("{other:?}"),
    };
    lines.iter().map(read).collect()
}

#[test]
fn the_parts_make_a_pack() {
    let revisions = of(&[
        "1|5|liaocheng-2026.1|bus|2000-01-01|distance_km=8",
        "1|4|deleted",
        "1|6|liaocheng-2026.1|bus|2000-01-02|distance_km=8|recorded=3|note=hi",
    ]);
    let parts: [&[u8]; 9] = [
        &[3, 1, 3],
        TEXTS,
        BUS,
        ONE,
        WHEN,
        &[&[0], &ONE[1..], &[4, 1]].concat(),
        ONE,
        &[7, 2, 1, 6],
        b"\x02hi",
    ];
    let expected = Unpacked {
        revisions,
        newer: 0,
    };
    let bytes = pack(&expected.revisions);
    assert_eq!(bytes[1..bytes.len() - 4], parts.concat());
    assert_eq!(read(&parts), Ok(expected));
    assert_eq!(read(&[&[0, 0, 0]]), Ok(Unpacked::default()));
}

#[test]
fn what_is_newer_is_told_apart() {
    assert_eq!(unpack(&[2, 9, 9]), Err(PackError::NewerFormat(2)));
    let texts = b"\x10liaocheng-2026.2\x03bus\x0bdistance_kn";
    let newer = read(&[&[3, 1, 1], texts, BUS, ONE, WHEN]);
    let expected = Unpacked {
        revisions: Vec::new(),
        newer: 1,
    };
    assert_eq!(newer, Ok(expected));
    let texts = b"\x10liaocheng-2026.1\x03fly\x0bdistance_km";
    let newer = read(&[&[3, 1, 1], texts, BUS, ONE, WHEN]);
    assert_eq!(newer.map(|unpacked| unpacked.newer), Ok(1));
}

#[test]
fn counts_beyond_the_bytes_are_refused_before_anything_is_set_aside_for_them() {
    let mut huge = Vec::new();
    write_number(&mut huge, u64::MAX);
    refuses(&[&huge, &[0, 0]], PackError::Truncated);
    refuses(&[&[0], &huge, &[0]], PackError::Truncated);
    refuses(&[&[0, 0], &huge], PackError::Truncated);
    // As many as fit an address, but not these bytes.
    let mut many = Vec::new();
    write_number(&mut many, 1 << 40);
    refuses(&[&[0, 0], &many, &[0; 64]], PackError::Truncated);
    refuses(&[&[0, 2, 1], &[0; 64]], malformed("counts"));
    refuses(&[&[1, 0, 0], &huge, &[0; 64]], PackError::Truncated);
    let bus = [&BUS[..6], &huge].concat();
    refuses(&[&[3, 1, 1], TEXTS, &bus, ONE, WHEN], malformed("inputs"));
}

#[test]
fn each_part_is_checked() {
    let row = |when: &[u8], rest: &[u8]| read(&[&[3, 1, 1], TEXTS, BUS, ONE, when, rest]).err();
    assert_eq!(row(WHEN, &[]), None);
    assert_eq!(row(WHEN, &[0]), Some(malformed("end")));
    assert_eq!(row(&[4, 0], &[]), Some(PackError::Truncated));
    // Number 0, a day before the first and one after the last.
    assert_eq!(row(&[0, 0, 10], &[]), Some(malformed("number")));
    assert_eq!(row(&[4, 1, 10], &[]), Some(malformed("day")));
    assert_eq!(row(&[4, 0xb2, 0xf5, 8, 10], &[]), Some(malformed("day")));
    // Numbers in a longer way than needed, and longer than any.
    assert_eq!(row(&[4, 0x80, 0, 10], &[]), Some(malformed("number")));
    assert_eq!(row(&[4, 0], &[0xff; 12]), Some(malformed("number")));
    // Notes that are empty, no text and no note.
    let note = &[6, 0, 10];
    assert_eq!(row(note, &[0]), Some(malformed("note")));
    assert_eq!(row(note, &[1, 0xff]), Some(malformed("text")));
    let forbidden = PackError::Note(NoteError::Forbidden('\n'));
    assert_eq!(row(note, b"\x03a\nb"), Some(forbidden));

    let bus = |bus: &[u8]| read(&[&[3, 1, 1], TEXTS, bus, ONE, WHEN]).err();
    assert_eq!(bus(&[0, 2, 0, 0, 0, 0, 1, 3, 8]), Some(malformed("place")));
    assert_eq!(bus(&[1, 4, 0, 0, 0, 0, 1, 3, 8]), Some(malformed("place")));
    let too_short = bus(&[1, 2, 0, 0, 0, 0, 1, 3, 8]);
    assert!(
        matches!(
            too_short,
            Some(PackError::Activity(ActivityError::OutOfBounds { .. }))
        ),
        "{too_short:?}"
    );

    let two = [&[2], &ONE[1..]].concat();
    refuses(&[&[3, 1, 1], TEXTS, BUS, &two, WHEN], malformed("activity"));
    let tombstone = [&[0], &ONE[1..], &[5, 0]].concat();
    refuses(&[&[0, 0, 1], &tombstone], malformed("tombstone"));
    let empty = [0, 1, b'x', 1, b'y'];
    refuses(&[&[3, 1, 1], &empty, &[0; 64]], malformed("text"));
}

#[test]
fn what_is_cut_or_changed_is_told_apart() {
    assert_eq!(unpack(&[]), Err(PackError::Truncated));
    assert_eq!(unpack(&[1, 0, 0]), Err(PackError::Truncated));
    assert_eq!(unpack(&[0, 0, 0]), Err(malformed("format")));
    let mut bytes = pack(&[]);
    bytes[1] = 1;
    assert!(matches!(unpack(&bytes), Err(PackError::Checksum { .. })));
}
