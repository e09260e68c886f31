//! The build script: turns the data files in static into Rust constants and
//! text sheets, so that the browser parses no methodology at start. Data with a
//! problem does not compile. It stands here and not at the top level, which is
//! that of a Trunk project.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=static/methodology");
    println!("cargo::rerun-if-changed=static/texts");
    println!("cargo::rerun-if-changed=static/icons/drawings.txt");
    println!("cargo::rerun-if-env-changed=REHEARSE_EDITION");
    tell_linker();
    if let Err(problem) = compile() {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}

/// Lets the addresses of functions begin at a number that hardly comes up
/// otherwise, and leaves each thing of the data in a segment of its own, so that
/// the build can tell what belongs to the pages that load later
/// (`xtask/src/post_build/split`).
fn tell_linker() {
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--table-base=7001");
        println!("cargo::rustc-link-arg-bins=--no-merge-data-segments");
        println!("cargo::rustc-link-arg-bins=-zstack-size={STACK}");
    }
}

/// Bytes of the stack, an eighth less than the linker's own 1 MiB: the data stands
/// behind it, and what stands below 1 MiB takes a byte less each time it is named.
const STACK: u32 = 917_504;

fn compile() -> Result<(), String> {
    let compiled = static_data::compile(Path::new("static"))?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let write = |name: &str, text: &str| {
        fs::write(Path::new(&out).join(name), text).map_err(|error| error.to_string())
    };
    write("editions.rs", &compiled.editions)?;
    write("rehearsal.rs", &compiled.rehearsal)?;
    write("messages.rs", &compiled.messages)?;
    let sheets = static_data::sheets_to_rust(&compiled.sheets, compiled.drawings);
    write("sheet.rs", &sheets)?;
    for (part, sheets) in ["first", "later"].iter().zip(&compiled.sheets) {
        for (language, file) in static_data::LANGUAGES.iter().zip(&sheets.files) {
            write(&format!("{part}.{language}.txt"), file)?;
        }
    }
    Ok(())
}
