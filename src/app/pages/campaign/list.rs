//! The campaigns that this device knows.

use crate::app::components::{Element, element, link_row, page_header};
use crate::app::context::App;
use crate::campaign::{Known, Pack, Phase, known};
use crate::language::fill;

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending;

/// The page.
pub fn list(app: &App, _pending: &Pending) -> Element {
    let texts = app.messages().campaign;
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(here(app))
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
    let joined = known.joined.map(|_| texts.joined());
    let said = [&days(app, pack), " · ", phase(app, pack)].concat();
    let said = [Some(said.as_str()), joined].into_iter().flatten();
    let said = said.collect::<Vec<_>>().join(" · ");
    let href = ["#/campaign/of/", &pack.key.to_string()].concat();
    link_row(
        href,
        "volunteer",
        pack.name.in_language(app.language()),
        said.into(),
    )
}

/// From when to when, in words.
pub fn days(app: &App, pack: &Pack) -> String {
    let [first, last] = [pack.first, pack.last].map(|day| day.long(app.language()));
    if pack.first == pack.last {
        return first;
    }
    fill(
        app.messages().campaign.from_to(),
        &[("first", &first), ("last", &last)],
    )
}

/// Where today stands to it.
fn phase(app: &App, pack: &Pack) -> &'static str {
    let texts = app.messages().campaign;
    match pack.phase(app.today()) {
        Phase::Before => texts.before(),
        Phase::Now => texts.now(),
        Phase::Over => texts.over(),
    }
}
