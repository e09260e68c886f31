//! Links bring what they were made of, each by itself, and a camera reads them
//! from a screen.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::exchange::{
    FileError, LINK_CHARACTERS_MAX, PARTS_MAX, Part, QR_CHARACTERS_MAX, QrCode, qr_code,
    read_transfer, transfer_links,
};
use carbon_inclusion::vault::{Revision, merge};
use proptest::prelude::*;

use crate::backup::newest_v1;
use crate::said::revisions;

const BASE: &str = "https://example.org/carbon/";
/// The links of every record of format 1.
const LINKS_V1: &str = include_str!("../data/transfer-v1.txt");

fn links(revisions: &[Revision], characters_max: usize) -> Vec<String> {
    transfer_links(BASE, revisions, characters_max).expect("few enough")
}

#[test]
fn every_link_of_version_1_opens() {
    let mut brought = Vec::new();
    for link in LINKS_V1.lines() {
        let (incoming, _) = read_transfer(link).expect("a link");
        assert_eq!(incoming.refused.count(), 0);
        brought.extend(incoming.revisions);
    }
    assert_eq!(brought, newest_v1());
    assert_eq!(
        links(&brought, QR_CHARACTERS_MAX),
        LINKS_V1.lines().collect::<Vec<_>>()
    );
}

/// A history of many entries that all say something else.
fn many(count: usize) -> Vec<Revision> {
    let mut many = Vec::new();
    for round in 0..count.div_ceil(newest_v1().len()) {
        for mut revision in newest_v1() {
            revision.nonce = u64::try_from(round).expect("few");
            many.push(revision);
        }
    }
    many.truncate(count);
    many
}

#[test]
fn a_link_is_as_long_as_it_may_be() {
    for most in [QR_CHARACTERS_MAX, LINK_CHARACTERS_MAX] {
        let links = links(&many(100), most);
        assert!(links.len() > 1);
        let (last, full) = links.split_last().expect("some");
        assert!(last.len() <= most);
        for link in full {
            assert!(
                (most - 150..=most).contains(&link.len()),
                "{} of {most}",
                link.len()
            );
        }
    }
}

#[test]
fn what_is_too_large_goes_as_a_file() {
    assert_eq!(transfer_links(BASE, &[], QR_CHARACTERS_MAX), None);
    assert_eq!(transfer_links(BASE, &many(1_000), QR_CHARACTERS_MAX), None);
    assert_eq!(transfer_links(BASE, &many(10_000), QR_CHARACTERS_MAX), None);
    assert_eq!(
        transfer_links(&"x".repeat(301), &many(1), LINK_CHARACTERS_MAX),
        None
    );
    assert_eq!(transfer_links(BASE, &many(1), 20), None);
}

#[test]
fn a_link_is_read_wherever_it_was_copied_from() {
    let link = LINKS_V1.lines().next().expect("a link");
    let read = read_transfer(link).expect("a link");
    let code = link.split_once("#/transfer/").expect("a route").1;
    for other in [
        code.to_owned(),
        format!(" {link}\n"),
        format!("#/transfer/{code}"),
    ] {
        assert_eq!(read_transfer(&other).as_ref(), Ok(&read));
    }
}

#[test]
fn what_is_no_link_is_refused() {
    let case = |text: &str, error| assert_eq!(read_transfer(text), Err(error), "{text}");
    case("", FileError::Empty);
    case("https://example.org/#/transfer/", FileError::Empty);
    case("https://example.org/#/ledger", FileError::Damaged);
    case("AQ", FileError::Damaged);
    case("AQEB", FileError::Damaged);
    case("AQEBAQ==", FileError::Damaged);
    case("AgEB", FileError::Newer { version: 2 });
    // A pack of a newer format.
    case("AQEBAgAA", FileError::Newer { version: 2 });
    let bytes = 5_000;
    case(
        &"A".repeat(5_000),
        FileError::TooLarge { bytes, most: 4_096 },
    );
    let link = LINKS_V1.lines().next().expect("a link");
    let code = link.split_once("#/transfer/").expect("a route").1;
    for cut in 0..code.len() {
        let error = if cut == 0 {
            FileError::Empty
        } else {
            FileError::Damaged
        };
        case(&code[..cut], error);
    }
    // No part 0, none behind the last, and no more than are made.
    for head in ["AQAB", "AQIB", "AQH_"] {
        case(&format!("{head}{}", &code[4..]), FileError::Damaged);
    }
}

