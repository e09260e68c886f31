//! A city's data: the same rows through examples/assess, the edition's SQL in
//! DuckDB and Spark's pipe. The scripts of tests/at-scale check that all give the
//! same results, measure and print it.

use super::assess::examples;
use super::sheet::Sheet;
use crate::failure::Failure;
use crate::process::Program;
use crate::project;
use crate::setup::{node, spark};

/// How many rows a city's data are here.
const LINES: &str = "10000000";

/// Works them out with each, some times over.
pub fn measure(sheet: &Sheet) -> Result<String, Failure> {
    node::install(&node::AT_SCALE)?;
    let python = spark::prepare()?;
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--release"])
        .args(["--no-default-features"])
        .args(["--example", "assess", "--example", "duckdb"])
        .args(["--example", "rows"])
        .show("Mend what the compiler says above.")?;
    let folder = project::tools().join("bench/at-scale");
    let bench = Program::new("node")
        .args(["compare.mjs", LINES])
        .arg_paths(&[&folder, &examples(), &python])
        .in_folder(&node::AT_SCALE.folder())
        .with_path(&node::folders());
    sheet
        .given_to(bench)
        .show("Read what it says above; it needs 12 GB of room in .tools/bench.")?;
    Ok(String::new())
}
