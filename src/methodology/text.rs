//! The texts of the editions, in both languages.
//!
//! They are kept as one string a language, and a text is its number there: a
//! pointer and a length for each weigh as much in the page as the texts do.

use super::edition::{TEXTS_EN, TEXTS_ZH};
use crate::language::Language;

/// A text of an edition, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) u16);

impl Text {
    /// The text in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::ZhCn => TEXTS_ZH.get(self.0),
            Language::En => TEXTS_EN.get(self.0),
        }
    }
}

/// All texts in one language, a line each.
pub(super) struct Texts {
    /// Every so many lines it is known where one starts.
    pub(super) stride: u16,
    pub(super) starts: &'static [u32],
    pub(super) lines: &'static str,
}

impl Texts {
    fn get(&self, number: u16) -> &'static str {
        let (step, further) = (number / self.stride, number % self.stride);
        let start = self
            .starts
            .get(usize::from(step))
            .map_or(0, |start| *start as usize);
        let rest = self.lines.get(start..).unwrap_or_default();
        rest.split('\n').nth(further.into()).unwrap_or_default()
    }
}
