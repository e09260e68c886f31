//! Taking it along: a code that the person's own phone reads. It holds the
//! entries behind the `#` of the page's address, which no server is sent.

use super::View;
use super::part::{back, press, title};
use crate::app::browser::window;
use crate::app::components::{Element, button, element, qr_drawing};
use crate::campaign::kiosk::{Act, Visit};
use crate::campaign::{Card, Pack};
use crate::exchange::{QR_CHARACTERS_MAX, transfer_links};

/// The step.
pub fn take_along(view: View<'_>, visit: &Visit) -> Element {
    let texts = view.app.messages().kiosk;
    let revisions = visit.taken().map_or(&[][..], |taken| &taken.revisions);
    let links = transfer_links(&window::address(), revisions, QR_CHARACTERS_MAX);
    let link = links.and_then(|links| links.into_iter().next());
    let code = link.and_then(|link| qr_drawing(&link, texts.code()));
    let mut steps = element("ol", "kiosk-list");
    for step in texts.take_along_steps() {
        steps = steps.child(element("li", "").text(*step));
    }
    let text = element("div", "kiosk-code-text")
        .child(steps)
        .child(element("p", "kiosk-small").text(texts.take_along_hint()));
    let code = element("div", "kiosk-code").children(code).child(text);
    let contribution = view.pack.and_then(|pack| {
        let card = visit.card(pack)?;
        Some(contribution(view, visit, pack, &card))
    });
    element("div", "kiosk-content")
        .child(title(texts.take_along_title()))
        .child(code)
        .child(element("div", "slot").children(contribution))
}

/// The card for the campaign, which staff takes, and the groups that it may say.
fn contribution(view: View<'_>, visit: &Visit, pack: &Pack, card: &Card) -> Element {
    let View { app, tablet, .. } = view;
    let texts = app.messages().kiosk;
    let code = qr_drawing(&card.code(), texts.card_code());
    let groups = pack.groups.iter().enumerate().map(|(place, name)| {
        let (name, language) = name.said(app.language());
        let onclick = tablet.acting(app, Act::Group(place));
        let id = ["kiosk-group-", &place.to_string()].concat();
        button("kiosk-preset", None, name, onclick)
            .key(place.to_string())
            .attribute("id", id)
            .attribute("lang", language.tag())
            .truth("aria-pressed", visit.group() == Some(place))
    });
    let groups = (!pack.groups.is_empty()).then(|| {
        element("div", "kiosk-groups")
            .attribute("role", "group")
            .attribute("aria-labelledby", "kiosk-groups")
            .child(
                element("p", "")
                    .attribute("id", "kiosk-groups")
                    .text(texts.group()),
            )
            .child(element("div", "kiosk-presets").children(groups))
    });
    let text = element("div", "kiosk-code-text")
        .child(element("p", "").text(texts.card_text()))
        .children(groups)
        .child(element("p", "kiosk-small").text(texts.card_hint()));
    element("section", "kiosk-card")
        .attribute("aria-labelledby", "kiosk-card")
        .child(
            element("h2", "")
                .attribute("id", "kiosk-card")
                .text(texts.card()),
        )
        .child(element("div", "kiosk-code").children(code).child(text))
}

/// Below it.
pub fn foot(view: View<'_>) -> Element {
    let name = view.app.messages().kiosk.next_person();
    let end = press(view, "kiosk-done", "button button-primary", name, Act::End);
    element("div", "kiosk-foot").child(back(view)).child(end)
}
