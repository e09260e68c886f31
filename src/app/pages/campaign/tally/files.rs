//! The tally as a table and as a file, and the tallies of other devices taken
//! in: first what would happen, then only what was asked for.

use super::Desk;
use super::figures::{group_names, level_names};
use crate::account::Kept;
use crate::app::browser::files;
use crate::app::components::{
    Asked, Callout, Element, button, callout, element, file_input, text_field,
};
use crate::app::context::App;
use crate::campaign::{CampaignKey, Card, Figures, Known, Sum, Taken, Tally, Told};
use crate::exchange::{FileError, TallyRow, check_size, read_tally, write_tally, write_tally_csv};
use crate::language::fill;
use crate::language::refusals::file_error;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const FIELD_ID: &str = "tally-file";
/// The place of what was found; it takes the focus.
const FOUND_ID: &str = "tally-found";

/// How far taking in a file has come.
#[derive(Default)]
pub enum Merging {
    /// Nothing was chosen.
    #[default]
    None,
    /// It is refused as a whole, as is said here.
    Refused(String),
    /// What was found.
    Found(Rc<Found>),
    /// What was taken in, as is said here.
    Done(Callout, String),
}

/// What a file would bring.
pub struct Found {
    cards: Vec<Card>,
    refused: usize,
}

/// The section.
pub fn files(
    app: &App,
    known: &Known,
    tally: &Tally,
    figures: &Figures,
    desk: &Rc<Desk>,
) -> Element {
    let texts = app.messages().tally;
    let table = app.act((known.clone(), figures.clone()), |app, (known, figures)| {
        let text = table(app, known, figures);
        let name = ["carbon-inclusion-tally-", &app.today().to_string(), ".csv"].concat();
        told(app, files::save(&name, "text/csv", &text).is_ok());
    });
    let file = app.act(tally.clone(), |app, tally| {
        let name = ["carbon-inclusion-tally-", &app.today().to_string(), ".json"].concat();
        let saved = files::save(&name, "application/json", &write_tally(tally));
        told(app, saved.is_ok());
    });
    let buttons = element("div", "actions")
        .child(button("button", None, texts.save_table(), table))
        .child(button("button", None, texts.save_file(), file));
    let asked = Asked {
        id: FIELD_ID,
        label: texts.merge(),
        hint: texts.merge_hint(),
        error: None,
    };
    let take = app.act((known.pack.key, desk.clone()), |app, (key, desk)| {
        read(app, *key, desk);
    });
    let field = text_field(
        asked,
        file_input(".json,.txt,application/json,text/plain", &take),
    );
    let content = match &*desk.merging.borrow() {
        Merging::None => element("div", "").key("none"),
        Merging::Refused(why) => callout(Callout::Danger, "", why).key("refused"),
        Merging::Found(found) => preview(app, tally, found, desk).key("found"),
        Merging::Done(kind, said) => callout(*kind, "", said).key("done"),
    };
    let place = element("div", "section")
        .attribute("id", FOUND_ID)
        .attribute("tabindex", "-1")
        .attribute("role", "status")
        .child(content);
    element("section", "section")
        .child(element("h2", "").text(texts.files()))
        .child(element("p", "muted").text(texts.files_hint()))
        .child(buttons)
        .child(field)
        .child(place)
}

fn told(app: &App, is_done: bool) {
    let texts = app.messages().storage;
    let said = if is_done {
        texts.saved()
    } else {
        texts.not_saved()
    };
    app.notify(said, false);
}

/// The figures as a table.
fn table(app: &App, known: &Known, figures: &Figures) -> String {
    let texts = app.messages().tally;
    let row = |kind: &str, name: &str, told: &Told<Sum>| {
        let (people, sum) = match told {
            Told::Nobody => (Told::Nobody, None),
            Told::Withheld => (Told::Withheld, None),
            Told::Told(sum) => (Told::Told(sum.people), Some(*sum)),
        };
        TallyRow {
            kind: kind.to_owned(),
            name: name.to_owned(),
            people,
            sum,
        }
    };
    let name = known.pack.name.in_language(app.language());
    let mut rows = vec![row(texts.all(), name, &figures.all)];
    if !known.pack.groups.is_empty() {
        let groups = group_names(app, known);
        let groups = groups.iter().zip(&figures.groups);
        rows.extend(groups.map(|(name, told)| row(texts.by_group(), name, told)));
    }
    if !known.pack.thanks.is_empty() {
        let levels = level_names(app, known).into_iter().zip(&figures.thanks);
        rows.extend(levels.map(|(name, people)| TallyRow {
            kind: texts.by_thanks().to_owned(),
            name,
            people: *people,
            sum: None,
        }));
    }
    let headings = texts.headings();
    let headings = std::array::from_fn(|place| headings.get(place).copied().unwrap_or_default());
    write_tally_csv(headings, &rows, texts.withheld(), app.language())
}

