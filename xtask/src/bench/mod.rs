//! Measures what the project promises, keeps every run in docs/performance.json
//! and writes docs/performance.md from that.

mod assess;
mod at_scale;
mod bars;
mod beside;
mod bytes;
mod domain;
mod in_browser;
mod lighthouse;
mod machine;
mod record;
mod sheet;
mod tables;

use std::fs;

use crate::build;
use crate::command_line::BenchOptions;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::setup;
use crate::steps::Plan;
use machine::Machine;
use record::{Record, Section};
use sheet::Sheet;

/// What can be measured: its name, what it measures, and how.
type Measurement = (
    &'static str,
    &'static str,
    fn(&Sheet) -> Result<String, Failure>,
);

const ALL: [Measurement; 13] = [
    ("bytes", "what a phone fetches", bytes::measure),
    (
        "account",
        "the account, from 10 to 100,000 entries, outside the browser",
        |sheet| domain::measure(sheet, "account"),
    ),
    (
        "opening",
        "opening 100,000 entries in Chromium",
        in_browser::opening,
    ),
    (
        "pages",
        "scripting of each page with 20,000 entries, Chromium slowed down four times",
        in_browser::pages,
    ),
    (
        "answer",
        "one answer saved, in Chromium and beside publicodes",
        beside::answer,
    ),
    (
        "totals",
        "the totals and copies of 100,000 entries and more, in wasm",
        beside::totals,
    ),
    (
        "start",
        "starting on a phone: slow 4G or no network, slowed down four times",
        in_browser::start,
    ),
    (
        "tour",
        "a tour through the page, slowed down four times",
        in_browser::tour,
    ),
    (
        "first-loads",
        "10,000 first loads from nginx and Caddy",
        in_browser::first_loads,
    ),
    ("worst-files", "the worst files", |sheet| {
        domain::measure(sheet, "worst_files")
    }),
    (
        "assess",
        "lines a second of examples/assess",
        assess::measure,
    ),
    (
        "at-scale",
        "10,000,000 activities through assess, DuckDB and Spark",
        at_scale::measure,
    ),
    ("lighthouse", "Lighthouse, mobile", lighthouse::measure),
];

/// Measures what is named, everything where nothing is; fails only where
/// something does not run.
pub fn run(options: &BenchOptions) -> Result<(), Failure> {
    if options.names == [TABLES] {
        return rewrite(&Record::read()?);
    }
    let is_known = |name: &String| ALL.iter().any(|(known, ..)| known == name);
    if let Some(name) = options.names.iter().find(|name| !is_known(name)) {
        let names = ALL.map(|(name, ..)| name).join(", ");
        return Err(Failure::new(
            format!("nothing of the name {name} is measured"),
            format!("Name any of these, none for all, or {TABLES} to write {PAGE} again: {names}."),
        ));
    }
    let mut plan = if options.build {
        setup::for_build().then(build::plan())
    } else {
        Plan::default()
    };
    plan = plan.then(setup::for_bench());
    for (name, title, measure) in ALL {
        if options.names.is_empty() || options.names.iter().any(|asked| asked == name) {
            plan = plan.step(title, move || measured(name, measure));
        }
    }
    plan.run()?.print();
    println!("\nThe figures are in {PAGE}.");
    Ok(())
}

/// In place of a name: nothing is measured, only the page is written again.
const TABLES: &str = "tables";
const PAGE: &str = "docs/performance.md";

/// Measures, and keeps what was found: what is measured after it may fail.
fn measured(name: &str, measure: fn(&Sheet) -> Result<String, Failure>) -> Result<String, Failure> {
    let sheet = Sheet::new(name)?;
    let note = measure(&sheet)?;
    let figures = sheet.figures()?;
    if figures.is_empty() {
        return Ok(format!("{note} (no figure: what was found before stays)"));
    }
    let day = Program::new("date").args(["+%F"]).output();
    let section = Section {
        day: day.unwrap_or_default().trim().to_owned(),
        machine: Machine::this(),
        figures,
    };
    let mut record = Record::read()?;
    record.replace(name, section);
    record.write()?;
    rewrite(&record)?;
    Ok(note)
}

fn rewrite(record: &Record) -> Result<(), Failure> {
    let path = project::path(PAGE);
    fs::write(&path, tables::page(record, &titles())).map_err(|error| Failure::file(&path, &error))
}

/// The names of what is measured, with their titles.
fn titles() -> [(&'static str, &'static str); ALL.len()] {
    ALL.map(|(name, title, _)| (name, title))
}
