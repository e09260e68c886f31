//! The release build of the page, into dist/.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::setup::{self, cargo_tools};
use crate::size;
use crate::steps::Plan;

/// Sets up what is missing and builds.
pub fn run() -> Result<(), Failure> {
    setup::for_build().then(plan()).run()?;
    println!("\n{}", size::measure()?);
    println!("The page is in {}.", project::dist().display());
    Ok(())
}

/// The build itself.
pub fn plan<'plan>() -> Plan<'plan> {
    Plan::default().step("building the page", release)
}

fn release() -> Result<String, Failure> {
    let trunk = cargo_tools::TRUNK.found()?;
    let wasm_bindgen = cargo_tools::WASM_BINDGEN.found()?;
    let folders: Vec<PathBuf> = [&trunk, &wasm_bindgen]
        .into_iter()
        .filter_map(|tool| tool.parent().map(Path::to_path_buf))
        .collect();
    Program::new(&trunk)
        .args(["build", "--release", "--offline"])
        .with_path(&folders)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes this common variable for an option of its own and stumbles over "1".
        .without_env("NO_COLOR")
        // Its own backtraces would bury what the compiler said.
        .env("RUST_BACKTRACE", "0")
        .log(
            "build",
            "Mend what is said above, then run it again. No other build or `trunk serve` may run in this folder meanwhile.",
        )?;
    Ok(String::new())
}
