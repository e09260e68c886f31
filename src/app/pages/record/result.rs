//! What the form comes to, while it is being filled in: the figure with its
//! range, points, pollutants, why, and what to think of before saving.

use super::form::Form;
use crate::account::EntryId;
use crate::app::components::{
    Callout, callout, derivation, icon, large_carbon_figure, pollutant_list, range_text,
    rows_of_assessment,
};
use crate::app::hooks::{AccountHandle, App};
use crate::language::fill;
use crate::methodology::{
    Activity, Assessment, EmittedAt, Pollutant, PollutantOutcome, Side, assess,
};
use crate::quantity::Carbon;
use yew::prelude::*;

/// The panel beside or below the form.
pub fn result_panel(
    app: &App,
    account: &AccountHandle,
    form: &Form,
    editing: Option<EntryId>,
) -> Html {
    let texts = &app.messages().record;
    let content = match form.activity() {
        None => html! { <p key="none" class="muted">{ texts.result_incomplete }</p> },
        Some(activity) => html! {
            <div key="some" class="column">
                { warnings(app, account, &activity, editing) }
                { outcome(app, account, &activity, editing) }
            </div>
        },
    };
    html! {
        <section class="card" aria-labelledby="result-title">
            <h2 id="result-title">{ texts.result }</h2>
            <div class="result-place">{ content }</div>
        </section>
    }
}

/// What an activity comes to, with everything behind it.
fn outcome(
    app: &App,
    account: &AccountHandle,
    activity: &Activity,
    editing: Option<EntryId>,
) -> Html {
    let texts = &app.messages().record;
    if !activity.action().has_reduction() {
        return html! { <p key="badge">{ texts.result_none }</p> };
    }
    let assessment = assess(activity);
    let points = account.ledger().cap(activity, editing).points.to_string();
    let remark = activity
        .action()
        .note
        .map(|note| note.in_language(app.language()));
    html! {
        <div key="kg" class="column">
            { large_carbon_figure(app, heading(app, assessment.reduction), assessment.reduction, html! {
                { range_text(app, assessment.low, assessment.high) }
            }) }
            <p>
                <strong class="number">{ fill(app.messages().shell.points_count, &[("count", &points)]) }</strong>
                <span class="muted small">{ " " }{ texts.points_hint }</span>
            </p>
            <div class="section">
                <h3>{ app.messages().shell.pollutants }</h3>
                { pollutant_list(app, &rows_of_assessment(&assessment), true) }
                <p class="muted small">{ app.messages().shell.pollutants_note }</p>
                <p class="slot">{ trade_off(app, &assessment) }</p>
            </div>
            <details class="disclosure">
                <summary>{ icon("forward") }{ texts.why }</summary>
                <div class="disclosure-body">
                    { derivation(app, &assessment, activity.edition().id) }
                    <p class="term-source slot">{ remark }</p>
                </div>
            </details>
            <p class="muted small">{ app.messages().shell.self_reported_label }</p>
        </div>
    }
}

/// What a signed reduction is called.
pub fn heading(app: &App, reduction: Carbon) -> &'static str {
    let texts = &app.messages().record;
    match reduction.cmp(&Carbon::ZERO) {
        std::cmp::Ordering::Less => texts.result_costs,
        std::cmp::Ordering::Equal => texts.result_zero,
        std::cmp::Ordering::Greater => texts.result_saves,
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
    let names: Vec<&str> = worse.iter().map(|pollutant| pollutant.id()).collect();
    let values = [
        ("pollutants", names.join("、")),
        ("place", app.messages().names.emitted_at(place).to_owned()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    Some(fill(app.messages().record.trade_off, &values))
}

/// What to think of before saving.
fn warnings(
    app: &App,
    account: &AccountHandle,
    activity: &Activity,
    editing: Option<EntryId>,
) -> Html {
    let texts = &app.messages().record;
    let ledger = account.ledger();
    let mut warnings = Vec::new();
    for overlap in ledger.overlaps(activity, editing) {
        let reason = overlap.reason.in_language(app.language());
        warnings.push(callout(Callout::Warning, texts.overlap, html! { reason }));
    }
    if ledger.repeats(activity, editing) {
        warnings.push(callout(Callout::Hint, "", html! { texts.repeats }));
    }
    let cap = ledger.cap(activity, editing);
    if cap.is_capped() {
        let text = fill(texts.capped, &[("points", &cap.points.to_string())]);
        warnings.push(callout(Callout::Hint, "", html! { text }));
    }
    html! { <div class="callouts" role="status">{ for warnings }</div> }
}

/// The bar that stays in the thumb's reach: the figure and the button.
pub fn save_bar(app: &App, form: &Form, is_edit: bool) -> Html {
    let texts = &app.messages().record;
    let (label, amount, is_negative) = match form.activity() {
        Some(activity) if activity.action().has_reduction() => {
            let reduction = assess(&activity).reduction;
            let amount = reduction.short(app.language());
            (heading(app, reduction), amount, reduction < Carbon::ZERO)
        }
        Some(_) => ("", String::new(), false),
        None => (texts.result, "—".to_owned(), false),
    };
    html! {
        <div class="save-bar">
            <output for="amount">
                <span class="muted small">{ label }</span>
                <span class={classes!("save-bar-value", is_negative.then_some("is-negative"))}>{ amount }</span>
            </output>
            <button type="submit" class="button button-primary">
                { icon("check") }
                { if is_edit { texts.save_changes } else { texts.save } }
            </button>
        </div>
    }
}
