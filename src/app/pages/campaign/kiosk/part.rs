//! What the steps of the kiosk have in common: the bar above, the buttons below.

use super::View;
use crate::app::components::{Element, TITLE_ID, button, element, icon};
use crate::campaign::kiosk::Act;

/// A button that does something at the kiosk; its id brings the focus back to it.
pub fn press(
    view: View<'_>,
    id: &'static str,
    class: &'static str,
    name: &str,
    act: Act,
) -> Element {
    let onclick = view.tablet.acting(view.app, act);
    button(class, None, name, onclick).attribute("id", id)
}

/// The title of a step, which takes the focus.
pub fn title(text: &str) -> Element {
    element("h1", "")
        .attribute("id", TITLE_ID)
        .attribute("tabindex", "-1")
        .text(text.to_owned())
}

/// Above each step: the other language, and away with everything.
pub fn bar(view: View<'_>) -> Element {
    let other = view.app.language().other();
    let texts = view.app.messages().kiosk;
    let language = press(
        view,
        "kiosk-language",
        "button",
        other.own_name(),
        Act::Speak(other),
    )
    .attribute("lang", other.tag());
    let end = press(view, "kiosk-end", "button", texts.start_over(), Act::End);
    let event = view.pack.map(|pack| {
        let (name, language) = pack.name.said(view.app.language());
        element("p", "kiosk-bar-event")
            .attribute("lang", language.tag())
            .text(name.to_owned())
    });
    element("div", "kiosk-bar")
        .child(language)
        .children(event)
        .child(end)
}

/// Below a step: back, and on to the next.
pub fn foot(view: View<'_>, next: &str) -> Element {
    let next = press(view, "kiosk-next", "button button-primary", next, Act::Next);
    element("div", "kiosk-foot").child(back(view)).child(next)
}

/// One step back.
pub fn back(view: View<'_>) -> Element {
    let onclick = view.tablet.acting(view.app, Act::Back);
    let name = view.app.messages().shell.back();
    button("button", Some(icon("back")), name, onclick).attribute("id", "kiosk-back")
}
