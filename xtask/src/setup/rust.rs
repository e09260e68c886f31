//! What rustup and the crate registry have to bring.

use std::path::Path;

use crate::failure::Failure;
use crate::process::{Program, on_path};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target; rustup may be told not to do so by itself.
pub fn target() -> Result<String, Failure> {
    let sysroot = Program::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .ok_or_else(|| {
            Failure::new(
                "rustc does not run here",
                "Install Rust with rustup (https://rustup.rs), then try again.",
            )
        })?;
    let library = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .join("lib");
    if library.is_dir() {
        return Ok("already there".into());
    }
    rustup(
        &["target", "add", WASM_TARGET],
        "Run `rustup target add wasm32-unknown-unknown` in this folder and read what it says.",
    )
}

/// Adds the formatter and the linter.
pub fn components() -> Result<String, Failure> {
    let there = |tool: &str| {
        Program::cargo()
            .args([tool, "--version"])
            .output()
            .is_some()
    };
    if there("fmt") && there("clippy") {
        return Ok("already there".into());
    }
    rustup(
        &["component", "add", "rustfmt", "clippy"],
        "Run `rustup component add rustfmt clippy` in this folder and read what it says.",
    )
}

/// Fetches the crates, so that the build itself needs no network.
pub fn crates() -> Result<String, Failure> {
    Program::cargo()
        .args(["fetch", "--locked", "--quiet"])
        .show("Check the network, and that Cargo.lock fits Cargo.toml (`cargo tree` mends it).")?;
    Ok(String::new())
}

fn rustup(arguments: &[&str], next: &str) -> Result<String, Failure> {
    if on_path("rustup").is_none() {
        return Err(Failure::new(
            "rustup is not on PATH, so the compiler cannot be completed",
            "Install Rust with rustup (https://rustup.rs), then try again.",
        ));
    }
    Program::new("rustup").args(arguments).show(next)?;
    Ok("added".into())
}
