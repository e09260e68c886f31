//! What could not be read: kept as it is, listed, and part of every backup.

use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::language::fill;

/// As many records are listed; the rest is counted.
const SHOWN: usize = 20;

/// The section; empty where everything was read.
pub fn set_aside(app: &App) -> Element {
    let texts = app.messages().storage;
    let records = app.set_aside();
    if records.is_empty() {
        return element("div", "");
    }
    let mut rows = element("ul", "plain-list");
    for record in records.iter().take(SHOWN) {
        let why = if record.is_newer() {
            texts.newer_version()
        } else {
            texts.unreadable_record()
        };
        let said = [record.key.as_str(), " · ", why].concat();
        rows = rows.child(element("li", "break-anywhere").text(said));
    }
    if records.len() > SHOWN {
        let rest = (records.len() - SHOWN).to_string();
        rows = rows.child(element("li", "muted").text(fill(texts.and_more(), &[("count", &rest)])));
    }
    element("section", "section")
        .child(element("h2", "").text(texts.set_aside()))
        .child(element("p", "").text(texts.set_aside_hint()))
        .child(rows)
}
