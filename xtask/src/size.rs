//! The size budget: what a phone has to fetch before the page works.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;
use crate::post_build::{later_files, local_files};
use crate::project;

/// Bytes of a kilobyte, as browsers and providers count it.
const KILOBYTE: u64 = 1000;

/// What is to be held, and where the build stops (docs/design.md, "Bytes").
pub struct Budget {
    what: &'static str,
    pub held: u64,
    refused: u64,
}

pub const FIRST_LOAD: Budget = Budget {
    what: "first load",
    held: 150 * KILOBYTE,
    refused: 200 * KILOBYTE,
};

pub const WASM: Budget = Budget {
    what: "wasm of the first load",
    held: 110 * KILOBYTE,
    refused: 140 * KILOBYTE,
};

/// Raw and compressed bytes of every file of the first load.
pub struct Sizes {
    pub files: Vec<FileSize>,
    /// What comes after the page is shown: the code of the later pages and the
    /// texts in the other language.
    rest: Vec<FileSize>,
}

/// A file as it is, and as it goes over the network.
pub struct FileSize {
    pub name: String,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

impl FileSize {
    fn is_wasm(&self) -> bool {
        Path::new(&self.name).extension() == Some("wasm".as_ref())
    }
}

/// Measures the built page.
pub fn measure() -> Result<Sizes, Failure> {
    let index = project::dist().join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| Failure::file(&index, &error))?;
    let mut names = vec!["index.html".to_owned()];
    names.extend(local_files(&page));
    let all = |names: Vec<String>| {
        names
            .into_iter()
            .map(size_of)
            .collect::<Result<_, Failure>>()
    };
    Ok(Sizes {
        files: all(names)?,
        rest: all(later_files(&page))?,
    })
}

fn size_of(name: String) -> Result<FileSize, Failure> {
    size_of_file(name.clone(), &project::dist().join(name))
}

/// The size of any file, under a name.
pub fn size_of_file(name: String, path: &Path) -> Result<FileSize, Failure> {
    let content = fs::read(path).map_err(|error| Failure::file(path, &error))?;
    Ok(FileSize {
        raw: count(&content),
        gzip: count(&gzip(&content)),
        brotli: count(&brotli(&content)),
        name,
    })
}

/// Compresses as hard as gzip can.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

/// Compresses as hard as brotli can.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    // Writing to memory cannot fail.
    let _ = writer.write_all(content);
    drop(writer);
    compressed
}

impl Sizes {
    /// Brotli bytes of all files.
    pub fn first_load(&self) -> u64 {
        self.files.iter().map(|file| file.brotli).sum()
    }

    /// Brotli bytes of the wasm.
    pub fn wasm(&self) -> u64 {
        self.files
            .iter()
            .filter(|file| file.is_wasm())
            .map(|file| file.brotli)
            .sum()
    }

    /// Fails over the budget; otherwise says how it stands.
    pub fn judge(&self) -> Result<String, Failure> {
        let first_load = FIRST_LOAD.judge(self.first_load())?;
        let wasm = WASM.judge(self.wasm())?;
        Ok(format!("{first_load}; {wasm}"))
    }
}

impl Budget {
    fn judge(&self, bytes: u64) -> Result<String, Failure> {
        let Self {
            what,
            held,
            refused,
        } = self;
        let (is, held, refused) = (kilobytes(bytes), kilobytes(*held), kilobytes(*refused));
        if bytes > self.refused {
            return Err(Failure::new(
                format!("{what} is {is}, over the {refused} where the build stops"),
                "See with `cargo xtask build` which file grew, and take out what it does not need.",
            ));
        }
        Ok(if bytes > self.held {
            format!("WARNING: {what} {is} is over {held}")
        } else {
            format!("{what} {is} of {held}")
        })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "       raw      brotli  file of the first load")?;
        rows(formatter, &self.files)?;
        let raw = self.files.iter().map(|file| file.raw).sum();
        let (raw, brotli) = (kilobytes(raw), kilobytes(self.first_load()));
        writeln!(formatter, "{raw:>10}  {brotli:>10}  in all")?;
        writeln!(formatter, "{:24}after the page is shown", "")?;
        rows(formatter, &self.rest)
    }
}

fn rows(formatter: &mut fmt::Formatter<'_>, files: &[FileSize]) -> fmt::Result {
    for FileSize {
        name, raw, brotli, ..
    } in files
    {
        let (raw, brotli) = (kilobytes(*raw), kilobytes(*brotli));
        writeln!(formatter, "{raw:>10}  {brotli:>10}  {name}")?;
    }
    Ok(())
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / KILOBYTE, bytes % KILOBYTE / 100)
}

fn count(content: &[u8]) -> u64 {
    u64::try_from(content.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: u64, refused: bool, warned: bool) {
        match FIRST_LOAD.judge(bytes) {
            Ok(note) => {
                assert!(!refused, "{note}");
                assert_eq!(note.contains("WARNING"), warned, "{note}");
            }
            Err(failure) => assert!(refused, "{failure}"),
        }
    }

    #[test]
    fn the_budget_warns_and_then_refuses() {
        case(150_000, false, false);
        case(150_001, false, true);
        case(200_000, false, true);
        case(200_001, true, true);
    }

    #[test]
    fn kilobytes_are_thousands() {
        assert_eq!(kilobytes(94_176), "94.1 kB");
    }

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "low carbon ".repeat(100);
        let compressed = brotli(text.as_bytes());
        assert!(compressed.len() < 60);
        let mut back = Vec::new();
        let read = brotli::BrotliDecompress(&mut compressed.as_slice(), &mut back);
        assert!(read.is_ok());
        assert_eq!(back, text.as_bytes());
    }
}
