//! The texts of the editions, in both languages.
//!
//! A text is its number among the lines of a sheet: a pointer and a length for
//! each weigh as much in the page as the texts do.

use crate::language::{Language, edition_text};

/// A text of an edition, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) u16);

impl Text {
    /// The text in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        edition_text(self.0, language)
    }
}
