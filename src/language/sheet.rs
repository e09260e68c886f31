//! The text sheets: every text of the page and of the editions, a line each. Each
//! language has one sheet with what is needed before anything is drawn, the
//! strokes of the drawings among it, and one for the pages that come after the
//! first one.
//!
//! In the browser they are files of their own beside the wasm, which comes
//! quicker without them, and are [installed](install): first the one that the
//! reader needs at once, the others when the page is drawn.
//! On the host they are compiled in.

use super::Language;
use super::messages::{FIRST_COUNT, LATER_COUNT, Messages};
use std::ops::Range;
use std::sync::OnceLock;
use thiserror::Error;

// The first line of the sheets of each part that were built with this code, how
// many lines they have, and how many of a first one are drawings, at its end.
include!(concat!(env!("OUT_DIR"), "/sheet.rs"));

/// How many of the editions' texts are in the first sheet.
const FIRST_EDITION_TEXTS: usize = LINES[0] - 1 - FIRST_COUNT - DRAWINGS;

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

struct First {
    messages: Messages,
    /// The editions' texts, at their numbers, and the drawings after them.
    others: Vec<&'static str>,
}

impl First {
    /// Reads a sheet. A line that is not there is empty.
    fn of(language: Language, text: &'static str) -> Self {
        let mut lines = text.split('\n').skip(1);
        let mut texts = Box::new([""; FIRST_COUNT]);
        for text in texts.iter_mut() {
            *text = lines.next().unwrap_or_default();
        }
        Self {
            messages: Messages::of(language, Box::leak(texts)),
            others: lines.collect(),
        }
    }
}

/// In the order of [`Language::ALL`].
static FIRST: [OnceLock<First>; 2] = [OnceLock::new(), OnceLock::new()];
static LATER: [OnceLock<Vec<&str>>; 2] = [OnceLock::new(), OnceLock::new()];

#[cfg(not(target_arch = "wasm32"))]
const BUILT_IN: [[&str; 2]; 2] = [
    [
        include_str!(concat!(env!("OUT_DIR"), "/first.zh-CN.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/first.en.txt")),
    ],
    [
        include_str!(concat!(env!("OUT_DIR"), "/later.zh-CN.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/later.en.txt")),
    ],
];
#[cfg(target_arch = "wasm32")]
const BUILT_IN: [[&str; 2]; 2] = [[""; 2]; 2];

/// Gives the page a sheet of texts in a language. They stay for as long as the
/// page does.
///
/// # Errors
/// [`SheetError`]; nothing has changed then.
pub fn install(language: Language, file: String) -> Result<(), SheetError> {
    let mut lines = file.split('\n');
    let fingerprint = lines.next().unwrap_or_default();
    let count = lines.count() + 1;
    let part = (0..2).find(|part| FINGERPRINTS[*part] == fingerprint && LINES[*part] == count);
    let place = language as usize;
    let is_new = match part {
        None => return Err(SheetError::OtherBuild),
        Some(0) => FIRST[place].set(First::of(language, file.leak())).is_ok(),
        Some(_) => LATER[place].set(later_lines_of(file.leak())).is_ok(),
    };
    is_new.then_some(()).ok_or(SheetError::Installed)
}

fn later_lines_of(text: &'static str) -> Vec<&'static str> {
    text.split('\n').skip(1).collect()
}

/// The sheet of a language; in the browser the other one until it has come.
fn here<Sheet>(
    places: &'static [OnceLock<Sheet>; 2],
    part: usize,
    language: Language,
    read: impl FnOnce(&'static str) -> Sheet,
) -> &'static Sheet {
    let place = &places[language as usize];
    let built_in = BUILT_IN[part][language as usize];
    let there = match place.get() {
        None if built_in.is_empty() => places[language.other() as usize].get(),
        there => there,
    };
    there.unwrap_or_else(|| place.get_or_init(|| read(built_in)))
}

fn first(language: Language) -> &'static First {
    here(&FIRST, 0, language, |text| First::of(language, text))
}

fn later(language: Language) -> &'static [&'static str] {
    here::<Vec<_>>(&LATER, 1, language, later_lines_of)
}

/// The texts in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    &first(language).messages
}

