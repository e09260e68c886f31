//! Rows of cells as RFC 4180 has them: a cell with a separator, a quote or the
//! end of a line in it stands in quotes, and a quote in it is doubled.

use std::borrow::Cow;

/// The longest row that is looked at, in bytes.
const ROW_BYTES_MAX: usize = 16 * 1024;
/// The most cells of a row.
const CELLS_MAX: usize = 200;

/// Why a row is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    /// A cell in quotes does not end, or not where its quotes do.
    #[error("a quote does not end its cell")]
    Quote,
    /// It is longer than anything that is read.
    #[error("the row is too long")]
    TooLong,
}

/// The rows of a text from the first on, each with its place.
#[derive(Clone, Debug)]
pub(super) struct Rows<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
}

/// A row and the place it begins at.
type Placed<'a> = (usize, Result<Vec<Cow<'a, str>>, RowError>);

impl<'a> Rows<'a> {
    pub(super) const fn new(text: &'a str, at: usize, separator: u8) -> Self {
        Self {
            text,
            at,
            separator,
        }
    }

    /// Reads the cells of the row that begins here, and goes behind it.
    fn row(&mut self) -> Result<Vec<Cow<'a, str>>, RowError> {
        let start = self.at;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell(start)?);
            if cells.len() > CELLS_MAX {
                return Err(RowError::TooLong);
            }
            match self.text.as_bytes().get(self.at) {
                Some(byte) if *byte == self.separator => self.at += 1,
                Some(b'\r') if self.text.as_bytes().get(self.at + 1) == Some(&b'\n') => {
                    self.at += 2;
                    return Ok(cells);
                }
                Some(_) => {
                    self.at += 1;
                    return Ok(cells);
                }
                None => return Ok(cells),
            }
        }
    }

    /// A cell of the row that begins at `start`; behind it stands a separator or
    /// the end of a line or of the text.
    fn cell(&mut self, start: usize) -> Result<Cow<'a, str>, RowError> {
        let bytes = self.text.as_bytes();
        let most = bytes.len().min(start.saturating_add(ROW_BYTES_MAX));
        let is_end = |byte: u8| byte == self.separator || matches!(byte, b'\r' | b'\n');
        let find = |from: usize, is_it: &dyn Fn(u8) -> bool| {
            let rest = bytes.get(from..most).unwrap_or_default();
            let place = rest.iter().position(|byte| is_it(*byte));
            place.map(|place| from + place)
        };
        if bytes.get(self.at) != Some(&b'"') {
            let end = match find(self.at, &is_end) {
                Some(end) => end,
                None if most == bytes.len() => most,
                None => return Err(RowError::TooLong),
            };
            let cell = &self.text[self.at..end];
            self.at = end;
            return Ok(Cow::Borrowed(cell));
        }
        let mut from = self.at + 1;
        let mut cell = Cow::Borrowed("");
        loop {
            let quote = find(from, &|byte| byte == b'"').ok_or(if most == bytes.len() {
                RowError::Quote
            } else {
                RowError::TooLong
            })?;
            cell += &self.text[from..quote];
            from = quote + 1;
            match bytes.get(from) {
                Some(b'"') => {
                    cell += "\"";
                    from += 1;
                }
                Some(byte) if !is_end(*byte) => return Err(RowError::Quote),
                _ => {
                    self.at = from;
                    return Ok(cell);
                }
            }
        }
    }
}

/// After a row that is none it goes on with the next line.
impl<'a> Iterator for Rows<'a> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let row = self.row();
        if row.is_err() {
            let rest = &self.text.as_bytes()[start..];
            let end = rest.iter().position(|byte| *byte == b'\n');
            self.at = end.map_or(self.text.len(), |end| start + end + 1);
        }
        Some((start, row))
    }
}

/// Writes a cell, in quotes where it needs them.
pub(super) fn write_cell(output: &mut String, cell: &str) {
    let needs_quotes = cell.contains([',', ';', '\t', '"', '\r', '\n'])
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace);
    if !needs_quotes {
        output.push_str(cell);
        return;
    }
    output.push('"');
    for part in cell.split_inclusive('"') {
        output.push_str(part);
        if part.ends_with('"') {
            output.push('"');
        }
    }
    output.push('"');
}

#[cfg(test)]
mod tests {
    use super::{RowError, Rows, write_cell};

    fn rows(text: &str) -> Vec<Result<Vec<String>, RowError>> {
        let rows = Rows::new(text, 0, b',').map(|(_, row)| row);
        rows.map(|row| row.map(|cells| cells.into_iter().map(String::from).collect()))
            .collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&[&str]]) {
        let rows: Result<Vec<Vec<String>>, RowError> = rows(text).into_iter().collect();
        assert_eq!(rows.expect("rows"), expected);
    }

    #[test]
    fn rows_are_read_as_the_standard_says() {
        case("", &[]);
        case("a,b\r\nc,d\r\n", &[&["a", "b"], &["c", "d"]]);
        case("a,b\nc,", &[&["a", "b"], &["c", ""]]);
        case("a\rb", &[&["a"], &["b"]]);
        case("\n\n", &[&[""], &[""]]);
        case("\"a,\"\"b\"\"\r\n\",c", &[&["a,\"b\"\r\n", "c"]]);
        case("\"\",\"\"\"\"", &[&["", "\""]]);
        case("a\"b,c", &[&["a\"b", "c"]]);
    }

    #[test]
    fn a_broken_row_does_not_take_the_others_along() {
        let good = |cell: &str| Ok(vec![cell.to_owned()]);
        assert_eq!(
            rows("a\n\"b\nc"),
            [good("a"), Err(RowError::Quote), good("c")]
        );
        assert_eq!(rows("\"a\"b\nc"), [Err(RowError::Quote), good("c")]);
        let long = format!("{}\nc", "x".repeat(20_000));
        assert_eq!(rows(&long), [Err(RowError::TooLong), good("c")]);
        let wide = format!("{}\nc", ",".repeat(300));
        assert_eq!(rows(&wide), [Err(RowError::TooLong), good("c")]);
    }

    #[test]
    fn what_is_written_is_read_here_and_elsewhere() {
        let cells = [
            "",
            "a",
            "a,b",
            "a;b",
            "\"",
            "a\"\"b\"",
            "a\r\nb",
            " a ",
            "\t",
            "中，文",
        ];
        let mut text = String::new();
        for (index, cell) in cells.iter().enumerate() {
            text.push_str(if index == 0 { "" } else { "," });
            write_cell(&mut text, cell);
        }
        case(&text, &[&cells]);
    }
}
