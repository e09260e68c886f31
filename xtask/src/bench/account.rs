//! How fast an account opens and saves, and the room it takes.

use crate::failure::Failure;
use crate::process::Program;

/// Runs the benchmark, which prints what it measured.
pub fn measure() -> Result<String, Failure> {
    Program::cargo()
        .args(["bench", "--locked", "--quiet", "--no-default-features"])
        .args(["--bench", "account"])
        .show("Mend what the compiler or the benchmark says above.")?;
    Ok(String::new())
}
