//! The domain in wasm beside other programs that do the same, in Node: scripts
//! of tests/peers measure and print it.

use super::in_browser;
use super::sheet::Sheet;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::setup::{cargo_tools, node, rust};

/// How the page is built, and how wasm is built for speed.
const PROFILES: [&str; 2] = ["page", "release"];

/// How long one answer takes until all totals are there, in Chromium, and in
/// Node beside publicodes.
pub fn answer(sheet: &Sheet) -> Result<String, Failure> {
    build()?;
    in_browser::script(sheet, "bench/answer.mjs", &[])?;
    script(sheet, "answer.mjs")
}

/// How long the ledger takes for its totals and copies, beside JavaScript.
pub fn totals(sheet: &Sheet) -> Result<String, Failure> {
    build()?;
    script(sheet, "ledger.mjs")
}

fn script(sheet: &Sheet, name: &str) -> Result<String, Failure> {
    let bench = Program::new("node")
        .args([name])
        .in_folder(&node::PEERS.folder())
        .with_path(&node::folders());
    sheet.given_to(bench).show("Read what it says above.")?;
    Ok(String::new())
}

/// Builds tests/in-wasm for Node in each way.
fn build() -> Result<(), Failure> {
    for profile in PROFILES {
        Program::cargo()
            .args(["build", "--locked", "--quiet", "--package", "in-wasm"])
            .args(["--target", rust::WASM_TARGET, "--profile", profile])
            .show("Mend what the compiler says above.")?;
        let built = project::path("target")
            .join(rust::WASM_TARGET)
            .join(profile)
            .join("in_wasm.wasm");
        let folder = project::path("target/in-wasm").join(profile);
        Program::new(cargo_tools::WASM_BINDGEN.found()?)
            .args(["--target", "nodejs", "--no-typescript", "--out-dir"])
            .arg_paths(&[&folder, &built])
            .show("Read what it says above.")?;
    }
    Ok(())
}
