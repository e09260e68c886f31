//! The benchmarks of the domain, which print what they measured: how fast an
//! account opens and saves and the room it takes, how long the worst files take.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

/// Where the benchmark of the account leaves accounts for the browser.
const ACCOUNTS: &str = "target";

/// The account of so many entries that it left: 10, 20,000 or 100,000.
pub fn account_file(entries: usize) -> PathBuf {
    project::path(ACCOUNTS).join(format!("account-{entries}.json"))
}

/// Runs a benchmark of tests/bench.
pub fn measure(name: &str) -> Result<String, Failure> {
    Program::cargo()
        .args(["bench", "--locked", "--quiet", "--no-default-features"])
        .args(["--bench", name])
        .env("ACCOUNT_FOLDER", project::path(ACCOUNTS))
        .show("Mend what the compiler or the benchmark says above.")?;
    Ok(String::new())
}
