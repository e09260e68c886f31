//! Taking it along: a code that the person's own phone reads. It holds the
//! entries behind the `#` of the page's address, which no server is sent.

use super::View;
use super::part::{back, press, title};
use crate::app::browser::window;
use crate::app::components::{Element, element, qr_drawing};
use crate::campaign::kiosk::{Act, Visit};
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
    element("div", "kiosk-content")
        .child(title(texts.take_along_title()))
        .child(code)
}

/// Below it.
pub fn foot(view: View<'_>) -> Element {
    let name = view.app.messages().kiosk.next_person();
    let end = press(view, "kiosk-done", "button button-primary", name, Act::End);
    element("div", "kiosk-foot").child(back(view)).child(end)
}
