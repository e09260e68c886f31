//! A backup is read to the last sound line, and what is wrong with the others is
//! said; a file of every format that was ever written opens.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Account, Settings};
use carbon_inclusion::exchange::{
    FileError, Incoming, JsonError, Reason, read_backup, write_backup,
};
use carbon_inclusion::vault::{
    MemoryStore, RECORD_PREFIX, Revision, decode, segment_key, to_segment,
};

use crate::device::Device;

/// Every action, a deletion, a record of a newer version, a damaged one, and
/// settings.
pub const BACKUP_V1: &str = include_str!("../data/backup-v1.json");
/// What static/shell/shell.js saves of the same account.
const STORED_DATA_V1: &str = include_str!("../data/stored-data-v1.json");
const RECORDS_V1: &str = include_str!("../data/record-v1.txt");

pub const EXPORTED_AT: i64 = 1_795_309_200_000;

pub type Memory<'a> = Account<&'a MemoryStore, Device>;

pub fn records_v1() -> Vec<Revision> {
    let records = RECORDS_V1.lines().map(|record| {
        let (name, line) = record.split_once(' ').expect("a name and a line");
        decode(name.parse().expect("a name"), line).expect(record)
    });
    // One has a number that leaves no room for an edit, one was before 1970.
    records
        .filter(|revision| revision.number < u32::MAX && revision.stamp >= 0)
        .collect()
}

/// The newest of each entry.
pub fn newest_v1() -> Vec<Revision> {
    let all = records_v1();
    let is_newest = |revision: &&Revision| {
        let mut others = all.iter();
        !others.any(|other| other.entry == revision.entry && other.number > revision.number)
    };
    all.iter().filter(is_newest).cloned().collect()
}

pub fn newer_and_damaged() -> Vec<(String, String)> {
    let key = |id| format!("{RECORD_PREFIX}{id}.3.0123456789abcdef");
    vec![
        (
            key("00000000000000aa"),
            "2|\"quoted\" \\ text\t|\u{7}".into(),
        ),
        (
            key("00000000000000bb"),
            "1|1795305600000|liaocheng-2026.1|bu".into(),
        ),
    ]
}

fn settings_v1() -> Settings {
    Settings::parse("language=en\ntheme=dark\ntext=elder\nmix=40,20,35,5,1.50\nfavourites=bus,walk")
}

/// What a file says, all of it sound.
pub fn read(file: &str) -> Incoming {
    let incoming = read_backup(file.as_bytes()).expect("a backup");
    assert_eq!(incoming.refused.list(), []);
    incoming
}

#[test]
fn every_backup_of_version_1_opens() {
    let backup = read_backup(BACKUP_V1.as_bytes()).expect("a backup");
    assert_eq!(backup.refused.list(), []);
    assert_eq!(backup.revisions, newest_v1());
    assert_eq!(backup.set_aside, newer_and_damaged());
    assert_eq!(backup.settings, Some(settings_v1()));
}

#[test]
fn a_backup_is_written_the_same_way_for_ever() {
    let written = write_backup(
        &newest_v1(),
        &newer_and_damaged(),
        &settings_v1(),
        EXPORTED_AT,
    );
    assert_eq!(written, BACKUP_V1);
}

#[test]
fn all_stored_data_of_version_1_opens() {
    let stored = read_backup(STORED_DATA_V1.as_bytes()).expect("stored data");
    let refused: Vec<String> = stored
        .refused
        .list()
        .iter()
        .map(|refusal| format!("{}: {}", refusal.line, refusal.reason))
        .collect();
    assert_eq!(
        refused,
        [
            "51: field `stamp` is malformed",
            "52: field `revision` is malformed",
            "56: unknown field `carbon-inclusion/other`"
        ]
    );
    assert_eq!(stored.revisions, records_v1());
    assert_eq!(stored.set_aside, newer_and_damaged());
    assert_eq!(stored.settings, Some(settings_v1()));
}

