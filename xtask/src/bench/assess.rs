//! How many lines a second `examples/assess` works out on this machine.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

const LINES: u64 = 2_000_000;
/// What design.md asks for, on one core.
const WANTED_PER_SECOND: u128 = 500_000;

/// Activities of different kinds: trips with and without what they replaced,
/// energy, waste, proof and self-report.
const KINDS: [&str; 8] = [
    r#"{"action":"bus","on":"2026-11-22","inputs":{"distance_km":"8"},"replaced":"car","evidence":"self"}"#,
    r#"{"action":"walk","on":"2026-11-21","inputs":{"distance_km":"1.2"}}"#,
    r#"{"action":"e-bike","on":"2026-11-20","inputs":{"distance_km":"4.5"},"replaced":"taxi"}"#,
    r#"{"action":"metro","on":"2026-11-19","inputs":{"distance_km":"12.8"},"evidence":"proof"}"#,
    r#"{"action":"electricity-saved","on":"2026-11-18","inputs":{"energy_kwh":"3.5"}}"#,
    r#"{"action":"recycle-paper","on":"2026-11-17","inputs":{"mass_kg":"2.25"}}"#,
    r#"{"action":"clean-plate","on":"2026-11-16","inputs":{"count":"1"}}"#,
    r#"{"action":"train","on":"2026-11-15","inputs":{"distance_km":"120"},"replaced":"car","evidence":"proof"}"#,
];

/// Builds the example for speed, feeds it [`LINES`] lines and times it.
pub fn measure() -> Result<String, Failure> {
    if !project::path("examples/assess.rs").is_file() {
        return Ok("examples/assess.rs is not there: not measured".into());
    }
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--profile", "host"])
        .args(["--no-default-features", "--example", "assess"])
        .show("Mend what the compiler says above.")?;
    let folder = project::tools().join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let (lines, answers) = (
        folder.join("activities.jsonl"),
        folder.join("answers.jsonl"),
    );
    write_lines(&lines).map_err(|error| Failure::file(&lines, &error))?;
    let seconds_thousandths = time(&lines, &answers)?;
    let bad = count_errors(&answers)?;
    for file in [&lines, &answers] {
        fs::remove_file(file).map_err(|error| Failure::file(file, &error))?;
    }
    let per_second = u128::from(LINES) * 1000 / seconds_thousandths.max(1);
    let verdict = if per_second >= WANTED_PER_SECOND {
        "reached"
    } else {
        "NOT reached"
    };
    Ok(format!(
        "{per_second} lines a second ({LINES} lines, {bad} refused; {WANTED_PER_SECOND} wanted: {verdict})"
    ))
}

fn write_lines(path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for line in KINDS.iter().cycle().zip(0..LINES).map(|(line, _)| line) {
        writeln!(file, "{line}")?;
    }
    file.flush()
}

fn time(lines: &Path, answers: &Path) -> Result<u128, Failure> {
    let program = example();
    let input = File::open(lines).map_err(|error| Failure::file(lines, &error))?;
    let output = File::create(answers).map_err(|error| Failure::file(answers, &error))?;
    let started = Instant::now();
    let status = Command::new(&program)
        .stdin(Stdio::from(input))
        .stdout(Stdio::from(output))
        .status()
        .map_err(|error| Failure::file(&program, &error))?;
    if !status.success() {
        return Err(Failure::new(
            format!("assess ended with {status}"),
            "Run it on a few lines by hand and read what it says.",
        ));
    }
    Ok(started.elapsed().as_millis())
}

fn example() -> std::path::PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::path("target"), Into::into);
    target.join("host/examples/assess")
}

fn count_errors(answers: &Path) -> Result<usize, Failure> {
    let text = fs::read_to_string(answers).map_err(|error| Failure::file(answers, &error))?;
    Ok(text
        .lines()
        .filter(|line| line.contains("\"error\":"))
        .count())
}
