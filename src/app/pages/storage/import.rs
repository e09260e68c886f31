//! Taking in what a file or a link brings: first what would happen, then only
//! what was asked for.

use crate::account::{Kept, Preview, Settings, taken};
use crate::app::components::{Callout, Element, button, callout, element, entry_line};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::exchange::{Incoming, Refusals, Table};
use crate::language::fill;
use crate::language::refusals::reason;
use crate::vault::Revision;
use std::rc::Rc;

/// As many entries of a kind are shown; the rest is counted.
const SHOWN: usize = 5;
/// As many refusals are shown; the rest is counted.
const REFUSALS_SHOWN: usize = 20;

/// The place of what was found; it takes the focus.
pub const FOUND_ID: &str = "found";

/// How far taking something in has come.
#[derive(Clone, Default)]
pub enum Import {
    /// Nothing was chosen.
    #[default]
    None,
    /// A file is being read.
    Reading,
    /// It is refused as a whole, as is said here.
    Refused(String),
    /// What was found, and whether what was deleted here is to be brought back.
    Found(Rc<Found>, bool),
    /// What was taken in.
    Done(Rc<Done>),
}

/// What a file or link would bring.
pub struct Found {
    preview: Preview,
    refused: Refusals,
    settings: Option<Settings>,
}

/// What came of it.
pub struct Done {
    records: usize,
    kept: Kept,
    settings: Option<Settings>,
}

impl Found {
    /// What a backup or a link brings.
    pub fn of_incoming(app: &App, incoming: Incoming) -> Self {
        let Incoming {
            revisions,
            set_aside,
            settings,
            refused,
        } = incoming;
        Self {
            preview: app.preview(revisions, set_aside),
            refused,
            settings: settings.filter(|settings| settings != app.settings()),
        }
    }

    /// What a table brings.
    pub fn of_table(app: &App, table: Table) -> Self {
        Self {
            preview: app.preview_rows(table.rows),
            refused: table.refused,
            settings: None,
        }
    }
}

/// What would happen, with the buttons that let it happen or not.
pub fn found_panel(app: &App, found: &Rc<Found>, brings_back: bool) -> Element {
    let texts = app.messages().storage;
    let Found {
        preview, refused, ..
    } = &**found;
    let has_deleted = !preview.deleted_here.is_empty();
    let is_empty = preview.changes_nothing() && !(has_deleted && brings_back);
    let mut list = element("div", "section");
    for (title, revisions) in [
        (texts.found_new(), &preview.new),
        (texts.found_newer_there(), &preview.newer_there),
        (texts.found_deletions(), &preview.deletions),
        (texts.found_newer_here(), &preview.newer_here),
        (texts.found_deleted_here(), &preview.deleted_here),
    ] {
        if !revisions.is_empty() {
            list = list.child(part(app, title, revisions));
        }
    }
    let counted = |template: &str, count: usize| {
        (count > 0).then(|| element("p", "").text(fill(template, &[("count", &count.to_string())])))
    };
    list = list
        .children(counted(texts.found_same(), preview.same))
        .children(counted(texts.found_set_aside(), preview.set_aside.len()))
        .children((refused.count() > 0).then(|| refusals(app, refused)));
    let offer = has_deleted.then(|| {
        let next = Import::Found(found.clone(), !brings_back);
        let toggle = app.turning(PageChange::Import(next));
        button("button", None, texts.bring_back(), toggle).truth("aria-pressed", brings_back)
    });
    let apply = app.act((found.clone(), brings_back), |app, (found, brings_back)| {
        apply(app, found, *brings_back);
    });
    let apply = (!is_empty).then(|| button("button button-primary", None, texts.apply(), apply));
    let cancel = if is_empty {
        app.messages().shell.close()
    } else {
        app.messages().shell.cancel()
    };
    let cancel = button("button", None, cancel, app.act((), |app, ()| give_up(app)));
    let said = if is_empty {
        texts.found_nothing()
    } else {
        texts.found_hint()
    };
    element("div", "section")
        .attribute("id", FOUND_ID)
        .attribute("tabindex", "-1")
        .child(element("h3", "").text(texts.found()))
        .child(element("p", "").text(said))
        .child(list)
        .child(element("div", "actions").children(offer))
        .child(element("div", "actions").children(apply).child(cancel))
}

