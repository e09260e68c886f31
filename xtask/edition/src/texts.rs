//! Puts all texts of all editions into one string a language, so that a text is
//! a number in the app: a pointer and a length for each weigh as much in the
//! page as the texts themselves.

use crate::rust::literal;
use crate::schema::Text;
use std::cell::RefCell;
use std::fmt::Write as _;

/// Every so many texts it is written down where one starts.
const STRIDE: usize = 16;

/// The texts seen so far, each once.
#[derive(Default)]
pub struct Texts(RefCell<Vec<Text>>);

impl Texts {
    /// The text as the app writes it.
    pub fn number(&self, text: &Text) -> String {
        // The line break stands between texts.
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = Text {
            zh: line(&text.zh),
            en: line(&text.en),
        };
        let mut texts = self.0.borrow_mut();
        let number = texts
            .iter()
            .position(|known| *known == text)
            .unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            });
        format!("Text({number})")
    }

    /// An optional text as the app writes it.
    pub fn optional(&self, text: &Text) -> String {
        if text.is_absent() {
            "None".to_owned()
        } else {
            format!("Some({})", self.number(text))
        }
    }

    /// The constants that the numbers lead to.
    pub fn to_rust(&self) -> String {
        let texts = self.0.borrow();
        let mut out = String::new();
        let mut write = |language: &str, lines: Vec<&str>| {
            let mut starts = Vec::new();
            let mut length = 0;
            for (number, line) in lines.iter().enumerate() {
                if number % STRIDE == 0 {
                    starts.push(length.to_string());
                }
                length += line.len() + 1;
            }
            let _ = writeln!(
                out,
                "pub(crate) static TEXTS_{language}: Texts = Texts {{ stride: {STRIDE}, starts: &[{}], lines: {} }};",
                starts.join(", "),
                literal(&lines.join("\n"))
            );
        };
        write("ZH", texts.iter().map(|text| text.zh.as_str()).collect());
        write("EN", texts.iter().map(|text| text.en.as_str()).collect());
        out
    }
}
