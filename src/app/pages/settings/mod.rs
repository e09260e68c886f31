//! What the reader chooses for good, and what becomes of the data.

mod erase;
mod mix;
mod mix_form;

pub use self::erase::Erasing;
pub use self::mix::Editing;

use self::erase::erase;
use self::mix::mix_editor;
use super::reading;
use crate::account::{TextSize, Theme};
use crate::app::browser::window;
use crate::app::components::{Choice, Element, Question, choice_group, element, link, page_header};
use crate::app::context::App;
use crate::language::Language;

/// The line of the settings that says how much larger texts are in the edition
/// for the elder, and what it says; static/shell/shell.js knows both.
const ENLARGED: &str = "enlarged";
const ENLARGEMENTS: [&str; 3] = ["0", "1", "2"];

/// What is not chosen yet.
pub struct Pending {
    /// The mix as it is typed.
    pub mix: Editing,
    /// How far deleting everything has come.
    pub erase: Erasing,
}

impl Pending {
    /// Nothing is typed yet.
    #[must_use]
    pub fn start(app: &App) -> Self {
        Self {
            mix: Editing::start(app),
            erase: Erasing::default(),
        }
    }
}

/// The page.
pub fn settings(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().settings;
    let main = element("div", "column")
        .child(choices(app))
        .child(mix_editor(app, &pending.mix));
    let storage = link("text-link", "#/storage").text(app.messages().storage.title());
    let side = element("div", "column")
        .child(erase(app, &pending.erase))
        .child(element("p", "").child(storage));
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), "", None))
        .child(element("div", "columns").child(main).child(side))
}

/// Language, theme and text size.
fn choices(app: &App) -> Element {
    let texts = app.messages().settings;
    let look = app.appearance();
    let languages = Language::ALL.map(|one| (one.tag(), one.own_name()));
    let themes = named(Theme::ALL.map(Theme::id), texts.themes());
    let sizes = named(TextSize::ALL.map(TextSize::id), texts.text_sizes());
    let language = choice_group(
        Question::plain("language", texts.language()),
        &languages,
        look.language.tag(),
        app.choosing(|settings, tag| settings.language = Language::from_tag(tag)),
    );
    let theme = choice_group(
        Question::plain("theme", texts.theme()),
        &themes,
        look.theme.id(),
        app.choosing(|settings, id| settings.theme = Theme::from_id(id).unwrap_or_default()),
    );
    let size = choice_group(
        Question::plain("text-size", texts.text_size()),
        &sizes,
        look.text_size.id(),
        app.choosing(|settings, id| {
            settings.text_size = TextSize::from_id(id).unwrap_or_default();
        }),
    );
    element("section", "form")
        .child(language)
        .child(theme)
        .child(size)
        .children(app.is_elder().then(|| enlargement(app)))
        .children((!app.is_elder()).then(|| reading_switch(app)))
}

/// How much larger still the texts of the edition for the elder are.
fn enlargement(app: &App) -> Element {
    let texts = app.messages().reading;
    let chosen = app.settings().later(ENLARGED).unwrap_or(ENLARGEMENTS[0]);
    choice_group(
        Question::plain(ENLARGED, texts.enlarged()),
        &named(ENLARGEMENTS, texts.enlargements()),
        chosen,
        app.choosing(|settings, id| {
            settings.set_later(ENLARGED, Some(id).filter(|id| *id != ENLARGEMENTS[0]));
            // The shell sets it before the page is drawn, and here it changes.
            window::set_root_attribute("data-enlarged", id);
        }),
    )
}

/// Whether the ordinary edition has the button to read aloud too.
fn reading_switch(app: &App) -> Element {
    let texts = app.messages().reading;
    let choices: Vec<Choice> = [reading::WANTED, ""]
        .into_iter()
        .zip(texts.switches().iter().copied())
        .collect();
    choice_group(
        Question {
            hint: texts.hint(),
            ..Question::plain(reading::SETTING, texts.switch())
        },
        &choices,
        app.settings().later(reading::SETTING).unwrap_or_default(),
        app.choosing(|settings, id| {
            settings.set_later(reading::SETTING, Some(id).filter(|id| !id.is_empty()));
        }),
    )
}

fn named(ids: [&'static str; 3], names: &[&'static str]) -> Vec<Choice> {
    ids.into_iter().zip(names.iter().copied()).collect()
}
