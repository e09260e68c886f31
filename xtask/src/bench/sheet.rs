//! Where a measurement puts its figures, whichever program makes it: a file with
//! a line each.

use std::fs;
use std::path::PathBuf;

use bench_figures::{FILE, Figure};

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

/// The figures of one measurement, while it runs.
pub struct Sheet {
    file: PathBuf,
}

impl Sheet {
    /// An empty one.
    pub fn new(name: &str) -> Result<Self, Failure> {
        let folder = project::path("target/bench");
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        let file = folder.join(format!("{name}.figures"));
        fs::write(&file, "").map_err(|error| Failure::file(&file, &error))?;
        Ok(Self { file })
    }

    /// Adds a figure that xtask measured itself.
    pub fn add(&self, figure: &Figure) -> Result<(), Failure> {
        figure
            .append_to(&self.file)
            .map_err(|error| Failure::file(&self.file, &error))
    }

    /// Tells a program to add its figures.
    pub fn given_to(&self, program: Program) -> Program {
        program.env(FILE, &self.file)
    }

    /// All of them.
    pub fn figures(&self) -> Result<Vec<Figure>, Failure> {
        let text =
            fs::read_to_string(&self.file).map_err(|error| Failure::file(&self.file, &error))?;
        text.lines().map(read).collect()
    }
}

fn read(line: &str) -> Result<Figure, Failure> {
    let wrong = |why: String| {
        Failure::new(
            format!("no figure: {why}: {line}"),
            "Mend the measurement that wrote it; xtask/figures says what a figure is.",
        )
    };
    let figure: Figure = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
    if figure.runs.is_empty() {
        return Err(wrong("without a run".into()));
    }
    Ok(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_figure() {
        let line = r#"{"what":"opened","unit":"ms","runs":[203.1,9],"at_most":150}"#;
        let figure = read(line).ok();
        assert_eq!(figure.map(|figure| figure.runs.len()), Some(2));
        for line in [
            "opened 203.1 ms",
            r#"{"what":"opened","unit":"ms","runs":[]}"#,
            r#"{"what":"opened","unit":"ms","runs":[1],"at_least_": 150}"#,
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
