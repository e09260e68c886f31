//! A text sheet: the texts of the page in one language and for one part of the
//! load, a line each. The first line is the fingerprint of that part of a build.

use crate::Part;
use std::fmt::Write as _;

/// The sheets of a part of the load.
#[derive(Debug)]
pub struct Sheets {
    /// In the order of [`crate::LANGUAGES`].
    pub files: [String; 2],
    fingerprint: String,
    lines: usize,
}

impl Sheets {
    /// The sheets of these texts, of which there are as many in each language.
    #[must_use]
    pub fn of(part: Part, texts: [&[&str]; 2]) -> Self {
        let fingerprint = fingerprint(&[&[part.folder()], texts[0], texts[1]].concat());
        let files = texts.map(|texts| [&[fingerprint.as_str()], texts].concat().join("\n"));
        Self {
            files,
            fingerprint,
            lines: texts[0].len() + 1,
        }
    }
}

/// What the app knows the sheets of each part by, and how many lines of a first
/// one are drawings.
#[must_use]
pub fn to_rust(sheets: &[Sheets; 2], drawings: usize) -> String {
    let mut rust = String::new();
    let fingerprints = sheets.each_ref().map(|sheets| &sheets.fingerprint);
    let lines = sheets.each_ref().map(|sheets| sheets.lines);
    let _ = writeln!(rust, "const FINGERPRINTS: [&str; 2] = {fingerprints:?};");
    let _ = writeln!(rust, "const LINES: [usize; 2] = {lines:?};");
    let _ = writeln!(rust, "const DRAWINGS: usize = {drawings};");
    rust
}

/// FNV-1a over all texts and their ends: tells builds apart, secures nothing.
fn fingerprint(texts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        for byte in text.bytes().chain([b'\n']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_its_fingerprint_and_its_texts() {
        let sheets = Part::ALL.map(|part| Sheets::of(part, [&["甲", "乙"], &["a", "b"]]));
        for Sheets {
            files, fingerprint, ..
        } in &sheets
        {
            let [zh, en] = files;
            assert_eq!(zh, &format!("{fingerprint}\n甲\n乙"));
            assert_eq!(en, &format!("{fingerprint}\na\nb"));
        }
        let rust = to_rust(&sheets, 1);
        assert!(rust.contains("LINES: [usize; 2] = [3, 3];"));
        assert!(rust.contains("DRAWINGS: usize = 1;"));
    }

    #[test]
    fn every_text_and_the_part_tell_in_the_fingerprint() {
        let of = |part, texts: [&[&str]; 2]| Sheets::of(part, texts).fingerprint;
        let one = of(Part::First, [&["ab", "c"], &["d"]]);
        assert_ne!(one, of(Part::Later, [&["ab", "c"], &["d"]]));
        assert_ne!(one, of(Part::First, [&["a", "bc"], &["d"]]));
        assert_ne!(one, of(Part::First, [&["ab", "c"], &["e"]]));
        assert_ne!(one, of(Part::First, [&["c", "ab"], &["d"]]));
    }
}
