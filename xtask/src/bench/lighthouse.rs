//! Lighthouse on a simulated mid-range phone, the median of several runs.

use std::fs;
use std::path::{Path, PathBuf};

use bench_figures::{Decimal, Figure};
use serde_json::Value;

use super::sheet::Sheet;
use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::serve;
use crate::setup::{debian, node};

const RUNS: usize = 5;
/// The categories, with the least points each should have.
const CATEGORIES: [(&str, i64); 4] = [
    ("performance", 99),
    ("accessibility", 100),
    ("best-practices", 100),
    ("seo", 100),
];
const SHIFT: &str = "cumulative-layout-shift";
const PAINT: &str = "largest-contentful-paint";
const PAINT_MS: i64 = 1800;
/// The metrics, in milliseconds but for the shift, with the most that is wanted.
const METRICS: [(&str, Option<i64>); 5] = [
    ("first-contentful-paint", None),
    (PAINT, Some(PAINT_MS)),
    ("total-blocking-time", Some(50)),
    (SHIFT, Some(0)),
    ("speed-index", None),
];
const CHROME_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic \
    --no-first-run --ignore-certificate-errors --disable-background-networking --disable-component-update --disable-sync";

/// A way to the built page.
enum Way {
    /// As docs/deployment.md lays it down: nginx with HTTP/2, behind a certificate.
    Deployed,
    /// From this address, where `cargo xtask serve` speaks HTTP/1.1.
    Plain(String),
}

/// Measures the built page: as it is deployed, and over HTTP/1.1, in turn.
pub fn measure(sheet: &Sheet) -> Result<String, Failure> {
    let page = serve::start(&ServeOptions {
        port: 0,
        ..ServeOptions::default()
    })?;
    let folder = project::tools().join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let ways = [Way::Deployed, Way::Plain(page.address.clone())];
    let mut reports = [Vec::new(), Vec::new()];
    for run in 1..=RUNS {
        println!("      run {run} of {RUNS}");
        for (way, reports) in ways.iter().zip(&mut reports) {
            let report = folder.join(format!("lighthouse-{}-{run}.json", way.name()));
            // At times a trace lacks its own beginning (NO_NAVSTART).
            way.run(&report).or_else(|_| way.run(&report))?;
            reports.push(read(&report)?);
        }
    }
    let [deployed, plain] = &reports;
    for (category, least) in CATEGORIES {
        let points = numbers(deployed, &format!("/categories/{category}/score"), 100);
        sheet.add(&Figure::new(category, "points", points).at_least(least))?;
    }
    for (metric, most) in METRICS {
        sheet.add(&metric_of(deployed, metric, most, metric))?;
    }
    let paint = format!("{PAINT} over HTTP/1.1");
    sheet.add(&metric_of(plain, PAINT, Some(PAINT_MS), &paint))?;
    print_lost_points(deployed);
    Ok(format!("the reports are in {}", folder.display()))
}

fn metric_of(reports: &[Value], metric: &str, most: Option<i64>, name: &str) -> Figure {
    let unit = if metric == SHIFT { "" } else { "ms" };
    let runs = numbers(reports, &format!("/audits/{metric}/numericValue"), 1);
    let figure = Figure::new(name, unit, runs);
    most.map_or(figure.clone(), |most| figure.at_most(most))
}

impl Way {
    fn name(&self) -> &'static str {
        match self {
            Self::Deployed => "deployed",
            Self::Plain(_) => "plain",
        }
    }

    /// Runs Lighthouse once.
    fn run(&self, report: &Path) -> Result<(), Failure> {
        let lighthouse = node::LIGHTHOUSE.program("lighthouse");
        let (program, address) = match self {
            Self::Deployed => {
                let behind = Program::new("node").args(["bench/behind.mjs", "nginx"]);
                (behind.arg_paths(&[&lighthouse]), "{address}")
            }
            Self::Plain(address) => (Program::new(lighthouse), address.as_str()),
        };
        let mut program = program
            .args([address, "--quiet", "--output=json", "--only-categories"])
            .args([CATEGORIES.map(|(category, _)| category).join(",")])
            .args([format!("--chrome-flags={CHROME_FLAGS}")])
            .args([PathBuf::from("--output-path"), report.to_path_buf()])
            .in_folder(&node::END_TO_END.folder())
            .with_path(&node::folders());
        if let Some(chromium) = debian::chromium() {
            program = program.env("CHROME_PATH", chromium);
        }
        program.log(
            "lighthouse",
            "Check that Chromium starts (`chromium --headless=new --no-sandbox --version`) \
             and that nginx is there, which root gets from Debian's packages.",
        )
    }
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

/// A number of each report, so many times as large.
fn numbers(reports: &[Value], pointer: &str, times: i64) -> Vec<Decimal> {
    let found = reports.iter().filter_map(|report| {
        let number = report.pointer(pointer)?.clone();
        let number: Decimal = serde_json::from_value(number).ok()?;
        Some(Decimal::millionths(number.to_millionths() * times))
    });
    found.collect()
}

/// Names what kept a category under 100 in the last run.
fn print_lost_points(reports: &[Value]) {
    let Some(report) = reports.last() else { return };
    for (category, _) in CATEGORIES {
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
    fn scores_are_points_of_a_hundred() {
        let reports = ["0.98", "1", "null", "0.9"];
        let reports = reports.map(|score| format!("{{\"s\":{score}}}"));
        let reports = reports.map(|report| serde_json::from_str(&report).expect("a report"));
        let points = numbers(&reports, "/s", 100);
        assert_eq!(points, [98, 100, 90].map(Decimal::whole));
        assert_eq!(numbers(&reports, "/missing", 1), []);
    }
}
