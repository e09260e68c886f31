//! A text sheet: every text of the page in one language, a line each. The first
//! line is the fingerprint of all sheets of a build.

use std::fmt::Write as _;

/// The sheets of a build.
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
    pub fn of(texts: [&[&str]; 2]) -> Self {
        let fingerprint = fingerprint(texts.concat());
        let files = texts.map(|texts| [&[fingerprint.as_str()], texts].concat().join("\n"));
        Self {
            files,
            fingerprint,
            lines: texts[0].len() + 1,
        }
    }

    /// What the app knows its sheets by.
    #[must_use]
    pub fn to_rust(&self) -> String {
        let mut rust = String::new();
        let (fingerprint, lines) = (&self.fingerprint, self.lines);
        let _ = writeln!(rust, "const FINGERPRINT: &str = {fingerprint:?};");
        let _ = writeln!(rust, "const LINES: usize = {lines};");
        rust
    }
}

/// FNV-1a over all texts and their ends: tells builds apart, secures nothing.
fn fingerprint(texts: Vec<&str>) -> String {
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
    use super::Sheets;

    #[test]
    fn a_sheet_is_its_fingerprint_and_its_texts() {
        let sheets = Sheets::of([&["甲", "乙"], &["a", "b"]]);
        let [zh, en] = &sheets.files;
        assert_eq!(zh, &format!("{}\n甲\n乙", sheets.fingerprint));
        assert_eq!(en, &format!("{}\na\nb", sheets.fingerprint));
        assert!(sheets.to_rust().contains("LINES: usize = 3;"));
    }

    #[test]
    fn every_text_tells_in_the_fingerprint() {
        let of = |texts: [&[&str]; 2]| Sheets::of(texts).fingerprint;
        let one = of([&["ab", "c"], &["d"]]);
        assert_ne!(one, of([&["a", "bc"], &["d"]]));
        assert_ne!(one, of([&["ab", "c"], &["e"]]));
        assert_ne!(one, of([&["c", "ab"], &["d"]]));
    }
}
