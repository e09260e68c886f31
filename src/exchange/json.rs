//! JSON piece by piece, of a file that may be damaged or hostile: where an
//! entry is broken, the next one is still read, and what is wrong is data that
//! the page can word, with its place.
//!
//! A general parser gives up at the first fault, words it in English, and weighs
//! four times as much in the page.

use std::borrow::Cow;

use super::incoming::Reason;

/// The deepest that an item of a list is nested: an entry with its inputs.
const DEPTH_MAX: usize = 4;
/// How many times as many bytes as a file has are looked at in search of where
/// the next item begins. A sound file needs one.
const LOOKS_MAX: usize = 8;

/// Why a text is not the JSON that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// It ends too early.
    #[error("it is cut off")]
    Truncated,
    /// A sign stands where it cannot, or another kind of value is wanted.
    #[error("something stands where it cannot")]
    Unexpected,
    /// A text is not UTF-8, or has an escape that says no character.
    #[error("a text that says no characters")]
    NotText,
    /// It is nested more deeply than anything that is read.
    #[error("it is nested too deeply")]
    TooDeep,
    /// It is longer than anything that is read.
    #[error("it is too long")]
    TooLong,
}

/// The pieces of a JSON text, from the first on.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes have been read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The first byte of the next piece, which is not yet taken.
    pub(crate) fn peek(&mut self) -> Result<u8, JsonError> {
        self.at = after_blanks(self.bytes, self.at);
        let next = self.bytes.get(self.at);
        next.copied().ok_or(JsonError::Truncated)
    }

    /// Takes a sign.
    pub(crate) fn take(&mut self, sign: u8) -> Result<(), JsonError> {
        if self.peek()? != sign {
            return Err(JsonError::Unexpected);
        }
        self.at += 1;
        Ok(())
    }

    /// Makes sure that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), JsonError> {
        match self.peek() {
            Err(_) => Ok(()),
            Ok(_) => Err(JsonError::Unexpected),
        }
    }

    /// The key of the next member of an object whose bracket was taken, or
    /// `None` at its end. `is_first` is whether none was asked for yet.
    pub(crate) fn next_key(
        &mut self,
        is_first: &mut bool,
    ) -> Result<Option<Cow<'a, str>>, JsonError> {
        if self.peek()? == b'}' {
            self.at += 1;
            return Ok(None);
        }
        if !std::mem::take(is_first) {
            self.take(b',')?;
        }
        let key = self.text()?;
        self.take(b':')?;
        Ok(Some(key))
    }

    /// A text, borrowed where nothing in it is escaped.
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.take(b'"')?;
        let start = self.at;
        let mut text = String::new();
        let mut plain = start;
        loop {
            let byte = self.byte()?;
            match byte {
                b'"' => {
                    let last = utf8(&self.bytes[plain..self.at - 1])?;
                    if plain == start {
                        return Ok(Cow::Borrowed(last));
                    }
                    text.push_str(last);
                    return Ok(Cow::Owned(text));
                }
                b'\\' => {
                    text.push_str(utf8(&self.bytes[plain..self.at - 1])?);
                    text.push(self.escaped()?);
                    plain = self.at;
                }
                0..=0x1f => return Err(JsonError::Unexpected),
                _ => {}
            }
        }
    }

    /// A number, `true`, `false` or `null`, as it is written.
    pub(crate) fn word(&mut self) -> Result<&'a str, JsonError> {
        self.peek()?;
        let rest = &self.bytes[self.at..];
        let is_part =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let length = rest.iter().take_while(|byte| is_part(byte)).count();
        if length == 0 {
            return Err(JsonError::Unexpected);
        }
        self.at += length;
        utf8(&rest[..length])
    }

    fn byte(&mut self) -> Result<u8, JsonError> {
        let byte = self.bytes.get(self.at).ok_or(JsonError::Truncated)?;
        self.at += 1;
        Ok(*byte)
    }

    /// The character of an escape whose backslash was read.
    fn escaped(&mut self) -> Result<char, JsonError> {
        Ok(match self.byte()? {
            sign @ (b'"' | b'\\' | b'/') => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut units = [self.unit()?, 0];
                let mut count = 1;
                if matches!(units[0], 0xd800..=0xdbff) {
                    if (self.byte()?, self.byte()?) != (b'\\', b'u') {
                        return Err(JsonError::NotText);
                    }
                    units[1] = self.unit()?;
                    count = 2;
                }
                let character = char::decode_utf16(units.into_iter().take(count)).next();
                character.and_then(Result::ok).ok_or(JsonError::NotText)?
            }
            _ => return Err(JsonError::Unexpected),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, JsonError> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.byte()?).to_digit(16);
            let digit = digit.and_then(|digit| u16::try_from(digit).ok());
            unit = unit << 4 | digit.ok_or(JsonError::Unexpected)?;
        }
        Ok(unit)
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes).map_err(|_| JsonError::NotText)
}

/// Whether a word is a number without an exponent, as JSON writes it.
pub(super) fn is_decimal(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(decimals) && (whole == "0" || !whole.starts_with('0'))
}

