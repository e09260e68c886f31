//! The usual things that were not recorded on days gone by, each of them to be
//! confirmed with one tap. Nothing is recorded unasked, and "no" is heard.

use super::fill_in::{day_name, record_days, saved};
use super::name_of;
use crate::account::{Missing, Template, decline_missing, missing};
use crate::app::components::{Element, TITLE_ID, activity_line, button, element, icon, link};
use crate::app::context::App;
use crate::app::state::Undo;
use crate::language::fill;
use crate::quantity::Day;
use yew::Callback;

/// The offer on the first page; nothing where nothing is missing, or it was
/// declined.
pub fn gone_by(app: &App) -> Option<Element> {
    let texts = app.messages().habits;
    let missing = missing(&app.ledger(), app.settings(), app.today());
    if missing.is_empty() {
        return None;
    }
    let rows = missing.iter().map(|missing| row(app, missing));
    let decline = app.act((), |app, ()| {
        let today = app.today();
        app.choose(|settings| decline_missing(settings, today));
        app.focus_next(TITLE_ID);
    });
    let heading = element("h2", "")
        .attribute("id", "gone-by")
        .text(texts.gone_by());
    let card = element("section", "card")
        .key("gone-by")
        .attribute("aria-labelledby", "gone-by")
        .child(heading)
        .child(element("ul", "rows").children(rows))
        .child(
            element("div", "actions")
                .child(link("button", "#/usual").text(texts.gone_by_choose()))
                .child(button("button", None, texts.gone_by_none(), decline)),
        );
    Some(card)
}

fn row(app: &App, missing: &Missing) -> Element {
    let Missing { template, days } = missing;
    let line = activity_line(app, template.activity());
    let name = name_of(app, template);
    let record = app.act(missing.clone(), record);
    element("li", "section habits-offer")
        .key([&*name, &line].concat())
        .child(element("p", "row-title").text(name))
        .child(element("p", "row-detail").text(line))
        .child(offered(app, template, days, record))
}

/// Which days, and the button that records them.
pub fn offered(app: &App, template: &Template, days: &[Day], record: Callback<()>) -> Element {
    let texts = app.messages().habits;
    let names: Vec<String> = days.iter().map(|day| day_name(app, *day)).collect();
    let names = names.join(app.messages().compare.separator());
    let count = days.len().to_string();
    let name = fill(texts.gone_by_record(), &[("count", &count)]);
    let colon = app.messages().compare.colon();
    let said = [&*name, colon, &name_of(app, template), " ", &names].concat();
    element("div", "section habits-gone-by")
        .child(element("p", "muted small").text(names))
        .child(
            button("button button-primary", Some(icon("check")), &name, record)
                .attribute("aria-label", said),
        )
}

fn record(app: &App, missing: &Missing) {
    let Some((ids, kept)) = record_days(app, &missing.template, &missing.days) else {
        return;
    };
    app.focus_next(TITLE_ID);
    app.acknowledge(kept, |app, kept| {
        app.notify_with(saved(app, kept), Some(Undo::Recorded(ids)));
    });
}
