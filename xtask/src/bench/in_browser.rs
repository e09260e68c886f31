//! How long the page takes with large accounts, in Chromium: scripts of
//! tests/e2e/bench measure and print it.

use std::path::{Path, PathBuf};

use super::domain;
use super::sheet::Sheet;
use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::process::Program;
use crate::serve;
use crate::setup::{debian, node};

/// How long an account of 100,000 entries takes to open.
pub fn opening(sheet: &Sheet) -> Result<String, Failure> {
    measure(sheet, "bench/opening.mjs", &[100_000])
}

/// How long each page takes with 20,000 entries on a slow phone.
pub fn pages(sheet: &Sheet) -> Result<String, Failure> {
    measure(sheet, "bench/pages.mjs", &[20_000])
}

/// How long a start takes, with accounts of different sizes.
pub fn start(sheet: &Sheet) -> Result<String, Failure> {
    measure(sheet, "bench/start.mjs", &[1_000, 100_000])
}

/// How soon the page answers to each tap and key, and whether it grows.
pub fn tour(sheet: &Sheet) -> Result<String, Failure> {
    measure(sheet, "bench/tour.mjs", &[10_000, 100_000])
}

/// Runs a script over the built page and accounts of so many entries that the
/// benchmark of the domain left.
fn measure(sheet: &Sheet, name: &str, entries: &[usize]) -> Result<String, Failure> {
    let accounts: Vec<PathBuf> = entries.iter().copied().map(domain::account_file).collect();
    if !accounts.iter().all(|account| account.is_file()) {
        domain::measure(&Sheet::new("account")?, "account")?;
    }
    let accounts: Vec<&Path> = accounts.iter().map(PathBuf::as_path).collect();
    script(sheet, name, &accounts)?;
    Ok(String::new())
}

/// Runs a script over the built page.
pub fn script(sheet: &Sheet, name: &str, files: &[&Path]) -> Result<(), Failure> {
    let page = serve::start(&ServeOptions {
        port: 0,
        ..ServeOptions::default()
    })?;
    let mut bench = Program::new("node")
        .args([name, &page.address])
        .arg_paths(files)
        .in_folder(&node::END_TO_END.folder())
        .with_path(&node::folders());
    if let Some(chromium) = debian::chromium() {
        bench = bench.env("CHROMIUM", chromium);
    }
    sheet
        .given_to(bench)
        .show("Run `cargo xtask test` once, which installs what the page is driven with.")
}

/// How many first loads a second the web servers give away.
pub fn first_loads(sheet: &Sheet) -> Result<String, Failure> {
    let bench = Program::new("node")
        .args(["bench/first-loads.mjs"])
        .in_folder(&node::END_TO_END.folder())
        .with_path(&node::folders());
    sheet.given_to(bench).show("Read what it says above.")?;
    Ok(String::new())
}
