//! The suggestion to back up: now and then, and never again where it is not
//! wanted.

use crate::app::components::{Callout, Element, button, callout, element, link};
use crate::app::context::App;
use crate::language::fill;

/// The suggestion, where it is time for it.
pub fn suggestion(app: &App) -> Option<Element> {
    let texts = app.messages().suggestion;
    let count = app.ledger().len();
    let is_due = app.settings().suggests_backup(count, app.today());
    if !is_due {
        return None;
    }
    let later = app.act(app.today(), |app, today| {
        app.choose(|settings| settings.put_off = Some(*today));
    });
    let never = app.act((), |app, ()| {
        app.choose(|settings| settings.is_unreminded = true);
    });
    let actions = element("div", "actions")
        .child(link("button button-primary", "#/storage").text(texts.to_backup()))
        .child(button("button", None, texts.later(), later))
        .child(button("button", None, texts.never(), never));
    let text = fill(texts.text(), &[("count", &count.to_string())]);
    let said = callout(Callout::Hint, texts.title(), &text);
    Some(
        element("div", "column")
            .key("suggestion")
            .child(said)
            .child(actions),
    )
}
