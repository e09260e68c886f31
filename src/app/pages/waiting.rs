//! What stands in the place of a page whose code has not come yet.

use crate::app::browser::window;
use crate::app::components::{Element, button, element, page};
use crate::app::context::App;
use crate::app::state::Rest;

/// Until the page is whole; `WAITING_ID` hurries it (static/shell/start.js).
pub fn waiting(app: &App) -> Element {
    let texts = app.messages().shell;
    if app.rest() == Rest::Lost {
        let reload = app.act((), |_, ()| window::reload());
        let reload = button("button button-primary", None, texts.reload(), reload);
        return page(texts.lost_title())
            .child(element("p", "").text(texts.lost_text()))
            .child(element("p", "").child(reload));
    }
    page(texts.waiting_title()).attribute("id", WAITING_ID)
}

/// The script that loads the rest looks whether somebody waits for it.
const WAITING_ID: &str = "waiting";
