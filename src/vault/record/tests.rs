//! What a record has to be, field by field.

use super::{DecodeError, RecordName, checksum, decode, encode, malformed};
use crate::account::{EntryId, NoteError};
use crate::methodology::ActivityError;

const NAME: RecordName = RecordName {
    entry: EntryId::from_number(1),
    number: 1,
    nonce: 2,
};

/// Reads a text with the checksum that belongs to it.
fn read(text: &str) -> Result<String, DecodeError> {
    let line = format!("{text}|{:08x}", checksum(NAME, text));
    decode(NAME, &line).map(|revision| encode(&revision))
}

#[track_caller]
fn refuses(text: &str, error: DecodeError) {
    assert_eq!(read(text), Err(error));
}

#[track_caller]
fn newer(text: &str, error: DecodeError) {
    assert!(error.is_newer());
    refuses(text, error);
}

#[test]
fn an_entry_is_written_in_one_way() {
    let text =
        r"1|5|liaocheng-2026.1|bus|2026-11-22|distance_km=8|evidence=proof|recorded=4|note=a\pb\\";
    assert_eq!(
        read(text),
        Ok(format!("{text}|{:08x}", checksum(NAME, text)))
    );
    let loose = r"1|5|liaocheng-2026.1|bus|2026-11-22|distance_km=8.0|note= a\pb\\ |recorded=4|evidence=proof";
    assert_eq!(read(loose), read(text));
}

#[test]
fn what_is_cut_or_changed_is_told_apart() {
    let whole = "1|5|deleted|1d0b2a47";
    assert!(matches!(
        decode(NAME, whole),
        Err(DecodeError::Checksum {
            stated: 0x1d0b_2a47,
            ..
        })
    ));
    for end in [
        "",
        "1",
        "1|",
        "1|5|deleted",
        "1|5|deleted|1d0b2a4",
        "1|5|deleted|1d0b2a47 ",
        "1|5|deleted|1D0B2A47",
    ] {
        assert_eq!(decode(NAME, end), Err(DecodeError::Truncated), "{end}");
    }
    let long = "1".repeat(5_000);
    assert_eq!(
        decode(NAME, &long),
        Err(DecodeError::TooLong { length: 5_000 })
    );
}

#[test]
fn what_is_newer_is_told_apart() {
    newer("2|anything", DecodeError::NewerFormat(2));
    assert_eq!(decode(NAME, "17|{}"), Err(DecodeError::NewerFormat(17)));
    newer(
        "1|5|liaocheng-2099.1|bus|2026-11-22|distance_km=8",
        DecodeError::UnknownEdition("liaocheng-2099.1".to_owned()),
    );
    newer(
        "1|5|liaocheng-2026.1|teleport|2026-11-22|distance_km=8",
        DecodeError::UnknownAction("teleport".to_owned()),
    );
}

#[test]
fn each_field_is_checked() {
    refuses("0|5|deleted", malformed("version"));
    refuses("01|5|deleted", malformed("version"));
    refuses("x|5|deleted", malformed("version"));
    refuses("1|x|deleted", malformed("stamp"));
    refuses("1|9223372036854775808|deleted", malformed("stamp"));
    refuses("1|5", malformed("edition"));
    refuses("1|5|deleted|", malformed("deleted"));
    refuses("1|5|liaocheng-2026.1", malformed("action"));
    refuses("1|5|liaocheng-2026.1|bus", malformed("on"));
    refuses("1|5|liaocheng-2026.1|bus|2026-11-22", malformed("inputs"));
    let bus = |rest: &str| format!("1|5|liaocheng-2026.1|bus|2026-11-22|{rest}");
    refuses(&bus("8"), malformed("inputs"));
    refuses(&bus("distance_km=8,"), malformed("inputs"));
    refuses(&bus("distance_km=8|"), malformed("name"));
    refuses(&bus("distance_km=8|colour=green"), malformed("name"));
    refuses(
        &bus("distance_km=8|replaced=car|replaced=car"),
        malformed("name"),
    );
    refuses(&bus("distance_km=8|recorded="), malformed("recorded"));
    refuses(&bus(r"distance_km=8|note=\n"), malformed("note"));
    refuses(&bus(r"distance_km=8|note=\"), malformed("note"));
    refuses(
        &bus("distance_km=8|note=a\tb"),
        DecodeError::Note(NoteError::Forbidden('\t')),
    );
    let bad_day = ActivityError::BadDay("2026-11-31".to_owned());
    refuses(
        "1|5|liaocheng-2026.1|bus|2026-11-31|distance_km=8",
        DecodeError::Activity(bad_day),
    );
}
