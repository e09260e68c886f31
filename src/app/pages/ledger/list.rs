//! The entries that were found, under their months and days.

use super::{View, WINDOW, filters};
use crate::account::{Entry, EntryId, Ledger, ListedDay, ListedMonth, Listing, Search, Span};
use crate::app::components::{
    Element, TITLE_ID, activity_line, button, element, entry_row, icon, link,
};
use crate::app::context::{App, tell_done};
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::{Evidence, assess};
use crate::quantity::grouped;

/// The id of the link that edits the entry at a place.
pub fn row_id(place: usize) -> String {
    ["entry-", &place.to_string()].concat()
}

/// What every part of the list takes.
struct List<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    search: &'a Search,
    /// The place of the next entry.
    place: usize,
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
    let mut list = List {
        app,
        ledger,
        search: &view.search,
        place: 0,
    };
    let mut months = element("div", "column");
    for month in &listing.months {
        months = months.child(list.month(month));
    }
    element("div", "column ledger-list")
        .child(
            element("p", "muted")
                .attribute("role", "status")
                .text(status),
        )
        .child(months)
        .child(element("div", "ledger-end").child(end(app, view, listing)))
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
            let View { search, limit } = view.clone();
            app.focus_next(row_id(limit));
            let limit = limit + WINDOW;
            app.turn(PageChange::Ledger(View { search, limit }));
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
    fn month(&mut self, month: &ListedMonth<'_>) -> Element {
        let language = self.app.language();
        let total = month.totals.map(|totals| totals.reduction.short(language));
        let header = element("div", "section-header ledger-month")
            .child(element("h2", "").text(month.month.long(language)))
            .child(element("p", "row-amount slot").text(total.unwrap_or_default()));
        let mut section = element("section", "section")
            .key(month.month.to_string())
            .child(header);
        for day in &month.days {
            section = section.child(self.day(day));
        }
        section
    }

    fn day(&mut self, day: &ListedDay<'_>) -> Element {
        let points = self.points(self.ledger.points(Span::Day(day.day)));
        let header = element("div", "section-header")
            .child(element("h3", "").text(day.day.long(self.app.language())))
            .child(element("p", "muted small").text(points));
        let mut rows = element("ul", "rows");
        for entry in &day.entries {
            rows = rows.child(self.row(entry));
            self.place += 1;
        }
        element("div", "ledger-day")
            .key(day.day.to_string())
            .child(header)
            .child(rows)
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
            .child(element("span", "slot").children(self_reported))
            .child(element("span", "number").text(points));
        let href = [
            "#/record/",
            action.id.as_str(),
            "?edit=",
            &entry.id.to_string(),
        ]
        .concat();
        let edit = link("button button-quiet", href)
            .attribute("id", row_id(self.place))
            .attribute("aria-label", named(texts.edit_entry()))
            .child(icon("edit"))
            .text(messages.shell.edit());
        let deleted = Deleted {
            entry: entry.id,
            place: self.place,
            search: self.search.clone(),
            said: named(texts.deleted()),
        };
        let delete = button(
            "button button-quiet",
            Some(icon("delete")),
            messages.shell.delete(),
            self.app.act(deleted, delete),
        )
        .attribute("aria-label", named(texts.delete_entry()));
        let tools = element("div", "ledger-tools")
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
    /// Its place among what was found, counted from 0.
    place: usize,
    search: Search,
    /// What is said then.
    said: String,
}

/// Deletes an entry. The next one takes its place and the focus, unless it was
/// the last.
fn delete(app: &App, deleted: &Deleted) {
    let place = deleted.place;
    let found = app.ledger().list(&deleted.search, 0).found;
    tell_done(app, app.delete(deleted.entry), &deleted.said);
    let is_last = place + 1 == found;
    let next = if is_last {
        place.checked_sub(1)
    } else {
        Some(place)
    };
    app.focus_next(next.map_or_else(|| TITLE_ID.to_owned(), row_id));
}
