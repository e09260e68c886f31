//! The entries that were found, under their months and days.

use super::{View, WINDOW, filters};
use crate::account::{Entry, EntryId, Ledger, ListedDay, ListedMonth, Listing, Search, Span};
use crate::app::browser::window;
use crate::app::components::{Element, TITLE_ID, activity_line, button, element, entry_row, link};
use crate::app::context::{App, tell_done};
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::{Evidence, assess};
use crate::quantity::grouped;

/// The id of the link that edits an entry.
fn row_id(entry: EntryId) -> String {
    ["entry-", &entry.to_string()].concat()
}

/// What every part of the list takes.
struct List<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    search: &'a Search,
}

/// The list, or what to do where nothing was found.
pub fn list(app: &App, ledger: &Ledger, view: &View, listing: &Listing<'_>) -> Element {
    let texts = app.messages().ledger;
    let template = if view.search.is_everything() {
        app.messages().shell.entries()
    } else {
        texts.found()
    };
    let status = fill(template, &[("count", &listing.found.to_string())]);
    let list = List {
        app,
        ledger,
        search: &view.search,
    };
    let months = listing.months.iter().map(|month| list.month(month));
    let months = element("div", "column").children(months);
    let is_whole = listing.listed == listing.found.min(view.limit);
    let end = is_whole.then(|| end(app, view, listing));
    element("div", "column ledger-list")
        .child(
            element("p", "muted")
                .attribute("role", "status")
                .text(status),
        )
        .child(months)
        .child(element("div", "ledger-end").children(end))
}

/// Below the list: the way to more of it, or out of a search without result.
fn end(app: &App, view: &View, listing: &Listing<'_>) -> Element {
    let texts = app.messages().ledger;
    if listing.found == 0 {
        let all = app.act((), |app, ()| {
            app.turn(PageChange::Ledger(View::default()));
            app.focus_next(filters::SEARCH_ID);
        });
        return element("div", "empty")
            .key("none")
            .child(element("h2", "").text(texts.nothing_found()))
            .child(element("p", "").text(texts.nothing_found_text()))
            .child(button("button", None, texts.show_all(), all));
    }
    let (found, shown) = (listing.found.to_string(), listing.listed.to_string());
    let shown = fill(texts.shown(), &[("shown", &shown), ("count", &found)]);
    let left = listing.found - listing.listed;
    let more = (left > 0).then(|| {
        let more = app.act(view.clone(), |app, view| {
            if let Some(first) = app.ledger().found(&view.search).nth(view.limit) {
                app.focus_next(row_id(first.id));
            }
            app.turn(PageChange::Ledger(view.longer()));
        });
        let name = fill(
            texts.show_more(),
            &[("count", &left.min(WINDOW).to_string())],
        );
        button("button button-wide", None, &name, more)
    });
    element("div", "section")
        .key("more")
        .child(element("p", "muted").text(shown))
        .child(element("div", "slot").children(more))
}

impl List<'_> {
    fn month(&self, month: &ListedMonth<'_>) -> Element {
        let language = self.app.language();
        let total = month.totals.map(|totals| totals.reduction.short(language));
        let header = element("div", "section-header ledger-month")
            .child(element("h2", "").text(month.month.long(language)))
            .child(element("p", "row-amount slot").text(total.unwrap_or_default()));
        // In an element of their own: beside one without a key, Yew tells children
        // by their places, counted from the last, and draws all days anew.
        let days = month.days.iter().map(|day| self.day(day));
        element("section", "section")
            .key(month.month.to_string())
            .child(header)
            .child(element("div", "section").children(days))
    }

    fn day(&self, day: &ListedDay<'_>) -> Element {
        let points = self.points(self.ledger.points(Span::Day(day.day)));
        let header = element("div", "section-header")
            .child(element("h3", "").text(day.day.long(self.app.language())))
            .child(element("p", "muted small").text(points));
        let rows = day.entries.iter().map(|entry| self.row(entry));
        element("div", "ledger-day")
            .key(day.day.to_string())
            .child(header)
            .child(element("ul", "rows").children(rows))
    }

    fn row(&self, entry: &Entry) -> Element {
        let messages = self.app.messages();
        let texts = messages.ledger;
        let activity = &entry.activity;
        let action = activity.action();
        let line = activity_line(self.app, activity);
        let what = [action.name.in_language(self.app.language()), " ", &line].concat();
        let named = |template: &str| fill(template, &[("what", &what)]);
        let self_reported = (activity.evidence() == Evidence::SelfReported)
            .then(|| element("span", "tag").text(texts.self_reported()));
        let points = self.points(assess(activity).points.into());
        let tags = element("span", "row-tags")
            .children(self_reported)
            .child(element("span", "number").text(points));
        let href = [
            "#/record/",
            action.id.as_str(),
            "?edit=",
            &entry.id.to_string(),
        ]
        .concat();
        let edit = link("button button-quiet", href)
            .attribute("id", row_id(entry.id))
            .attribute("aria-label", named(texts.edit_entry()))
            .text(messages.shell.edit());
        let deleted = Deleted {
            entry: entry.id,
            search: self.search.clone(),
            said: named(texts.deleted()),
        };
        let delete = button(
            "button button-quiet",
            None,
            messages.shell.delete(),
            self.app.act(deleted, delete),
        )
        .attribute("aria-label", named(texts.delete_entry()));
        let tools = element("div", "row-tools")
            .child(tags)
            .child(edit)
            .child(delete);
        entry_row(self.app, entry, tools)
    }

    fn points(&self, points: u64) -> String {
        fill(
            self.app.messages().shell.points_count(),
            &[("count", &grouped(points))],
        )
    }
}

/// An entry to be deleted.
struct Deleted {
    entry: EntryId,
    search: Search,
    /// What is said then.
    said: String,
}

/// Deletes an entry. The next one takes its place and the focus, or the one
/// before it where it was the last.
fn delete(app: &App, deleted: &Deleted) {
    let neighbour = app.ledger().neighbour(&deleted.search, deleted.entry);
    let next = neighbour.map_or_else(|| TITLE_ID.to_owned(), row_id);
    // The focus moves before its button goes: afterwards the browser would have to
    // lay the page out twice. Where the next one is yet to be drawn it has to wait.
    window::focus(&next);
    if !window::has_focus(&next) {
        app.focus_next(next);
    }
    tell_done(app, app.delete(deleted.entry), &deleted.said);
}
