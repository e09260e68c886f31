//! An entry as a row of the statement.

use crate::account::Entry;
use crate::app::components::{Element, element, icon};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{Activity, Evidence, InputKind, assess};

/// What an activity was, in one line: "8 公里 · 代替私家车".
#[must_use]
pub fn activity_line(app: &App, activity: &Activity) -> String {
    let language = app.language();
    let names = app.messages().names;
    let mut line = String::new();
    for (kind, amount) in activity.inputs() {
        let separator = match kind {
            InputKind::NewW | InputKind::NewKwh | InputKind::NewM3 => " → ",
            _ => " · ",
        };
        if !line.is_empty() {
            line.push_str(separator);
        }
        match kind {
            InputKind::Count => {
                line.push_str("× ");
                line.push_str(&amount.exact(language));
            }
            InputKind::Occupancy => {
                line.push_str(&fill(names.persons(), &[("count", &amount.to_string())]));
            }
            _ => line.push_str(&amount.exact(language)),
        }
    }
    let item = activity.item().map(|item| item.name.in_language(language));
    let replaced = activity
        .replaced()
        .map(|replaced| names.instead_of(replaced));
    let proof = (activity.evidence() == Evidence::Proof).then_some(names.with_proof());
    let mix = activity.mix().map(|_| names.own_mix());
    for part in [item, replaced, proof, mix].into_iter().flatten() {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(part);
    }
    line
}

/// An entry in one line, with its day and what was done.
#[must_use]
pub fn entry_line(app: &App, entry: &Entry) -> String {
    let activity = &entry.activity;
    let name = activity.action().name.in_language(app.language());
    let day = activity.on().long(app.language());
    [&*day, " · ", name, " · ", &activity_line(app, activity)].concat()
}

/// A row with what was done, what it saved, and below it `tools`, of the class
/// `row-tools`.
pub fn entry_row(app: &App, entry: &Entry, tools: Element) -> Element {
    let activity = &entry.activity;
    let action = activity.action();
    let amount = if action.has_reduction() {
        assess(activity).reduction.short(app.language())
    } else {
        String::new()
    };
    let remark = entry.note.as_ref();
    let remark = remark.map(|note| element("p", "row-detail").text(note.as_str().to_owned()));
    let text = element("div", "row-text")
        .child(element("p", "row-title").text(action.name.in_language(app.language())))
        .child(element("p", "row-detail slot").text(activity_line(app, activity)))
        .children(remark);
    element("li", "row")
        .key(entry.id.to_string())
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(element("p", "row-amount").text(amount))
        .child(tools)
}
