//! The ledger: everything recorded, by day, to be found, edited and deleted.

mod filters;
mod list;

use self::filters::filters;
use self::list::list;
use crate::account::Search;
use crate::app::browser::window;
use crate::app::components::{Element, element, link, page};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::query::Query;
use crate::methodology::{ActionId, Category};
use wasm_bindgen_futures::spawn_local;

/// How many entries are shown at first, and how many more at a time.
const WINDOW: usize = 20;
/// How many of them are drawn in one frame: what a phone has room for, and few
/// enough that a slow one answers a tap within a tenth of a second.
const A_FRAME: usize = 5;

/// What is looked at.
#[derive(Clone)]
pub struct View {
    search: Search,
    /// How many entries are shown.
    limit: usize,
    /// How many of them are drawn by now.
    drawn: usize,
}

impl Default for View {
    fn default() -> Self {
        Self::of(Search::default())
    }
}

impl View {
    /// The first entries that a search finds, the very first of them drawn.
    const fn of(search: Search) -> Self {
        Self {
            search,
            limit: WINDOW,
            drawn: A_FRAME,
        }
    }

    /// With as many more entries as are shown at a time.
    fn longer(&self) -> Self {
        Self {
            search: self.search.clone(),
            limit: self.limit + WINDOW,
            drawn: self.limit + A_FRAME,
        }
    }

    /// How many entries are drawn, where that is not all.
    pub fn unfinished(&self) -> Option<usize> {
        (self.drawn < self.limit).then_some(self.drawn)
    }

    /// Draws some more, where `drawn` is what is drawn by now.
    pub fn goes_on(&mut self, drawn: usize) {
        if self.drawn == drawn {
            self.drawn = self.limit.min(drawn + A_FRAME);
        }
    }

    /// What an address asks for: `span`, `category` and `action`. What is unknown
    /// or malformed counts as not asked. All of it is drawn at once: going back,
    /// the browser looks for the place where the reader was.
    fn asked(query: &Query) -> Self {
        let span = query.get("span").and_then(|span| span.parse().ok());
        let search = Search {
            text: String::new(),
            category: query.get("category").and_then(Category::from_id),
            action: query.get("action").and_then(ActionId::parse),
            span: span.unwrap_or_default(),
        };
        Self {
            drawn: WINDOW,
            ..Self::of(search)
        }
    }
}

/// Draws the rest of what is shown, some with each frame.
pub fn go_on(app: &App, drawn: usize) {
    let app = app.clone();
    spawn_local(async move {
        window::frame_drawn().await;
        app.turn(PageChange::LedgerGoesOn(drawn));
    });
}

/// The page: as the reader looks at it, or else as the address asks.
pub fn ledger(app: &App, query: &Query, view: Option<&View>) -> Element {
    let ledger = app.ledger();
    let view = &view.cloned().unwrap_or_else(|| View::asked(query));
    let content = if ledger.is_empty() {
        empty(app)
    } else {
        let listing = ledger.list(&view.search, view.drawn);
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
