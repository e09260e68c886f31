//! All ways of making a trip side by side, and what the reader's own usual
//! trips would save. It stands by itself, so that it can be all that another
//! site shows of this one.

mod fields;
mod habits;
mod rows;
mod sources;

use crate::account::{Comparison, Measure, Stretch, Trips, Way};
use crate::app::components::{Element, element, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::app::query::Query;
use crate::app::route::Route;
use crate::language::fill;
use crate::methodology::Replaced;
use std::rc::Rc;

/// What is asked for: texts as they were typed, and what was chosen.
#[derive(Clone, Debug)]
pub struct Asked {
    distance: String,
    times: String,
    replaced: Replaced,
    measure: Measure,
    stretch: Stretch,
    /// Whether the reader is done with a field, so that its error is shown.
    was_left: bool,
}

/// The distance of the published example, and there and back on five days.
const USUAL: [&str; 2] = ["8", "10"];

impl Asked {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(Some(self)))
    }

    /// What an address asks for. What it says wrongly stands in its field as it
    /// is, or is left out.
    fn of(query: &Query) -> Self {
        let [distance, times] = ["distance_km", "times"].map(|name| query.get(name));
        let measure = query.get("measure").and_then(Measure::from_id);
        let replaced = query.get("replaced").and_then(Replaced::from_id);
        let is_year = query.get("stretch") == Some(Stretch::Year.id());
        Self {
            distance: distance.unwrap_or(USUAL[0]).to_owned(),
            times: times.unwrap_or(USUAL[1]).to_owned(),
            // What was not done is no way of travelling.
            replaced: replaced
                .filter(|replaced| *replaced != Replaced::None)
                .unwrap_or(Replaced::Car),
            measure: measure.unwrap_or(Measure::Carbon),
            stretch: if is_year {
                Stretch::Year
            } else {
                Stretch::Trip
            },
            was_left: true,
        }
    }
}

/// The page; as its address asks where the reader has changed nothing.
pub fn compare(app: &App, asked: Option<Asked>) -> Element {
    let texts = app.messages().compare;
    let asked = match (asked, app.route()) {
        (Some(asked), _) => asked,
        (None, Route::Compare(query)) => Asked::of(query),
        (None, _) => Asked::of(&Query::default()),
    };
    let trips = Trips::check(&asked.distance, &asked.times);
    let content = match &trips {
        Ok(trips) => outcome(app, &asked, trips),
        Err(_) => element("p", "muted").key("none").text(texts.incomplete()),
    };
    let main = element("div", "column compare-place").child(content);
    let is_embedded = app.appearance().embedded;
    let back = (!is_embedded).then_some(("#/more", app.messages().more.title()));
    let own = (!is_embedded).then(|| habits::own_trips(app));
    element("div", "page compare")
        .child(page_header(back, texts.title(), texts.subtitle(), None))
        .child(
            element("div", "columns compare-columns")
                .child(fields::fields(app, &asked, &trips))
                .child(main)
                .child(element("div", "slot").children(own)),
        )
}

fn outcome(app: &App, asked: &Asked, trips: &Trips) -> Element {
    let comparison = Comparison::of(trips, asked.replaced, asked.measure, asked.stretch);
    element("div", "column")
        .key("some")
        .child(rows::chart(app, asked, trips, &comparison))
        .child(sources::sources(app, &comparison))
}

/// What a way is called: "拼车 3 人".
fn name(app: &App, way: Way) -> String {
    let names = app.messages().names;
    match way {
        Way::Action(action, persons) => {
            let name = action.name.in_language(app.language());
            let persons = persons.map(|persons| persons.to_string());
            let persons = persons.map(|count| fill(names.persons(), &[("count", &count)]));
            persons.map_or_else(|| name.to_owned(), |persons| [name, " ", &persons].concat())
        }
        Way::Taxi => names.replaced(Replaced::Taxi).to_owned(),
    }
}
