//! What our bytes are measured beside: the smallest page that Yew makes, built and
//! optimized as ours is, and the engine and the model of Nos Gestes Climat.

use std::fs;

use super::add;
use crate::bench::sheet::Sheet;
use crate::failure::Failure;
use crate::post_build::{Names, optimize};
use crate::process::Program;
use crate::project;
use crate::setup::{cargo_tools, node};
use crate::size::size_of_file;

const HELLO: &str = "yew-hello";

/// What a page has to load of the peer before it can work anything out.
const NOS_GESTES_CLIMAT: [(&str, &str, &str); 2] = [
    (
        "publicodes, the engine",
        "publicodes/dist/index.js",
        "As published, which is not minified.",
    ),
    (
        "Nos Gestes Climat, the model",
        "@incubateur-ademe/nosgestesclimat/public/co2-model.FR-lang.fr-opti.json",
        "The smaller of the two forms it is published in, in French; a whole footprint of consumption, so not the same task as ours.",
    ),
];

pub fn measure(sheet: &Sheet) -> Result<(), Failure> {
    for (name, path) in hello()? {
        let size = size_of_file(format!("the smallest Yew app, {name}"), &path)?;
        add(sheet, &size, None)?;
    }
    let packages = node::PEERS.folder().join("node_modules");
    for (name, path, note) in NOS_GESTES_CLIMAT {
        add(
            sheet,
            &size_of_file(name.into(), &packages.join(path))?,
            Some(note),
        )?;
    }
    Ok(())
}

/// Builds it; gives its wasm and its script.
fn hello() -> Result<[(&'static str, std::path::PathBuf); 2], Failure> {
    const NEXT: &str = "Mend what the compiler says above; the app is in tests/bench/hello.";
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--profile", "page"])
        .args(["--target", "wasm32-unknown-unknown", "--package", HELLO])
        .show(NEXT)?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::path("target"), Into::into);
    let built = target.join(format!("wasm32-unknown-unknown/page/{HELLO}.wasm"));
    let folder = project::path("target/bench").join(HELLO);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Program::new(cargo_tools::WASM_BINDGEN.found()?)
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg_paths(&[&folder, &built])
        .show("Compare the version of wasm-bindgen with Cargo.lock.")?;
    let wasm = folder.join(format!("{HELLO}_bg.wasm"));
    optimize(&wasm, Names::Dropped)?;
    Ok([
        ("its wasm", wasm),
        ("its script", folder.join(format!("{HELLO}.js"))),
    ])
}
