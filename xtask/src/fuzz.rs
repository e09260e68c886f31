//! Feeds the readers of whatever comes from outside with cargo-fuzz, for a
//! moment. It wants a nightly compiler, which nothing else does; where there is
//! none, tests/laws/hostile.rs feeds them at random.

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

/// The targets of tests/fuzz, each named after its reader and its corpus.
const READERS: [&str; 8] = [
    "record", "backup", "table", "transfer", "quantity", "gpx", "card", "campaign",
];
/// Seconds for each.
const SECONDS: u32 = 10;

/// Runs each target for some seconds, where that is possible.
pub fn short() -> Result<String, Failure> {
    let cargo_fuzz = || Program::new("cargo").args(["+nightly", "fuzz"]);
    if cargo_fuzz().args(["--version"]).output().is_none() {
        return Ok("skipped: there is no nightly compiler with cargo-fuzz".into());
    }
    for reader in READERS {
        // What it finds goes into the first folder, and the corpus stays as it is.
        let found = project::path("target/fuzz").join(reader);
        let corpus = project::path("tests/fuzz/corpus").join(reader);
        std::fs::create_dir_all(&found).map_err(|error| Failure::file(&found, &error))?;
        cargo_fuzz()
            .args(["run", "--fuzz-dir", "tests/fuzz", reader])
            .arg_paths(&[&found, &corpus])
            .args(["--".to_owned(), format!("-max_total_time={SECONDS}")])
            .log(
                "fuzz",
                "The input that broke it is in tests/fuzz/artifacts: put it into the corpus, and mend the reader.",
            )?;
    }
    Ok(format!("{SECONDS} s for each of {} readers", READERS.len()))
}
