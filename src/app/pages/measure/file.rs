//! A track that another app recorded, as a GPX file: its size is looked at before
//! anything of it is read, and nothing but its distance is kept.

use super::{Pending, STATE_ID};
use crate::app::browser::{files, window};
use crate::app::components::{Asked, Callout, Element, callout, element, file_input, text_field};
use crate::app::context::App;
use crate::journey::{GPX_BYTES_MAX, GpxError, read_gpx};
use crate::language::refusals::gpx_error;
use wasm_bindgen_futures::spawn_local;

const FIELD_ID: &str = "gpx-file";

/// The section.
pub fn file(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().measure;
    let asked = Asked {
        id: FIELD_ID,
        label: texts.file(),
        hint: texts.file_hint(),
        error: None,
    };
    let kinds = ".gpx,application/gpx+xml,application/xml,text/xml";
    let field = text_field(asked, file_input(kinds, &app.act((), |app, ()| take(app))));
    let said = match pending {
        Pending::Reading => Some(element("p", "").text(texts.reading())),
        Pending::Refused(why) => Some(callout(Callout::Danger, "", why)),
        _ => None,
    };
    let said = element("div", "slot")
        .attribute("role", "status")
        .children(said);
    element("section", "section")
        .child(element("h2", "").text(texts.file_title()))
        .child(field)
        .child(said)
}

/// Reads the chosen file.
fn take(app: &App) {
    let Some((file, bytes)) = files::chosen(FIELD_ID) else {
        return;
    };
    if bytes > GPX_BYTES_MAX {
        return show(app, refused(app, GpxError::TooLarge));
    }
    show(app, Pending::Reading);
    let app = app.clone();
    let place = window::hash();
    spawn_local(async move {
        let next = match files::read(&file).await {
            Ok(bytes) => match read_gpx(&bytes) {
                Ok(track) => Pending::Read(track),
                Err(error) => refused(&app, error),
            },
            Err(_) => Pending::Refused(app.messages().storage.unreadable_file().to_owned()),
        };
        if window::hash() == place {
            show(&app, next);
        }
    });
}

fn refused(app: &App, error: GpxError) -> Pending {
    Pending::Refused(gpx_error(error, app.language()))
}

fn show(app: &App, next: Pending) {
    if matches!(next, Pending::Read(_)) {
        // What was chosen from goes.
        app.focus_next(STATE_ID);
    }
    app.turn(next.change());
}
