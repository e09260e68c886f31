//! The templates, one of which may be opened, and what was just done.

use super::{Done, HEADING_ID, Opened, Pending, edit, fill_in, gone_by, name_of};
use crate::account::{Template, add_template, offered_days, set_template, templates};
use crate::app::components::{Element, activity_line, button, element, icon};
use crate::app::context::App;
use crate::language::fill;
use crate::quantity::Day;

/// The section.
pub fn list(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().habits;
    let templates = templates(app.settings());
    let said = if templates.is_empty() {
        texts.none()
    } else {
        texts.list_hint()
    };
    let mut rows = element("ul", "rows slot");
    for (place, template) in &templates {
        rows = rows.child(row(app, pending, *place, template));
    }
    let heading = element("h2", "")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1")
        .text(texts.list());
    let done = pending.done.as_ref().map(|done| told(app, pending, done));
    element("section", "section")
        .child(heading)
        .child(element("p", "muted small").text(said))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(done),
        )
        .child(rows)
}

/// What was just done, with the way back.
fn told(app: &App, pending: &Pending, done: &Done) -> Element {
    let texts = app.messages().habits;
    let text = match done {
        Done::Recorded(ids) => fill(texts.recorded(), &[("count", &ids.len().to_string())]),
        Done::Deleted(template) => {
            let name = name_of(app, template);
            fill(texts.deleted(), &[("name", &name)])
        }
    };
    let undo = app.act((pending.clone(), done.clone()), |app, (pending, done)| {
        take_back(app, done);
        app.focus_next(HEADING_ID);
        app.turn(pending.opening(None));
    });
    let undo = button(
        "button button-quiet",
        Some(icon("undo")),
        app.messages().shell.undo(),
        undo,
    );
    element("div", "actions habits-done")
        .child(element("p", "").text(text))
        .child(undo)
}

fn take_back(app: &App, done: &Done) {
    match done {
        Done::Recorded(ids) => {
            for id in ids {
                // One that another tab deleted meanwhile is gone as well.
                let _ = app.delete(*id);
            }
        }
        Done::Deleted(template) => app.choose(|settings| {
            add_template(settings, template);
        }),
    }
}

fn row(app: &App, pending: &Pending, place: usize, template: &Template) -> Element {
    let texts = app.messages().habits;
    let today = app.today();
    let days = offered_days(&app.ledger(), template, today);
    let open = pending.open.as_ref().filter(|(open, _)| *open == place);
    let missing = days.iter().filter(|day| day.is_missing(today));
    let missing: Vec<Day> = missing.map(|day| day.day).collect();
    let waiting = match missing.len() {
        0 => String::new(),
        count => fill(texts.missing(), &[("count", &count.to_string())]),
    };
    let toggle = if open.is_some() {
        app.turning(pending.opening(None))
    } else {
        app.turning(pending.opening(Some((place, Opened::Days(missing.clone())))))
    };
    let body_id = ["template-", &place.to_string()].concat();
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(name_of(app, template)))
        .child(element("span", "row-detail").text(activity_line(app, template.activity())))
        .child(element("span", "row-detail slot").text(waiting));
    let action = template.activity().action();
    let head = element("button", "row row-button")
        .attribute("type", "button")
        .truth("aria-expanded", open.is_some())
        .attribute("aria-controls", body_id.clone())
        .onclick(toggle)
        .child(element("span", "row-mark").child(icon(action.id.as_str())))
        .child(text)
        .child(icon("repeat"));
    let offer = (open.is_none() && !missing.is_empty()).then(|| {
        let record = app.act(
            (pending.clone(), template.clone(), missing.clone()),
            |app, (pending, template, days)| fill_in::record(app, pending, template, days),
        );
        gone_by::offered(app, template, &missing, record)
    });
    let body = open.map(|(_, opened)| match opened {
        Opened::Days(chosen) => element("div", "section")
            .key("days")
            .child(fill_in::fill_in(
                app,
                pending,
                (place, template),
                &days,
                chosen,
            ))
            .child(tools(app, pending, place, template)),
        Opened::Edit(form) => edit::form(app, pending, (place, template), form).key("edit"),
    });
    let body = element("div", "confirm")
        .attribute("id", body_id)
        .flag("hidden", open.is_none())
        .children(body);
    element("li", "")
        .key(place.to_string())
        .child(head)
        .child(element("div", "slot").children(offer))
        .child(body)
}

fn tools(app: &App, pending: &Pending, place: usize, template: &Template) -> Element {
    let texts = app.messages().shell;
    let form = Opened::Edit(edit::Form::of(template));
    let change = app.turning(pending.opening(Some((place, form))));
    let delete = app.act(
        (pending.clone(), place, template.clone()),
        |app, (pending, place, template)| {
            app.choose(|settings| set_template(settings, *place, None));
            app.focus_next(HEADING_ID);
            let done = Some(Done::Deleted(template.clone()));
            app.turn(
                Pending {
                    open: None,
                    done,
                    ..pending.clone()
                }
                .change(),
            );
        },
    );
    element("div", "actions")
        .child(button(
            "button button-quiet",
            Some(icon("edit")),
            texts.edit(),
            change,
        ))
        .child(button(
            "button button-quiet",
            Some(icon("delete")),
            texts.delete(),
            delete,
        ))
}
