//! Choosing a file to take in. Its size is looked at before anything of it is
//! read.

use super::import::{FOUND_ID, Found, Import, found_panel, outcome};
use crate::app::browser::files;
use crate::app::components::{Asked, Element, element, file_input, text_field};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::exchange::{FileError, check_size, read_backup, read_csv};
use crate::language::refusals::file_error;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const FIELD_ID: &str = "restore-file";

/// The section.
pub fn restore(app: &App, import: &Import) -> Element {
    let texts = app.messages().storage;
    let asked = Asked {
        id: FIELD_ID,
        label: texts.choose_file(),
        hint: texts.restore_hint(),
        error: None,
    };
    let kinds = ".json,.csv,.txt,application/json,text/csv,text/plain";
    let field = text_field(asked, file_input(kinds, &app.act((), |app, ()| take(app))));
    let content = match import {
        Import::Found(found, brings_back) => found_panel(app, found, *brings_back),
        other => outcome(app, other),
    };
    element("section", "section")
        .child(element("h2", "").text(texts.restore()))
        .child(field)
        .child(element("div", "").child(content))
}

/// Reads the chosen file and shows what it would bring.
fn take(app: &App) {
    let Some((file, bytes)) = files::chosen(FIELD_ID) else {
        return;
    };
    if let Err(error) = check_size(bytes) {
        return show(app, Import::Refused(file_error(&error, app.language())));
    }
    show(app, Import::Reading);
    let app = app.clone();
    spawn_local(async move {
        let next = match files::read(&file).await {
            Ok(bytes) => read(&app, &bytes),
            Err(_) => Import::Refused(app.messages().storage.unreadable_file().to_owned()),
        };
        show(&app, next);
    });
}

fn read(app: &App, bytes: &[u8]) -> Import {
    let found = found(app, bytes);
    match found {
        Ok(found) => Import::Found(Rc::new(found), false),
        Err(error) => Import::Refused(file_error(&error, app.language())),
    }
}

/// A backup begins with a brace; everything else is taken for a table.
fn found(app: &App, bytes: &[u8]) -> Result<Found, FileError> {
    let is_sign = |byte: &&u8| !byte.is_ascii_whitespace() && !matches!(**byte, 0xef | 0xbb | 0xbf);
    if bytes.iter().find(is_sign) == Some(&b'{') {
        Ok(Found::of_incoming(app, read_backup(bytes)?))
    } else {
        Ok(Found::of_table(app, read_csv(bytes, app.today())?))
    }
}

fn show(app: &App, import: Import) {
    app.turn(PageChange::Import(import));
    app.focus_next(FOUND_ID);
}
