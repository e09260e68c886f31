//! Measures what the project promises: the page's score and bytes, the speed of
//! the account and of the calculation outside the browser.

mod assess;
mod domain;
mod in_browser;
mod lighthouse;

use crate::build;
use crate::failure::Failure;
use crate::setup;
use crate::size;
use crate::steps::Plan;

/// Measures; fails only where something does not run.
pub fn run(with_build: bool) -> Result<(), Failure> {
    let build = if with_build {
        setup::for_build().then(build::plan())
    } else {
        Plan::default()
    };
    build
        .then(setup::for_bench())
        .step("bytes", || {
            let sizes = size::measure()?;
            println!("{sizes}");
            Ok(String::new())
        })
        .step("the account at 10, 20,000 and 100,000 entries", || {
            domain::measure("account")
        })
        .step("opening 100,000 entries in Chromium", in_browser::opening)
        .step(
            "each page with 20,000 entries in Chromium",
            in_browser::pages,
        )
        .step(
            "10,000 first loads from nginx and Caddy",
            in_browser::first_loads,
        )
        .step("the worst files", || domain::measure("worst_files"))
        .step("lines a second of examples/assess", assess::measure)
        .step("Lighthouse, mobile", lighthouse::measure)
        .run()?
        .print();
    Ok(())
}
