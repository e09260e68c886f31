//! Chinese and English: every text of the page in one place a language.

pub mod errors;
mod fill;
mod messages;
pub mod refusals;
mod sheet;

pub use fill::fill;
pub use messages::*;
#[cfg(feature = "app")]
pub(crate) use sheet::drawing;
pub(crate) use sheet::edition_text;
pub use sheet::{SheetError, install, messages};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Chinese as written in mainland China; what the page starts with.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// Both languages, Chinese first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The BCP 47 tag, as in `<html lang>`, the query and the settings.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag, `None` for any other text.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhCn => "中文",
            Self::En => "English",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::ZhCn => Self::En,
            Self::En => Self::ZhCn,
        }
    }
}
