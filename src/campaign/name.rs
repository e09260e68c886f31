//! What an organiser typed: the name of a campaign, a place, a group. Strangers
//! read it, so it passes one door.

use crate::account::{Note, NoteError};
use crate::language::Language;

/// A short text in Chinese, English or both. Where it is wanted in the language
/// that it is not given in, the other is shown.
///
/// ```
/// use carbon_inclusion::campaign::Name;
/// use carbon_inclusion::language::Language;
///
/// let name = Name::new([" 六五环境日 ", ""])?;
/// let said = name.as_ref().map(|name| name.said(Language::En));
/// assert_eq!(said, Some(("六五环境日", Language::ZhCn)));
/// assert_eq!(Name::new(["", " "])?, None);
/// # Ok::<(), carbon_inclusion::account::NoteError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// In the order of [`Language::ALL`], at least one.
    texts: [Option<Note>; 2],
}

impl Name {
    /// The most characters in one language.
    pub const CHARACTERS_MAX: usize = 60;

    /// Checks texts in the order of [`Language::ALL`]; `None` where neither says
    /// anything. Blanks around them are left out.
    ///
    /// # Errors
    ///
    /// What is wrong with the first that is wrong: longer than
    /// [`Self::CHARACTERS_MAX`], or with characters that cannot be seen or turn
    /// the direction of what is around them.
    pub fn new(texts: [&str; 2]) -> Result<Option<Self>, NoteError> {
        let [zh, en] = texts.map(checked);
        let texts = [zh?, en?];
        let is_given = texts.iter().any(Option::is_some);
        Ok(is_given.then_some(Self { texts }))
    }

    /// The text in a language, `None` where it is not given in that.
    #[must_use]
    pub fn given(&self, language: Language) -> Option<&str> {
        self.texts[language as usize].as_ref().map(Note::as_str)
    }

    /// The text for a reader of a language, and the language that it is in.
    #[must_use]
    pub fn said(&self, language: Language) -> (&str, Language) {
        let other = language.other();
        match self.given(language) {
            Some(text) => (text, language),
            None => (self.given(other).unwrap_or_default(), other),
        }
    }

    /// The text for a reader of a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        self.said(language).0
    }
}

fn checked(text: &str) -> Result<Option<Note>, NoteError> {
    let note = Note::new(text)?;
    let characters = note
        .as_ref()
        .map_or(0, |note| note.as_str().chars().count());
    if characters > Name::CHARACTERS_MAX {
        return Err(NoteError::TooLong { characters });
    }
    Ok(note)
}

#[cfg(test)]
mod tests {
    use super::{Language, Name, NoteError};

    #[test]
    fn each_reader_gets_what_there_is() {
        let name = |texts| Name::new(texts).expect("good texts").expect("a text");
        let both = name(["低碳日", "Low-Carbon Day"]);
        assert_eq!(both.in_language(Language::ZhCn), "低碳日");
        assert_eq!(both.in_language(Language::En), "Low-Carbon Day");
        let one = name(["", "Class 2"]);
        assert_eq!(one.said(Language::ZhCn), ("Class 2", Language::En));
        assert_eq!(one.given(Language::ZhCn), None);
    }

    #[test]
    fn what_strangers_should_not_read_is_refused() {
        let most = "环".repeat(60);
        assert!(Name::new([&most, &most]).is_ok());
        let error = NoteError::TooLong { characters: 61 };
        assert_eq!(Name::new(["", &"环".repeat(61)]), Err(error));
        for character in ['\u{202e}', '\n', '\u{200b}'] {
            let text = ["a", &character.to_string(), "b"].concat();
            let error = NoteError::Forbidden(character);
            assert_eq!(Name::new([&text, ""]), Err(error));
        }
    }
}
