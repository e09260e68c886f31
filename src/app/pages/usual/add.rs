//! What was recorded often and is no template yet: one tap makes it one.

use super::{HEADING_ID, Pending};
use crate::account::{EntryId, Template, Weekdays, add_template, templates};
use crate::app::components::{Element, activity_line, button, element, icon, link};
use crate::app::context::App;
use crate::language::fill;

/// The most habits that are offered.
const HABITS_MAX: usize = 8;

/// The section.
pub fn add(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().habits;
    let mut known: Vec<Template> = templates(app.settings())
        .into_iter()
        .map(|(_, template)| template)
        .collect();
    let mut rows = element("ul", "rows slot habits-add");
    let mut is_any = false;
    for entry in app.ledger().usual(HABITS_MAX) {
        // With a ticket or without, it is the same template.
        if known.iter().any(|template| template.is(&entry.activity)) {
            continue;
        }
        // What today's edition has no such action for can be no template.
        let Some(template) = Template::of(&entry.activity, Weekdays::default()) else {
            continue;
        };
        is_any = true;
        rows = rows.child(row(app, pending, &template));
        known.push(template);
    }
    let hint = if is_any {
        texts.add_hint()
    } else {
        texts.add_none()
    };
    let record = link("text-link", "#/record").text(app.messages().today.record());
    element("section", "section")
        .child(element("h2", "").text(texts.add()))
        .child(element("p", "muted small").text(hint))
        .child(rows)
        .child(element("p", "").child(record))
}

/// Makes what was recorded a usual thing, and says so.
pub fn make_usual(app: &App, id: EntryId) {
    let activity = app.entry(id).map(|entry| entry.activity);
    let template = activity.and_then(|activity| Template::of(&activity, Weekdays::default()));
    match template {
        Some(template) => keep(app, &template),
        None => app.notify(app.messages().shell.changed_elsewhere(), false),
    }
}

/// Keeps a template where there is room and none that is the same.
fn keep(app: &App, template: &Template) {
    let texts = app.messages().habits;
    let known = templates(app.settings());
    let is_known = |(_, known): &(usize, Template)| known.is(template.activity());
    let mut said = texts.known();
    if !known.iter().any(is_known) {
        app.choose(|settings| {
            said = match add_template(settings, template) {
                Some(_) => texts.added(),
                None => texts.too_many(),
            };
        });
    }
    app.notify(said, false);
}

fn row(app: &App, pending: &Pending, template: &Template) -> Element {
    let texts = app.messages().habits;
    let activity = template.activity();
    let action = activity.action();
    let name = action.name.in_language(app.language());
    let line = activity_line(app, activity);
    let make = app.act(
        (pending.clone(), template.clone()),
        |app, (pending, template)| {
            keep(app, template);
            app.focus_next(HEADING_ID);
            app.turn(pending.opening(None));
        },
    );
    let said = fill(texts.make_of(), &[("name", name), ("what", &line)]);
    let make = button(
        "button button-quiet",
        Some(icon("plus")),
        texts.make(),
        make,
    )
    .attribute("aria-label", said);
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(name))
        .child(element("span", "row-detail").text(line.clone()));
    element("li", "row")
        .key([action.id.as_str(), &line].concat())
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(make)
}
