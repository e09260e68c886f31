//! What one person saved in a campaign, on one sheet of paper: the sheet of the
//! year (src/app/pages/share/certificate.rs) with the campaign's own words.

use super::about::days;
use super::to_list;
use crate::app::components::{Element, element, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::pages::share::{
    Certified, certificate_columns, certificate_form, certificate_sheet,
};
use crate::campaign::{Known, Pack, Progress};
use crate::language::fill;
use std::rc::Rc;

/// What the page remembers, and forgets when it is left.
#[derive(Clone, Default)]
pub struct Pending {
    /// A name, as typed; it is kept nowhere else.
    name: String,
}

/// The page.
pub fn certificate(app: &App, pending: &Pending, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let pack = &known.pack;
    let progress = Progress::of(&app.ledger(), pack);
    let is_empty = progress.totals.entries == 0;
    let oninput = app.typing((), |(), name| {
        PageChange::Remembers(Rc::new(Pending { name }))
    });
    let content = if is_empty {
        element("p", "").key("none").text(texts.nothing_over())
    } else {
        sheet(app, pending, pack, &progress).key("sheet")
    };
    let name = pack.name.in_language(app.language());
    element("div", "page on-paper")
        .child(page_header(
            Some(to_list(app)),
            texts.certificate(),
            name,
            None,
        ))
        .child(certificate_columns(
            certificate_form(app, &pending.name, oninput, is_empty),
            element("div", "place").child(content),
        ))
}

fn sheet(app: &App, pending: &Pending, pack: &Pack, progress: &Progress) -> Element {
    let texts = app.messages().campaign;
    let name = pack.name.in_language(app.language());
    let said = [("name", name), ("days", &days(app, pack))];
    let said = fill(texts.certificate_said(), &said);
    let thanks = progress.thanks(pack).0.map(|level| {
        let name = level.name.in_language(app.language());
        element("p", "campaign-thanks").text(fill(texts.reached(), &[("name", name)]))
    });
    let count = progress.active_days.to_string();
    let active = fill(texts.active_on(), &[("count", &count)]);
    let more = element("div", "section")
        .children(thanks)
        .child(element("p", "").text(active));
    let certified = Certified {
        title: texts.certificate_title(),
        name: &pending.name,
        said: &said,
        totals: &progress.totals,
    };
    certificate_sheet(app, &certified, more)
}
