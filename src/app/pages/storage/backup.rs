//! The account as a file: a backup to be restored, and a table for spreadsheets.

use crate::app::browser::files;
use crate::app::components::{Choice, Element, Question, button, choice_group, element};
use crate::app::context::App;
use crate::exchange::{write_backup, write_csv};
use crate::language::fill;

/// The section.
pub fn backup(app: &App) -> Element {
    let texts = app.messages().storage;
    let last = match app.settings().backed_up {
        Some(day) => fill(texts.backed_up(), &[("day", &day.long(app.language()))]),
        None => texts.never_backed_up().to_owned(),
    };
    let save = app.act((), |app, ()| save_backup(app));
    let share = app.act((), |app, ()| {
        let (name, text) = backup_file(app);
        // Browsers hand on texts, but no JSON.
        let shared = files::share_file(&(name + ".txt"), "text/plain", &text.into());
        told(app, shared, true);
    });
    let table = app.act((), |app, ()| {
        let text = write_csv(&app.revisions(), app.language());
        let name = ["carbon-inclusion-", &app.today().to_string(), ".csv"].concat();
        told(app, files::save(&name, "text/csv", &text).is_ok(), false);
    });
    let mut actions = element("div", "actions").child(button(
        "button button-primary",
        None,
        texts.save_backup(),
        save,
    ));
    if files::can_share() {
        actions = actions.child(button("button", None, texts.share_backup(), share));
    }
    let actions = actions.child(button("button", None, texts.save_table(), table));
    element("section", "section")
        .child(element("h2", "").text(texts.backup()))
        .child(element("p", "").text(last))
        .child(element("p", "muted").text(texts.backup_hint()))
        .child(actions)
        .child(reminder(app))
}

/// Saves the account as a backup file, and says whether that was possible.
pub fn save_backup(app: &App) {
    let (name, text) = backup_file(app);
    let saved = files::save(&(name + ".json"), "application/json", &text);
    told(app, saved.is_ok(), true);
}

/// The name of a backup file without its ending, and what stands in it.
fn backup_file(app: &App) -> (String, String) {
    let set_aside = app.set_aside_texts();
    let text = write_backup(&app.revisions(), &set_aside, app.settings(), app.now_ms());
    let day = app.today().to_string();
    (["carbon-inclusion-backup-", &day].concat(), text)
}

/// Says whether a file was made, and remembers the day of a backup.
fn told(app: &App, is_done: bool, is_backup: bool) {
    let texts = app.messages().storage;
    if !is_done {
        return app.notify(texts.not_saved(), false);
    }
    if is_backup {
        let today = app.today();
        app.choose(|settings| settings.backed_up = Some(today));
    }
    app.notify(texts.saved(), false);
}

/// Whether a backup is suggested from time to time.
fn reminder(app: &App) -> Element {
    let texts = app.messages().storage;
    let choices: Vec<Choice> = ["on", "off"]
        .into_iter()
        .zip(texts.reminders().iter().copied())
        .collect();
    let chosen = if app.settings().is_unreminded {
        "off"
    } else {
        "on"
    };
    choice_group(
        Question::plain("reminder", texts.reminder()),
        &choices,
        chosen,
        app.choosing(|settings, id| settings.is_unreminded = id == "off"),
    )
}
