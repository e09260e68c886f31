//! What our bytes are measured beside: the smallest page that Yew makes and a list
//! of things to do, built and optimized as ours is, and the engine and the model of
//! Nos Gestes Climat.

use std::fs;
use std::path::PathBuf;

use super::add;
use crate::bench::sheet::Sheet;
use crate::failure::Failure;
use crate::post_build::{Names, optimize};
use crate::process::Program;
use crate::project;
use crate::setup::{cargo_tools, node};
use crate::size::size_of_file;

/// The packages of tests/bench that are apps.
const APPS: [(&str, &str); 2] = [
    ("the smallest Yew app", "yew-hello"),
    ("a to-do list in Yew", "yew-to-do"),
];

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
    for (app, package) in APPS {
        for (name, path) in built(package)? {
            let size = size_of_file(format!("{app}, {name}"), &path)?;
            add(sheet, &size, None)?;
        }
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

/// Builds an app; gives its wasm and its script.
fn built(package: &str) -> Result<[(&'static str, PathBuf); 2], Failure> {
    const NEXT: &str = "Mend what the compiler says above; the apps are in tests/bench.";
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--profile", "page"])
        .args(["--target", "wasm32-unknown-unknown", "--package", package])
        .show(NEXT)?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::path("target"), Into::into);
    let built = target.join(format!("wasm32-unknown-unknown/page/{package}.wasm"));
    let folder = project::path("target/bench").join(package);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Program::new(cargo_tools::WASM_BINDGEN.found()?)
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg_paths(&[&folder, &built])
        .show("Compare the version of wasm-bindgen with Cargo.lock.")?;
    let wasm = folder.join(format!("{package}_bg.wasm"));
    optimize(&wasm, Names::Dropped)?;
    Ok([
        ("its wasm", wasm),
        ("its script", folder.join(format!("{package}.js"))),
    ])
}
