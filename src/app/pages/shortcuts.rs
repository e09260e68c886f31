//! Keys that lead to places: which, the list of them, and the switch. They are
//! off until somebody wants them, because a key that is hit by accident would
//! leave a form that is half filled in.

use crate::account::Settings;
use crate::app::browser::keys;
use crate::app::components::{Choice, Element, Question, choice_group, element};
use crate::app::context::App;

/// The name of the line in the settings, and what it says where they are wanted.
const SETTING: &str = "shortcuts";
const WANTED: &str = "on";

/// Each key and the place that it leads to, in the order of the bar.
const KEYS: [(&str, &str); 6] = [
    ("1", "#/"),
    ("2", "#/record"),
    ("3", "#/ledger"),
    ("4", "#/statement"),
    ("5", "#/more"),
    ("?", "#/settings"),
];

/// Follows what the settings say.
pub fn follow(settings: &Settings) {
    let is_wanted = settings.later(SETTING) == Some(WANTED);
    keys::lead(is_wanted.then_some(&KEYS));
}

/// The switch, and the list while they are on.
pub fn shortcuts(app: &App) -> Element {
    let texts = app.messages().settings;
    let choices: Vec<Choice> = [WANTED, ""]
        .into_iter()
        .zip(texts.shortcuts_switches().iter().copied())
        .collect();
    let chosen = app.settings().later(SETTING).unwrap_or_default();
    let switch = choice_group(
        Question {
            hint: texts.shortcuts_hint(),
            ..Question::plain(SETTING, texts.shortcuts())
        },
        &choices,
        chosen,
        app.choosing(|settings, id| {
            settings.set_later(SETTING, Some(id).filter(|id| !id.is_empty()));
            follow(settings);
        }),
    );
    let list = (chosen == WANTED).then(|| list(app));
    element("div", "form")
        .child(switch)
        .child(element("div", "slot").children(list))
}

fn list(app: &App) -> Element {
    let shell = app.messages().shell;
    let names = [
        shell.tab_today(),
        shell.tab_record(),
        shell.tab_ledger(),
        shell.tab_statement(),
        shell.tab_more(),
        app.messages().settings.title(),
    ];
    let rows = KEYS.iter().zip(names).map(|((key, _), name)| {
        let key = element("kbd", "").text(*key);
        element("div", "")
            .child(element("dt", "").child(key))
            .child(element("dd", "").text(name))
    });
    element("dl", "pairs").children(rows)
}