/// What the page saves where records were put together into a segment.
fn stored_segment(text: &str) -> String {
    let items = serde_json::json!({ segment_key(7): text });
    serde_json::json!({
        "format": "carbon-inclusion-stored-data", "version": 1, "exported_at": null, "items": items
    })
    .to_string()
}

#[test]
fn segments_in_stored_data_open() {
    let record = records_v1().swap_remove(0);
    let with_nonce = |nonce| Revision {
        nonce,
        ..record.clone()
    };
    let many: Vec<Revision> = (0..20_000).map(with_nonce).collect();
    let file = stored_segment(&to_segment(&many));
    assert!(file.len() > 1 << 19, "{}", file.len());
    let stored = read(&file);
    assert!(stored.revisions == many);
}

#[test]
fn one_forged_revision_does_not_take_its_segment_along() {
    let mut records = records_v1();
    records[3].stamp = i64::MAX;
    let stored =
        read_backup(stored_segment(&to_segment(&records)).as_bytes()).expect("stored data");
    assert_eq!(stored.revisions.len(), records.len() - 1);
    let reasons: Vec<&Reason> = stored
        .refused
        .list()
        .iter()
        .map(|refusal| &refusal.reason)
        .collect();
    assert_eq!(reasons, [&Reason::BadField("stamp")]);
}

#[test]
fn a_damaged_segment_travels_untouched() {
    let text = to_segment(&records_v1());
    let damaged: String = text.chars().take(100).collect();
    let stored = read(&stored_segment(&damaged));
    assert_eq!(stored.set_aside, [(segment_key(7), damaged)]);
    let backup = write_backup(&[], &stored.set_aside, &Settings::default(), EXPORTED_AT);
    assert_eq!(read(&backup).set_aside, stored.set_aside);
}

/// A backup of one entry with fields of choice.
fn with_entry(fields: &str) -> String {
    format!(
        "{{\"format\":\"carbon-inclusion-backup\",\"version\":1,\"exported_at\":null,\"entries\":[\n{GOOD},\n{{{fields}}},\n{}\n],\"settings\":{{\n}}}}",
        GOOD.replace("00ff", "00fe")
    )
}

const GOOD: &str = r#"{"id":"00000000000000ff","revision":1,"nonce":"0123456789abcdef","stamp":5,"recorded_at":6,"edition":"liaocheng-2026.1","action":"bus","on":"2026-11-22","inputs":{"distance_km":"8"}}"#;
const FIELDS: &str = r#""id":"00000000000000fd","revision":1,"nonce":"0123456789abcdef","stamp":5,"recorded_at":6,"edition":"liaocheng-2026.1","action":"bus","on":"2026-11-22","inputs":{"distance_km":"8"}"#;

const UNEXPECTED: &str = "something stands where it cannot";

/// The second of three entries, with something else in it, is refused on its
/// line, and the others are read.
#[track_caller]
fn refuses(from: &str, to: &str, reason: &str) {
    assert!(FIELDS.contains(from), "{from}");
    let file = with_entry(&FIELDS.replacen(from, to, 1));
    let backup = read_backup(file.as_bytes()).expect("a backup");
    let refused: Vec<String> = backup
        .refused
        .list()
        .iter()
        .map(|refusal| format!("{}: {}", refusal.line, refusal.reason))
        .collect();
    assert_eq!(refused, [format!("3: {reason}")], "{to}");
    assert_eq!(backup.revisions.len(), 2, "{to}");
}

#[track_caller]
fn accepts(from: &str, to: &str) {
    assert!(FIELDS.contains(from), "{from}");
    let file = with_entry(&FIELDS.replacen(from, to, 1));
    let backup = read_backup(file.as_bytes()).expect("a backup");
    assert_eq!(backup.refused.list(), [], "{to}");
    assert_eq!(backup.revisions.len(), 3, "{to}");
}

