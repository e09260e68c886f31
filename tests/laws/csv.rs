//! A table says what the entries are and what they saved, no cell of it does
//! anything in a spreadsheet, and it comes back as the same entries.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Account, Entry, EntryId, Note, Preview, Settings};
use carbon_inclusion::exchange::{FileError, Table, read_csv, write_backup, write_csv};
use carbon_inclusion::language::Language;
use carbon_inclusion::methodology::{Activity, Draft, assess};
use carbon_inclusion::quantity::{Carbon, Day};
use carbon_inclusion::vault::{MemoryStore, Rank, Revision, decode};
use proptest::prelude::*;

use crate::device::Device;
use crate::said::{days, said};

/// Every action in Chinese and in English.
const TABLES_V1: [&str; 2] = [
    include_str!("../data/table-v1.zh-CN.csv"),
    include_str!("../data/table-v1.en.csv"),
];
const RECORDS_V1: &str = include_str!("../data/record-v1.txt");

type Memory<'a> = Account<&'a MemoryStore, Device>;

fn today() -> Day {
    "2026-11-22".parse().expect("a day")
}

/// A record of every action.
fn records_v1() -> Vec<Revision> {
    let records = RECORDS_V1
        .lines()
        .filter(|record| record.starts_with("c0ffee"));
    let read = |record: &str| {
        let (name, line) = record.split_once(' ').expect("a name and a line");
        decode(name.parse().expect("a name"), line).expect("a record")
    };
    records.map(read).collect()
}

fn table(text: &str) -> Table {
    let table = read_csv(text.as_bytes(), today()).expect("a table");
    assert_eq!(table.refused.list(), []);
    table
}

#[test]
fn every_table_of_version_1_opens() {
    for text in TABLES_V1 {
        let table = table(text);
        assert_eq!(table.rows.len(), records_v1().len());
        for (row, record) in table.rows.iter().zip(records_v1()) {
            let Entry {
                id, activity, note, ..
            } = record.clone().into_entry().expect("an entry");
            assert_eq!(row.id, Some(id));
            assert_eq!(row.revision, Some(record.number));
            assert_eq!((&row.activity, &row.note), (&activity, &note));
        }
    }
}

#[test]
fn a_table_is_written_the_same_way_for_ever() {
    for (language, text) in Language::ALL.into_iter().zip(TABLES_V1) {
        assert_eq!(write_csv(&records_v1(), language), text);
    }
}

fn bus(kilometres: &str) -> Draft<'_> {
    Draft {
        action: "bus",
        on: "2026-11-22",
        inputs: vec![("distance_km", kilometres.into())],
        replaced: Some("e-bike"),
        ..Draft::default()
    }
}

/// The cells of a table as another program reads them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_row_says_what_the_entry_saved() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(7));
    let id = account.record(&bus("8"), "=1+1").expect("a trip").id;
    let text = write_csv(&account.revisions(), Language::En);
    let cells = cells(&text);
    let cell = |name: &str| {
        let place = cells[0].iter().position(|other| other == name).expect(name);
        cells[1][place].as_str()
    };
    assert_eq!((cell("Day"), cell("Action code")), ("2026-11-22", "bus"));
    assert_eq!((cell("Action name"), cell("Distance (km)")), ("Bus", "8"));
    // A bus in the place of an e-bike: more is emitted, and the number says so.
    let saved = assess(
        account
            .ledger()
            .get(id)
            .map(|entry| &entry.activity)
            .expect("is there"),
    );
    assert!(saved.reduction.milligrams() < 0);
    let grams: Vec<i64> = [
        "Saved (kg CO2e)",
        "Saved, low (kg CO2e)",
        "Saved, high (kg CO2e)",
    ]
    .into_iter()
    .map(|name| milligrams(cell(name)))
    .collect();
    let expected = [saved.reduction, saved.low, saved.high].map(Carbon::milligrams);
    assert_eq!(grams, expected);
    assert_eq!(cell("Note"), "'=1+1");
    assert_eq!(cell("Id"), format!("#{id}"));
    assert!(!cells[0].iter().any(|name| name == "Mass (kg)"));
    // What nobody has a factor for is no zero.
    let cup = Draft {
        action: "own-cup",
        inputs: vec![("count", "1".into())],
        replaced: None,
        ..bus("1")
    };
    account.record(&cup, "").expect("a cup");
    let text = write_csv(&account.revisions(), Language::En);
    let row = text
        .lines()
        .find(|line| line.contains("own-cup"))
        .expect("a row");
    assert!(row.contains(",,,,,"), "{row}");
}

