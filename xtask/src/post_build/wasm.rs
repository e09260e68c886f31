//! Makes the wasm smaller where wasm-opt is there.

use std::path::Path;

use crate::failure::Failure;
use crate::process::Program;
use crate::setup::node;

/// What rustc uses of WebAssembly without being asked (the target's own defaults).
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimizes the file in place for size.
pub fn optimize(wasm: &Path) -> Result<(), Failure> {
    let Some(wasm_opt) = node::wasm_opt() else {
        println!("wasm-opt is not there: the wasm stays larger (`cargo xtask build` installs it)");
        return Ok(());
    };
    Program::new(wasm_opt)
        .args(["-Oz", "--strip-producers", "--strip-debug"])
        // Both make it smaller, and larger once it is compressed (2 kB).
        .args(["--skip-pass=memory-packing", "--skip-pass=inlining-optimizing"])
        .args(FEATURES)
        .arg_paths(&["-o".as_ref(), wasm, wasm])
        .show("Delete .tools/npm to build without wasm-opt, or compare its version with the lock file.")
}
