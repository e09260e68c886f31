//! The built page in memory, compressed once.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::size::{brotli, gzip};

/// All files of the page by their path from its folder.
pub struct Site {
    /// Where the page lies; begins and ends with a slash.
    pub base: String,
    files: HashMap<String, Served>,
}

/// A file as it is and as it travels.
pub struct Served {
    pub content_type: &'static str,
    pub plain: Vec<u8>,
    /// Brotli and gzip, where they are smaller.
    pub brotli: Option<Vec<u8>>,
    pub gzip: Option<Vec<u8>>,
}

impl Site {
    /// Reads a folder. Only what it holds now is ever served.
    pub fn read(folder: &Path, base: &str) -> Result<Self, Failure> {
        let mut files = HashMap::new();
        if !folder.join("index.html").is_file() {
            return Err(Failure::new(
                format!("there is no page in {}", folder.display()),
                "Run `cargo xtask build` first.",
            ));
        }
        add(folder, "", &mut files)?;
        Ok(Self {
            base: base.into(),
            files,
        })
    }

    /// A page of these files, for tests.
    #[cfg(test)]
    pub fn of(base: &str, files: &[(&str, &str)]) -> Self {
        Self {
            base: base.into(),
            files: files
                .iter()
                .map(|(name, text)| ((*name).into(), Served::new(name, text.as_bytes().to_vec())))
                .collect(),
        }
    }

    pub fn file(&self, name: &str) -> Option<&Served> {
        self.files.get(name)
    }
}

impl Served {
    fn new(name: &str, plain: Vec<u8>) -> Self {
        let smaller = |compressed: Vec<u8>| (compressed.len() < plain.len()).then_some(compressed);
        Self {
            content_type: content_type(name),
            brotli: smaller(brotli(&plain)),
            gzip: smaller(gzip(&plain)),
            plain,
        }
    }
}

fn add(folder: &Path, prefix: &str, files: &mut HashMap<String, Served>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::file(folder, &error))?;
        let own_name = entry.file_name();
        let own_name = own_name.to_string_lossy();
        // Trunk's staging folder, left by a build that failed.
        if own_name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{own_name}");
        let path = entry.path();
        if path.is_dir() {
            add(&path, &format!("{name}/"), files)?;
        } else {
            let content = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
            files.insert(name.clone(), Served::new(&name, content));
        }
    }
    Ok(())
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        assert_eq!(content_type("a-b.wasm"), "application/wasm");
        assert_eq!(content_type("methodology/x.csv"), "text/csv; charset=utf-8");
        assert_eq!(content_type("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn what_does_not_shrink_stays() {
        let short = Served::new("a.txt", b"a".to_vec());
        assert!(short.brotli.is_none() && short.gzip.is_none());
        let long = Served::new("a.txt", b"a".repeat(500));
        assert!(long.brotli.is_some() && long.gzip.is_some());
    }
}