/// Kilograms with at most six decimals.
fn milligrams(text: &str) -> i64 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<6}").parse().expect("a number")
}

fn preview(account: &Memory<'_>, text: &str) -> Preview {
    account.preview_rows(table(text).rows)
}

#[test]
fn importing_our_own_table_changes_nothing() {
    let (store, other_store) = (MemoryStore::new(), MemoryStore::new());
    let mut account = Account::open(&store, Device::new(7));
    account.import(&account.preview(records_v1(), Vec::new()), false);
    for text in TABLES_V1 {
        let seen = preview(&account, text);
        assert!(seen.changes_nothing());
        assert_eq!(seen.same, records_v1().len());
    }
    // Elsewhere it brings everything, once.
    let mut other = Account::open(&other_store, Device::new(99));
    let seen = preview(&other, TABLES_V1[0]);
    assert_eq!(seen.new.len(), records_v1().len());
    other.import(&seen, false);
    assert_eq!(
        write_csv(&sorted(&other), Language::En),
        write_csv(&sorted(&account), Language::En)
    );
    for text in TABLES_V1 {
        assert!(preview(&other, text).changes_nothing());
    }
}

fn sorted(account: &Memory<'_>) -> Vec<Revision> {
    let mut revisions = account.revisions();
    revisions.sort_by_key(|revision| revision.entry);
    revisions
}

#[test]
fn what_was_changed_at_a_spreadsheet_is_a_change() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(7));
    let [one, other] = ["1", "2"].map(|km| account.record(&bus(km), "").expect("a trip").id);
    let text = write_csv(&account.revisions(), Language::ZhCn);
    let longer = text.replace(",1,,e-bike", ",15,,e-bike");
    assert_ne!(longer, text);
    let seen = preview(&account, &longer);
    assert_eq!((seen.newer_there.len(), seen.same), (1, 1));
    account.import(&seen, false);
    let kilometres = |account: &Memory<'_>, id: EntryId| {
        let entry = account.ledger().get(id).expect("is there");
        entry.activity.inputs()[0].1.to_string()
    };
    assert_eq!(kilometres(&account, one), "15");
    assert!(preview(&account, &longer).changes_nothing());
    // The table from before does not take it back.
    let seen = preview(&account, &text);
    assert_eq!(
        (seen.newer_here.len(), seen.same, seen.changes_nothing()),
        (1, 1, true)
    );
    account.delete(other).expect("is there");
    let seen = preview(&account, &longer);
    assert_eq!((seen.deleted_here.len(), seen.changes_nothing()), (1, true));
    account.import(&seen, true);
    assert_eq!(kilometres(&account, other), "2");
}

#[test]
fn rows_without_an_id_are_new_once() {
    let store = MemoryStore::new();
    let mut account = Account::open(&store, Device::new(7));
    account
        .record(
            &Draft {
                replaced: None,
                ..bus("8")
            },
            "",
        )
        .expect("a trip");
    let text = "日期,行动,里程（公里）\n2026/11/22,公交车,8\n2026年11月22日,bus,8\n";
    let named = text.replace("公交车", &bus_name());
    let seen = preview(&account, &named);
    assert_eq!((seen.same, seen.new.len()), (1, 1));
    account.import(&seen, false);
    assert_eq!(account.ledger().len(), 2);
    let seen = preview(&account, &named);
    assert_eq!((seen.same, seen.changes_nothing()), (2, true));
}

