//! From the wasm that wasm-bindgen wrote to the files of the page: short names
//! between wasm and script, two parts, smaller where wasm-opt is there, and their
//! functions in an order that compresses well.

use std::path::Path;

use super::assets::Assets;
use super::{imports, locations, order, split};
use crate::failure::Failure;
use crate::process::Program;
use crate::setup::node;

/// The files of the page's code.
pub struct Files {
    /// What the first page needs.
    pub first: String,
    /// What comes later; in a debug build nothing is split off.
    pub later: Option<String>,
}

/// Makes the files of the page's code, and lets the script name them alike.
pub fn finish(
    assets: &Assets,
    name: &str,
    glue: &mut String,
    release: bool,
) -> Result<Files, Failure> {
    const STEM: &str = "carbon-inclusion";
    if !release {
        let first = assets.rename_by_content(name, STEM)?;
        return Ok(Files { first, later: None });
    }
    let wasm = imports::shorten(&assets.read(name)?, glue)?;
    let parts = split(&locations::without_libraries(&wasm)?)?;
    assets.remove(name)?;
    let file = |stem, wasm: &[u8]| {
        let name = format!("{stem}.wasm");
        assets.write_as(&name, wasm)?;
        optimize(&assets.path(&name), Names::Dropped)?;
        assets.write_as(&name, &order::by_length(&assets.read(&name)?)?)?;
        assets.rename_by_content(&name, stem)
    };
    Ok(Files {
        first: file(STEM, &parts.first)?,
        later: Some(file("carbon-inclusion-later", &parts.later)?),
    })
}

/// What rustc uses of WebAssembly without being asked (the target's own defaults).
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Passes after which the wasm compresses worse.
const DEARER_PASSES: [&str; 5] = [
    "memory-packing",
    "inlining-optimizing",
    "simplify-locals",
    "local-cse",
    "merge-blocks",
];

/// Whether the functions keep their names, which nothing but a look into the file
/// needs.
#[derive(Clone, Copy)]
pub enum Names {
    Dropped,
    Kept,
}

/// Optimizes the file in place for size.
pub fn optimize(wasm: &Path, names: Names) -> Result<(), Failure> {
    let Some(wasm_opt) = node::wasm_opt() else {
        println!("wasm-opt is not there: the wasm stays larger (`cargo xtask build` installs it)");
        return Ok(());
    };
    Program::new(wasm_opt)
        .args(["-Oz", "--converge", "--strip-producers"])
        // Nothing is kept in the first kilobyte of the memory, which is the end of the
        // stack: so an addition may become the offset of a load or store.
        .args(["--low-memory-unused"])
        .args([match names {
            Names::Dropped => "--strip-debug",
            Names::Kept => "--debuginfo",
        }])
        // They make it smaller, and larger once it is compressed (3 kB).
        .args(DEARER_PASSES.map(|pass| format!("--skip-pass={pass}")))
        .args(FEATURES)
        .arg_paths(&["-o".as_ref(), wasm, wasm])
        .show("Delete .tools/npm to build without wasm-opt, or compare its version with the lock file.")
}
