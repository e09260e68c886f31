//! Where things are: every path of the project that a step needs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The project's folder, found from where this program was compiled.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A file or folder of the project.
pub fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// What a file of the project says.
pub fn read_text(inside: &str) -> Result<String, Failure> {
    let path = path(inside);
    fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))
}

/// The files of a folder of the project, in the order of their names.
pub fn files_in(inside: &str) -> Result<Vec<String>, Failure> {
    let folder = path(inside);
    let failed = |error| Failure::file(&folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        names.push([inside, "/", &name.to_string_lossy()].concat());
    }
    names.sort();
    Ok(names)
}

/// The built page.
pub fn dist() -> PathBuf {
    path("dist")
}

/// The page with a made-up newer edition in it, for the tests of what happens
/// when one comes.
pub fn rehearsal() -> PathBuf {
    path("target/rehearsal/page")
}

/// What the set-up installs; git ignores it, and deleting it only costs time.
pub fn tools() -> PathBuf {
    path(".tools")
}