fn bus_name() -> String {
    let activity = Activity::check(&bus("8")).expect("a trip");
    activity
        .action()
        .name
        .in_language(Language::ZhCn)
        .to_owned()
}

#[test]
fn tables_of_other_programs_are_read() {
    let plain = "on,action,distance_km,note\n2026-11-22,bus,8,\"a,b\"\n";
    let case = |bytes: &[u8]| {
        let shown = String::from_utf8_lossy(bytes);
        let table = read_csv(bytes, today()).expect(&shown);
        assert_eq!(table.refused.list(), [], "{shown}");
        let [row] = table.rows.as_slice() else {
            panic!("{table:?}");
        };
        assert_eq!(row.note, Note::new("a,b").expect("a note"));
        assert_eq!((row.id, row.revision), (None, None));
    };
    case(plain.as_bytes());
    case(plain.trim_end().as_bytes());
    case(plain.replace('\n', "\r\n").as_bytes());
    case(plain.replace('\n', "\r").as_bytes());
    case(format!("\u{feff}{plain}").as_bytes());
    case(format!("{plain}\n,,,\n  \n").as_bytes());
    case(plain.replace("on,action", "ON,Action Code").as_bytes());
    case(
        plain
            .replacen("on,", "colour,on,", 1)
            .replace("2026", "red,2026")
            .as_bytes(),
    );
    for separator in [";", "\t"] {
        let text = plain
            .replace(',', separator)
            .replace(&format!("a{separator}b"), "a,b");
        case(text.as_bytes());
    }
    let units: Vec<u16> = plain.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes());
    case(&[0xff, 0xfe].into_iter().chain(little).collect::<Vec<u8>>());
}

#[test]
fn a_file_that_is_no_table_is_refused_as_a_whole() {
    let case = |bytes: &[u8], error| assert_eq!(read_csv(bytes, today()), Err(error));
    case(b"", FileError::Empty);
    case(b"hello", FileError::NoColumns);
    case(b"on,distance_km\n2026-11-22,8\n", FileError::NoColumns);
    // GBK, as a spreadsheet in China saves it.
    case(
        b"on,action,note\n2026-11-22,bus,\xc9\xcf\xb0\xe0\n",
        FileError::NotText { line: 2 },
    );
}

/// A row is refused on its line, and those around it are read.
#[track_caller]
fn refuses(row: &str, reason: &str) {
    let good = "2026-11-22,bus,8,,,";
    let text = format!("on,action,distance_km,note,id,revision\n{good}\n{row}\n{good}\n");
    let table = read_csv(text.as_bytes(), today()).expect("a table");
    let refused: Vec<String> = table
        .refused
        .list()
        .iter()
        .map(|refusal| format!("{}: {}", refusal.line, refusal.reason))
        .collect();
    assert_eq!(refused, [format!("3: {reason}")], "{row}");
    assert_eq!(table.rows.len(), 2, "{row}");
}

#[test]
fn what_is_no_row_is_refused_with_its_line() {
    refuses("2026-11-22,bus", "input `distance_km` is missing");
    refuses("2026-11-22,,8", "field `action` is missing");
    refuses(",bus,8", "field `on` is missing");
    refuses(
        "2026-11-31,bus,8",
        "`2026-11-31` is no day (YYYY-MM-DD, 2000 to 2199)",
    );
    refuses(
        "11/22/2026,bus,8",
        "`11/22/2026` is no day (YYYY-MM-DD, 2000 to 2199)",
    );
    refuses("2026-11-23,bus,8", "its day has not come");
    refuses("2026-11-22,teleport,8", "unknown action `teleport`");
    refuses("2026-11-22,b\u{202e}us,8", "field `action` is malformed");
    refuses("2026-11-22,bus,-8", "input `distance_km`: negative");
    refuses("2026-11-22,bus,NaN", "input `distance_km`: not a number");
    refuses(
        "2026-11-22,bus,99999",
        "input `distance_km` is not between 0.1 and 200",
    );
    refuses(
        &format!("2026-11-22,bus,{}", "9".repeat(101)),
        "field `distance_km` is malformed",
    );
    refuses("2026-11-22,bus,8,a\u{200b}b", "forbidden character U+200B");
    refuses(
        &format!("2026-11-22,bus,8,{}", "环".repeat(201)),
        "201 characters",
    );
    refuses("2026-11-22,bus,8,,7", "field `id` is malformed");
    refuses("2026-11-22,bus,8,,,0", "field `revision` is malformed");
    refuses(
        "2026-11-22,bus,8,,,4294967295",
        "field `revision` is malformed",
    );
    refuses("2026-11-22,bus,8,\"x", "a quote does not end its cell");
    refuses(&"x".repeat(20_000), "the row is too long");
}

