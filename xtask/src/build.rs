//! The release build of the page, into dist/, and the rehearsal of one with a
//! newer edition of the method.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::setup::{self, cargo_tools};
use crate::size;
use crate::steps::Plan;

/// Sets up what is missing and builds.
pub fn run(rehearse: bool) -> Result<(), Failure> {
    if rehearse {
        setup::for_build().then(rehearsal()).run()?;
        println!("The page is in {}.", project::rehearsal().display());
        return Ok(());
    }
    setup::for_build().then(plan()).run()?;
    println!("\n{}", size::measure()?);
    println!("The page is in {}.", project::dist().display());
    Ok(())
}

/// The build itself.
pub fn plan<'plan>() -> Plan<'plan> {
    Plan::default().step("building the page", || trunk(None))
}

/// Builds the same with a made-up newer edition, in a folder of its own, so that
/// neither build has to be done again because of the other.
pub fn rehearsal<'plan>() -> Plan<'plan> {
    Plan::default().step("building the rehearsal of a newer edition", || {
        trunk(Some(&project::rehearsal()))
    })
}

fn trunk(rehearsal: Option<&Path>) -> Result<String, Failure> {
    let trunk = cargo_tools::TRUNK.found()?;
    let wasm_bindgen = cargo_tools::WASM_BINDGEN.found()?;
    let folders: Vec<PathBuf> = [&trunk, &wasm_bindgen]
        .into_iter()
        .filter_map(|tool| tool.parent().map(Path::to_path_buf))
        .collect();
    let mut build = Program::new(&trunk).args(["build", "--release", "--offline"]);
    if let Some(page) = rehearsal {
        build = build
            .args(["--dist"])
            .arg_paths(&[page])
            .env("REHEARSE_EDITION", "1")
            .env("CARGO_TARGET_DIR", page.with_file_name("build"));
    }
    build
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
