//! The whole check, in one command: continuous integration runs this one too.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, TcpListener};

use crate::build;
use crate::check::{self, MEND_TESTS, clippy};
use crate::failure::Failure;
use crate::fuzz;
use crate::process::Program;
use crate::project;
use crate::setup::{self, cargo_tools, debian, node};
use crate::size;

/// Crates that the browser build may have.
const MOST_CRATES: usize = 120;
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// Sets up what is missing and runs every test.
pub fn run() -> Result<(), Failure> {
    setup::for_tests()
        .then(check::host())
        .step("lints of the page", lint_page)
        .step("host tests of the page", page_on_host)
        .step("licences, bans and sources", deny)
        .step("number of crates in the page", count_crates)
        .step("fuzzing", fuzz::short)
        .step("tests in the browser", in_browser)
        .then(build::plan())
        .step("size budget", || {
            let sizes = size::measure()?;
            println!("{sizes}");
            sizes.judge()
        })
        .then(build::rehearsal())
        .step("end-to-end tests", end_to_end)
        .run()?
        .print();
    println!("\nall tests passed");
    Ok(())
}

fn lint_page() -> Result<String, Failure> {
    clippy(&[WASM.as_slice(), &["--lib", "--bins", "--test", "browser"]].concat())
}

/// What of the page needs no browser: addresses, queries, colours. The other tests
/// of the host leave the page out.
fn page_on_host() -> Result<String, Failure> {
    Program::cargo()
        .args(["test", "--locked", "--lib", "app::"])
        .show(MEND_TESTS)?;
    Ok(String::new())
}

fn deny() -> Result<String, Failure> {
    Program::new(cargo_tools::CARGO_DENY.found()?)
        .args([
            "--log-level",
            "warn",
            "check",
            "licenses",
            "bans",
            "sources",
        ])
        .show(
            "See deny.toml for what is allowed, and choose another crate or give a reason there.",
        )?;
    Ok(String::new())
}

fn count_crates() -> Result<String, Failure> {
    let tree = Program::cargo()
        .args(["tree", "--locked", "--edges", "normal", "--prefix", "none"])
        .args(["--format", "{p}"])
        .args(WASM)
        .output()
        .ok_or_else(|| {
            Failure::new(
                "cargo tree failed",
                "Run `cargo tree` and read what it says.",
            )
        })?;
    let crates = distinct_crates(&tree);
    if crates > MOST_CRATES {
        return Err(Failure::new(
            format!("{crates} crates are more than {MOST_CRATES}"),
            "See with `cargo tree --target wasm32-unknown-unknown` what brought them in.",
        ));
    }
    Ok(format!(
        "{crates} of {MOST_CRATES}, macros and their crates included"
    ))
}

/// Distinct names with versions in what `cargo tree` prints.
fn distinct_crates(tree: &str) -> usize {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .collect::<BTreeSet<_>>()
        .len()
}

fn in_browser() -> Result<String, Failure> {
    let wasm_bindgen = cargo_tools::WASM_BINDGEN.found()?;
    let runner = wasm_bindgen.with_file_name("wasm-bindgen-test-runner");
    let mut tests = Program::cargo()
        .args(["test", "--locked", "--test", "browser"])
        .args(WASM)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            project::path("tests/browser/webdriver.json"),
        );
    if let Some(driver) = debian::chromedriver() {
        tests = tests.env("CHROMEDRIVER", driver);
    }
    tests.show(MEND_TESTS)?;
    Ok(String::new())
}

fn end_to_end() -> Result<String, Failure> {
    let mut tests = Program::new(node::END_TO_END.program("playwright"))
        .args(["test"])
        .in_folder(&node::END_TO_END.folder())
        .with_path(&node::folders())
        // Several copies of the project may be tested on one machine at once.
        .env("E2E_PORT", free_port()?.to_string())
        .env("E2E_SUBPATH_PORT", free_port()?.to_string())
        .env("E2E_REHEARSAL_PORT", free_port()?.to_string())
        .env("FORCE_COLOR", "0");
    if let Some(chromium) = debian::chromium() {
        tests = tests.env("CHROMIUM", chromium);
    }
    tests.show("Read the failed test above; `npx playwright show-trace` in tests/e2e shows what its page did.")?;
    Ok(String::new())
}

fn free_port() -> Result<u16, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| {
            Failure::new(
                format!("no port on 127.0.0.1: {error}"),
                "Check that the loopback network is up.",
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_counted_once() {
        let tree =
            "app v0.1.0 (/here)\nyew v0.23.0\nserde v1.0.0\n\nserde v1.0.0 (*)\nserde v2.0.0\n";
        assert_eq!(distinct_crates(tree), 4);
    }
}
