//! The benchmarks of the domain, which print what they measured: how fast an
//! account opens and saves and the room it takes, how long the worst files take.

use std::path::PathBuf;

use super::sheet::Sheet;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;

/// Where the benchmark of the account leaves accounts for the browser.
const ACCOUNTS: &str = "target";

/// The account of so many entries that it left: 10, 1,000, 10,000, 20,000 or 100,000.
pub fn account_file(entries: usize) -> PathBuf {
    project::path(ACCOUNTS).join(format!("account-{entries}.json"))
}

/// Runs a benchmark of tests/bench.
pub fn measure(sheet: &Sheet, name: &str) -> Result<String, Failure> {
    let bench = Program::cargo()
        .args(["bench", "--locked", "--quiet", "--no-default-features"])
        .args(["--bench", name])
        .env("ACCOUNT_FOLDER", project::path(ACCOUNTS));
    sheet
        .given_to(bench)
        .show("Mend what the compiler or the benchmark says above.")?;
    Ok(String::new())
}
