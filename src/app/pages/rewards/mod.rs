//! What encourages: points and why there are so many, level, goals, streaks and
//! badges. Nothing here blames, and nobody is compared.

mod badges;
mod goals;
mod level;
mod points;
mod streak;

use crate::app::components::{Element, element, link, link_row, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::quantity::Month;
use std::rc::Rc;

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending {
    /// The month whose points are looked at; this month where none was chosen.
    pub month: Option<Month>,
    /// The goals as they are typed.
    pub goals: goals::Editing,
}

impl Pending {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// The page.
pub fn rewards(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().rewards;
    let content = if app.ledger().is_empty() {
        empty(app, pending)
    } else {
        content(app, pending)
    };
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), "", None))
        .child(element("div", "place").child(content))
        .child(element("p", "muted small").text(texts.no_value()))
}

fn content(app: &App, pending: &Pending) -> Element {
    let main = element("div", "column")
        .child(level::level_card(app))
        .child(goals::goals(app, pending))
        .child(streak::streak(app))
        .child(badges::badges_section(app));
    let side = element("div", "column")
        .child(points::statement(app, pending))
        .child(points::by_month(app))
        .child(share_link(app));
    element("div", "columns columns-even")
        .key("content")
        .child(main)
        .child(side)
}

fn share_link(app: &App) -> Element {
    let texts = app.messages().share;
    let row = link_row("#/share".into(), "link", texts.title(), texts.hint().into());
    element("ul", "rows").child(row)
}

fn empty(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().rewards;
    let record =
        link("button button-primary", "#/record").text(app.messages().today.record_first());
    let nothing = element("div", "empty")
        .child(element("h2", "").text(texts.empty_title()))
        .child(element("p", "").text(texts.empty_text()))
        .child(record);
    element("div", "column")
        .key("empty")
        .child(nothing)
        .child(goals::goals(app, pending))
}

/// A section with its heading.
fn section(heading: &'static str) -> Element {
    element("section", "section").child(element("h2", "").text(heading))
}
