//! The methodology editions beside the page: published for analysts, and
//! watched for factors whose time has passed.

use std::fs;
use std::path::Path;

use edition_file::EditionFile;

use crate::failure::Failure;
use crate::process::Program;
use crate::project;

const NEXT: &str = "Mend the edition's files in static/methodology.";

/// Writes every edition as JSON and its factors as CSV into `folder`/methodology.
pub fn publish(folder: &Path) -> Result<(), Failure> {
    let folder = folder.join("methodology");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    for edition in editions()? {
        let files = edition_file::publish(&edition)
            .map_err(|error| Failure::new(format!("{}: {error}", edition.id), NEXT))?;
        for (name, text) in files {
            let path = folder.join(name);
            fs::write(&path, text).map_err(|error| Failure::file(&path, &error))?;
        }
    }
    Ok(())
}

/// Warns about factors past their best-before day. It never fails: the code has
/// not changed because a day has passed.
pub fn warn_about_old_factors() -> Result<String, Failure> {
    let Some(today) = Program::new("date").args(["+%F"]).output() else {
        return Ok("no `date` here: not looked at".into());
    };
    let mut old = 0;
    for edition in editions()? {
        for factor in edition_file::past_best_before(&edition, today.trim()) {
            println!(
                "      WARNING: {} {factor} is past its best-before day",
                edition.id
            );
            old += 1;
        }
    }
    Ok(format!("{old} past their day"))
}

fn editions() -> Result<Vec<EditionFile>, Failure> {
    let failed = |error: edition_file::ReadError| Failure::new(error.to_string(), NEXT);
    edition_file::editions(&project::path("static/methodology"))
        .map_err(failed)?
        .iter()
        .map(|folder| edition_file::load(folder).map_err(failed))
        .collect()
}
