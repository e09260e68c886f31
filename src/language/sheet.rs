//! The text sheets: every text of the page and of the editions, a line each,
//! one sheet a language. The one in the other language comes after the page is
//! drawn.
//!
//! In the browser they are files of their own beside the wasm, which comes
//! quicker without them, and are [installed](install).
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

/// In the order of [`Language::ALL`].
static SHEETS: [OnceLock<Sheet>; 2] = [OnceLock::new(), OnceLock::new()];

#[cfg(not(target_arch = "wasm32"))]
const BUILT_IN: [&str; 2] = [
    include_str!(concat!(env!("OUT_DIR"), "/sheet.zh-CN.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/sheet.en.txt")),
];
#[cfg(target_arch = "wasm32")]
const BUILT_IN: [&str; 2] = [""; 2];

/// Gives the page its texts in a language. They stay for as long as the page
/// does.
///
/// # Errors
/// [`SheetError`]; nothing has changed then.
pub fn install(language: Language, file: String) -> Result<(), SheetError> {
    let mut lines = file.split('\n');
    if lines.next() != Some(FINGERPRINT) || lines.count() != LINES - 1 {
        return Err(SheetError::OtherBuild);
    }
    let sheet = Sheet::of(file.leak());
    let place = &SHEETS[language as usize];
    place.set(sheet).map_err(|_| SheetError::Installed)
}

/// The sheet of a language; in the browser the other one until it has come.
fn sheet(language: Language) -> &'static Sheet {
    let place = &SHEETS[language as usize];
    let built_in = BUILT_IN[language as usize];
    let there = match place.get() {
        None if built_in.is_empty() => SHEETS[language.other() as usize].get(),
        there => there,
    };
    there.unwrap_or_else(|| place.get_or_init(|| Sheet::of(built_in)))
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
        let [_, english] = BUILT_IN;
        let (cut, _) = english.rsplit_once('\n').unwrap_or_default();
        let other = english.replacen(FINGERPRINT, "0123456789abcdef", 1);
        for english in ["", FINGERPRINT, cut, &other] {
            let refused = install(Language::En, english.to_owned());
            assert_eq!(refused, Err(SheetError::OtherBuild), "{english:.40}");
        }
    }

    #[test]
    fn texts_stay_what_they_are() {
        let title = messages(Language::En).today.title();
        let again = install(Language::En, BUILT_IN[0].to_owned());
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
