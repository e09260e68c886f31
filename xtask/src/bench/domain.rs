//! The benchmarks of the domain, which print what they measured: how fast an
//! account opens and saves and the room it takes, how long the worst files take.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

/// Where the benchmark of the account leaves its 100,000 entries, for the browser.
pub fn account_file() -> PathBuf {
    project::path("target/account-100000.json")
}

/// Runs a benchmark of tests/bench.
pub fn measure(name: &str) -> Result<String, Failure> {
    Program::cargo()
        .args(["bench", "--locked", "--quiet", "--no-default-features"])
        .args(["--bench", name])
        .env("ACCOUNT_FILE", account_file())
        .show("Mend what the compiler or the benchmark says above.")?;
    Ok(String::new())
}
