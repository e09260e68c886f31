//! The files of a build, named after their content: a name never changes its meaning,
//! so a browser may keep such a file for ever.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// Hex digits of a content hash in a name, as many as Trunk's own.
const HASH_DIGITS: usize = 16;

/// A folder of built files.
pub struct Assets<'folder> {
    folder: &'folder Path,
}

impl<'folder> Assets<'folder> {
    pub fn new(folder: &'folder Path) -> Self {
        Self { folder }
    }

    pub fn read(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let path = self.path(name);
        fs::read(&path).map_err(|error| Failure::file(&path, &error))
    }

    pub fn read_text(&self, name: &str) -> Result<String, Failure> {
        let path = self.path(name);
        fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))
    }

    /// Writes a file under exactly this name.
    pub fn write_as(&self, name: &str, content: &[u8]) -> Result<(), Failure> {
        let path = self.path(name);
        fs::write(&path, content).map_err(|error| Failure::file(&path, &error))
    }

    /// Writes a file under `stem-hash.extension` and gives that name.
    pub fn write(&self, stem: &str, extension: &str, content: &[u8]) -> Result<String, Failure> {
        let name = hashed_name(stem, extension, content);
        self.write_as(&name, content)?;
        Ok(name)
    }

    /// Removes `old` and writes its new content under a name of its own.
    pub fn replace(&self, old: &str, stem: &str, content: &[u8]) -> Result<String, Failure> {
        self.remove(old)?;
        self.write(stem, extension(old), content)
    }

    /// Gives a file a name after its content.
    pub fn rename_by_content(&self, old: &str, stem: &str) -> Result<String, Failure> {
        let content = self.read(old)?;
        self.replace(old, stem, &content)
    }

    pub fn remove(&self, name: &str) -> Result<(), Failure> {
        let path = self.path(name);
        fs::remove_file(&path).map_err(|error| Failure::file(&path, &error))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn hashed_name(stem: &str, extension: &str, content: &[u8]) -> String {
    let hash = hash(content);
    format!("{stem}-{}.{extension}", &hash[..HASH_DIGITS])
}

/// SHA-256 in hex digits.
pub fn hash(content: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hash = String::new();
    for byte in Sha256::digest(content) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// Whether a name carries a content hash.
pub fn is_hashed(name: &str) -> bool {
    name.rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .is_some_and(|(_, hash)| {
            hash.len() == HASH_DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_content() {
        let one = hashed_name("a", "css", b"one");
        assert_eq!(one, hashed_name("a", "css", b"one"));
        assert_ne!(one, hashed_name("a", "css", b"two"));
        assert!(is_hashed(&one));
    }

    #[test]
    fn names_without_a_hash() {
        for name in [
            "index.html",
            "leaf.svg",
            "a-b.css",
            "a-0123.css",
            "a-0123456789abcdeg.css",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
        assert!(is_hashed("shell-0123456789abcdef.js"));
    }
}
