//! The text sheets: every text of the page and of the editions, a line each,
//! one sheet a language.
//!
//! In the browser they are files of their own beside the wasm, which comes
//! quicker without them, and are [installed](install) before the page is drawn.
//! On the host they are compiled in.

use super::Language;
use super::messages::{COUNT, Messages};
use std::sync::OnceLock;
use thiserror::Error;

// The first line of the sheets that were built with this code, and how many
// lines they have.
include!(concat!(env!("OUT_DIR"), "/sheet.rs"));

/// Why a sheet was refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SheetError {
    /// It is cut short, or belongs to another build.
    #[error("the text sheet belongs to another build")]
    OtherBuild,
    /// There are texts already.
    #[error("there are texts already")]
    Installed,
}

struct Sheet {
    messages: Messages,
    /// The editions' texts, at their numbers.
    editions: Vec<&'static str>,
}

impl Sheet {
    /// Reads a sheet. A line that is not there is empty.
    fn of(text: &'static str) -> Self {
        let mut lines = text.split('\n').skip(1);
        let mut texts = Box::new([""; COUNT]);
        for text in texts.iter_mut() {
            *text = lines.next().unwrap_or_default();
        }
        Self {
            messages: Messages::of(Box::leak(texts)),
            editions: lines.collect(),
        }
    }
}

static SHEETS: OnceLock<[Sheet; 2]> = OnceLock::new();

#[cfg(not(target_arch = "wasm32"))]
const BUILT_IN: [&str; 2] = [
    include_str!(concat!(env!("OUT_DIR"), "/sheet.zh-CN.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/sheet.en.txt")),
];
#[cfg(target_arch = "wasm32")]
const BUILT_IN: [&str; 2] = [""; 2];

/// Gives the page its texts, in the order of [`Language::ALL`]. They stay for
/// as long as the page does.
///
/// # Errors
/// [`SheetError`]; nothing has changed then.
pub fn install(files: [String; 2]) -> Result<(), SheetError> {
    let is_ours = |file: &String| {
        let mut lines = file.split('\n');
        lines.next() == Some(FINGERPRINT) && lines.count() == LINES - 1
    };
    if !files.iter().all(is_ours) {
        return Err(SheetError::OtherBuild);
    }
    let sheets = files.map(|file| Sheet::of(file.leak()));
    SHEETS.set(sheets).map_err(|_| SheetError::Installed)
}

fn sheet(language: Language) -> &'static Sheet {
    &SHEETS.get_or_init(|| BUILT_IN.map(Sheet::of))[language as usize]
}

/// The texts in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    &sheet(language).messages
}

/// A text of the editions, by its number.
pub(crate) fn edition_text(number: u16, language: Language) -> &'static str {
    let texts = &sheet(language).editions;
    texts.get(usize::from(number)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_another_build_are_refused() {
        let [chinese, english] = BUILT_IN;
        let (cut, _) = english.rsplit_once('\n').unwrap_or_default();
        let other = english.replacen(FINGERPRINT, "0123456789abcdef", 1);
        for english in ["", FINGERPRINT, cut, &other] {
            let files = [chinese, english].map(str::to_owned);
            assert_eq!(install(files), Err(SheetError::OtherBuild), "{english:.40}");
        }
    }

    #[test]
    fn texts_stay_what_they_are() {
        let title = messages(Language::En).today.title();
        let again = install(BUILT_IN.map(str::to_owned));
        assert_eq!(again, Err(SheetError::Installed));
        assert_eq!(messages(Language::En).today.title(), title);
        assert_ne!(messages(Language::ZhCn).today.title(), title);
    }

    #[test]
    fn every_line_is_a_text() {
        for file in BUILT_IN {
            assert_eq!(file.lines().count(), LINES);
            assert!(file.lines().all(|line| !line.trim().is_empty()));
        }
    }
}