#[test]
fn a_forged_revision_is_refused_alone() {
    let mut revisions = newest_v1();
    revisions.truncate(3);
    revisions[1].number = u32::MAX >> 2;
    revisions[2].stamp = i64::MAX;
    let link = &links(&revisions, LINK_CHARACTERS_MAX)[0];
    let (incoming, _) = read_transfer(link).expect("a link");
    assert_eq!(incoming.revisions, revisions[..1]);
    let lines: Vec<usize> = incoming
        .refused
        .list()
        .iter()
        .map(|refusal| refusal.line)
        .collect();
    assert_eq!(lines, [2, 3]);
}

/// What a camera reads of a code as it is drawn, three pixels a module.
fn photographed(code: &QrCode) -> String {
    const PIXELS: usize = 3;
    let side = usize::try_from(code.size).expect("small");
    let mut dark = vec![false; side * side];
    for run in code.path.split_terminator('z') {
        let run = run.strip_prefix('M').expect("a run");
        let (place, shape) = run.split_once('h').expect("a run");
        let (x, y) = place.split_once(' ').expect("a place");
        let (wide, back) = shape.split_once("v1h-").expect("a rectangle");
        assert_eq!(wide, back);
        let [x, y, wide] = [x, y, wide].map(|number| number.parse::<usize>().expect("a number"));
        dark[y * side + x..][..wide].fill(true);
    }
    let (width, pixel) = (side * PIXELS, |x: usize, y: usize| {
        if dark[y / PIXELS * side + x / PIXELS] {
            0
        } else {
            255
        }
    });
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().expect("a code").1
}

#[test]
fn a_camera_reads_every_link() {
    for link in LINKS_V1.lines() {
        let code = qr_code(link).expect("short enough");
        assert!(code.size <= 105 + 8, "{}", code.size);
        assert_eq!(photographed(&code), link);
    }
}

#[test]
fn a_code_is_as_large_as_it_has_to_be() {
    let size = |characters: usize| qr_code(&"a".repeat(characters)).map(|code| code.size);
    assert_eq!(size(1), Some(21 + 8));
    assert_eq!(size(QR_CHARACTERS_MAX), Some(105 + 8));
    assert_eq!(size(QR_CHARACTERS_MAX + 1), Some(109 + 8));
    assert_eq!(size(1_732), Some(137 + 8));
    assert_eq!(size(1_733), None);
}

#[test]
fn a_single_entry_with_a_long_note_has_its_code() {
    let note = |revision: &Revision| {
        let mut entry = revision.clone().into_entry()?;
        entry.note = carbon_inclusion::account::Note::new(&"环".repeat(200)).expect("a note");
        Some(Revision::of(entry, revision.rank()))
    };
    let long: Vec<Revision> = newest_v1().iter().take(3).filter_map(note).collect();
    let links = transfer_links(&"h".repeat(300), &long, QR_CHARACTERS_MAX).expect("three links");
    assert_eq!(links.len(), 3);
    for link in links {
        assert!(qr_code(&link).is_some());
    }
}

proptest! {
    #[test]
    fn links_bring_what_they_were_made_of(revisions in revisions(), most in 400..2_000_usize) {
        prop_assume!(!revisions.is_empty());
        let Some(links) = transfer_links(BASE, &revisions, most) else {
            return Ok(());
        };
        prop_assert!(links.len() <= PARTS_MAX);
        let mut brought = Vec::new();
        for (number, link) in (1..).zip(&links) {
            let (incoming, part) = read_transfer(link).expect("a link");
            let count = u8::try_from(links.len()).expect("few");
            prop_assert_eq!(part, Part { number, count });
            prop_assert_eq!(incoming.refused.count(), 0);
            prop_assert!(!incoming.revisions.is_empty());
            prop_assert!(link.len() <= most || incoming.revisions.len() == 1);
            brought.extend(incoming.revisions);
        }
        prop_assert_eq!(&brought, &revisions);
        brought.reverse();
        prop_assert_eq!(merge(brought), merge(revisions));
    }

    #[test]
    fn a_changed_link_is_noticed(place in any::<prop::sample::Index>(), sign in "[A-Za-z0-9_-]") {
        let mut link = LINKS_V1.lines().next().expect("a link").to_owned();
        let start = BASE.len() + "#/transfer/".len();
        let at = start + place.index(link.len() - start);
        let before = read_transfer(&link);
        link.replace_range(at..=at, &sign);
        let after = read_transfer(&link);
        // Which part it is, is only told.
        let brings = |read: Result<(carbon_inclusion::exchange::Incoming, Part), FileError>| read.map(|(incoming, _)| incoming);
        prop_assert!(after.is_err() || brings(after) == brings(before));
    }
}
