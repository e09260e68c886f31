//! Measures what the project promises: the page's score and bytes, the speed of
//! the account and of the calculation outside the browser.

mod assess;
mod domain;
mod in_browser;
mod lighthouse;

use crate::build;
use crate::command_line::BenchOptions;
use crate::failure::Failure;
use crate::setup;
use crate::size;
use crate::steps::Plan;

/// What can be measured, by its name.
type Measurement = (&'static str, &'static str, fn() -> Result<String, Failure>);

const ALL: [Measurement; 8] = [
    ("bytes", "bytes", bytes),
    (
        "account",
        "the account at 10, 20,000 and 100,000 entries",
        || domain::measure("account"),
    ),
    (
        "opening",
        "opening 100,000 entries in Chromium",
        in_browser::opening,
    ),
    (
        "pages",
        "each page with 20,000 entries in Chromium",
        in_browser::pages,
    ),
    (
        "first-loads",
        "10,000 first loads from nginx and Caddy",
        in_browser::first_loads,
    ),
    ("worst-files", "the worst files", || {
        domain::measure("worst_files")
    }),
    (
        "assess",
        "lines a second of examples/assess",
        assess::measure,
    ),
    ("lighthouse", "Lighthouse, mobile", lighthouse::measure),
];

/// Measures what is named, everything where nothing is; fails only where
/// something does not run.
pub fn run(options: &BenchOptions) -> Result<(), Failure> {
    let is_known = |name: &String| ALL.iter().any(|(known, ..)| known == name);
    if let Some(name) = options.names.iter().find(|name| !is_known(name)) {
        let names = ALL.map(|(name, ..)| name).join(", ");
        return Err(Failure::new(
            format!("nothing of the name {name} is measured"),
            format!("Name any of these, or none for all: {names}."),
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
            plan = plan.step(title, measure);
        }
    }
    plan.run()?.print();
    Ok(())
}

fn bytes() -> Result<String, Failure> {
    println!("{}", size::measure()?);
    Ok(String::new())
}
