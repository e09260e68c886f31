//! What a benchmark found, handed to `cargo xtask bench` as a line of JSON: the
//! benchmarks in the browser, those of the domain and those of xtask alike. With
//! every run, so that the reader of the figures decides what is made of them.

mod decimal;

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

pub use decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The variable that names the file which the lines are appended to.
pub const FILE: &str = "BENCH_FIGURES";

/// One thing that was measured, some times over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it is, in plain English; no two in a section are alike.
    pub what: String,
    /// What it is counted in: "ms", "kB", "lines/s" …
    pub unit: String,
    /// Each run, in the order they were made in.
    pub runs: Vec<Decimal>,
    /// The bar, where less is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Decimal>,
    /// The bar, where more is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Decimal>,
    /// A plain sentence that whoever reads the figure has to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What it is compared with: all of a group are measured in turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Figure {
    /// What was measured, in its unit, run by run.
    pub fn new(what: &str, unit: &str, runs: impl IntoIterator<Item = Decimal>) -> Self {
        Self {
            what: what.into(),
            unit: unit.into(),
            runs: runs.into_iter().collect(),
            at_most: None,
            at_least: None,
            note: None,
            group: None,
        }
    }

    /// With a bar, in the figure's unit, that it should not be over.
    #[must_use]
    pub fn at_most(self, bar: i64) -> Self {
        let at_most = Some(Decimal::whole(bar));
        Self { at_most, ..self }
    }

    /// With a bar, in the figure's unit, that it should not be under.
    #[must_use]
    pub fn at_least(self, bar: i64) -> Self {
        let at_least = Some(Decimal::whole(bar));
        Self { at_least, ..self }
    }

    /// With a sentence that has to be known.
    #[must_use]
    pub fn note(self, note: &str) -> Self {
        let note = Some(note.into());
        Self { note, ..self }
    }

    /// Compared with the others of that group.
    #[must_use]
    pub fn group(self, group: &str) -> Self {
        let group = Some(group.into());
        Self { group, ..self }
    }

    /// Hands it to `cargo xtask bench`, where that is what runs this program.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn tell(&self) -> io::Result<()> {
        match std::env::var_os(FILE) {
            Some(file) => self.append_to(Path::new(&file)),
            None => Ok(()),
        }
    }

    /// Appends it to the file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn append_to(&self, file: &Path) -> io::Result<()> {
        let line = serde_json::to_string(self)? + "\n";
        let mut file = OpenOptions::new().create(true).append(true).open(file)?;
        file.write_all(line.as_bytes())
    }
}
