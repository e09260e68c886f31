//! What just happened, said to the eye and to the screen reader, with the way
//! to undo it for as long as the page stays.

use crate::app::browser::window;
use crate::app::components::{Element, button, element, icon};
use crate::app::context::{App, take_back};

const REGION_ID: &str = "notice";

/// The live region. It is always there; only what it says comes and goes.
pub fn notices(app: &App) -> Element {
    let texts = app.messages().shell;
    let region = element("div", "notice-region")
        .attribute("id", REGION_ID)
        .attribute("role", "status")
        .attribute("tabindex", "-1");
    let Some(notice) = app.notice() else {
        return region;
    };
    let close = app.act((), |app, ()| {
        window::focus(REGION_ID);
        app.close_notice();
    });
    let undo = notice.undo.clone().map(|undo| {
        let undo = app.act(undo, |app, undo| {
            window::focus(REGION_ID);
            take_back(app, undo);
        });
        button("button", Some(icon("undo")), texts.undo(), undo)
    });
    let close = button("icon-button", Some(icon("close")), "", close)
        .attribute("aria-label", texts.close());
    let notice = element("div", "notice")
        .key(notice.text.clone())
        .child(element("span", "notice-text").text(notice.text.clone()))
        .child(element("span", "notice-tools").children(undo))
        .child(close);
    region.child(notice)
}
