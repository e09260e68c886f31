//! How long the page takes to open a large account, in Chromium.

use super::domain;
use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::process::Program;
use crate::serve;
use crate::setup::{debian, node};

/// Measures the built page with the account that the benchmark of the domain left.
pub fn measure() -> Result<String, Failure> {
    let page = serve::start(&ServeOptions {
        port: 0,
        ..ServeOptions::default()
    })?;
    let mut bench = Program::new("node")
        .args(["bench/opening.mjs", &page.address])
        .arg_paths(&[&domain::account_file()])
        .in_folder(&node::END_TO_END.folder())
        .with_path(&node::folders());
    if let Some(chromium) = debian::chromium() {
        bench = bench.env("CHROMIUM", chromium);
    }
    bench.show("Run `cargo xtask test` once, which installs what the page is driven with.")?;
    Ok(String::new())
}
