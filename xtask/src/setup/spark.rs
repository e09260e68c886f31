//! Spark, which only `bench` needs: pyspark from its package registry, in a
//! folder of its own, and Debian's Java.

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::process::{Program, on_path};
use crate::project;
use crate::setup::debian;

/// What it runs on.
const PACKAGES: [&str; 2] = ["default-jre-headless", "python3-venv"];
const REQUIREMENTS: &str = "tests/at-scale/requirements.txt";

/// The Python that has it, installed where it is missing.
pub fn prepare() -> Result<PathBuf, Failure> {
    let folder = project::tools().join("spark");
    let python = folder.join("bin/python");
    let wanted = project::path(REQUIREMENTS);
    let installed = folder.join("installed-requirements.txt");
    prepare_java()?;
    let read = |file| fs::read(file).ok();
    if python.is_file() && read(&wanted).is_some() && read(&wanted) == read(&installed) {
        return Ok(python);
    }
    let make = || {
        Program::new("python3")
            .args(["-m", "venv"])
            .arg_paths(&[&folder])
            .log("python-venv", NEXT)
    };
    if make().is_err() {
        install()?;
        make()?;
    }
    println!("      fetching Spark, some 450 MB");
    Program::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--require-hashes", "-r"])
        .arg_paths(&[&wanted])
        .log("pip", "Check the network, then run it again.")?;
    fs::copy(&wanted, &installed).map_err(|error| Failure::file(&installed, &error))?;
    Ok(python)
}

fn prepare_java() -> Result<(), Failure> {
    match on_path("java") {
        Some(_) => Ok(()),
        None => install(),
    }
}

const NEXT: &str = "Install them (Debian: `apt-get install default-jre-headless python3-venv` \
    as root).";

fn install() -> Result<(), Failure> {
    if debian::can_install() {
        return debian::install(&PACKAGES);
    }
    Err(Failure::new(
        "Spark needs Java 17 and Python 3 with venv, which are not all there",
        NEXT,
    ))
}
