//! The first start explains itself in one screen.

use crate::app::components::{Callout, Element, callout, element, icon};
use crate::app::context::App;

/// What this is, in three steps.
pub fn welcome(app: &App) -> Element {
    let texts = app.messages().today;
    let steps = texts.welcome_steps().iter();
    let steps = steps.map(|step| element("li", "").child(element("span", "").text(*step)));
    let record = element("a", "button button-primary button-wide")
        .attribute("href", "#/record")
        .child(icon("plus"))
        .text(texts.record_first());
    let method = element("a", "text-link")
        .attribute("href", "#/methodology")
        .text(texts.how_it_is_worked_out())
        .child(icon("forward"));
    let guide = element("a", "text-link")
        .attribute("href", "#/guide")
        .text(texts.guide())
        .child(icon("forward"));
    element("section", "card")
        .key("welcome")
        .child(element("h2", "").text(texts.welcome_title()))
        .child(element("p", "").text(texts.welcome_text()))
        .child(element("ol", "steps").children(steps))
        .child(record)
        .child(callout(Callout::Hint, "", texts.welcome_private()))
        .child(element("p", "actions").child(guide).child(method))
}
