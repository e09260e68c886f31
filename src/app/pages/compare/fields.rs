//! What to compare: how far, how often, instead of what, and by which quantity.

use super::Asked as Question;
use crate::account::{Measure, Stretch, Trips, TripsErrors};
use crate::app::components::{
    Asked, Choice, Element, Question as Group, choice_group, element, text_field, text_input,
};
use crate::app::context::App;
use crate::language::errors::activity_error;
use crate::methodology::{ActivityError, Replaced};
use yew::Callback;

/// The fields.
pub fn fields(app: &App, asked: &Question, trips: &Result<Trips, TripsErrors>) -> Element {
    let texts = app.messages().compare;
    let errors = trips.as_ref().err().filter(|_| asked.was_left);
    let distance = number(
        app,
        asked,
        Asked {
            id: "distance_km",
            label: texts.distance(),
            hint: "",
            error: said(app, errors.and_then(|errors| errors.distance.as_ref())).as_deref(),
        },
        &asked.distance,
        |asked, text| asked.distance = text,
    );
    let times = number(
        app,
        asked,
        Asked {
            id: "times",
            label: texts.times(),
            hint: "",
            error: said(app, errors.and_then(|errors| errors.times.as_ref())).as_deref(),
        },
        &asked.times,
        |asked, text| asked.times = text,
    );
    element("div", "form")
        .child(
            element("div", "compare-fields")
                .child(distance)
                .child(times),
        )
        .child(replaced(app, asked))
        .child(measure(app, asked))
        .child(stretch(app, asked))
}

fn said(app: &App, error: Option<&ActivityError>) -> Option<String> {
    error.map(|error| activity_error(error, app.language()))
}

/// A callback that changes what is asked for by what was typed or chosen.
fn changed(app: &App, asked: &Question, change: fn(&mut Question, String)) -> Callback<String> {
    app.typing((asked.clone(), change), |(asked, change), typed| {
        let mut asked = asked.clone();
        change(&mut asked, typed);
        asked.change()
    })
}

/// A number. What is half typed is not called wrong.
fn number(
    app: &App,
    asked: &Question,
    field: Asked<'_>,
    text: &str,
    change: fn(&mut Question, String),
) -> Element {
    let oninput = app.typing((asked.clone(), change), |(asked, change), typed| {
        let mut asked = asked.clone();
        asked.was_left = false;
        change(&mut asked, typed);
        asked.change()
    });
    let control = text_input("text", text, oninput)
        .attribute("inputmode", "decimal")
        .attribute("enterkeyhint", "done")
        .onchange(changed(app, asked, |asked, _| asked.was_left = true));
    text_field(field, control)
}

fn replaced(app: &App, asked: &Question) -> Element {
    let names = app.messages().names;
    let modes = Replaced::ALL
        .into_iter()
        .filter(|mode| *mode != Replaced::None);
    let choices: Vec<Choice> = modes
        .map(|mode| (mode.id(), names.replaced(mode)))
        .collect();
    choice_group(
        Group::plain("replaced", app.messages().compare.replaced()),
        &choices,
        asked.replaced.id(),
        changed(app, asked, |asked, id| {
            asked.replaced = Replaced::from_id(&id).unwrap_or(asked.replaced);
        }),
    )
}

fn measure(app: &App, asked: &Question) -> Element {
    let choices = Measure::ALL.map(|measure| (measure.id(), short_name(app, measure)));
    choice_group(
        Group::plain("measure", app.messages().compare.measure()),
        &choices,
        asked.measure.id(),
        changed(app, asked, |asked, id| {
            asked.measure = Measure::from_id(&id).unwrap_or(asked.measure);
        }),
    )
}

/// As short as it is known by.
fn short_name(app: &App, measure: Measure) -> &'static str {
    match measure {
        Measure::Carbon => app.messages().compare.carbon(),
        Measure::Pollutant(pollutant) => pollutant.id(),
    }
}

fn stretch(app: &App, asked: &Question) -> Element {
    let texts = app.messages().compare;
    let choices = [
        (Stretch::Trip.id(), texts.a_trip()),
        (Stretch::Year.id(), texts.a_year()),
    ];
    choice_group(
        Group::plain("stretch", texts.stretch()),
        &choices,
        asked.stretch.id(),
        changed(app, asked, |asked, id| {
            let is_year = id == Stretch::Year.id();
            asked.stretch = if is_year {
                Stretch::Year
            } else {
                Stretch::Trip
            };
        }),
    )
}
