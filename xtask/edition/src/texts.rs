//! Puts all texts of all editions into one list a language, so that a text is a
//! number in the app: a pointer and a length for each weigh as much in the page
//! as the texts themselves.

use crate::schema::Text;
use std::cell::RefCell;

/// The texts seen so far, each once. Those of the first pages come first: they
/// are put in before any other.
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

    /// A text that is the same in both languages.
    pub fn alike(&self, text: &str) -> String {
        let (zh, en) = (text.to_owned(), text.to_owned());
        self.number(&Text { zh, en })
    }

    /// An optional text as the app writes it.
    pub fn optional(&self, text: &Text) -> String {
        if text.is_absent() {
            "None".to_owned()
        } else {
            format!("Some({})", self.number(text))
        }
    }

    /// As [`Self::alike`]; an empty text is none.
    pub fn optional_alike(&self, text: &str) -> String {
        if text.is_empty() {
            "None".to_owned()
        } else {
            format!("Some({})", self.alike(text))
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// The texts in Chinese and in English, each at its number: the first ones,
    /// and the rest.
    pub fn into_lines(self, first: usize) -> [[Vec<String>; 2]; 2] {
        let mut texts = self.0.into_inner();
        let later = texts.split_off(first.min(texts.len()));
        [texts, later].map(|texts| {
            let (chinese, english) = texts.into_iter().map(|text| (text.zh, text.en)).unzip();
            [chinese, english]
        })
    }
}
