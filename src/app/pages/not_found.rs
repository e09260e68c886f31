//! An address that is no page: said plainly, with the way back.

use crate::app::components::{Element, element, link, page};
use crate::app::context::App;
use crate::language::fill;

/// No such page; `route` is what was asked for.
pub fn not_found(app: &App, route: &str) -> Element {
    let texts = app.messages().shell;
    page(texts.not_found_title())
        .child(element("p", "").text(fill(texts.not_found_text(), &[("route", route)])))
        .child(element("p", "").child(link("button button-primary", "#/").text(texts.to_today())))
}
