//! What the newest edition would change in the account, before anything is
//! changed; accepting it, declining it, and taking that back.

use super::super::basics::day_in_words;
use super::super::section;
use super::Pending;
use crate::account::{
    ActionMoved, EditionOffer, Imported, Kept, Measure, Moved, Span, Totals, decide, is_decided,
    offered_edition,
};
use crate::app::components::{
    Callout, Element, action_name, button, callout, element, entries_name, entry_line, icon, link,
    table,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::errors::activity_error;
use crate::language::fill;
use crate::methodology::{ActivityError, Pollutant, current};
use crate::quantity::grouped;
use std::rc::Rc;

/// As many entries that stay as they are are shown; the rest is counted.
const REFUSED_SHOWN: usize = 5;
/// The place of what became of the offer; it takes the focus.
const OUTCOME_ID: &str = "edition-outcome";

/// The offer on the first page, where there is one that was not declined.
pub fn offer(app: &App) -> Option<Element> {
    let texts = app.messages().editions;
    let edition = offered_edition(&app.ledger())?;
    if is_decided(app.settings(), edition) {
        return None;
    }
    let count = app.ledger().of_older_editions().to_string();
    let day = day_in_words(app, edition.released);
    let values = [("count", &*count), ("edition", edition.id), ("day", &day)];
    let said = callout(
        Callout::Hint,
        texts.offer_title(),
        &fill(texts.offer_text(), &values),
    );
    let see = link("button button-primary", "#/methodology/editions").text(texts.offer_see());
    let keep = app.act((), |app, ()| keep_as_it_is(app));
    let actions =
        element("div", "actions")
            .child(see)
            .child(button("button", None, texts.decline(), keep));
    Some(
        element("div", "column")
            .key("edition-offer")
            .child(said)
            .child(actions),
    )
}

fn keep_as_it_is(app: &App) {
    app.choose(|settings| decide(settings, current()));
    app.notify(app.messages().editions.declined(), false);
}

/// What it means for the account.
pub fn in_account(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().editions;
    let outcome = element("div", "section")
        .attribute("id", OUTCOME_ID)
        .attribute("tabindex", "-1")
        .attribute("role", "status")
        .children(outcome(app, pending));
    let edition = offered_edition(&app.ledger());
    let said = [("edition", current().id)];
    let content = match edition {
        Some(edition) => preview(app, &EditionOffer::of(&app.ledger(), edition)),
        None if app.ledger().is_empty() => {
            element("p", "").text(fill(texts.nothing_recorded(), &said))
        }
        None => element("p", "").text(fill(texts.all_newest(), &said)),
    };
    section(texts.in_account())
        .child(outcome)
        .child(content)
        .child(element("p", "muted small").text(texts.promise()))
}

fn preview(app: &App, offer: &EditionOffer) -> Element {
    let texts = app.messages().editions;
    let edition = offer.edition();
    let count = offer.moved().len().to_string();
    let counted = |text: &str| fill(text, &[("count", &count), ("edition", edition.id)]);
    let refused = (!offer.refused().is_empty()).then(|| refused(app, offer));
    let mut parts = element("div", "section");
    if offer.moved().is_empty() {
        return parts.children(refused);
    }
    parts = parts.child(element("p", "").text(counted(texts.text())));
    let ledger = app.ledger();
    let actions = offer.actions(&ledger);
    if actions.is_empty() {
        parts = parts.child(element("p", "").text(texts.same_numbers()));
    } else {
        let points = [&*ledger, offer.after()].map(|ledger| ledger.points(Span::All));
        let totals = [&*ledger, offer.after()].map(|ledger| ledger.totals(Span::All));
        parts = parts
            .child(whole(app, &totals, points))
            .child(by_action(app, &actions));
    }
    drop(ledger);
    let moved: Rc<[Moved]> = offer.moved().into();
    let accept = app.act(moved, |app, moved| {
        let kept = Rc::clone(moved);
        app.choose(|settings| decide(settings, current()));
        change(app, moved, |imported| Pending::Accepted(kept, imported));
    });
    let accept = button(
        "button button-primary",
        None,
        &counted(texts.accept()),
        accept,
    );
    let is_declined = is_decided(app.settings(), edition);
    let keep = (!is_declined).then(|| {
        let keep = app.act((), |app, ()| keep_as_it_is(app));
        button("button", None, texts.decline(), keep)
    });
    let kept = is_declined.then(|| element("p", "muted").text(texts.declined()));
    parts
        .children(refused)
        .child(element("div", "slot").children(kept))
        .child(element("div", "actions").child(accept).children(keep))
}

/// The whole account before and after.
fn whole(app: &App, totals: &[Totals; 2], points: [u64; 2]) -> Element {
    let (texts, language) = (app.messages().editions, app.language());
    let unknown = || app.messages().shell.unknown_amount().to_owned();
    let rows = Measure::ALL.into_iter().map(|measure| {
        let amounts = totals.iter().map(|totals| {
            let saved = measure.saved(totals);
            saved.map_or_else(unknown, |saved| measure.short(saved, language))
        });
        let name = match measure {
            Measure::Carbon => texts.total(),
            Measure::Pollutant(pollutant) => Pollutant::id(pollutant),
        };
        let difference = difference(app, measure, totals);
        (remarked(name, &[&difference]), amounts.collect())
    });
    let points = points.map(grouped).to_vec();
    let name = element("span", "").text(app.messages().shell.points());
    table(
        texts.in_account(),
        &[texts.what(), texts.before(), texts.after()],
        rows.chain([(name, points)]),
    )
}

/// By how much: two amounts that are rounded may look the same.
fn difference(app: &App, measure: Measure, [before, after]: &[Totals; 2]) -> String {
    let texts = app.messages().editions;
    match measure.difference(before, after) {
        None => String::new(),
        Some(0) => texts.no_difference().to_owned(),
        Some(amount) => {
            let amount = measure.short(amount, app.language());
            fill(texts.difference(), &[("amount", &amount)])
        }
    }
}

/// A name with remarks below it.
fn remarked(name: &'static str, remarks: &[&str]) -> Element {
    let remarks = remarks.iter().copied().map(str::to_owned);
    element("span", "")
        .text(name)
        .children(remarks.map(|remark| element("span", "pair-remark").text(remark)))
}

/// The actions whose entries come to something else.
fn by_action(app: &App, actions: &[ActionMoved]) -> Element {
    let (texts, language) = (app.messages().editions, app.language());
    let rows = actions.iter().map(|one| {
        let totals = [one.before, one.after];
        let amounts = totals.map(|totals| totals.reduction.short(language));
        let entries = entries_name(app, one.before.entries);
        let difference = difference(app, Measure::Carbon, &totals);
        (
            remarked(action_name(app, one.action), &[&entries, &difference]),
            amounts.to_vec(),
        )
    });
    let headings = [texts.what(), texts.before(), texts.after()];
    element("div", "section")
        .child(element("h3", "").text(texts.by_action()))
        .child(table(texts.by_action(), &headings, rows))
}

/// The entries that the edition cannot work out, and why.
fn refused(app: &App, offer: &EditionOffer) -> Element {
    let texts = app.messages().editions;
    let count = offer.refused().len();
    let title = fill(texts.refused(), &[("count", &count.to_string())]);
    let mut rows = element("ul", "plain-list");
    for (entry, error) in offer.refused().iter().take(REFUSED_SHOWN) {
        let why = match error {
            ActivityError::UnknownAction(_) => texts.gone_action().to_owned(),
            error => activity_error(error, app.language()),
        };
        let line = [&entry_line(app, entry), " — ", &why].concat();
        rows = rows.child(element("li", "").text(line));
    }
    if count > REFUSED_SHOWN {
        let rest = (count - REFUSED_SHOWN).to_string();
        let rest = fill(app.messages().storage.and_more(), &[("count", &rest)]);
        rows = rows.child(element("li", "muted").text(rest));
    }
    element("div", "section")
        .child(element("h3", "").text(title))
        .child(rows)
}

/// Moves entries, and tells what became of it once it is kept.
fn change(app: &App, moved: &[Moved], then: impl FnOnce(Imported) -> Pending + 'static) {
    let imported = app.move_entries(moved);
    app.acknowledge(imported.kept, move |app, kept| {
        let pending = then(Imported { kept, ..imported });
        app.turn(PageChange::Remembers(Rc::new(pending)));
        app.focus_next(OUTCOME_ID);
    });
}

/// What became of the offer, with the way back.
fn outcome(app: &App, pending: &Pending) -> Option<Element> {
    let texts = app.messages().editions;
    let (said, imported) = match pending {
        Pending::Offered => return None,
        Pending::Accepted(_, imported) => (texts.accepted(), imported),
        Pending::TakenBack(imported) => (texts.taken_back(), imported),
    };
    let said = fill(said, &[("count", &imported.records.to_string())]);
    let said = match imported.kept {
        Kept::OnDevice => callout(Callout::Hint, "", &said),
        Kept::InMemory(_) => {
            let in_memory = app.messages().shell.in_memory();
            callout(Callout::Danger, "", &fill(in_memory, &[("what", &said)]))
        }
    };
    let undo = match pending {
        Pending::Accepted(moved, _) => {
            let back: Rc<[Moved]> = moved.iter().map(Moved::back).collect();
            let undo = app.act(back, |app, back| {
                change(app, back, Pending::TakenBack);
            });
            let name = app.messages().shell.undo();
            Some(button("button", Some(icon("undo")), name, undo))
        }
        _ => None,
    };
    Some(
        element("div", "column")
            .child(said)
            .child(element("div", "actions").children(undo)),
    )
}
