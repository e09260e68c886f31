//! Language, place, choices and notices of the page.

use super::AppContext;
use crate::account::Settings;
use crate::app::browser::LocalStore;
use crate::app::route::Route;
use crate::app::state::{Appearance, Change, Notice};
use crate::language::{Language, Messages, messages};
use yew::prelude::*;

/// The page, as a component sees it.
#[derive(Clone, PartialEq)]
pub struct App(AppContext);

impl App {
    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.state.appearance.language
    }

    /// The texts in that language.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        messages(self.language())
    }

    /// How the page is shown.
    #[must_use]
    pub fn appearance(&self) -> Appearance {
        self.0.state.appearance
    }

    /// Where the reader is.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.0.state.route
    }

    /// How often the reader has gone to another page.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.0.state.steps
    }

    /// What just happened.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.0.state.notice.as_ref()
    }

    /// Says what just happened; `undo` offers to take it back.
    pub fn notify(&self, text: &str, undo: bool) {
        let text = text.to_owned();
        self.0.change.emit(Change::Noticed(Notice { text, undo }));
    }

    /// Takes the notice away.
    pub fn close_notice(&self) {
        self.0.change.emit(Change::NoticeClosed);
    }

    /// What was chosen for good.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.state.settings
    }

    /// Chooses something for good. Where it cannot be kept it holds until the
    /// page is closed.
    pub fn choose(&self, choice: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings().clone();
        choice(&mut settings);
        // That storage is refused is told where entries are saved; a choice still works.
        let _ = settings.save(&LocalStore::open());
        self.0.change.emit(Change::Chose(settings));
    }

    /// What the other hooks take from the page.
    pub(super) const fn context(&self) -> &AppContext {
        &self.0
    }
}

/// The page around a component.
#[hook]
pub fn use_app() -> App {
    App(use_context::<AppContext>().unwrap_or_default())
}
