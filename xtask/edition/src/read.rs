//! Reads an edition from its folder.

use crate::schema::EditionFile;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Why an edition could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file or folder it happened at.
    pub path: PathBuf,
    /// What went wrong.
    pub reason: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for ReadError {}

fn at(path: &Path, reason: &dyn fmt::Display) -> ReadError {
    ReadError {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}

/// The folders of all editions below `methodology`, oldest id first.
///
/// # Errors
/// Where the folder cannot be listed.
pub fn editions(methodology: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut folders = listed(methodology)?;
    folders.retain(|path| path.is_dir());
    Ok(folders)
}

/// Joins the TOML files of an edition's folder, in the order of their names.
///
/// # Errors
/// Where a file cannot be read, is not TOML, or is not of the schema.
pub fn load(folder: &Path) -> Result<EditionFile, ReadError> {
    let mut joined = toml::Table::new();
    for path in listed(folder)? {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        let table: toml::Table = toml::from_str(&text).map_err(|error| at(&path, &error))?;
        for (key, value) in table {
            join(&mut joined, key, value).map_err(|reason| at(&path, &reason))?;
        }
    }
    EditionFile::deserialize_from(joined).map_err(|error| at(folder, &error))
}

impl EditionFile {
    fn deserialize_from(table: toml::Table) -> Result<Self, toml::de::Error> {
        table.try_into()
    }
}

/// Arrays of several files are joined; anything else may stand once.
fn join(into: &mut toml::Table, key: String, value: toml::Value) -> Result<(), String> {
    match (into.get_mut(&key), value) {
        (None, value) => {
            into.insert(key, value);
            Ok(())
        }
        (Some(toml::Value::Array(there)), toml::Value::Array(more)) => {
            there.extend(more);
            Ok(())
        }
        (Some(_), _) => Err(format!("`{key}` stands in another file already")),
    }
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut paths = fs::read_dir(folder)
        .map_err(|error| at(folder, &error))?
        .map(|item| {
            item.map(|item| item.path())
                .map_err(|error| at(folder, &error))
        })
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
