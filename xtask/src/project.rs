//! Where things are: every path of the project that a step needs.

use std::path::{Path, PathBuf};

/// The project's folder, found from where this program was compiled.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A file or folder of the project.
pub fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// The built page.
pub fn dist() -> PathBuf {
    path("dist")
}

/// What the set-up installs; git ignores it, and deleting it only costs time.
pub fn tools() -> PathBuf {
    path(".tools")
}