/// Some entries of a kind, and how many there are.
fn part(app: &App, title: &str, revisions: &[Revision]) -> Element {
    let count = revisions.len().to_string();
    let title = fill(title, &[("count", &count)]);
    let entries = revisions.iter().filter_map(|revision| {
        let entry = revision.clone().into_entry();
        entry.or_else(|| app.entry(revision.entry))
    });
    let mut rows = element("ul", "plain-list");
    for entry in entries.take(SHOWN) {
        rows = rows.child(element("li", "").text(entry_line(app, &entry)));
    }
    if revisions.len() > SHOWN {
        let rest = (revisions.len() - SHOWN).to_string();
        let rest = fill(app.messages().storage.and_more(), &[("count", &rest)]);
        rows = rows.child(element("li", "muted").text(rest));
    }
    element("div", "")
        .child(element("h4", "").text(title))
        .child(rows)
}

/// What is refused, by lines.
fn refusals(app: &App, refused: &Refusals) -> Element {
    let texts = app.messages().storage;
    let title = fill(
        texts.found_refused(),
        &[("count", &refused.count().to_string())],
    );
    let mut rows = element("ul", "plain-list");
    for refusal in refused.list().iter().take(REFUSALS_SHOWN) {
        let line = refusal.line.to_string();
        let reason = reason(&refusal.reason, app.language());
        let said = fill(texts.refusal(), &[("line", &line), ("reason", &reason)]);
        rows = rows.child(element("li", "").text(said));
    }
    if refused.count() > REFUSALS_SHOWN {
        let rest = (refused.count() - REFUSALS_SHOWN).to_string();
        rows = rows.child(element("li", "muted").text(fill(texts.and_more(), &[("count", &rest)])));
    }
    element("div", "")
        .child(element("h4", "").text(title))
        .child(rows)
}

fn apply(app: &App, found: &Found, brings_back: bool) {
    let imported = app.import(&found.preview, brings_back);
    let settings = found.settings.clone();
    app.acknowledge(imported.kept, move |app, kept| {
        let records = imported.records;
        let done = Done {
            records,
            kept,
            settings,
        };
        app.turn(PageChange::Import(Import::Done(Rc::new(done))));
        app.focus_next(FOUND_ID);
    });
}

/// Nothing is taken in, and the page is as if nothing had been chosen.
fn give_up(app: &App) {
    app.turn(PageChange::Import(Import::None));
    app.notify(app.messages().storage.given_up(), false);
}

/// What came of it, or what is wrong with it.
pub fn outcome(app: &App, import: &Import) -> Element {
    let texts = app.messages().storage;
    let place = element("div", "section")
        .attribute("id", FOUND_ID)
        .attribute("tabindex", "-1")
        .attribute("role", "status");
    match import {
        Import::None | Import::Found(..) => element("div", ""),
        Import::Reading => place.child(element("p", "").text(texts.reading())),
        Import::Refused(why) => place.child(callout(Callout::Danger, "", why)),
        Import::Done(done) => {
            let count = [("count", &*done.records.to_string())];
            let said = match done.kept {
                Kept::OnDevice => callout(Callout::Hint, "", &fill(texts.done(), &count)),
                Kept::InMemory(_) => {
                    callout(Callout::Danger, "", &fill(texts.done_in_memory(), &count))
                }
            };
            let settings = done.settings.clone().map(|settings| {
                let take = app.act(settings, |app, settings| {
                    app.choose(|own| *own = taken(own, settings));
                    app.turn(PageChange::Import(Import::None));
                    app.notify(app.messages().storage.settings_taken(), false);
                });
                button("button", None, texts.take_settings(), take)
            });
            place
                .child(said)
                .child(element("div", "actions").children(settings))
        }
    }
}
