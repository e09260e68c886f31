//! The texts of the page: one TOML file a language, a table a page, for each
//! [`Part`] of the load. They become Rust types whose methods give the texts, so
//! that a text that is asked for and is not there does not compile.

use crate::{LANGUAGES, Part};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use toml::{Table, Value};

/// A text, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Message {
    Text(String),
    List(Vec<String>),
    /// Headings and texts.
    Pairs(Vec<[String; 2]>),
}

/// A field of a section, in the order of [`LANGUAGES`].
#[derive(Debug)]
struct Field {
    name: String,
    messages: [Message; 2],
}

#[derive(Debug)]
struct Section {
    name: String,
    fields: Vec<Field>,
}

/// The texts of the page in both languages, checked against each other.
#[derive(Debug)]
pub struct Messages {
    part: Part,
    sections: Vec<Section>,
}

impl Messages {
    /// Reads the file of each language in the folder of a part.
    ///
    /// # Errors
    /// What cannot be read, is missing in one language, or differs in its gaps.
    pub fn load(folder: &Path, part: Part) -> Result<Self, String> {
        let folder = folder.join(part.folder());
        let read = |language: &str| {
            let path = folder.join(language).with_extension("toml");
            std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        Self::read(part, [&read(LANGUAGES[0])?, &read(LANGUAGES[1])?])
    }

    /// Reads the texts of each language.
    ///
    /// # Errors
    /// As [`Messages::load`].
    pub fn read(part: Part, files: [&str; 2]) -> Result<Self, String> {
        let table = |language: usize| -> Result<Table, String> {
            toml::from_str(files[language])
                .map_err(|error| format!("{}: {error}", LANGUAGES[language]))
        };
        let (first, mut second) = (table(0)?, table(1)?);
        let mut sections = Vec::new();
        for (name, fields) in first {
            let other = second.remove(&name).unwrap_or(Value::Table(Table::new()));
            let (Value::Table(fields), Value::Table(other)) = (fields, other) else {
                return Err(format!("{name} is not a table"));
            };
            sections.push(section(name, fields, other)?);
        }
        match second.keys().next() {
            Some(name) => Err(format!("[{name}] is only in {}", LANGUAGES[1])),
            None => Ok(Self { part, sections }),
        }
    }

    /// Every text of each language, in the order of the types' fields.
    #[must_use]
    pub fn lines(&self) -> [Vec<String>; 2] {
        [0, 1].map(|language: usize| {
            self.sections
                .iter()
                .flat_map(|section| &section.fields)
                .flat_map(|field| field.messages[language].texts())
                .map(str::to_owned)
                .collect()
        })
    }

    /// The types: each text is a method that looks it up among the lines of a
    /// sheet, so that nothing has to be filled in when the page starts. Those of
    /// the first part hold the lines, which are there before anything is drawn;
    /// the others ask for them when they are needed.
    #[must_use]
    pub fn to_rust(parts: &[Self]) -> String {
        let mut rust = "use super::sheet::{later_line, later_lines};\n".to_owned();
        for messages in parts {
            let part = messages.part.folder();
            let (name, count) = (part.to_uppercase(), messages.lines()[0].len());
            let _ = writeln!(
                rust,
                "/// How many lines of a {part} sheet are the page's.\n\
                 pub(super) const {name}_COUNT: usize = {count};"
            );
        }
        let (mut fields, mut filled) = (String::new(), String::new());
        for messages in parts {
            let mut next = 0;
            let (holds, filled_with) = match messages.part {
                Part::First => ("&'static Lines", "lines"),
                Part::Later => ("Language", "language"),
            };
            for section in &messages.sections {
                let (name, of) = (&section.name, section.type_name());
                let _ = writeln!(fields, "/// The texts `{name}`.\npub {name}: {of},");
                let _ = writeln!(filled, "{name}: {of}({filled_with}),");
                let _ = writeln!(
                    rust,
                    "/// The texts `{name}`.\n#[derive(Clone, Copy, Debug)]\n\
                     pub struct {of}({holds});\nimpl {of} {{"
                );
                for field in &section.fields {
                    rust += &field.to_rust(messages.part, &mut next);
                }
                rust.push_str("}\n");
            }
        }
        let _ = writeln!(
            rust,
            "/// Every text of the page in one language.\n#[derive(Debug)]\n\
             pub struct Messages {{\n{fields}}}\n\
             impl Messages {{\n\
             pub(super) fn of(language: Language, lines: &'static Lines) -> Self {{\nSelf {{\n{filled}}}\n}}\n}}"
        );
        rust
    }
}

impl Field {
    /// Its method, for the lines of a part from `next` on.
    fn to_rust(&self, part: Part, next: &mut usize) -> String {
        let Self { name, messages } = self;
        let [message, _] = messages;
        let comment = message.texts().next().unwrap_or_default();
        let first = *next;
        *next += message.texts().count();
        let (line, lines) = match part {
            Part::First => (
                format!("self.0[{first}]"),
                format!("&self.0[{first}..{next}]"),
            ),
            Part::Later => (
                format!("later_line(self.0, {first})"),
                format!("later_lines(self.0, {first}..{next})"),
            ),
        };
        let (of, value) = match message {
            Message::Text(_) => ("&'static str", line),
            Message::List(_) => ("&'static [&'static str]", lines),
            Message::Pairs(_) => (
                "&'static [[&'static str; 2]]",
                format!("({lines}).as_chunks().0"),
            ),
        };
        format!("#[doc = {comment:?}]\n#[must_use]\npub fn {name}(self) -> {of} {{\n{value}\n}}\n")
    }
}

impl Section {
    /// `shell` has the type `ShellMessages`.
    fn type_name(&self) -> String {
        let mut letters = self.name.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>() + "Messages"
    }
}

impl Message {
    fn of(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text)),
            Value::Array(values) => {
                let text = |value: &Value| value.as_str().map(str::to_owned);
                let pair = |value: &Value| match &value.as_array()?[..] {
                    [heading, body] => Some([text(heading)?, text(body)?]),
                    _ => None,
                };
                let texts: Option<Vec<String>> = values.iter().map(text).collect();
                let pairs: Option<Vec<[String; 2]>> = values.iter().map(pair).collect();
                texts.map(Self::List).or(pairs.map(Self::Pairs))
            }
            _ => None,
        }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let (one, pairs): (&[String], &[[String; 2]]) = match self {
            Self::Text(text) => (std::slice::from_ref(text), &[]),
            Self::List(texts) => (texts, &[]),
            Self::Pairs(pairs) => (&[], pairs),
        };
        one.iter().chain(pairs.iter().flatten()).map(String::as_str)
    }

    /// What it has in common with the same in another language.
    fn shape(&self) -> (&'static str, usize) {
        match self {
            Self::Text(_) => ("a text", 1),
            Self::List(texts) => ("a list", texts.len()),
            Self::Pairs(pairs) => ("pairs", pairs.len()),
        }
    }

    /// The names in braces, `{count}`.
    fn gaps(&self) -> BTreeSet<&str> {
        self.texts()
            .flat_map(|text| text.split('{').skip(1))
            .map(|rest| rest.split('}').next().unwrap_or_default())
            .collect()
    }
}

