//! The editions of the method: what the newest one has otherwise, and what it
//! would change in the account. An entry stays with its edition until the reader
//! accepts another.

mod changed;
mod offered;

pub use offered::offer;

use super::basics::{files_of, released};
use super::section;
use crate::account::{Imported, Moved};
use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::methodology::{Edition, editions};
use std::rc::Rc;

/// What became of the offer while the page is open.
#[derive(Clone, Default)]
pub enum Pending {
    /// Nothing yet.
    #[default]
    Offered,
    /// It was accepted: these can be moved back.
    Accepted(Rc<[Moved]>, Imported),
    /// Accepting it was taken back.
    TakenBack(Imported),
}

/// The page.
pub fn editions_page(app: &App, pending: &Pending) -> Element {
    let mut list = section(app.messages().editions.all());
    for edition in editions().iter().rev() {
        list = list.child(one(app, edition));
    }
    // What is new comes before what is kept for good.
    let side = element("div", "column").children(changes(app)).child(list);
    element("div", "columns")
        .child(offered::in_account(app, pending))
        .child(side)
}

/// An edition, with its files.
fn one(app: &App, edition: &'static Edition) -> Element {
    element("div", "card")
        .key(edition.id)
        .child(element("h3", "").text(edition.title.in_language(app.language())))
        .child(element("p", "muted small").text(released(app, edition)))
        .child(files_of(app, edition))
}

/// What each edition has otherwise than the one before it, the newest first.
fn changes(app: &App) -> Option<Element> {
    let pairs = editions().windows(2).rev();
    let mut parts = pairs.map(|pair| changed::changed(app, pair[0], pair[1]));
    let first = parts.next()?;
    Some(element("div", "column").child(first).children(parts))
}