/// A line of the later sheet. Only pages that come with it ask for one.
pub(super) fn later_line(language: Language, line: usize) -> &'static str {
    later(language).get(line).copied().unwrap_or_default()
}

/// Lines of the later sheet that belong together.
pub(super) fn later_lines(language: Language, lines: Range<usize>) -> &'static [&'static str] {
    later(language).get(lines).unwrap_or_default()
}

/// A text of the editions, by its number.
pub(crate) fn edition_text(number: u16, language: Language) -> &'static str {
    let number = usize::from(number);
    match number.checked_sub(FIRST_EDITION_TEXTS) {
        None => first(language)
            .others
            .get(number)
            .copied()
            .unwrap_or_default(),
        Some(number) => later_line(language, LATER_COUNT + number),
    }
}

/// The strokes of the page's drawing of a name. They are alike in every sheet.
#[cfg(any(feature = "app", test))]
pub(crate) fn drawing(name: &str) -> Option<&'static str> {
    let lines = &first(Language::default()).others;
    let drawings = lines.get(FIRST_EDITION_TEXTS..).unwrap_or_default();
    let strokes = |line: &&'static str| line.strip_prefix(name)?.strip_prefix(' ');
    drawings.iter().find_map(strokes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::ActionId;

    #[test]
    fn sheets_of_another_build_are_refused() {
        for [_, english] in BUILT_IN {
            let (fingerprint, texts) = english.split_once('\n').unwrap_or_default();
            let (cut, _) = english.rsplit_once('\n').unwrap_or_default();
            let other = english.replacen(fingerprint, "0123456789abcdef", 1);
            let [other_part] = FINGERPRINTS
                .iter()
                .filter(|other| **other != fingerprint)
                .map(|other| [other, texts].join("\n"))
                .collect::<Vec<_>>()
                .try_into()
                .unwrap_or_default();
            for english in ["", fingerprint, cut, &other, &other_part] {
                let refused = install(Language::En, english.to_owned());
                assert_eq!(refused, Err(SheetError::OtherBuild), "{english:.40}");
            }
        }
    }

    #[test]
    fn texts_stay_what_they_are() {
        let texts = |language| {
            let messages = messages(language);
            [messages.today.title(), messages.settings.title()]
        };
        let english = texts(Language::En);
        for [chinese, _] in BUILT_IN {
            let again = install(Language::En, chinese.to_owned());
            assert_eq!(again, Err(SheetError::Installed));
        }
        assert_eq!(texts(Language::En), english);
        assert_ne!(texts(Language::ZhCn), english);
    }

    #[test]
    fn every_line_is_a_text() {
        for (files, lines) in BUILT_IN.into_iter().zip(LINES) {
            for file in files {
                assert_eq!(file.lines().count(), lines);
                assert!(file.lines().all(|line| !line.trim().is_empty()));
            }
        }
    }

    #[test]
    fn the_editions_texts_go_on_from_sheet_to_sheet() {
        let [first, later] = BUILT_IN.map(|[_, english]| english.lines().collect::<Vec<_>>());
        let count = FIRST_EDITION_TEXTS + LINES[1] - 1 - LATER_COUNT;
        let texts: Vec<&str> = (0..u16::try_from(count + 1).unwrap_or_default())
            .map(|number| edition_text(number, Language::En))
            .collect();
        assert_eq!(texts[0], first[1 + FIRST_COUNT]);
        let drawn = first.len() - DRAWINGS;
        assert_eq!(texts[FIRST_EDITION_TEXTS - 1], first[drawn - 1]);
        assert_eq!(texts[FIRST_EDITION_TEXTS], later[1 + LATER_COUNT]);
        assert_eq!(texts[count - 1], later[later.len() - 1]);
        assert_eq!(texts[count], "");
    }

    #[test]
    fn actions_have_the_drawing_of_their_id() {
        let is_drawn = |id: &&str| drawing(id).is_some_and(|strokes| strokes.starts_with('M'));
        let ids = ActionId::all().map(ActionId::as_str);
        let others: Vec<&str> = ids
            .chain(["plus", "filter", "", "no", "plu", "plus M12"])
            .filter(|id| !is_drawn(id))
            .collect();
        // The first is shown with the leaf.
        assert_eq!(others, ["vegetarian-meal", "", "no", "plu", "plus M12"]);
    }
}
