//! The remark that a user may leave with an entry, kept harmless: it is shown,
//! stored and exported, so nothing invisible gets in.

/// Why a text is no [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// More than [`Note::CHARACTERS_MAX`] characters.
    #[error("{characters} characters")]
    TooLong {
        /// How many there are.
        characters: usize,
    },
    /// A control character, or one that is invisible or turns the direction of
    /// what is around it.
    #[error("forbidden character U+{:04X}", u32::from(*.0))]
    Forbidden(char),
}

/// A remark on one line: not empty, without blanks around it.
///
/// ```
/// use carbon_inclusion::account::{Note, NoteError};
///
/// let note = Note::new("  送孩子上学 ")?;
/// assert_eq!(note.as_ref().map(Note::as_str), Some("送孩子上学"));
/// assert_eq!(Note::new("   ")?, None);
/// assert_eq!(Note::new("a\u{202e}b"), Err(NoteError::Forbidden('\u{202e}')));
/// # Ok::<(), NoteError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(Box<str>);

impl Note {
    /// The most characters.
    pub const CHARACTERS_MAX: usize = 200;

    /// Checks a remark; `None` where it says nothing.
    ///
    /// # Errors
    ///
    /// Each [`NoteError`] says what is wrong with it.
    pub fn new(text: &str) -> Result<Option<Self>, NoteError> {
        let text = text.trim();
        let characters = text.chars().count();
        if characters > Self::CHARACTERS_MAX {
            return Err(NoteError::TooLong { characters });
        }
        let mut before = None;
        let mut rest = text.chars();
        while let Some(character) = rest.next() {
            if is_forbidden(character) && !joins_emoji(before, character, rest.clone().next()) {
                return Err(NoteError::Forbidden(character));
            }
            before = Some(character);
        }
        Ok((!text.is_empty()).then(|| Self(text.into())))
    }

    /// The remark.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

/// The most characters of a name.
const NAME_CHARACTERS_MAX: usize = 20;

/// A name without blanks around it, as long as a row of a phone; `None` where it
/// is longer than 20 characters or has any that cannot be seen.
#[must_use]
pub fn name_of(text: &str) -> Option<String> {
    let name = Note::new(text).ok()?;
    let name = name.as_ref().map_or("", Note::as_str);
    (name.chars().count() <= NAME_CHARACTERS_MAX).then(|| name.to_owned())
}

/// Whether a character is the one that makes a family of three emoji people: it
/// hides nothing there, and keyboards write it unasked.
fn joins_emoji(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is_emoji = |neighbour: Option<char>| {
        matches!(
            neighbour,
            Some('\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        )
    };
    character == '\u{200d}' && is_emoji(before) && is_emoji(after)
}

/// Characters that cannot be seen, end a line or turn its direction.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Note, NoteError};

    #[track_caller]
    fn keeps(text: &str, expected: &str) {
        let note = Note::new(text).expect("no forbidden character");
        assert_eq!(note.as_ref().map(Note::as_str), Some(expected));
    }

    #[track_caller]
    fn forbids(text: &str, character: char) {
        assert_eq!(Note::new(text), Err(NoteError::Forbidden(character)));
    }

    #[test]
    fn blanks_around_it_are_left_out() {
        keeps("\u{3000} 上班 \t", "上班");
        assert_eq!(Note::new(" \n "), Ok(None));
        assert_eq!(Note::new(""), Ok(None));
    }

    #[test]
    fn what_people_type_is_kept() {
        keeps("8 km | 带 \\ “引号” & <b>", "8 km | 带 \\ “引号” & <b>");
        keeps(
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{200d}🔥",
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{200d}🔥",
        );
    }

    #[test]
    fn nothing_hidden_gets_in() {
        forbids("a\nb", '\n');
        forbids("a\tb", '\t');
        forbids("a\0b", '\0');
        forbids("a\u{85}b", '\u{85}');
        forbids("\u{202e}abc", '\u{202e}');
        forbids("a\u{2066}b", '\u{2066}');
        forbids("a\u{200b}b", '\u{200b}');
        forbids("a\u{feff}b", '\u{feff}');
        forbids("a\u{2028}b", '\u{2028}');
        forbids("密\u{200d}码", '\u{200d}');
        forbids("👧\u{200d}码", '\u{200d}');
        forbids("x\u{200d}👧", '\u{200d}');
        forbids("🏴\u{e0067}", '\u{e0067}');
    }

    #[test]
    fn two_hundred_characters_are_the_most() {
        let most = "环".repeat(200);
        keeps(&most, &most);
        let more = "环".repeat(201);
        assert_eq!(
            Note::new(&more),
            Err(NoteError::TooLong { characters: 201 })
        );
    }
}
