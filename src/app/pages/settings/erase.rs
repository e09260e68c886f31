//! Deleting everything: never by one tap.

use crate::account::forget_templates;
use crate::app::browser::window;
use crate::app::components::{
    Asked, Callout, Element, button, callout, element, submit_button, text_field, text_input,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::forget_all;
use crate::language::{Language, fill, messages};

const FIELD_ID: &str = "erase-word";
const HEADING_ID: &str = "erase";

/// Whether the word was typed, in either language.
fn is_confirmed(typed: &str) -> bool {
    let words = Language::ALL.map(|language| messages(language).settings.erase_word());
    words
        .iter()
        .any(|word| typed.trim().eq_ignore_ascii_case(word))
}

/// How far the reader has come.
#[derive(Clone, Default)]
pub enum Erasing {
    /// Nothing is asked.
    #[default]
    Closed,
    /// The word is asked for.
    Asked {
        /// What is typed.
        typed: String,
        /// Whether it was found wrong.
        wrong: bool,
    },
    /// It was tried.
    Done {
        /// Whether all of it is gone.
        all: bool,
    },
}

impl Erasing {
    const fn asked(typed: String, wrong: bool) -> PageChange {
        PageChange::Erase(Self::Asked { typed, wrong })
    }
}

/// The section.
pub fn erase(app: &App, stage: &Erasing) -> Element {
    let texts = app.messages().settings;
    let said = match stage {
        Erasing::Done { all: true } => Some(callout(Callout::Hint, "", texts.erased())),
        Erasing::Done { all: false } => Some(callout(Callout::Danger, "", texts.erase_failed())),
        _ => None,
    };
    let count = app.ledger().len();
    let has_cards = app.cards_kept() > 0;
    let hint = match count {
        0 if has_cards => texts.erase_cards().to_owned(),
        0 => texts.erase_nothing().to_owned(),
        _ => fill(texts.erase_hint(), &[("count", &count.to_string())]),
    };
    let content = match stage {
        Erasing::Asked { typed, wrong } => Some(question(app, typed, *wrong)),
        _ if count == 0 && !has_cards => None,
        _ => {
            let ask = app.act((), |app, ()| {
                app.turn(Erasing::asked(String::new(), false));
                app.focus_next(FIELD_ID);
            });
            Some(button(
                "button button-danger",
                None,
                texts.erase_open(),
                ask,
            ))
        }
    };
    let heading = element("h2", "")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1");
    element("section", "section")
        .child(heading.text(texts.erase()))
        .child(element("p", "").text(hint))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(said),
        )
        .child(element("div", "").children(content))
}

/// The field that the word is typed in.
fn question(app: &App, typed: &str, wrong: bool) -> Element {
    let texts = app.messages().settings;
    let oninput = app.typing((), |(), typed| Erasing::asked(typed, false));
    let asked = Asked {
        id: FIELD_ID,
        label: &fill(texts.erase_label(), &[("word", texts.erase_word())]),
        hint: "",
        error: wrong.then_some(texts.erase_wrong()),
    };
    let field = text_field(asked, text_input("text", typed, oninput));
    let cancel = app.act((), |app, ()| close(app, Erasing::Closed));
    let cancel = button("button", None, app.messages().shell.cancel(), cancel);
    let confirm = app.act(typed.to_owned(), |app, typed| {
        if is_confirmed(typed) {
            app.erase(|app, all| {
                // Names say where somebody goes, campaigns what they take part in.
                app.choose(|settings| {
                    forget_templates(settings);
                    forget_all(settings);
                });
                close(app, Erasing::Done { all });
            });
        } else {
            window::focus(FIELD_ID);
            app.turn(Erasing::asked(typed.clone(), true));
        }
    });
    let confirm = submit_button("button button-danger", confirm).text(texts.erase_confirm());
    element("form", "form")
        .flag("novalidate", true)
        .child(field)
        .child(element("div", "actions").child(confirm).child(cancel))
}

/// Closes the question. The field goes, and the focus would go with it.
fn close(app: &App, next: Erasing) {
    window::focus(HEADING_ID);
    app.turn(PageChange::Erase(next));
}