/// The place of the first byte that is not blank.
pub(super) fn after_blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    at + rest.iter().take_while(is_blank).count()
}

/// A list in a file: an array of objects, or an object of texts.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// What its items begin with.
    pub(super) opening: u8,
    /// Its own last bracket.
    pub(super) close: u8,
    /// The longest item that is looked at, in bytes.
    pub(super) item_bytes_max: usize,
}

/// Takes the item at a place, or hears why there is none; whether it was good.
type TakeItem<'a> = dyn FnMut(usize, Result<&[u8], JsonError>) -> bool + 'a;

/// Reads an item into what the file becomes, or says why it is refused.
pub(super) type ReadItem<'a, S> = dyn FnMut(&mut S, &[u8]) -> Result<(), Reason> + 'a;

impl List {
    /// Takes a list with its first bracket from the pieces of a file. Each item
    /// is read from its bytes into `state`, or refused there with its place and
    /// the reason; the rest of the list is read all the same.
    ///
    /// # Errors
    ///
    /// There is no list, or the file ends before it does.
    pub(super) fn take<S: ?Sized>(
        self,
        bracket: u8,
        pieces: &mut Pieces<'_>,
        state: &mut S,
        read: &mut ReadItem<'_, S>,
        refuse: fn(&mut S, usize, Reason),
    ) -> Result<(), JsonError> {
        pieces.take(bracket)?;
        let end = self.each(pieces.bytes, pieces.at, &mut |at, item| {
            let result = item
                .map_err(Reason::from)
                .and_then(|item| read(state, item));
            let is_good = result.is_ok();
            if let Err(reason) = result {
                refuse(state, at, reason);
            }
            is_good
        });
        pieces.at = end.unwrap_or(pieces.bytes.len());
        end.map(drop).ok_or(JsonError::Truncated)
    }

    /// Goes through a list whose bracket was taken. Each item is given with its
    /// place, to be read and to say whether it was good; or, in its place, why
    /// there is none. After a bad one it goes on where a line begins as an item
    /// does.
    ///
    /// The place behind the list, or `None` where the file ends before the list
    /// does.
    fn each(self, bytes: &[u8], start: usize, take: &mut TakeItem<'_>) -> Option<usize> {
        let mut at = start;
        let mut budget = bytes.len().saturating_mul(LOOKS_MAX);
        loop {
            at = after_blanks(bytes, at);
            if *bytes.get(at)? == self.close {
                return Some(at + 1);
            }
            let next = match self.end_of_item(bytes, at) {
                Ok(end) => {
                    budget = budget.checked_sub(end - at)?;
                    let item = &bytes[at..end];
                    let is_good = take(at, Ok(item));
                    let next = match bytes[end] {
                        b',' => Some(end + 1),
                        sign if sign == self.close => Some(end),
                        _ => None,
                    };
                    // A bad one of several lines may have swallowed others.
                    next.filter(|_| is_good || !item.contains(&b'\n'))
                }
                Err((error, end)) => {
                    budget = budget.checked_sub(end - at)?;
                    take(at, Err(error));
                    None
                }
            };
            at = match next {
                Some(next) => next,
                None => self.next_line(bytes, at)?,
            };
        }
    }

    /// The place of the sign behind an item: a comma, or a bracket that is not
    /// of the item. Or why there is none, and how far was looked.
    fn end_of_item(self, bytes: &[u8], start: usize) -> Result<usize, (JsonError, usize)> {
        let most = bytes.len().min(start + self.item_bytes_max);
        let (mut depth, mut in_text) = (0_usize, false);
        let mut at = start;
        while at < most {
            match bytes[at] {
                b'\\' if in_text => at += 1,
                b'"' => in_text = !in_text,
                b'\n' if in_text => return Err((JsonError::Unexpected, at)),
                _ if in_text => {}
                b'{' | b'[' if depth == DEPTH_MAX => return Err((JsonError::TooDeep, at)),
                b'{' | b'[' => depth += 1,
                b',' | b'}' | b']' if depth == 0 => return Ok(at),
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            at += 1;
        }
        let is_cut = most == bytes.len();
        let error = if is_cut {
            JsonError::Truncated
        } else {
            JsonError::TooLong
        };
        Err((error, most))
    }

    /// The next place where a line begins as an item or as the end does.
    fn next_line(self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            at += 1 + bytes.get(at..)?.iter().position(|byte| *byte == b'\n')?;
            let begins = after_blanks(bytes, at);
            let first = *bytes.get(begins)?;
            if first == self.opening || first == self.close {
                return Some(begins);
            }
        }
    }
}

/// Writes a text as JSON has it.
pub(crate) fn write_text(output: &mut String, text: &str) {
    output.push('"');
    for character in text.chars() {
        match character {
            '"' => output.push_str("\\\""),
            '\\' => output.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                output.push_str("\\u00");
                for digit in [u32::from(character) >> 4, u32::from(character) & 15] {
                    output.extend(char::from_digit(digit, 16));
                }
            }
            other => output.push(other),
        }
    }
    output.push('"');
}

