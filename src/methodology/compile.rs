//! Turns the methodology editions in static/methodology into Rust constants,
//! so that the browser parses no methodology at start. An edition with a
//! problem does not compile.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=static/methodology");
    if let Err(problem) = compile() {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}

fn compile() -> Result<(), String> {
    let folders = edition_file::editions(Path::new("static/methodology"))
        .map_err(|error| error.to_string())?;
    let mut editions = Vec::new();
    for folder in folders {
        let edition = edition_file::load(&folder).map_err(|error| error.to_string())?;
        let problems = edition_file::check(&edition);
        if !problems.is_empty() {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(format!("{} — {}", edition.id, lines.join("; ")));
        }
        editions.push(edition);
    }
    if editions.is_empty() {
        return Err("no methodology edition in static/methodology".to_owned());
    }
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(
        Path::new(&out).join("editions.rs"),
        edition_file::to_rust(&editions),
    )
    .map_err(|error| error.to_string())
}
