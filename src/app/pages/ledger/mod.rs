//! The ledger: everything recorded, by day, to be found, edited and deleted.

mod filters;
mod list;

use self::filters::filters;
use self::list::list;
use crate::account::Search;
use crate::app::components::{Element, element, link, page};
use crate::app::context::App;
use crate::app::query::Query;
use crate::methodology::{ActionId, Category};

/// How many entries are shown at first, and how many more at a time: what a phone
/// makes within a tenth of a second.
const WINDOW: usize = 20;

/// What is looked at.
#[derive(Clone)]
pub struct View {
    search: Search,
    limit: usize,
}

impl Default for View {
    fn default() -> Self {
        Self::of(Search::default())
    }
}

impl View {
    const fn of(search: Search) -> Self {
        Self {
            search,
            limit: WINDOW,
        }
    }

    /// What an address asks for: `span`, `category` and `action`. What is unknown
    /// or malformed counts as not asked.
    fn asked(query: &Query) -> Self {
        let span = query.get("span").and_then(|span| span.parse().ok());
        Self::of(Search {
            text: String::new(),
            category: query.get("category").and_then(Category::from_id),
            action: query.get("action").and_then(ActionId::parse),
            span: span.unwrap_or_default(),
        })
    }
}

/// The page: as the reader looks at it, or else as the address asks.
pub fn ledger(app: &App, query: &Query, view: Option<&View>) -> Element {
    let ledger = app.ledger();
    let view = &view.cloned().unwrap_or_else(|| View::asked(query));
    let content = if ledger.is_empty() {
        empty(app)
    } else {
        let listing = ledger.list(&view.search, view.limit);
        element("div", "columns ledger")
            .key("list")
            .child(filters(app, &ledger, &view.search))
            .child(list(app, &ledger, view, &listing))
    };
    page(app.messages().ledger.title()).child(element("div", "place").child(content))
}

fn empty(app: &App) -> Element {
    let texts = app.messages().ledger;
    let record =
        link("button button-primary", "#/record").text(app.messages().today.record_first());
    element("div", "empty")
        .key("empty")
        .child(element("h2", "").text(texts.empty_title()))
        .child(element("p", "").text(texts.empty_text()))
        .child(record)
}
