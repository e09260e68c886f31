//! What the form comes to, while it is being filled in: the figure with its
//! range, points, pollutants, why, and what to think of before saving.

use super::form::Form;
use crate::account::EntryId;
use crate::app::components::{
    Callout, Element, callout, disclosure, element, icon, large_carbon_figure, pollutant_list,
    range_text, rows_of_assessment, submit_button,
};
use crate::app::context::App;
use crate::app::pages::later;
use crate::app::state::Rest;
use crate::language::fill;
use crate::methodology::{
    Activity, Assessment, EmittedAt, Pollutant, PollutantOutcome, Side, assess,
};
use crate::quantity::{Carbon, grouped};
use yew::Callback;

/// The panel beside or below the form.
pub fn result_panel(app: &App, form: &Form, editing: Option<EntryId>) -> Element {
    let texts = app.messages().record;
    let content = match form.activity() {
        None => element("p", "muted")
            .key("none")
            .text(texts.result_incomplete()),
        Some(activity) => element("div", "column")
            .key("some")
            .child(warnings(app, &activity, editing))
            .child(outcome(app, &activity, editing)),
    };
    let title = element("h2", "")
        .attribute("id", "result-title")
        .text(texts.result());
    element("section", "card")
        .attribute("aria-labelledby", "result-title")
        .child(title)
        .child(element("div", "result-place").child(content))
}

/// What an activity comes to, with everything behind it.
fn outcome(app: &App, activity: &Activity, editing: Option<EntryId>) -> Element {
    let texts = app.messages().record;
    if !activity.action().has_reduction() {
        return element("p", "").key("badge").text(texts.result_none());
    }
    let assessment = assess(activity);
    let points = grouped(app.ledger().cap(activity, editing).points.into());
    let shell = app.messages().shell;
    let figure = large_carbon_figure(
        app,
        heading(app, assessment.reduction),
        assessment.reduction,
        range_text(app, assessment.low, assessment.high).into(),
    );
    let points = fill(shell.points_count(), &[("count", &points)]);
    let points = element("p", "")
        .child(element("strong", "number").text(points))
        .text(" ")
        .child(element("span", "muted small").text(texts.points_hint()));
    let pollutants = element("div", "section")
        .child(element("h3", "").text(shell.pollutants()))
        .child(pollutant_list(app, &rows_of_assessment(&assessment), true))
        .child(element("p", "muted small").text(shell.pollutants_note()))
        .child(element("p", "slot").text(trade_off(app, &assessment).unwrap_or_default()));
    let why = match app.rest() {
        Rest::Here => later::why(app, activity, &assessment),
        Rest::Coming => element("p", "").key("coming").text(shell.waiting_title()),
        Rest::Lost => element("p", "").key("lost").text(shell.lost_text()),
    };
    let why = element("div", "disclosure-body").child(why);
    element("div", "column")
        .key("kg")
        .child(figure)
        .child(points)
        .child(pollutants)
        .child(disclosure(texts.why(), why))
        .child(element("p", "muted small").text(shell.self_reported_label()))
}

/// What a signed reduction is called.
pub fn heading(app: &App, reduction: Carbon) -> &'static str {
    let texts = app.messages().record;
    match reduction.cmp(&Carbon::ZERO) {
        std::cmp::Ordering::Less => texts.result_costs(),
        std::cmp::Ordering::Equal => texts.result_zero(),
        std::cmp::Ordering::Greater => texts.result_saves(),
    }
}

/// Where less carbon means more of a pollutant, it is said, with the place.
fn trade_off(app: &App, assessment: &Assessment) -> Option<String> {
    let is_worse = |pollutant: &Pollutant| match assessment.pollutant(*pollutant) {
        PollutantOutcome::Known { value, .. } => value.micrograms() < 0,
        PollutantOutcome::Unknown => false,
    };
    let worse: Vec<Pollutant> = Pollutant::ALL.into_iter().filter(is_worse).collect();
    let first = *worse.first()?;
    if assessment.reduction < Carbon::ZERO {
        return None;
    }
    let emitted = |term: &&crate::methodology::Term| {
        term.side == Side::Project && term.pollutants[first as usize].is_some()
    };
    let factor = assessment.terms.iter().find(emitted)?.factor;
    let place = if factor.electricity_kwh.is_some() {
        EmittedAt::PowerPlant
    } else {
        factor.emitted_at
    };
    let (texts, names) = (app.messages().record, app.messages().names);
    let worse: Vec<&str> = worse
        .into_iter()
        .map(|worse| names.pollutant(worse))
        .collect();
    let values = [
        ("pollutants", &*worse.join(texts.trade_off_comma())),
        ("place", names.emitted_at(place)),
    ];
    Some(fill(texts.trade_off(), &values))
}

/// What to think of before saving.
fn warnings(app: &App, activity: &Activity, editing: Option<EntryId>) -> Element {
    let texts = app.messages().record;
    let ledger = app.ledger();
    let mut warnings = Vec::new();
    for overlap in ledger.overlaps(activity, editing) {
        let reason = overlap.reason.in_language(app.language());
        warnings.push(callout(Callout::Warning, texts.overlap(), reason));
    }
    if ledger.repeats(activity, editing) {
        warnings.push(callout(Callout::Hint, "", texts.repeats()));
    }
    let cap = ledger.cap(activity, editing);
    if cap.is_capped() {
        let points = |points: u32| {
            let count = grouped(points.into());
            fill(app.messages().shell.points_count(), &[("count", &count)])
        };
        let most = cap.action_cap.map_or_else(
            || points(activity.edition().day_points_cap),
            |cap| cap.exact(app.language()),
        );
        let said = [("cap", &*most), ("points", &*points(cap.points))];
        let text = fill(texts.capped(), &said);
        warnings.push(callout(Callout::Hint, "", &text));
    }
    element("div", "callouts")
        .attribute("role", "status")
        .children(warnings)
}

/// The bar that stays in the thumb's reach: the figure and the button.
pub fn save_bar(app: &App, form: &Form, says: &str, save: Callback<()>) -> Element {
    let texts = app.messages().record;
    let (label, amount, is_negative) = match form.activity() {
        Some(activity) if activity.action().has_reduction() => {
            let reduction = assess(&activity).reduction;
            let amount = reduction.short(app.language());
            (heading(app, reduction), amount, reduction < Carbon::ZERO)
        }
        Some(_) => ("", String::new(), false),
        None => (texts.result(), "—".to_owned(), false),
    };
    // They stand below each other, and would be said as one word.
    let label = match label {
        "" => String::new(),
        label => [label, "\u{a0}"].concat(),
    };
    let class = if is_negative {
        "save-bar-value is-negative"
    } else {
        "save-bar-value"
    };
    let shown = element("output", "")
        .child(element("span", "muted small").text(label))
        .child(element("span", class).text(amount));
    let save = submit_button("button button-primary", save)
        .child(icon("check"))
        .text(says);
    element("div", "save-bar").child(shown).child(save)
}
