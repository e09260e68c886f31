//! The campaigns that this device knows, and the ways to more of them.

use super::about::{days, phase};
use super::href;
use crate::app::browser::{files, window};
use crate::app::components::{
    Asked, Element, element, file_input, link, link_row, page_header, text_field,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::{Known, PACK_BYTES_MAX, join_link, known, read_pack};
use crate::language::refusals::pack_refusal;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const FIELD_ID: &str = "campaign-file";

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending {
    /// What is wrong with the file that was chosen.
    refused: Option<String>,
}

/// The page.
pub fn list(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().campaign;
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(here(app))
        .child(file(app, pending))
        .child(hold_one(app))
}

fn here(app: &App) -> Element {
    let texts = app.messages().campaign;
    let known = known(app.settings());
    let content = if known.is_empty() {
        element("div", "empty")
            .key("empty")
            .child(element("h2", "").text(texts.empty_title()))
            .child(element("p", "").text(texts.empty_text()))
    } else {
        let rows = known.iter().map(|known| row(app, known));
        element("section", "section")
            .key("known")
            .child(element("h2", "").text(texts.known()))
            .child(element("ul", "rows").children(rows))
    };
    element("div", "place").child(content)
}

fn row(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let pack = &known.pack;
    let days = days(app, pack);
    let joined = known.joined.map(|_| texts.joined());
    let said = [&*days, phase(app, pack)].into_iter().chain(joined);
    let said = said.collect::<Vec<_>>().join(" · ");
    let name = pack.name.in_language(app.language());
    link_row(href("of", pack.key), "star", name, said.into())
}

/// A pack that came as a file.
fn file(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().campaign;
    let asked = Asked {
        id: FIELD_ID,
        label: texts.file(),
        hint: texts.file_hint(),
        error: pending.refused.as_deref(),
    };
    let input = file_input(".json,application/json", &app.act((), |app, ()| read(app)));
    element("section", "section")
        .child(element("h2", "").text(texts.file_title()))
        .child(text_field(asked, input))
}

/// Reads the chosen file and shows what it would bring. Its size is looked at
/// before anything of it is read.
fn read(app: &App) {
    let Some((file, bytes)) = files::chosen(FIELD_ID) else {
        return;
    };
    let app = app.clone();
    spawn_local(async move {
        let is_small = bytes <= PACK_BYTES_MAX as u64;
        let said = match (is_small, files::read(&file).await) {
            (false, _) => app.messages().campaign.refused_foreign().to_owned(),
            (_, Err(_)) => app.messages().storage.unreadable_file().to_owned(),
            (_, Ok(bytes)) => match read_pack(&bytes) {
                Ok(pack) => return window::go(&join_link("", &pack)),
                Err(error) => pack_refusal(&error, app.language()),
            },
        };
        window::focus(FIELD_ID);
        let refused = Some(said);
        app.turn(PageChange::Remembers(Rc::new(Pending { refused })));
    });
}

/// For organisers.
fn hold_one(app: &App) -> Element {
    let texts = app.messages().campaign;
    let kiosk = app.messages().kiosk;
    let at_a_stall = link_row(
        "#/campaign/kiosk".to_owned(),
        "volunteer",
        kiosk.name(),
        kiosk.name_hint().into(),
    );
    element("section", "section")
        .child(element("h2", "").text(texts.hold()))
        .child(element("p", "").text(texts.hold_hint()))
        .child(element("p", "").child(link("button", "#/campaign/new").text(texts.make())))
        .child(element("ul", "rows").child(at_a_stall))
}
