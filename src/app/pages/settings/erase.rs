//! Deleting everything: never by one tap.

use crate::app::browser::window;
use crate::app::components::{Callout, TextField, button, callout, element};
use crate::app::hooks::{App, use_account, use_app};
use crate::language::{Language, fill, messages};
use yew::prelude::*;

const FIELD_ID: &str = "erase-word";
const HEADING_ID: &str = "erase";

/// Whether the word was typed, in either language.
fn is_confirmed(typed: &str) -> bool {
    let words = Language::ALL.map(|language| messages(language).settings.erase_word);
    words
        .iter()
        .any(|word| typed.trim().eq_ignore_ascii_case(word))
}

/// How far the reader has come.
#[derive(Clone, Default, PartialEq)]
enum Stage {
    #[default]
    Closed,
    /// What is typed, and whether it was found wrong.
    Asked { typed: String, wrong: bool },
    /// Whether all of it is gone.
    Done { all: bool },
}

/// The section; in a frame of another page it offers nothing.
#[component]
pub fn Erase() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().settings;
    let stage = use_state(Stage::default);
    let is_asked = matches!(*stage, Stage::Asked { .. });
    use_effect_with(is_asked, |is_asked| {
        if *is_asked {
            window::focus(FIELD_ID);
        }
    });
    let to = {
        let stage = stage.clone();
        Callback::from(move |next: Stage| {
            if !matches!(next, Stage::Asked { .. }) {
                // The field goes, and the focus would go with it.
                window::focus(HEADING_ID);
            }
            stage.set(next);
        })
    };
    let onconfirm = {
        let (account, to) = (account.clone(), to.clone());
        Callback::from(move |typed: String| {
            if is_confirmed(&typed) {
                let all = account.erase().is_ok();
                to.emit(Stage::Done { all });
            } else {
                window::focus(FIELD_ID);
                to.emit(Stage::Asked { typed, wrong: true });
            }
        })
    };
    let said = match *stage {
        Stage::Done { all: true } => Some(callout(Callout::Hint, "", texts.erased.into())),
        Stage::Done { all: false } => Some(callout(Callout::Danger, "", texts.erase_failed.into())),
        _ => None,
    };
    let count = account.ledger().len();
    let hint = match count {
        0 => texts.erase_nothing.to_owned(),
        _ => fill(texts.erase_hint, &[("count", &count.to_string())]),
    };
    let content = match &*stage {
        _ if app.appearance().embedded => element("p", "").text(texts.erase_not_here).into(),
        Stage::Asked { typed, wrong } => question(&app, typed, *wrong, &to, &onconfirm),
        _ if count == 0 => Html::default(),
        _ => {
            let ask = to.reform(|_| Stage::Asked {
                typed: String::new(),
                wrong: false,
            });
            button(
                "button button-danger",
                Html::default(),
                texts.erase_open,
                ask,
            )
            .into()
        }
    };
    let heading = element("h2", "")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1");
    element("section", "section")
        .child(heading.text(texts.erase))
        .child(element("p", "").text(hint))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(said),
        )
        .child(element("div", "").child(content))
        .into()
}

/// The field that the word is typed in.
fn question(
    app: &App,
    typed: &str,
    wrong: bool,
    to: &Callback<Stage>,
    onconfirm: &Callback<String>,
) -> Html {
    let texts = &app.messages().settings;
    let oninput = to.reform(|typed| Stage::Asked {
        typed,
        wrong: false,
    });
    let field = html! {
        <TextField
            id={FIELD_ID} label={fill(texts.erase_label, &[("word", texts.erase_word)])}
            text={typed.to_owned()} {oninput}
            error={wrong.then_some(AttrValue::Static(texts.erase_wrong))}
        />
    };
    let confirm = element("button", "button button-danger")
        .attribute("type", "submit")
        .text(texts.erase_confirm);
    let cancel = to.reform(|_| Stage::Closed);
    let cancel = button(
        "button",
        Html::default(),
        app.messages().shell.cancel,
        cancel,
    );
    let typed = typed.to_owned();
    element("form", "form")
        .flag("novalidate", true)
        .onsubmit(onconfirm.reform(move |()| typed.clone()))
        .child(field)
        .child(element("div", "actions").child(confirm).child(cancel))
        .into()
}