fn section(name: String, fields: Table, mut other: Table) -> Result<Section, String> {
    let mut checked = Vec::new();
    for (field, value) in fields {
        let place = format!("{name}.{field}");
        let missing = || format!("{place} is missing in {}", LANGUAGES[1]);
        let second = other.remove(&field).ok_or_else(missing)?;
        let (Some(first), Some(second)) = (Message::of(value), Message::of(second)) else {
            return Err(format!("{place} is neither a text nor a list of texts"));
        };
        if first.shape() != second.shape() {
            return Err(format!("{place} is not as long in both languages"));
        }
        if first.gaps() != second.gaps() {
            return Err(format!("{place} has not the same gaps in both languages"));
        }
        if first.texts().chain(second.texts()).any(is_unfit) {
            return Err(format!("{place} is empty or longer than a line"));
        }
        checked.push(Field {
            name: field,
            messages: [first, second],
        });
    }
    match other.keys().next() {
        Some(field) => Err(format!("{name}.{field} is missing in {}", LANGUAGES[0])),
        None => Ok(Section {
            name,
            fields: checked,
        }),
    }
}

/// A text is a line of a sheet.
fn is_unfit(text: &str) -> bool {
    text.trim().is_empty() || text.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::{Messages, Part};

    #[track_caller]
    fn refused(zh: &str, en: &str, reason: &str) {
        match Messages::read(Part::First, [zh, en]) {
            Ok(messages) => assert!(reason.is_empty(), "accepted: {messages:?}"),
            Err(error) => assert!(!reason.is_empty() && error.contains(reason), "{error}"),
        }
    }

    #[test]
    fn what_differs_between_the_languages_is_refused() {
        refused("[a]\nb = '甲'", "[a]\nb = 'b'", "");
        refused("[a]\nb = '甲'", "[a]", "a.b is missing in en");
        refused("[a]", "[a]\nb = 'b'", "a.b is missing in zh-CN");
        refused("", "[a]\nb = 'b'", "[a] is only in en");
        refused("[a]\nb = '{n} 条'", "[a]\nb = '{m} of them'", "gaps");
        refused("[a]\nb = ['甲']", "[a]\nb = ['a', 'b']", "as long");
        refused("[a]\nb = ['甲']", "[a]\nb = 'b'", "as long");
        refused("[a]\nb = ' '", "[a]\nb = 'b'", "empty");
        refused("[a]\nb = '甲'", "[a]\nb = \"b\\nc\"", "longer than a line");
        refused("[a]\nb = 1", "[a]\nb = 1", "neither");
        refused("b = '甲'", "b = 'b'", "not a table");
    }

    #[test]
    fn the_lines_stand_in_the_order_of_the_fields() -> Result<(), String> {
        let files = [
            "[shell]\nb = '乙'\na = ['一', '二']\nc = [['题', '文']]",
            "[shell]\nc = [['head', 'text']]\na = ['one', 'two']\nb = 'b'",
        ];
        let messages = Messages::read(Part::First, files)?;
        let [zh, en] = messages.lines();
        assert_eq!(zh, ["一", "二", "乙", "题", "文"]);
        assert_eq!(en, ["one", "two", "b", "head", "text"]);
        let rust = Messages::to_rust(&[messages]);
        let methods = [
            "pub fn a(self) -> &'static [&'static str] {\n&self.0[0..2]\n}",
            "pub fn b(self) -> &'static str {\nself.0[2]\n}",
            "pub fn c(self) -> &'static [[&'static str; 2]] {\n(&self.0[3..5]).as_chunks().0\n}",
        ];
        for method in methods {
            assert!(rust.contains(method), "{rust}");
        }
        let later = Messages::to_rust(&[Messages::read(Part::Later, files)?]);
        let methods = ["later_lines(self.0, 0..2)", "later_line(self.0, 2)"];
        for method in methods {
            assert!(later.contains(method), "{later}");
        }
        Ok(())
    }
}
