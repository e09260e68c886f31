//! How many lines a second `examples/assess` works out on this machine.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use bench_figures::{Decimal, Figure};

use super::sheet::Sheet;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;

const LINES: usize = 500_000;
/// The median of so many counts: a machine that does other things too is slower
/// now and then.
const RUNS: usize = 7;
/// What design.md asks for, on one core.
const WANTED_PER_SECOND: i64 = 500_000;

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

/// Builds the example, feeds it [`LINES`] lines [`RUNS`] times and times it.
pub fn measure(sheet: &Sheet) -> Result<String, Failure> {
    if !project::path("examples/assess.rs").is_file() {
        return Ok("examples/assess.rs is not there: not measured".into());
    }
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--release"])
        .args(["--no-default-features", "--example", "assess"])
        .show("Mend what the compiler says above.")?;
    let folder = project::tools().join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let lines = folder.join("activities.jsonl");
    let save = |count| write_lines(&lines, count).map_err(|error| Failure::file(&lines, &error));
    save(KINDS.len())?;
    refuse_errors(&run(&lines, Stdio::piped())?)?;
    save(LINES)?;
    let mut rates = Vec::new();
    for _ in 0..RUNS {
        let started = Instant::now();
        run(&lines, Stdio::null())?;
        let rate = LINES as u128 * 1000 / started.elapsed().as_millis().max(1);
        rates.push(Decimal::whole(i64::try_from(rate).unwrap_or(i64::MAX)));
    }
    fs::remove_file(&lines).map_err(|error| Failure::file(&lines, &error))?;
    let figure = Figure::new("lines a second, one core", "lines/s", rates);
    sheet.add(&figure.at_least(WANTED_PER_SECOND))?;
    Ok(format!("{RUNS} runs of {LINES} lines"))
}

fn write_lines(path: &Path, count: usize) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for line in KINDS.iter().cycle().take(count) {
        writeln!(file, "{line}")?;
    }
    file.flush()
}

/// Feeds it the lines and gives what it answered, where that is kept.
fn run(lines: &Path, answers: Stdio) -> Result<String, Failure> {
    let program = examples().join("assess");
    let input = File::open(lines).map_err(|error| Failure::file(lines, &error))?;
    let output = Command::new(&program)
        .stdin(Stdio::from(input))
        .stdout(answers)
        .stderr(Stdio::inherit())
        .spawn()
        .and_then(Child::wait_with_output)
        .map_err(|error| Failure::file(&program, &error))?;
    if !output.status.success() {
        return Err(Failure::new(
            format!("assess ended with {}", output.status),
            "Run it on a few lines by hand and read what it says.",
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where the examples are, built for speed.
pub fn examples() -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::path("target"), Into::into);
    target.join("release/examples")
}

/// A refused line is answered sooner than a good one, and would make the number a lie.
fn refuse_errors(answers: &str) -> Result<(), Failure> {
    match answers.lines().find(|line| line.contains("\"error\":")) {
        None => Ok(()),
        Some(line) => Err(Failure::new(
            format!("assess refused a line of the benchmark: {line}"),
            "Mend the lines in xtask/src/bench/assess.rs.",
        )),
    }
}
