//! Texts that a spreadsheet could take for a formula, made inert in a way that
//! can be taken back off.
//!
//! A text gets an apostrophe where it would begin a formula, also behind a
//! separator, because a spreadsheet may split at another one than the file's. A
//! text that has such an apostrophe already gets another one: what was written
//! is read back to the letter.

/// What a spreadsheet may split cells at, and what ends its rows.
const SEPARATORS: [char; 6] = [',', ';', '\t', '\r', '\n', '|'];

/// The text as it may stand in a cell.
pub(super) fn inert(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    for (part, separator) in parts(text) {
        if is_active(part, separator) {
            cell.push('\'');
        }
        cell.push_str(part);
        cell.extend(separator);
    }
    cell
}

/// The text that a cell was made of.
pub(super) fn active(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for (part, separator) in parts(cell) {
        let bare = part.strip_prefix('\'');
        let bare = bare.filter(|bare| is_active(bare, separator));
        text.push_str(bare.unwrap_or(part));
        text.extend(separator);
    }
    text
}

/// The parts between separators, each with the one behind it.
fn parts(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    text.split_inclusive(SEPARATORS).map(|part| {
        let separator = part.chars().next_back();
        let separator = separator.filter(|last| SEPARATORS.contains(last));
        let end = part.len() - separator.map_or(0, char::len_utf8);
        (&part[..end], separator)
    })
}

/// Whether a spreadsheet may take a part for the beginning of a formula: behind
/// whatever it may overlook stands a sign of one, or nothing but a tab or the
/// end of a line. An apostrophe at the beginning would be taken for ours.
fn is_active(part: &str, separator: Option<char>) -> bool {
    if part.starts_with('\'') {
        return true;
    }
    match part.chars().find(|character| !is_overlooked(*character)) {
        Some(first) => matches!(
            first,
            '=' | '+'
                | '-'
                | '@'
                | '＝'
                | '＋'
                | '－'
                | '＠'
                | '\u{2212}'
                | '﹢'
                | '﹣'
                | '﹦'
                | '﹫'
        ),
        None => matches!(separator, Some('\t' | '\r' | '\n')),
    }
}

fn is_overlooked(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '＂' | '＇' | '\u{ad}' | '\u{34f}'
            | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
        )
}

#[cfg(test)]
mod tests {
    use super::{active, inert};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(inert(text), expected);
        assert_eq!(active(expected), text);
    }

    #[test]
    fn no_text_begins_a_formula() {
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−"] {
            for before in [
                "",
                " ",
                "\u{3000}",
                "\u{200b}",
                "\"",
                "“",
                "\u{feff} ",
                "\u{202e}",
            ] {
                let text = format!("{before}{sign}cmd|' /C calc'!A0");
                assert!(inert(&text).starts_with('\''), "{text:?}");
                assert_eq!(active(&inert(&text)), text);
            }
        }
        case("-5", "'-5");
        case("=1+1", "'=1+1");
        case("a,=1+1;-2|@x", "a,'=1+1;'-2|'@x");
        case("\t=1", "'\t'=1");
        case("\n", "'\n");
        case("\rx", "'\rx");
    }

    #[test]
    fn plain_texts_stay_as_they_are() {
        for plain in ["", "上班", "8 km - 9 km", "a=b", "a, b", "5", "🚲 = 好"] {
            case(plain, plain);
        }
    }

    #[test]
    fn an_apostrophe_of_somebody_else_stays() {
        case("'=1", "''=1");
        case("'x", "''x");
        case("''", "'''");
        assert_eq!(active("'tis"), "'tis");
        assert_eq!(active("5'-6'"), "5'-6'");
    }
}
