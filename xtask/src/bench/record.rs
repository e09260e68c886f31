//! What was measured and when, kept in docs/performance.json, so that one thing
//! can be measured again without losing the others.

use std::collections::BTreeMap;
use std::fs;

use bench_figures::{Decimal, Figure};
use serde::{Deserialize, Serialize};

use super::machine::Machine;
use crate::failure::Failure;
use crate::project;

const FILE: &str = "docs/performance.json";

/// What one measurement found when it was last made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub day: String,
    pub machine: Machine,
    pub figures: Vec<Figure>,
}

/// Every section by the name of its measurement.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record(pub BTreeMap<String, Section>);

impl Record {
    /// What was kept; nothing before the first time.
    pub fn read() -> Result<Self, Failure> {
        let path = project::path(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
        serde_json::from_str(&text).map_err(|error| {
            Failure::new(
                format!("{FILE}: {error}"),
                "Take the file from the last commit: `git checkout docs/performance.json`.",
            )
        })
    }

    /// Keeps what was found in place of what was found before.
    pub fn replace(&mut self, name: &str, section: Section) {
        self.0.insert(name.to_owned(), section);
    }

    /// The figure of that name.
    pub fn figure(&self, section: &str, what: &str) -> Option<&Figure> {
        let figures = &self.0.get(section)?.figures;
        figures.iter().find(|figure| figure.what == what)
    }

    pub fn write(&self) -> Result<(), Failure> {
        let path = project::path(FILE);
        let text = self.text().map_err(|error| {
            Failure::new(
                format!("{FILE}: {error}"),
                "Mend what the measurement wrote.",
            )
        })?;
        fs::write(&path, text).map_err(|error| Failure::file(&path, &error))
    }

    /// JSON with a line a figure, so that a change shows which figure it is.
    fn text(&self) -> Result<String, serde_json::Error> {
        let mut sections = Vec::new();
        for (name, section) in &self.0 {
            let figures: Result<Vec<String>, _> =
                section.figures.iter().map(serde_json::to_string).collect();
            sections.push(format!(
                "{}: {{\n\"day\": {},\n\"machine\": {},\n\"figures\": [\n{}\n]}}",
                serde_json::to_string(name)?,
                serde_json::to_string(&section.day)?,
                serde_json::to_string(&section.machine)?,
                figures?.join(",\n")
            ));
        }
        Ok(format!("{{\n{}\n}}\n", sections.join(",\n")))
    }
}

/// What is said of a figure's runs.
pub struct Spread {
    pub least: Decimal,
    /// The middle one, or the middle of the middle two.
    pub median: Decimal,
    pub most: Decimal,
}

impl Spread {
    /// `None` without a run.
    pub fn of(figure: &Figure) -> Option<Self> {
        let mut runs = figure.runs.clone();
        runs.sort_unstable();
        let (lower, upper) = (
            runs.get((runs.len().checked_sub(1)?) / 2)?,
            &runs[runs.len() / 2],
        );
        Some(Self {
            least: *runs.first()?,
            median: Decimal::millionths(i64::midpoint(
                lower.to_millionths(),
                upper.to_millionths(),
            )),
            most: *runs.last()?,
        })
    }
}

/// Whether the median of the runs is within the figure's bar; `None` without one.
pub fn holds(figure: &Figure) -> Option<bool> {
    let median = Spread::of(figure)?.median;
    match (figure.at_most, figure.at_least) {
        (None, None) => None,
        (at_most, at_least) => Some(
            at_most.is_none_or(|bar| median <= bar) && at_least.is_none_or(|bar| median >= bar),
        ),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A section as of a machine that nobody has.
    pub fn section(figures: Vec<Figure>) -> Section {
        let machine = r#"{"chromium":"1","cores":2,"cpu":"A","kernel":"6","memory":"8 kB","node":"20","rustc":"1.95.0"}"#;
        Section {
            day: "2026-11-23".into(),
            machine: serde_json::from_str(machine).expect("a machine"),
            figures,
        }
    }

    pub fn figure(what: &str, runs: &[i64]) -> Figure {
        Figure::new(what, "ms", runs.iter().map(|run| Decimal::whole(*run)))
    }

    #[track_caller]
    fn median(runs: &[i64], expected: &str) {
        let median = Spread::of(&figure("x", runs)).map(|spread| spread.median.to_string());
        assert_eq!(median.as_deref(), Some(expected));
    }

    #[test]
    fn the_median_is_the_middle_or_between_the_middle_two() {
        median(&[7], "7");
        median(&[9, 1, 2], "2");
        median(&[4, 1], "2.5");
        median(&[100, 3, 4, 1], "3.5");
    }

    #[test]
    fn a_bar_is_held_by_the_median() {
        assert_eq!(holds(&figure("x", &[1])), None);
        assert_eq!(holds(&figure("x", &[100, 1, 5]).at_most(5)), Some(true));
        assert_eq!(holds(&figure("x", &[6, 1, 9]).at_most(5)), Some(false));
        assert_eq!(holds(&figure("x", &[6, 1, 9]).at_least(6)), Some(true));
        assert_eq!(holds(&figure("x", &[6, 1, 9]).at_least(7)), Some(false));
    }

    #[test]
    fn what_was_not_measured_again_stays() {
        let mut record = Record::default();
        record.replace("bytes", section(vec![figure("first load", &[150])]));
        record.replace("pages", section(vec![figure("today", &[4, 5])]));
        let text = record.text().expect("JSON");
        let mut again: Record = serde_json::from_str(&text).expect("JSON");
        assert_eq!(again, record);
        again.replace("bytes", section(vec![figure("first load", &[140])]));
        assert_eq!(
            again.figure("pages", "today"),
            record.figure("pages", "today")
        );
        assert_eq!(
            again.figure("bytes", "first load"),
            Some(&figure("first load", &[140]))
        );
    }
}
