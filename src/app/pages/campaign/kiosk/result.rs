//! What it saves, with its range, pollutants and one comparison, and how that
//! is worked out.

use super::View;
use super::part::title;
use crate::account::{Ledger, Span, equivalent};
use crate::app::components::{
    Callout, Element, activity_line, callout, element, large_carbon_figure, pollutant_list,
    range_text, rows_of_totals,
};
use crate::app::pages::record::result_heading;
use crate::campaign::kiosk::{Deed, Visit};
use crate::language::fill;
use crate::methodology::{Activity, assess_without_terms};

/// The step.
pub fn result(view: View<'_>, visit: &Visit) -> Element {
    let texts = view.app.messages().kiosk;
    let ledger = visit.ledger();
    let has_reduction = |activity: &Activity| activity.action().has_reduction();
    let mut activities = visit.deeds().iter().map(Deed::activity);
    let what = if activities.any(has_reduction) {
        figures(view, visit, &ledger)
    } else {
        let none = view.app.messages().record.result_none();
        element("div", "kiosk-figures")
            .child(element("p", "kiosk-label").text(none))
            .child(lines(view, visit))
    };
    element("div", "kiosk-content")
        .child(title(texts.result()))
        .child(what)
        .child(element("div", "callouts").children(overlaps(view, visit, &ledger)))
        .child(element("p", "kiosk-small").text(how(view, visit)))
        .child(element("p", "kiosk-small").text(view.app.messages().shell.self_reported_label()))
}

fn figures(view: View<'_>, visit: &Visit, ledger: &Ledger) -> Element {
    let View { app, .. } = view;
    let totals = ledger.totals(Span::All);
    let figure = large_carbon_figure(
        app,
        result_heading(app, totals.reduction),
        totals.reduction,
        range_text(app, totals.low, totals.high).into(),
    );
    let as_much = equivalent(totals.reduction, visit.day()).and_then(|found| {
        let sentence = app.messages().equivalents.sentences().get(found.index)?;
        let amount = found.amount.short(app.language());
        Some(element("p", "kiosk-as-much").text(fill(sentence, &[("amount", &amount)])))
    });
    let shell = app.messages().shell;
    let pollutants = element("div", "kiosk-pollutants")
        .child(element("h2", "").text(shell.pollutants()))
        .child(pollutant_list(app, &rows_of_totals(&totals), false))
        .child(element("p", "kiosk-small").text(shell.pollutants_note()));
    let saved = element("div", "kiosk-saved")
        .child(figure)
        .child(element("div", "slot").children(as_much))
        .child(lines(view, visit));
    element("div", "kiosk-figures")
        .child(saved)
        .child(pollutants)
}

/// What was done, a line each.
fn lines(view: View<'_>, visit: &Visit) -> Element {
    let lines = visit.deeds().iter().map(|deed| line(view, deed.activity()));
    element("ul", "kiosk-lines").children(lines)
}

fn line(view: View<'_>, activity: &Activity) -> Element {
    let View { app, .. } = view;
    let language = app.language();
    let action = activity.action();
    let amount = if action.has_reduction() {
        assess_without_terms(activity).reduction.short(language)
    } else {
        String::new()
    };
    let what = [
        action.name.in_language(language),
        " ",
        &activity_line(app, activity),
    ]
    .concat();
    element("li", "")
        .key(action.id.as_str())
        .child(element("span", "").text(what))
        .child(element("span", "row-amount").text(amount))
}

/// What may be counted twice, each reason once.
fn overlaps(view: View<'_>, visit: &Visit, ledger: &Ledger) -> Vec<Element> {
    let deeds = visit.deeds().iter();
    let found = deeds.flat_map(|deed| ledger.overlaps(deed.activity(), Some(deed.id())));
    let mut ids = Vec::new();
    let mut callouts = Vec::new();
    for overlap in found {
        if !ids.contains(&overlap.id) {
            ids.push(overlap.id);
            let reason = overlap.reason.in_language(view.app.language());
            callouts.push(callout(Callout::Hint, "", reason));
        }
    }
    callouts
}

/// How it is worked out, in plain words; of trips, what they are compared with.
fn how(view: View<'_>, visit: &Visit) -> String {
    let texts = view.app.messages().kiosk;
    let has_trip = visit
        .deeds()
        .iter()
        .any(|deed| deed.activity().action().is_trip());
    let trips = if has_trip { texts.how_trips() } else { "" };
    [texts.how(), trips].concat()
}
