//! How it is used, in a few steps with a picture each. The pictures are made of
//! what the pages themselves are made of, and show one real trip worked out: they
//! never show anything that the pages do not.

use crate::account::{Entry, EntryId, Share};
use crate::app::components::Callout;
use crate::app::components::{
    Element, bar_row, callout, element, entry_row, icon, large_carbon_figure, link, page_header,
    range_text,
};
use crate::app::context::App;
use crate::methodology::{ActionId, Activity, Draft, assess, current};

/// What is recorded in the pictures, by action and kilometres: the first one is
/// shown in all of them.
const TRIPS: [(&str, &str); 3] = [("bus", "8"), ("bicycle", "5"), ("walk", "2")];

/// The page.
pub fn guide(app: &App) -> Element {
    let texts = app.messages().guide;
    let trips: Vec<Activity> = TRIPS
        .iter()
        .filter_map(|trip| activity(app, *trip))
        .collect();
    let pictures = trips.first().map(|first| {
        [
            choosing(app),
            result(app, first),
            why(app),
            in_ledger(app, first),
            in_statement(app, &trips),
            kept(app),
        ]
    });
    let pictures = pictures.into_iter().flatten();
    let steps = texts.steps().iter().zip(pictures);
    let steps = steps.map(|([title, text], picture)| step(title, text, picture));
    let record = link("button button-primary", "#/record")
        .child(icon("plus"))
        .text(app.messages().today.record());
    let more = ("#/more", app.messages().more.title());
    element("div", "page")
        .child(page_header(Some(more), texts.title(), texts.hint(), None))
        .child(element("ol", "guide").children(steps))
        .child(element("p", "actions").child(record))
}

fn step(title: &'static str, text: &'static str, picture: Element) -> Element {
    // It shows controls that are none.
    let picture = element("div", "guide-picture")
        .attribute("aria-hidden", "true")
        .flag("inert", true)
        .child(picture);
    element("li", "guide-step")
        .key(title)
        .child(element("h2", "").text(title))
        .child(element("p", "").text(text))
        .child(picture)
}

fn activity(app: &App, (action, kilometres): (&str, &str)) -> Option<Activity> {
    let draft = Draft {
        action,
        on: &app.today().to_string(),
        inputs: vec![("distance_km", kilometres.into())],
        replaced: Some("car"),
        ..Draft::default()
    };
    Activity::check(&draft).ok()
}

/// Choosing what was done.
fn choosing(app: &App) -> Element {
    let names = TRIPS.iter().filter_map(|(id, _)| {
        let action = current().action(ActionId::parse(id)?)?;
        Some((*id, action.name.in_language(app.language())))
    });
    let choices = names.map(|(id, name)| {
        element("span", "guide-choice")
            .key(id)
            .child(icon(id))
            .child(element("span", "").text(name))
    });
    element("div", "guide-choices").children(choices)
}

/// What a trip saved.
fn result(app: &App, activity: &Activity) -> Element {
    let saved = assess(activity);
    let range = range_text(app, saved.low, saved.high);
    let label = app.messages().record.result_saves();
    large_carbon_figure(app, label, saved.reduction, range.into())
}

/// Why it is so much.
fn why(app: &App) -> Element {
    element("p", "formula").text(app.messages().methodology.formula())
}

fn in_ledger(app: &App, activity: &Activity) -> Element {
    let entry = Entry {
        id: EntryId::from_number(0),
        recorded_at: 0,
        activity: activity.clone(),
        note: None,
    };
    let shell = app.messages().shell;
    let tools = [("edit", shell.edit()), ("delete", shell.delete())];
    let tools = tools.map(|(drawing, name)| {
        element("span", "button button-quiet")
            .key(drawing)
            .child(icon(drawing))
            .child(element("span", "").text(name))
    });
    let tools = element("div", "row-tools").children(tools);
    element("ul", "rows").child(entry_row(app, &entry, tools))
}

/// The trips as bars of the longest.
fn in_statement(app: &App, trips: &[Activity]) -> Element {
    let saved = |trip: &Activity| i128::from(assess(trip).reduction.milligrams());
    let longest = trips.iter().map(saved).max().unwrap_or_default();
    let bars = trips.iter().map(|trip| {
        let name = trip.action().name.in_language(app.language());
        let amount = assess(trip).reduction.short(app.language());
        let length = Share::of(saved(trip), longest).unwrap_or(Share::NONE);
        bar_row(name, &amount, "", length, false)
    });
    element("ul", "bars").children(bars)
}

/// Where it is kept.
fn kept(app: &App) -> Element {
    callout(Callout::Hint, "", app.messages().today.welcome_private())
}
