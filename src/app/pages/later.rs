//! The pages that are not needed at once. Here the build splits the wasm in two
//! (`xtask/src/post_build/split`): whatever is reached only through this file
//! comes to the device after the first page is shown, and is kept there with the
//! rest.

use super::{
    Page, Remembered, about, campaign, compare, embed, framed, guide, ledger, measure, methodology,
    more, norms, not_found, reading, rewards, settings, share, shortcuts, statement, storage,
    summary, synergy, usual,
};
use crate::account::EntryId;
use crate::app::browser::window;
use crate::app::components::{Element, derivation};
use crate::app::context::App;
use crate::methodology::{Activity, Assessment};
use std::any::Any;

/// Draws one of these pages. It can be called when the page is whole.
#[inline(never)]
pub fn draw(app: &App, page: &Page) -> Element {
    if app.appearance().embedded && !framed::is_view(page) {
        return framed::elsewhere(app);
    }
    match page {
        Page::Ledger(query, view) => ledger::ledger(app, query, view.as_ref()),
        Page::Statement(span, query) => statement::statement(app, *span, query),
        Page::Compare(asked) => compare::compare(app, recall(asked)),
        Page::Summary => summary::summary(app),
        Page::Rewards(pending) => rewards::rewards(app, &recall(pending)),
        Page::Norms(span) => norms::norms(app, *span),
        Page::Synergy(span, looked) => synergy::synergy(app, *span, recall(looked)),
        Page::Usual(pending) => usual::usual(app, &recall(pending)),
        Page::Measure(pending) => measure::measure(app, &recall(pending)),
        Page::Share(place, pending) => share::share(app, place, &recall(pending)),
        Page::Campaign(place, pending) => campaign::campaign(app, place, pending),
        Page::Methodology(place, pending) => methodology::methodology(app, place, &recall(pending)),
        Page::Settings(pending) => settings::settings(app, pending),
        Page::Storage(pending) => storage::storage(app, pending),
        Page::Transfer(code, import) => storage::transfer(app, code, import),
        Page::Embed(pending) => embed::embed(app, &recall(pending)),
        Page::Guide => guide::guide(app),
        Page::About => about::about(app),
        Page::Privacy => about::privacy(app),
        Page::Accessibility => about::accessibility(app),
        Page::Unknown(route) => not_found::not_found(app, route),
        _ => more::more(app),
    }
}

/// What stands below a page in the frame of another one. As [`draw`].
#[inline(never)]
pub fn foot(app: &App, page: &Page) -> Element {
    framed::foot(app, page)
}

/// Draws more of the ledger. As [`draw`], only when the page is whole.
#[inline(never)]
pub fn ledger_goes_on(app: &App, drawn: usize) {
    ledger::go_on(app, drawn);
}

/// Has the screen reader say what is shown now. As [`draw`], only when the page is
/// whole.
#[inline(never)]
pub fn announce(id: &'static str, text: String) {
    window::announce(id, text);
}

/// Moves the focus in a moment. As [`draw`], only when the page is whole.
#[inline(never)]
pub fn focus_later(id: String) {
    window::focus_later(id);
}

/// Why a result is what it is. As [`draw`], only when the page is whole.
#[inline(never)]
pub fn why(app: &App, activity: &Activity, assessment: &Assessment) -> Element {
    derivation(app, activity, assessment)
}

/// Offers a newer edition of the method, where there is one that was not
/// declined. As [`draw`], only when the page is whole.
#[inline(never)]
pub fn edition_offer(app: &App) -> Option<Element> {
    methodology::offer(app)
}

/// Offers to record what is usual for the days gone by. As [`draw`], only when
/// the page is whole.
#[inline(never)]
pub fn gone_by(app: &App) -> Option<Element> {
    usual::gone_by(app)
}

/// Makes what was recorded a usual thing. As [`draw`], only when the page is
/// whole.
#[inline(never)]
pub fn make_usual(app: &App, entry: EntryId) {
    usual::make_usual(app, entry);
}

/// Begins what goes on for as long as the page is open. As [`draw`], when the
/// page has just become whole.
#[inline(never)]
pub fn begin(app: &App) {
    shortcuts::follow(app.settings());
}

/// What reads the page aloud. As [`draw`], only when the page is whole.
#[inline(never)]
pub fn reading_tools(app: &App) -> Vec<Element> {
    reading::tools(app)
}

/// What a page remembers; what it starts with where that is nothing.
pub(super) fn recall<T: Any + Clone + Default>(remembered: &Remembered) -> T {
    let known = remembered
        .as_ref()
        .and_then(|known| known.downcast_ref::<T>());
    known.cloned().unwrap_or_default()
}
