//! The last step of a build, called by Trunk on its staging folder: what Trunk
//! wrote becomes a page without inline code, with few and well-named files.

mod assets;
mod glue;
mod imports;
mod locations;
mod markup;
mod order;
mod sheets;
mod split;
mod stylesheets;
mod wasm;
mod words;
mod worker;

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::licences;
use crate::methodology;
use crate::project;
use assets::Assets;
pub use assets::is_hashed;
pub use markup::{later_files, local_files};
pub use split::split;
pub use wasm::{Names, optimize};

/// Reads Trunk's variables and finishes the page.
pub fn run() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let Some(staging) = staging else {
        return Err(Failure::new(
            "this is the last step of a build and runs only inside one",
            "Run `cargo xtask build`, or `trunk build`.",
        ));
    };
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    finish(&staging, release)
}

fn finish(staging: &Path, release: bool) -> Result<(), Failure> {
    let assets = Assets::new(staging);
    let mut page = assets.read_text("index.html")?;

    let boot = markup::take_boot(&mut page)?;
    let start = project::read_text("static/shell/start.js")?;
    let mut glue = glue::with_start(&assets.read_text(&boot.glue)?, &start);
    let wasm = wasm::finish(&assets, &boot.wasm, &mut glue, release)?;
    let frame = glue::bare(&project::read_text("static/shell/frame.js")?);
    let camera = glue::bare(&project::read_text("static/shell/camera.js")?);
    let parts = markup::Parts {
        glue: assets.replace(&boot.glue, "carbon-inclusion", glue.as_bytes())?,
        frame: assets.write("frame", "js", frame.as_bytes())?,
        camera: assets.write("camera", "js", camera.as_bytes())?,
        first: wasm.first,
        later: wasm.later,
        texts: sheets::write(&assets)?,
        later_styles: stylesheets::write_later(&assets)?,
    };
    let names = markup::take_stylesheets(&mut page);
    let [sheet, plain] = stylesheets::write_first(&assets, &names)?;
    markup::put_stylesheets(&mut page, &sheet, &plain)?;
    // The stylesheet is asked for first: nothing is drawn without it.
    markup::put_boot(&mut page, &parts)?;

    bare_shell(&assets, &mut page)?;

    methodology::publish(staging)?;
    licences::publish(staging)?;
    let page = words::fill(&markup::without_comments(&page), words::first)?;
    worker::write(&assets, &page)?;
    assets.write_as("index.html", page.as_bytes())
}

/// Leaves the comments of the shell's script to those who read its source.
fn bare_shell(assets: &Assets, page: &mut String) -> Result<(), Failure> {
    let is_shell = |name: &String| name.starts_with("shell-");
    for name in local_files(page).into_iter().filter(is_shell) {
        let script = glue::bare(&assets.read_text(&name)?);
        let written = assets.replace(&name, "shell", script.as_bytes())?;
        *page = page.replace(&name, &written);
    }
    Ok(())
}