#[cfg(test)]
mod tests {
    use super::{JsonError, List, Pieces, is_decimal, write_text};

    const OBJECTS: List = List {
        opening: b'{',
        close: b']',
        item_bytes_max: 64,
    };

    #[track_caller]
    fn text(json: &str, expected: Result<&str, JsonError>) {
        let mut pieces = Pieces::new(json.as_bytes());
        let read = pieces.text();
        assert_eq!(read.as_deref(), expected.as_ref().copied());
        let of_the_library = serde_json::from_str::<String>(json);
        assert_eq!(of_the_library.is_ok(), expected.is_ok(), "{json}");
    }

    #[test]
    fn texts_are_read_as_any_other_program_reads_them() {
        text(r#""""#, Ok(""));
        text(r#" "8 km""#, Ok("8 km"));
        text(
            r#""a\"\\\/\b\f\n\r\t\u0041\u4e2dz""#,
            Ok("a\"\\/\u{8}\u{c}\n\r\tA中z"),
        );
        text(r#""\ud83d\ude0a""#, Ok("😊"));
        text(r#""\ud83d..""#, Err(JsonError::NotText));
        text(r#""\ud83d\u0041""#, Err(JsonError::NotText));
        text(r#""\ude0a""#, Err(JsonError::NotText));
        text(r#""\u00g0""#, Err(JsonError::Unexpected));
        text(r#""\x""#, Err(JsonError::Unexpected));
        text("\"a\nb\"", Err(JsonError::Unexpected));
        text(r#""a"#, Err(JsonError::Truncated));
        text("a", Err(JsonError::Unexpected));
        let mut pieces = Pieces::new(b"\"\xff\"");
        assert_eq!(pieces.text(), Err(JsonError::NotText));
    }

    #[test]
    fn what_is_written_is_read() {
        let all: String = (0..0x3000).filter_map(char::from_u32).collect();
        let mut json = String::new();
        write_text(&mut json, &all);
        text(&json, Ok(&all));
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), all);
    }

    #[test]
    fn numbers_are_written_one_way() {
        for number in ["0", "8", "8.50", "-0.1", "120"] {
            assert!(is_decimal(number), "{number}");
        }
        for other in [
            "", "-", "08", ".5", "5.", "1e3", "+1", "NaN", "1.2.3", "--1",
        ] {
            assert!(!is_decimal(other), "{other}");
        }
    }

    /// The items of a list, `!` in the place of each that is none, and `.` at
    /// its end. Good are those with a figure.
    fn items(json: &str) -> String {
        let mut said = String::new();
        let end = OBJECTS.each(json.as_bytes(), 0, &mut |_, item| {
            let item = item.ok().and_then(|item| std::str::from_utf8(item).ok());
            let good = item.and_then(|item| item.trim().strip_prefix('{')?.strip_suffix('}'));
            let is_good = good.is_some_and(|good| good.parse::<u32>().is_ok());
            said.push_str(if is_good {
                good.unwrap_or_default()
            } else {
                "!"
            });
            is_good
        });
        if end == Some(json.len()) {
            said.push('.');
        }
        said
    }

    #[test]
    fn a_broken_item_does_not_take_the_others_along() {
        assert_eq!(items("]"), ".");
        assert_eq!(items("{1},{2}]"), "12.");
        assert_eq!(items("\n{1},\n{2}\n]"), "12.");
        assert_eq!(items("{1},\n{x},\n{2}\n]"), "1!2.");
        assert_eq!(items("{1},{x},{2}]"), "1!2.");
        assert_eq!(items("{1},\n{\"x,\n{2}\n]"), "1!2.");
        assert_eq!(items("{1},\n{[{2},\n{3}\n]"), "1!3.");
        assert_eq!(items("{1},\n{x,\n{2}},\n{3}\n]"), "1!23.");
        assert_eq!(items("{1}\n{2},\n{3}\n]"), "!23.");
        assert_eq!(items("{1},\n}}}\n{2}\n]"), "1!2.");
        let long = format!("{{1}},\n{{{}}},\n{{2}}]", " ".repeat(70));
        assert_eq!(items(&long), "1!2.");
        let deep = format!("{{1}},\n{}7{},\n{{2}}]", "{".repeat(5), "}".repeat(5));
        assert_eq!(items(&deep), "1!2.");
    }

    #[test]
    fn many_broken_items_do_not_take_the_others_along() {
        let broken = "{\"x,\n{7},\n".repeat(100);
        assert_eq!(
            items(&format!("{broken}{{8}}]")),
            format!("{}8.", "!7".repeat(100))
        );
    }

    #[test]
    fn a_cut_off_list_gives_what_it_has() {
        assert_eq!(items("{1},{2}"), "1!");
        assert_eq!(items("{1},\n{2},\n{3"), "12!");
        assert_eq!(items("{1},"), "1");
        assert_eq!(items(""), "");
    }
}
