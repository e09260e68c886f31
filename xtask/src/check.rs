//! The quick part of the tests: what a change should pass before it is committed.

use crate::failure::Failure;
use crate::methodology;
use crate::process::Program;
use crate::setup;
use crate::steps::Plan;

/// Format, lints and host tests.
pub fn run() -> Result<(), Failure> {
    Plan::default()
        .step("rustfmt and clippy", setup::rust::components)
        .then(host())
        .run()?
        .print();
    Ok(())
}

/// The same for the whole test run.
pub fn host<'plan>() -> Plan<'plan> {
    Plan::default()
        .step("format", || {
            cargo(
                &["fmt", "--all", "--check"],
                "Run `cargo fmt --all`, which mends it.",
            )
        })
        .step(
            "factors' best-before days",
            methodology::warn_about_old_factors,
        )
        .step("lints of everything but the page", || {
            clippy(&["--no-default-features", "--all-targets"])
        })
        .step("lints of xtask and the edition's compiler", || {
            clippy(&[
                "--package",
                "xtask",
                "--package",
                "edition-file",
                "--package",
                "bench-figures",
                "--all-targets",
            ])
        })
        .step("host tests", || {
            cargo(&["test", "--no-default-features"], MEND_TESTS)
        })
        .step("tests of xtask and the edition's compiler", || {
            cargo(
                &[
                    "test",
                    "--package",
                    "xtask",
                    "--package",
                    "edition-file",
                    "--package",
                    "bench-figures",
                ],
                MEND_TESTS,
            )
        })
}

/// What to do when a test is red.
pub const MEND_TESTS: &str =
    "Read the failed test's name and message above, and mend the code or the test.";

/// Runs clippy with every warning an error.
pub fn clippy(arguments: &[&str]) -> Result<String, Failure> {
    Program::cargo()
        .args(["clippy", "--quiet", "--locked"])
        .args(arguments)
        .args(["--", "--deny", "warnings"])
        .show("Mend what clippy says above; an exception needs `#[expect(…, reason = \"…\")]`.")?;
    Ok(String::new())
}

fn cargo(arguments: &[&str], next: &str) -> Result<String, Failure> {
    Program::cargo().args(arguments).show(next)?;
    Ok(String::new())
}