/// Reads the chosen file and shows what it would bring.
fn read(app: &App, key: CampaignKey, desk: &Rc<Desk>) {
    let Some((file, bytes)) = files::chosen(FIELD_ID) else {
        return;
    };
    if let Err(error) = check_size(bytes) {
        return show(app, desk, refused(app, &error));
    }
    let (app, desk) = (app.clone(), desk.clone());
    spawn_local(async move {
        let next = match files::read(&file).await {
            Err(_) => Merging::Refused(app.messages().storage.unreadable_file().to_owned()),
            Ok(bytes) => match read_tally(&bytes) {
                Err(error) => refused(&app, &error),
                Ok(file) if file.campaign != key => {
                    Merging::Refused(app.messages().tally.other_tally().to_owned())
                }
                Ok(file) => Merging::Found(Rc::new(Found {
                    cards: file.cards,
                    refused: file.refused.count(),
                })),
            },
        };
        show(&app, &desk, next);
    });
}

fn refused(app: &App, error: &FileError) -> Merging {
    Merging::Refused(file_error(error, app.language()))
}

fn show(app: &App, desk: &Rc<Desk>, next: Merging) {
    desk.merging.replace(next);
    app.focus_next(FOUND_ID);
    desk.turn(app);
}

/// What would happen, with the buttons that let it happen or not.
fn preview(app: &App, tally: &Tally, found: &Rc<Found>, desk: &Rc<Desk>) -> Element {
    let texts = app.messages().tally;
    let outcomes = tally.clone().take_all(&found.cards);
    let count = |wanted: Taken| outcomes.iter().filter(|taken| **taken == wanted).count();
    let mut rows = element("ul", "plain-list");
    for (template, count) in [
        (texts.found_counted(), count(Taken::Counted)),
        (texts.found_replaced(), count(Taken::Replaced)),
        (texts.found_same(), count(Taken::Same)),
        (texts.found_older(), count(Taken::Older)),
        (texts.found_elsewhere(), count(Taken::Elsewhere)),
        (texts.found_refused(), found.refused),
    ] {
        if count > 0 {
            let said = fill(template, &[("count", &count.to_string())]);
            rows = rows.child(element("li", "").text(said));
        }
    }
    let brings = outcomes
        .iter()
        .any(|taken| matches!(taken, Taken::Counted | Taken::Replaced));
    let said = if brings {
        texts.found()
    } else {
        texts.found_nothing()
    };
    let with = (tally.campaign(), found.clone(), desk.clone());
    let apply = app.act(with, |app, (key, found, desk)| {
        apply(app, *key, found, desk);
    });
    let apply = brings.then(|| button("button button-primary", None, texts.apply(), apply));
    let cancel = app.act(desk.clone(), |app, desk| {
        desk.merging.replace(Merging::None);
        desk.turn(app);
    });
    let cancel = button("button", None, app.messages().shell.cancel(), cancel);
    element("div", "section")
        .child(element("p", "").text(said))
        .child(rows)
        .child(element("div", "actions").children(apply).child(cancel))
}

fn apply(app: &App, key: CampaignKey, found: &Found, desk: &Rc<Desk>) {
    let (_, kept) = app.take_cards(key, &found.cards);
    let desk = desk.clone();
    app.acknowledge(kept, move |app, kept| {
        let texts = app.messages().tally;
        let people = app.tally(key).tally.cards().len().to_string();
        let merged = fill(texts.merged(), &[("count", &people)]);
        let next = match kept {
            Kept::OnDevice => Merging::Done(Callout::Hint, merged),
            Kept::InMemory(_) => Merging::Done(Callout::Danger, texts.in_memory().to_owned()),
        };
        show(app, &desk, next);
    });
}
