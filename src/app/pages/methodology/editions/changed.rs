//! What an edition has otherwise than the one before it.

use super::super::{href_of, section, value_of};
use crate::app::components::{Element, element, link_row};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{Action, Edition, FactorChange};

/// The section of an edition.
pub fn changed(app: &App, older: &'static Edition, newer: &'static Edition) -> Element {
    let texts = app.messages().editions;
    let changes = newer.changes_since(older);
    let mut rows = element("ul", "rows");
    for change in &changes.factors {
        rows = rows.children(factor(app, change));
    }
    let kinds = [
        (texts.new_action(), &changes.new_actions),
        (texts.gone_action(), &changes.gone_actions),
        (texts.other_bounds(), &changes.bounds),
    ];
    for (said, actions) in kinds {
        rows = rows.children(actions.iter().map(|one| action(app, one, said)));
    }
    let ids = [("older", older.id), ("newer", newer.id)];
    section(texts.changes())
        .key(newer.id)
        .child(element("p", "muted small").text(fill(texts.between(), &ids)))
        .child(rows)
}

/// A factor, with its value before and after.
fn factor(app: &App, change: &FactorChange) -> Option<Element> {
    let texts = app.messages().editions;
    let shown = change.after.or(change.before)?;
    let value = |factor| value_of(app, factor);
    let said = match (change.before, change.after) {
        (Some(before), Some(after)) if before.values.value == after.values.value => {
            texts.other_range().to_owned()
        }
        (Some(before), Some(after)) => [&value(before), " → ", &value(after)].concat(),
        (None, _) => [texts.new_factor(), &value(shown)].concat(),
        (_, None) => texts.gone_factor().to_owned(),
    };
    let name = shown.name.in_language(app.language());
    Some(link_row(href_of(shown), "", name, said.into()))
}

fn action(app: &App, action: &Action, said: &'static str) -> Element {
    let id = action.id.as_str();
    let href = ["#/methodology/action/", id].concat();
    link_row(
        href,
        id,
        action.name.in_language(app.language()),
        said.into(),
    )
}