#[test]
fn what_is_no_amount_is_refused_with_its_line() {
    for wrong in [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e3",
        "08",
        "0x8",
        "+8",
        "true",
        "null",
    ] {
        refuses("\"8\"", wrong, UNEXPECTED);
    }
    refuses("\"8\"", "-8", "input `distance_km`: negative");
    refuses("\"8\"", "\"-8\"", "input `distance_km`: negative");
    refuses("\"8\"", "\"NaN\"", "input `distance_km`: not a number");
    refuses("\"8\"", "\"1e9\"", "input `distance_km`: unknown unit");
    let huge = format!("\"{}\"", "9".repeat(41));
    refuses("\"8\"", &huge, "input `distance_km`: too long");
    refuses("\"8\"", "\"8", UNEXPECTED);
    refuses(
        "\"8\"",
        "99999",
        "input `distance_km` is not between 0.1 and 200",
    );
    refuses("\"8\"", "[8]", UNEXPECTED);
    refuses(
        "\"8\"",
        "\"8\",\"distance_km\":\"9\"",
        "input `distance_km` stands twice",
    );
    refuses("{\"distance_km\":\"8\"}", "[]", UNEXPECTED);
}

#[test]
fn what_is_no_activity_is_refused_with_its_line() {
    refuses(
        "2026-11-22",
        "2026-11-31",
        "`2026-11-31` is no day (YYYY-MM-DD, 2000 to 2199)",
    );
    refuses(
        "2026-11-22",
        "1999-12-31",
        "`1999-12-31` is no day (YYYY-MM-DD, 2000 to 2199)",
    );
    refuses("\"bus\"", "\"b\\u202eus\"", "field `action` is malformed");
    refuses("\"bus\"", "\"teleport\"", "unknown action `teleport`");
    refuses("liaocheng-2026.1", "mars-1", "unknown edition `mars-1`");
    refuses(
        "\"bus\"",
        "\"bus\",\"action\":\"bus\"",
        "field `action` stands twice",
    );
    refuses(
        "\"bus\"",
        "\"bus\",\"a\u{200b}b\":\"bus\"",
        "unknown field `a\u{fffd}b`",
    );
    refuses("\"action\":\"bus\",", "", "field `action` is missing");
}

#[test]
fn what_cannot_be_read_is_kept_up_to_a_length() {
    let key = format!("{RECORD_PREFIX}00000000000000aa.1.00000000000000aa");
    let aside = |length: usize| {
        let text = format!("7|{}", "x".repeat(length - 2));
        let file = write_backup(&[], &[(key.clone(), text)], &Settings::default(), 0);
        let read = read_backup(file.as_bytes()).expect("a backup");
        (read.set_aside.len(), read.refused.count())
    };
    assert_eq!(aside(64 * 1024), (1, 0));
    assert_eq!(aside(64 * 1024 + 1), (0, 1));
}

#[test]
fn no_more_refusals_are_told_than_anybody_reads() {
    let refused = "{},\n".repeat(1_500);
    let file = format!(
        "{{\"format\":\"carbon-inclusion-backup\",\"version\":1,\"entries\":[\n{refused}{{}}\n]}}"
    );
    let read = read_backup(file.as_bytes()).expect("a backup");
    assert_eq!(read.refused.count(), 1_501);
    assert_eq!(read.refused.list().len(), 1_000);
}

