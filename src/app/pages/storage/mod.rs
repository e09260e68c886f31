//! What is kept and how well, and the ways to bring it elsewhere and back: a
//! backup file, a table, links and codes for another phone.

mod backup;
mod health;
mod import;
mod links;
mod restore;
mod set_aside;

pub use self::backup::save_backup;
pub use self::import::Import;
pub use self::links::Links;

use self::import::{found_panel, outcome};
use crate::app::components::{Element, element, link, page_header};
use crate::app::context::App;
use crate::exchange::read_transfer;
use crate::language::fill;
use crate::language::refusals::file_error;
use std::rc::Rc;

/// How far the reader has come.
#[derive(Default)]
pub struct Pending {
    /// With taking something in.
    pub import: Import,
    /// With the links to another phone.
    pub links: Option<Links>,
}

/// The page.
pub fn storage(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().storage;
    let main = element("div", "column")
        .child(backup::backup(app))
        .child(restore::restore(app, &pending.import));
    let erase = link("text-link", "#/settings").text(app.messages().settings.erase());
    let side = element("div", "column")
        .child(health::health(app))
        .child(links::links(app, pending.links.as_ref()))
        .child(set_aside::set_aside(app))
        .child(element("p", "").child(erase));
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(element("div", "columns").child(main).child(side))
}

/// What a link brings. It stands in the address, so nothing has to be kept for
/// it to be shown, and nothing of it is taken in unasked.
pub fn transfer(app: &App, code: &str, import: &Import) -> Element {
    let texts = app.messages().storage;
    let (subtitle, content) = match (import, read_transfer(code)) {
        (Import::Done(_), _) => (String::new(), outcome(app, import)),
        (_, Err(error)) => {
            let said = file_error(&error, app.language());
            (String::new(), element("p", "").text(said))
        }
        (_, Ok((incoming, part))) => {
            let [number, count] = [part.number, part.count].map(|number| number.to_string());
            let several = [("number", number.as_str()), ("count", count.as_str())];
            let subtitle = match part.count {
                1 => String::new(),
                _ => fill(texts.part(), &several),
            };
            let brings_back = matches!(import, Import::Found(_, true));
            let found = Rc::new(import::Found::of_incoming(app, incoming));
            (subtitle, found_panel(app, &found, brings_back))
        }
    };
    let today = link("text-link", "#/").text(app.messages().shell.to_today());
    element("div", "page")
        .child(page_header(None, texts.transfer_title(), &subtitle, None))
        .child(content)
        .child(element("p", "").child(today))
}