#[test]
fn an_entry_stands_in_a_table_once() {
    let row = "2026-11-22,bus,8,#00000000000000ff\n";
    let table = read_csv(
        format!("on,action,distance_km,id\n{row}{row}").as_bytes(),
        today(),
    );
    let table = table.expect("a table");
    assert_eq!((table.rows.len(), table.refused.count()), (1, 1));
    let twice = "on,action,distance_km,里程（公里）\n2026-11-22,bus,8,9\n";
    let table = read_csv(twice.as_bytes(), today()).expect("a table");
    assert_eq!((table.rows.len(), table.refused.count()), (0, 1));
}

fn revisions() -> impl Strategy<Value = Vec<Revision>> {
    let notes = prop_oneof![
        Just(String::new()),
        r#"[-=+@＝＋－＠'"“,;| ab上\u{3000}1]{0,12}"#,
    ];
    let revision = (said(days()), 1..100_u32, notes);
    proptest::collection::vec(revision, 0..8).prop_map(|said| {
        let numbered = (1..).zip(said);
        let revision = |(id, (said, number, note)): (u64, (crate::said::Said, u32, String))| {
            let entry = Entry {
                note: Note::new(&note).expect("no forbidden character"),
                ..said.entry(id, 7)
            };
            let rank = Rank {
                number,
                stamp: 5,
                nonce: id,
            };
            Revision::of(entry, rank)
        };
        numbered.map(revision).collect()
    })
}

proptest! {
    #[test]
    fn a_table_comes_back_as_the_same_entries(revisions in revisions(), is_english in any::<bool>()) {
        let language = if is_english { Language::En } else { Language::ZhCn };
        let text = write_csv(&revisions, language);
        let table = table(&text);
        prop_assert_eq!(table.rows.len(), revisions.len());
        for (row, revision) in table.rows.iter().zip(&revisions) {
            let entry = revision.clone().into_entry().expect("an entry");
            prop_assert_eq!(&row.activity, &entry.activity);
            prop_assert_eq!(&row.note, &entry.note);
        }
    }

    #[test]
    fn no_cell_does_anything(revisions in revisions()) {
        let text = write_csv(&revisions, Language::ZhCn);
        prop_assert!(text.ends_with("\r\n"));
        for cell in cells(&text).iter().flatten() {
            let is_number = cell.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            // Whatever the spreadsheet splits at.
            for part in cell.split([',', ';', '\t', '|']) {
                let first = part.chars().find(|sign| !sign.is_whitespace() && !matches!(sign, '"' | '“'));
                let is_formula = first.is_some_and(|first| "=+-@＝＋－＠".contains(first));
                prop_assert!(is_number || !is_formula, "{:?}", cell);
            }
        }
    }

    #[test]
    fn a_table_and_a_backup_agree(revisions in revisions()) {
        let store = MemoryStore::new();
        let mut account = Account::open(&store, Device::new(7));
        account.import(&account.preview(revisions, Vec::new()), false);
        let before = write_backup(&account.revisions(), &[], &Settings::default(), 0);
        let seen = preview(&account, &write_csv(&account.revisions(), Language::En));
        prop_assert!(seen.changes_nothing());
        account.import(&seen, false);
        prop_assert_eq!(write_backup(&account.revisions(), &[], &Settings::default(), 0), before);
    }
}
