//! Lighthouse on a simulated mid-range phone, the median of several runs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::serve;
use crate::setup::{debian, node};

const RUNS: usize = 5;
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const METRICS: [&str; 5] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
];
const CHROME_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic \
    --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/// Measures the built page and prints a table.
pub fn measure() -> Result<String, Failure> {
    let page = serve::start(&ServeOptions {
        port: 0,
        ..ServeOptions::default()
    })?;
    let folder = project::tools().join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let mut reports = Vec::new();
    for run in 1..=RUNS {
        println!("      run {run} of {RUNS}");
        let report = folder.join(format!("lighthouse-{run}.json"));
        run_once(&page.address, &report)?;
        reports.push(read(&report)?);
    }
    for category in CATEGORIES {
        let pointer = format!("/categories/{category}/score");
        println!("{:>32}  {}", category, spread(&reports, &pointer, 100));
    }
    for metric in METRICS {
        let pointer = format!("/audits/{metric}/numericValue");
        println!("{:>32}  {}", metric, spread(&reports, &pointer, 1));
    }
    print_lost_points(&reports);
    Ok(format!("the reports are in {}", folder.display()))
}

fn run_once(address: &str, report: &Path) -> Result<(), Failure> {
    let mut program = Program::new(node::LIGHTHOUSE.program("lighthouse"))
        .args([address, "--quiet", "--output=json", "--only-categories"])
        .args([CATEGORIES.join(",")])
        .args([format!("--chrome-flags={CHROME_FLAGS}")])
        .args([PathBuf::from("--output-path"), report.to_path_buf()])
        .with_path(&node::folders());
    if let Some(chromium) = debian::chromium() {
        program = program.env("CHROME_PATH", chromium);
    }
    program.log(
        "lighthouse",
        "Check that Chromium starts: `chromium --headless=new --no-sandbox --version`.",
    )
}

fn read(report: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(report).map_err(|error| Failure::file(report, &error))?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::new(
            format!("{}: {error}", report.display()),
            "Run it again: Lighthouse wrote no whole report.",
        )
    })
}

/// Median, lowest and highest of a number in all reports.
fn spread(reports: &[Value], pointer: &str, scale: u32) -> String {
    let mut numbers: Vec<f64> = reports
        .iter()
        .filter_map(|report| report.pointer(pointer)?.as_f64())
        .collect();
    numbers.sort_by(f64::total_cmp);
    let (Some(least), Some(median), Some(most)) = (
        numbers.first(),
        numbers.get(numbers.len() / 2),
        numbers.last(),
    ) else {
        return "not measured".into();
    };
    if scale == 100 {
        format!(
            "{} ({} to {})",
            hundredths(*median),
            hundredths(*least),
            hundredths(*most)
        )
    } else {
        format!("{median:.2} ({least:.2} to {most:.2})")
    }
}

/// A score from 0 to 1 as Lighthouse shows it, without arithmetic on floats.
fn hundredths(score: f64) -> String {
    let text = format!("{score:.2}");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() {
        "0".into()
    } else {
        trimmed.into()
    }
}

/// Names what kept a category under 100 in the last run.
fn print_lost_points(reports: &[Value]) {
    let Some(report) = reports.last() else { return };
    for category in CATEGORIES {
        let audits = report
            .pointer(&format!("/categories/{category}/auditRefs"))
            .and_then(Value::as_array);
        for audit in audits.into_iter().flatten() {
            let weight = audit.get("weight").and_then(Value::as_f64);
            let id = audit.get("id").and_then(Value::as_str).unwrap_or_default();
            let score = report
                .pointer(&format!("/audits/{id}/score"))
                .and_then(Value::as_f64);
            if weight.is_some_and(|weight| weight > 0.0) && score.is_some_and(|score| score < 0.9) {
                println!("{category:>32}  lost points on {id}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_as_lighthouse_shows_them() {
        assert_eq!(hundredths(1.0), "100");
        assert_eq!(hundredths(0.97), "97");
        assert_eq!(hundredths(0.05), "5");
        assert_eq!(hundredths(0.0), "0");
    }

    #[test]
    fn the_median_of_the_runs() {
        let reports: Vec<Value> = ["0.98", "1.0", "0.99"]
            .iter()
            .filter_map(|score| serde_json::from_str(&format!("{{\"s\":{score}}}")).ok())
            .collect();
        assert_eq!(spread(&reports, "/s", 100), "99 (98 to 100)");
        assert_eq!(spread(&reports, "/missing", 100), "not measured");
    }
}
