//! What the page is doing: pure, it knows no document. The account itself is
//! kept beside it; here is only the number of its version.

use super::query::Query;
use super::route::Route;
use crate::account::{EntryId, Settings, TextSize, Theme};
use crate::language::Language;

/// How the page is shown: what was chosen, unless the address asks for another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How large texts are.
    pub text_size: TextSize,
    /// Whether the page stands in a frame of another page.
    pub embedded: bool,
}

impl Appearance {
    /// Reads the address's query (`embed`, `lang`, `theme`, `text`) over the
    /// settings. What is unknown or malformed counts as not asked.
    #[must_use]
    pub fn of(query: &Query, settings: &Settings) -> Self {
        Self {
            language: query
                .get("lang")
                .and_then(Language::from_tag)
                .or(settings.language)
                .unwrap_or_default(),
            theme: query
                .get("theme")
                .and_then(Theme::from_id)
                .unwrap_or(settings.theme),
            text_size: query
                .get("text")
                .and_then(TextSize::from_id)
                .unwrap_or(settings.text_size),
            embedded: query.get("embed") == Some("1"),
        }
    }
}

/// A short message about what just happened. It stays as long as the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// What can be taken back, where that is offered.
    pub undo: Option<Undo>,
}

/// What a notice offers to take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last change.
    Last,
    /// The entries that were recorded at once.
    Recorded(Vec<EntryId>),
}

/// The rest of the page: the code of the later pages, and the texts in the other
/// language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// It is on its way.
    #[default]
    Coming,
    /// It is there.
    Here,
    /// It could not be loaded.
    Lost,
}

/// The state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageState {
    /// Where the reader is.
    pub route: Route,
    /// How often the reader has gone to another page since the start.
    pub steps: u32,
    /// How the page is shown.
    pub appearance: Appearance,
    /// What was chosen for good.
    pub settings: Settings,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Counts the changes of the account, so that its readers are drawn again.
    pub version: u32,
}

/// What may happen to the page.
#[derive(Clone, Debug)]
pub enum Change {
    /// The address changed.
    Went(Route),
    /// Something was chosen for good.
    Chose(Settings),
    /// The account changed.
    AccountChanged,
    /// Something is worth saying.
    Noticed(Notice),
    /// It was read.
    NoticeClosed,
    /// Reading aloud went on: only what is drawn of it changes.
    Read,
}

impl PageState {
    /// The state a page starts in.
    #[must_use]
    pub fn new(hash: &str, query: &str, settings: Settings) -> Self {
        Self {
            route: Route::parse(hash),
            steps: 0,
            appearance: Appearance::of(&Query::parse(query), &settings),
            settings,
            notice: None,
            version: 0,
        }
    }

    /// The state after something happened.
    #[must_use]
    pub fn after(mut self, change: Change) -> Self {
        match change {
            Change::Went(route) => {
                if route != self.route {
                    self.notice = None;
                }
                self.route = route;
                self.steps = self.steps.wrapping_add(1);
            }
            Change::Chose(settings) => {
                // What the address asked for holds until something else is chosen.
                let appearance = &mut self.appearance;
                if settings.language != self.settings.language {
                    appearance.language = settings.language.unwrap_or_default();
                }
                if settings.theme != self.settings.theme {
                    appearance.theme = settings.theme;
                }
                if settings.text_size != self.settings.text_size {
                    appearance.text_size = settings.text_size;
                }
                self.settings = settings;
            }
            Change::AccountChanged => self.version = self.version.wrapping_add(1),
            Change::Noticed(notice) => self.notice = Some(notice),
            Change::NoticeClosed => self.notice = None,
            Change::Read => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Notice, PageState, Undo};
    use crate::account::{Settings, TextSize, Theme};
    use crate::app::route::Route;
    use crate::language::Language;

    #[test]
    fn the_address_is_heard_over_the_settings() {
        let settings = Settings::parse("language=en\ntheme=dark\ntext=large");
        let asked = |query: &str| PageState::new("", query, settings.clone()).appearance;
        assert_eq!(asked("").language, Language::En);
        assert_eq!(asked("lang=zh-CN").language, Language::ZhCn);
        assert_eq!(asked("lang=tlh").language, Language::En);
        assert_eq!(asked("theme=light").theme, Theme::Light);
        assert_eq!(asked("theme=sepia").theme, Theme::Dark);
        assert_eq!(asked("text=elder").text_size, TextSize::Elder);
        assert!(asked("embed=1").embedded);
        assert!(!asked("embed=yes").embedded);
    }

    #[test]
    fn a_choice_is_heard_over_the_address() {
        let page = PageState::new("", "lang=zh-CN&theme=light", Settings::default());
        let chosen = Settings::parse("language=en");
        let page = page.after(Change::Chose(chosen));
        assert_eq!(page.appearance.language, Language::En);
        assert_eq!(page.appearance.theme, Theme::Light);
    }

    #[test]
    fn a_notice_stays_as_long_as_its_page() {
        let notice = Notice {
            text: "saved".into(),
            undo: Some(Undo::Last),
        };
        let page = PageState::new("#/", "", Settings::default())
            .after(Change::Noticed(notice.clone()))
            .after(Change::AccountChanged);
        assert_eq!(page.notice, Some(notice));
        assert_eq!(page.after(Change::Went(Route::More)).notice, None);
    }
}
