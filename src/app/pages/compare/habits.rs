//! The reader's own usual trips, and what they would emit less.

use super::name;
use crate::account::{Better, Habit, habits};
use crate::app::components::{Element, element, link, link_row};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::Replaced;

/// The most trips that are looked at, and the most ways for each.
const TRIPS_MAX: usize = 3;
const WAYS_MAX: usize = 3;

/// What the account says of the reader's own trips.
pub fn own_trips(app: &App) -> Element {
    let texts = app.messages().compare;
    let found = habits(&app.ledger(), TRIPS_MAX);
    let section = element("section", "section").child(element("h2", "").text(texts.own()));
    if found.is_empty() {
        return section.child(element("p", "muted small").text(texts.own_none()));
    }
    let trips = found.iter().map(|habit| own_trip(app, habit));
    section
        .child(element("p", "muted small").text(texts.own_hint()))
        .children(trips)
}

fn own_trip(app: &App, habit: &Habit) -> Element {
    let texts = app.messages().compare;
    let action = habit.activity.action();
    let count = habit.times.to_string();
    let name = action.name.in_language(app.language());
    let line = [name, " ", &habit.distance.exact(app.language())];
    let mut rows = element("ul", "rows");
    for better in habit.better.iter().take(WAYS_MAX) {
        rows = rows.child(better_row(app, habit, better));
    }
    let compare = ["#/compare?distance_km=", &habit.distance.to_string()].concat();
    element("div", "section compare-own")
        .child(element("h3", "").text(line.concat()))
        .child(element("p", "muted small").text(fill(texts.own_times(), &[("count", &count)])))
        .child(rows)
        .child(link("text-link", compare).text(texts.own_compare()))
}

fn better_row(app: &App, habit: &Habit, better: &Better) -> Element {
    let texts = app.messages().compare;
    let replaced = Replaced::from_id(habit.activity.action().id.as_str());
    let form = better
        .way
        .form(habit.distance, replaced)
        .unwrap_or_default();
    let [one, all] = [better.a_trip, better.together].map(|amount| amount.short(app.language()));
    let way = name(app, better.way);
    let title = fill(texts.own_instead(), &[("way", &way)]);
    let count = habit.times.to_string();
    let values = [("one", &*one), ("all", &*all), ("count", &*count)];
    link_row(form, "", &title, fill(texts.own_saves(), &values).into())
}
