//! The benchmarks of the domain, which print what they measured: how fast an
//! account opens and saves and the room it takes, how long the worst files take.

use crate::failure::Failure;
use crate::process::Program;

/// Runs a benchmark of tests/bench.
pub fn measure(name: &str) -> Result<String, Failure> {
    Program::cargo()
        .args(["bench", "--locked", "--quiet", "--no-default-features"])
        .args(["--bench", name])
        .show("Mend what the compiler or the benchmark says above.")?;
    Ok(String::new())
}
