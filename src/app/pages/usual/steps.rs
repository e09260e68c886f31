//! Steps from a phone's health app as a day's walking. How long a step is only
//! the reader knows; nothing is assumed.

use super::Pending;
use crate::account::walked;
use crate::app::components::{Asked, Element, element, link, text_field, text_input};
use crate::app::context::App;
use crate::language::fill;

/// The section.
pub fn steps(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().habits;
    let steps = app.typing(pending.clone(), |pending, steps| {
        let pending = pending.clone();
        Pending { steps, ..pending }.change()
    });
    let step = app.typing(pending.clone(), |pending, step| {
        let pending = pending.clone();
        Pending { step, ..pending }.change()
    });
    let field = |id: &'static str, label, hint, text: &str, oninput| {
        let asked = Asked {
            id,
            label,
            hint,
            error: None,
        };
        text_field(
            asked,
            text_input("text", text, oninput).attribute("inputmode", "numeric"),
        )
    };
    let walked = walked(&pending.steps, &pending.step);
    let outcome = walked.map_or_else(
        || element("p", "muted").key("open").text(texts.steps_open()),
        |distance| {
            let said = fill(
                texts.steps_walked(),
                &[("distance", &distance.exact(app.language()))],
            );
            let href = ["#/record/walk?distance_km=", &distance.to_string()].concat();
            element("p", "")
                .key("walked")
                .child(link("button button-primary", href).text(said))
        },
    );
    let kilometres = link("text-link", "#/record/walk").text(texts.steps_kilometres());
    element("section", "section")
        .child(element("h2", "").text(texts.steps()))
        .child(element("p", "muted small").text(texts.steps_hint()))
        .child(field(
            "steps",
            texts.steps_count(),
            "",
            &pending.steps,
            steps,
        ))
        .child(field(
            "step-length",
            texts.step_length(),
            texts.step_length_hint(),
            &pending.step,
            step,
        ))
        .child(
            element("div", "")
                .attribute("role", "status")
                .child(outcome),
        )
        .child(element("p", "").child(kilometres))
}
