//! The backup file, version 1: everything that an account is, readable by people
//! and by any other program.
//!
//! ```json
//! {"format":"carbon-inclusion-backup","version":1,"exported_at":"2026-11-22T08:00:00Z","entries":[
//! {"id":"00000000000000ff","revision":1,"nonce":"0123456789abcdef","stamp":1795305600000,"recorded_at":1795305600000,"edition":"liaocheng-2026.1","action":"bus","on":"2026-11-22","inputs":{"distance_km":"8"},"replaced":"car"},
//! {"id":"0000000000000100","revision":2,"nonce":"0123456789abcdef","stamp":1795305600000,"deleted":true}
//! ],"settings":{
//! "theme":"dark"
//! },"set_aside":[
//! ]}
//! ```
//!
//! An entry stands on a line of its own, so that a damaged file loses no more
//! than the damaged lines. Its fields are those of a record: the newest revision
//! of each entry, deletions too, so that they reach other devices; what could
//! not be read here stands in `set_aside` as it is stored. The same account
//! gives the same file. static/schema/backup-v1.schema.json says it formally.

use std::fmt::{self, Write as _};

use crate::account::Settings;
use crate::methodology::Evidence;
use crate::quantity::Day;
use crate::vault::{Body, Revision};

use super::json::write_text;

/// What the file says that it is.
pub(super) const FORMAT: &str = "carbon-inclusion-backup";
/// The version of the file that is written and read.
pub(super) const VERSION: u32 = 1;

/// A second, a minute, an hour and a day, in ms, and the days from 1970 to 2000.
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const DAYS_TO_2000: i64 = 10_957;

/// The backup of an account: its newest revisions, in the order they are given
/// in, records that could not be read by their keys, and the settings.
/// `exported_at` is in ms since 1970.
#[must_use]
pub fn write_backup(
    revisions: &[Revision],
    set_aside: &[(String, String)],
    settings: &Settings,
    exported_at: i64,
) -> String {
    let mut file = String::with_capacity(512 + 256 * revisions.len());
    // Writing to a text cannot fail.
    let _ = write!(
        file,
        r#"{{"format":"{FORMAT}","version":{VERSION},"exported_at":"#
    );
    match date_and_time(exported_at) {
        Some(moment) => write_text(&mut file, &moment),
        None => file.push_str("null"),
    }
    file.push_str(r#","entries":["#);
    lines(&mut file, revisions, |file, revision| {
        let _ = write_entry(file, revision);
    });
    file.push_str("\n],\"settings\":{");
    let settings = settings.to_string();
    let named: Vec<(&str, &str)> = settings
        .lines()
        .filter_map(|line| line.split_once('='))
        .collect();
    lines(&mut file, &named, |file, (name, value)| {
        write_text(file, name);
        file.push(':');
        write_text(file, value);
    });
    file.push_str("\n},\"set_aside\":[");
    lines(&mut file, set_aside, |file, (key, text)| {
        file.push_str(r#"{"key":"#);
        write_text(file, key);
        file.push_str(r#","text":"#);
        write_text(file, text);
        file.push('}');
    });
    file.push_str("\n]}\n");
    file
}

/// Things on a line each, with commas behind all but the last.
fn lines<T>(file: &mut String, things: &[T], write: impl Fn(&mut String, &T)) {
    for (index, thing) in things.iter().enumerate() {
        file.push_str(if index == 0 { "\n" } else { ",\n" });
        write(file, thing);
    }
}

fn write_entry(file: &mut String, revision: &Revision) -> fmt::Result {
    let Revision {
        entry,
        number,
        stamp,
        nonce,
        body,
    } = revision;
    write!(
        file,
        r#"{{"id":"{entry}","revision":{number},"nonce":"{nonce:016x}","stamp":{stamp}"#
    )?;
    let Body::Entry {
        recorded_at,
        activity,
        note,
    } = body
    else {
        return file.write_str(r#","deleted":true}"#);
    };
    write!(
        file,
        r#","recorded_at":{recorded_at},"edition":"{}","action":"{}","on":"{}","inputs":{{"#,
        activity.edition().id,
        activity.action().id.as_str(),
        activity.on()
    )?;
    for (index, (kind, amount)) in activity.inputs().iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(file, r#"{comma}"{}":"{amount}""#, kind.id())?;
    }
    file.push('}');
    if let Some(item) = activity.item() {
        write!(file, r#","item":"{}""#, item.id)?;
    }
    if let Some(replaced) = activity.replaced() {
        write!(file, r#","replaced":"{}""#, replaced.id())?;
    }
    if activity.evidence() != Evidence::default() {
        write!(file, r#","evidence":"{}""#, activity.evidence().id())?;
    }
    if let Some(mix) = activity.mix() {
        write!(file, r#","mix":"{mix}""#)?;
    }
    if let Some(note) = note {
        file.push_str(r#","note":"#);
        write_text(file, note.as_str());
    }
    file.push('}');
    Ok(())
}

/// `2026-11-22T08:00:00Z`, where the clock shows a day that there is.
fn date_and_time(milliseconds: i64) -> Option<String> {
    let days = milliseconds.div_euclid(DAY) - DAYS_TO_2000;
    let day = Day::from_number(i32::try_from(days).ok()?)?;
    let time = milliseconds.rem_euclid(DAY);
    let (hour, minute) = (time / HOUR, time % HOUR / MINUTE);
    let second = time % MINUTE / SECOND;
    Some(format!("{day}T{hour:02}:{minute:02}:{second:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::date_and_time;

    #[test]
    fn a_time_is_written_as_everybody_does() {
        let case = |milliseconds, expected: Option<&str>| {
            assert_eq!(date_and_time(milliseconds).as_deref(), expected);
        };
        case(1_795_305_600_000, Some("2026-11-22T00:00:00Z"));
        case(1_795_391_999_999, Some("2026-11-22T23:59:59Z"));
        case(1_795_309_265_007, Some("2026-11-22T01:01:05Z"));
        case(0, None);
        case(i64::MAX, None);
        case(i64::MIN, None);
    }
}
