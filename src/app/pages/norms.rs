//! The ten norms of citizens' environmental conduct: which of them the account
//! shows in a year, and what else each of them asks.

use crate::account::{Ask, Ledger, NormInPractice, Span, norms_in_practice};
use crate::app::components::{
    Element, action_name, element, entries_name, figure, icon, link, page_header, span_name,
};
use crate::app::context::App;
use crate::app::pages::statement::links;
use crate::language::fill;
use crate::methodology::{ActionId, current};

/// The page; on this year where no span is asked for.
pub fn norms(app: &App, span: Option<Span>) -> Element {
    let texts = app.messages().norms;
    let today = app.today();
    let span = span.unwrap_or(Span::Year(today.year()));
    let ledger = app.ledger();
    let norms = norms_in_practice(&ledger, span, current());
    let asks: Vec<Ask> = texts.asks().iter().copied().filter_map(Ask::read).collect();
    let shown = norms.iter().filter(|norm| norm.entries() > 0).count();
    let shown = fill(texts.shown_count(), &[("count", &shown.to_string())]);
    let summary = element("section", "card")
        .child(figure(&span_name(app, span), &shown, texts.shown_hint()))
        .child(element("p", "muted small").text(texts.source()));
    let mut list = element("div", "columns-even");
    for norm in &norms {
        list = list.child(one(app, span, norm, &asks));
    }
    let statement = ("#/statement", app.messages().statement.title());
    element("div", "page")
        .child(page_header(Some(statement), texts.title(), "", None))
        .child(years(app, &ledger, span))
        .child(summary)
        .child(list)
}

/// The choice of a year, back to the first one with entries.
fn years(app: &App, ledger: &Ledger, span: Span) -> Element {
    let this = app.today().year();
    let first = ledger.first_day().map_or(this, |day| day.year().min(this));
    let spans = (first..=this).rev().map(Span::Year).chain([Span::All]);
    let mut switch =
        element("nav", "measures").attribute("aria-label", app.messages().statement.period());
    for year in spans {
        let href = ["#/norms/", &year.to_string()].concat();
        let current = (year == span).then_some("true");
        let year = link("measure", href).text(span_name(app, year));
        switch = switch.child(year.optional("aria-current", current));
    }
    switch
}

fn one(app: &App, span: Span, norm: &NormInPractice, asks: &[Ask]) -> Element {
    let texts = app.messages().norms;
    let number = norm.norm.number;
    let title = norm.norm.title.in_language(app.language());
    let title = [&*number.to_string(), ". ", title].concat();
    let mut list = element("ul", "asks");
    for ask in asks.iter().filter(|ask| ask.norm == number) {
        list = list.child(asked(app, norm, ask));
    }
    let missing = norm.norm.body.is_none();
    let missing = missing.then(|| app.messages().methodology.norm_body_missing());
    let count = match norm.entries() {
        0 => texts.not_shown().to_owned(),
        entries => entries_name(app, entries),
    };
    let is_shown = norm.entries() > 0;
    let mark = element(
        "p",
        if is_shown {
            "norm-count is-shown"
        } else {
            "norm-count"
        },
    )
    .children(is_shown.then(|| icon("check")))
    .text(count);
    let mut done = element("p", "norm-done slot");
    for (id, entries) in &norm.done {
        let count = entries.to_string();
        let name = fill(
            texts.done(),
            &[("action", action_name(app, *id)), ("count", &count)],
        );
        done = done.child(link("text-link", links::ledger(span, "action", id.as_str())).text(name));
    }
    element("section", "section norm")
        .key(title.clone())
        .child(element("h2", "").text(title))
        .child(mark)
        .child(done)
        .child(list)
        .child(element("p", "muted slot").text(missing.unwrap_or_default()))
}

/// What is asked: whether the account shows it, or else where to record it.
fn asked(app: &App, norm: &NormInPractice, ask: &Ask) -> Element {
    let texts = app.messages().norms;
    let is_shown = norm.shows(&ask.actions);
    let said = match (is_shown, ask.actions.is_empty()) {
        (true, _) => texts.ask_shown(),
        (false, true) => texts.ask_not_here(),
        (false, false) => "",
    };
    let mark = if is_shown {
        icon("check")
    } else {
        element("span", "ask-dot")
    };
    let text = element("div", "")
        .child(element("p", "").text(ask.text))
        .child(element("p", "muted small slot").text(said));
    let mut record = element("p", "ask-record slot");
    if !is_shown {
        for action in &ask.actions {
            record = record.child(record_link(app, *action));
        }
    }
    element("li", if is_shown { "ask is-shown" } else { "ask" })
        .child(mark)
        .child(text.child(record))
}

fn record_link(app: &App, action: ActionId) -> Element {
    let name = action_name(app, action);
    let said = fill(app.messages().norms.record(), &[("action", name)]);
    link("text-link", ["#/record/", action.as_str()].concat()).text(said)
}
