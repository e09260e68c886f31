//! How long the worst files take:
//! `cargo bench --no-default-features --bench worst_files`. Times depend on the
//! machine, so nothing fails for them.

#![expect(clippy::expect_used, reason = "a benchmark says what it expects")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use bench_figures::{Decimal, Figure};
use carbon_inclusion::exchange::{FILE_BYTES_MAX, read_backup, read_csv};
use carbon_inclusion::quantity::Day;

/// Every action, a deletion and what is set aside.
const BACKUP_V1: &str = include_str!("../data/backup-v1.json");

/// 5 MB, and 100 MB.
const BYTES: usize = 5_000_000;
const BYTES_TOO_MANY: usize = 100_000_000;

const HEAD: &str =
    r#"{"format":"carbon-inclusion-backup","version":1,"exported_at":null,"entries":["#;
const STORED: &str = r#"{"format":"carbon-inclusion-stored-data","version":1,"items":{"#;
const TABLE: &str = "on,action,distance_km,note\n";
const ROW: &str = "2026-11-22,bus,8,\"a, b\"\n";

/// What is repeated behind the beginning of a file until it is 5 MB long: what is
/// good, what is refused again and again, and what makes a reader look far.
const BACKUPS: [(&str, &str); 20] = [
    (HEAD, "["),
    (HEAD, "{"),
    (HEAD, "\n{"),
    (HEAD, "\n[{["),
    (HEAD, "{\"a\":"),
    (HEAD, "\n{\"a\":\n"),
    (HEAD, "\n{\n{}"),
    (
        HEAD,
        "\n{\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
    ),
    (HEAD, ","),
    (HEAD, "\n"),
    (HEAD, "\""),
    (HEAD, "\n\""),
    (HEAD, "\\u0041"),
    (HEAD, "{},\n"),
    (HEAD, "{\"id\":\"\\u0030\"},\n"),
    (STORED, "\"\\u0041"),
    (STORED, "\"a\":\"b\","),
    (STORED, "\n\"a\""),
    (STORED, "\n\"a\":\n"),
    ("", "[{\"a\":"),
];
const TABLES: [(&str, &str); 10] = [
    (TABLE, ROW),
    (TABLE, ","),
    (TABLE, "\""),
    (TABLE, "\n"),
    (TABLE, "\n\""),
    (TABLE, "\"\"\"\n"),
    (
        TABLE,
        "\"\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\n",
    ),
    (TABLE, "x,x\n"),
    (TABLE, "2026-11-22,bus,8,'=1;'=1;'=1\n"),
    ("", "on,"),
];

fn file(head: &str, repeated: &str, bytes: usize) -> Vec<u8> {
    let count = (bytes - head.len()) / repeated.len();
    format!("{head}{}", repeated.repeat(count)).into_bytes()
}

/// Entries with an id of their own each, as they come from this program.
fn good_backup() -> Vec<u8> {
    let lines: Vec<&str> = BACKUP_V1
        .lines()
        .filter(|line| line.starts_with("{\"id\""))
        .collect();
    let mut file = HEAD.to_owned();
    for (number, line) in (0..).zip(lines.iter().cycle()) {
        if file.len() >= BYTES {
            break;
        }
        let line = line.trim_end_matches(',');
        file.push_str(if number == 0 { "\n" } else { ",\n" });
        write!(file, "{{\"id\":\"{number:016x}\"{}", &line[24..]).expect("a text");
    }
    file.push_str("\n],\"settings\":{\n}}\n");
    file.into_bytes()
}

fn timed(read: impl FnOnce()) -> Duration {
    let started = Instant::now();
    read();
    started.elapsed()
}

fn tell(what: &str, time: Duration, note: &str) {
    println!("{what}: {} ms ({note})", time.as_millis());
    let figure = Figure::new(what, "ms", [Decimal::milliseconds(time)]);
    figure.note(note).tell().expect("a file for the figures");
}

fn backup(file: &[u8]) -> Duration {
    timed(|| drop(std::hint::black_box(read_backup(file))))
}

fn table(file: &[u8]) -> Duration {
    timed(|| drop(std::hint::black_box(read_csv(file, Day::MAX))))
}

fn main() {
    assert!(u64::try_from(BYTES_TOO_MANY).is_ok_and(|bytes| bytes > FILE_BYTES_MAX));
    let large = vec![b'['; BYTES_TOO_MANY];
    let refused = backup(&large).max(table(&large));
    tell(
        "a file of 100 MB, refused",
        refused,
        "The slower of backup and table.",
    );
    let good = good_backup();
    assert!(read_backup(&good).is_ok_and(|read| read.refused.count() == 0));
    let mut worst = (backup(&good), "a good backup".to_owned());
    tell(
        "a good backup of 5 MB, read",
        worst.0,
        "Checked entry by entry.",
    );
    for (head, repeated) in BACKUPS {
        let time = backup(&file(head, repeated, BYTES));
        worst = worst.max((time, format!("a backup of {repeated:?}")));
    }
    for (head, repeated) in TABLES {
        let time = table(&file(head, repeated, BYTES));
        worst = worst.max((time, format!("a table of {repeated:?}")));
    }
    let (time, what) = worst;
    tell("the worst file of 5 MB", time, &format!("It is {what}."));
}