#[test]
fn what_is_no_revision_is_refused_with_its_line() {
    refuses("\"stamp\":5,", "", "field `stamp` is missing");
    refuses("\"stamp\":5", "\"stamp\":-5", "field `stamp` is malformed");
    refuses(
        "\"stamp\":5",
        "\"stamp\":9223372036854775807",
        "field `stamp` is malformed",
    );
    refuses(
        "\"stamp\":5",
        "\"stamp\":9223372036854775808",
        "field `stamp` is malformed",
    );
    refuses("\"stamp\":5", "\"stamp\":5.0", "field `stamp` is malformed");
    refuses(
        "\"recorded_at\":6",
        "\"recorded_at\":7258118400000",
        "field `recorded_at` is malformed",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":0",
        "field `revision` is malformed",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":4294967295",
        "field `revision` is malformed",
    );
    refuses("\"revision\":1", "\"revision\":\"1\"", UNEXPECTED);
    refuses(
        "00000000000000fd",
        "00000000000000FD",
        "field `id` is malformed",
    );
    refuses(
        "00000000000000fd",
        "00000000000000ff",
        "entry 00000000000000ff stands twice",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":1,\"deleted\":true",
        "field `recorded_at` is malformed",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":1,\"deleted\":false",
        "field `deleted` is malformed",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":1,\"note\":\"a\\u200bb\"",
        "forbidden character U+200B",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":1,\"note\":\"\\u202eb\"",
        "forbidden character U+202E",
    );
    refuses(
        "\"revision\":1",
        "\"revision\":1,\"note\":\"\\ud800\"",
        "a text that says no characters",
    );
    let long = format!("\"revision\":1,\"note\":\"{}\"", "环".repeat(201));
    refuses("\"revision\":1", &long, "201 characters");
    let endless = format!("\"revision\":1,\"note\":\"{}\"", "x".repeat(9_000));
    refuses("\"revision\":1", &endless, "it is too long");
    refuses(
        "{\"distance_km\":\"8\"}",
        &"[".repeat(100_000),
        "it is nested too deeply",
    );
}

#[test]
fn what_another_program_may_write_is_read() {
    accepts("\"8\"", "8.50");
    accepts("\"8\"", "\"8.5 km\"");
    accepts("\"bus\"", "\"\\u0062us\"");
    accepts(",", " ,\n\t");
    accepts("\"revision\":1", "\"revision\":1,\"note\":\"=1+1 ‘上班’\"");
}

#[test]
fn a_file_of_another_kind_is_refused_as_a_whole() {
    let case = |text: &str, error| assert_eq!(read_backup(text.as_bytes()), Err(error), "{text}");
    case("", FileError::Empty);
    case("[]", FileError::Foreign);
    case("{}", FileError::Foreign);
    case("null", FileError::Foreign);
    case(
        r#"{"format":"carbon-inclusion-backup"}"#,
        FileError::Foreign,
    );
    case(
        r#"{"format":"carbon-inclusion-backup","version":0}"#,
        FileError::Foreign,
    );
    case(
        r#"{"format":"other","version":1,"entries":[]}"#,
        FileError::Foreign,
    );
    let newer = r#"{"format":"carbon-inclusion-backup","version":2,"segments":{}}"#;
    case(newer, FileError::Newer { version: 2 });
    let newer = r#"{"format":"carbon-inclusion-stored-data","version":7"#;
    case(newer, FileError::Newer { version: 7 });
    case(&"[".repeat(1_000_000), FileError::Foreign);
    case(&"{\"a\":".repeat(1_000_000), FileError::Foreign);
}

#[test]
fn a_cut_off_backup_gives_what_it_has() {
    let lines: Vec<usize> = BACKUP_V1
        .match_indices('\n')
        .map(|(place, _)| place)
        .collect();
    let newest = newest_v1();
    for cut in (0..BACKUP_V1.len() - 1).step_by(7) {
        let Some(part) = BACKUP_V1.get(..cut) else {
            continue;
        };
        let whole_lines = lines.iter().filter(|line| **line < cut).count();
        match read_backup(part.as_bytes()) {
            Ok(backup) => {
                // A line is whole with its comma.
                let entries = whole_lines.saturating_sub(1).min(newest.len());
                assert!(backup.revisions.len() >= entries, "{cut}");
                assert_eq!(backup.revisions[..], newest[..backup.revisions.len()]);
                let last = backup.refused.list().last().expect("told");
                assert_eq!(last.reason, Reason::Json(JsonError::Truncated), "{cut}");
            }
            Err(error) => {
                assert_eq!(whole_lines, 0, "{cut}");
                assert!(matches!(error, FileError::Foreign | FileError::Empty));
            }
        }
    }
}
