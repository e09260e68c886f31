//! A text to be copied, which can be seen and selected too.

use crate::app::browser::{clipboard, window};
use crate::app::components::{Element, button, element};
use crate::app::context::App;
use crate::language::fill;

/// What it is, and how many rows show it on a phone.
pub fn copied(
    app: &App,
    id: &'static str,
    (what, rows): (&'static str, &'static str),
    text: String,
) -> Element {
    let copy = app.act((id, text.clone()), |app, (id, text)| {
        let (app, id) = (app.clone(), *id);
        clipboard::copy(text, move |is_copied| {
            let texts = app.messages().embed;
            if is_copied {
                return app.notify(texts.copied(), false);
            }
            window::focus(id);
            app.notify(texts.not_copied(), false);
        });
    });
    let texts = app.messages().embed;
    let label = element("label", "field-label")
        .attribute("for", id)
        .text(what);
    let field = element("textarea", "input embed-code")
        .attribute("readonly", "")
        .attribute("rows", rows)
        .attribute("spellcheck", "false")
        .attribute("id", id)
        .value(text);
    let copy = button("button", None, texts.copy(), copy)
        .attribute("aria-label", fill(texts.copy_what(), &[("what", what)]));
    element("div", "field")
        .child(label)
        .child(field)
        .child(element("div", "actions").child(copy))
}
