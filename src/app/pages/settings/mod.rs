//! What the reader chooses for good, and what becomes of the data.

mod erase;
mod mix;
mod mix_form;

pub use self::erase::Erasing;
pub use self::mix::Editing;

use self::erase::erase;
use self::mix::mix_editor;
use super::{reading, shortcuts};
use crate::account::{TextSize, Theme};
use crate::app::browser::window;
use crate::app::components::{Choice, Element, Question, choice_group, element, link, page_header};
use crate::app::context::App;
use crate::language::Language;

/// The line of the settings that says how much larger still texts are, and what
/// it says where they are not; static/shell/shell.js knows both.
const ENLARGED: &str = "enlarged";
const NOT_ENLARGED: &str = "0";

/// The sizes of texts, and those of the edition for the elder: an id, the size,
/// and how much larger still.
const SIZES: [(&str, TextSize, &str); 6] = [
    ("normal", TextSize::Normal, NOT_ENLARGED),
    ("large", TextSize::Large, NOT_ENLARGED),
    ("larger", TextSize::Large, "1"),
    ("elder", TextSize::Elder, NOT_ENLARGED),
    ("elder-larger", TextSize::Elder, "1"),
    ("elder-largest", TextSize::Elder, "2"),
];

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
    let sizes = SIZES.iter().map(|(id, ..)| *id);
    let sizes: Vec<Choice> = sizes.zip(texts.text_sizes().iter().copied()).collect();
    let enlarged = app.settings().later(ENLARGED).unwrap_or(NOT_ENLARGED);
    let size = SIZES
        .iter()
        .find(|(_, size, more)| *size == look.text_size && *more == enlarged);
    // An enlargement that the size does not have is none.
    let size = size.map_or(look.text_size.id(), |(id, ..)| *id);
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
        size,
        app.choosing(|settings, chosen| {
            if let Some((_, size, enlarged)) = SIZES.iter().find(|(id, ..)| *id == chosen) {
                settings.text_size = *size;
                settings.set_later(
                    ENLARGED,
                    Some(*enlarged).filter(|more| *more != NOT_ENLARGED),
                );
                // The shell sets it before the page is drawn, and here it changes.
                window::set_root_attribute("data-enlarged", enlarged);
            }
        }),
    );
    element("section", "form")
        .child(language)
        .child(theme)
        .child(size)
        .children((!app.is_elder()).then(|| reading_switch(app)))
        .child(shortcuts::shortcuts(app))
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
