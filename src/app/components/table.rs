//! Numbers as a table, open or behind a picture.

use crate::app::components::{Element, disclosure, element};
use crate::app::context::App;

/// A table to be opened, as [`table`].
pub fn table_behind(
    app: &App,
    caption: &str,
    headings: &[&'static str],
    rows: impl IntoIterator<Item = (Element, Vec<String>)>,
) -> Element {
    let table = table(caption, headings, rows);
    disclosure(app.messages().statement.show_table(), table)
}

/// A table with a caption that is read out, its headings, and rows: what the row
/// is about, and its amounts.
pub fn table(
    caption: &str,
    headings: &[&'static str],
    rows: impl IntoIterator<Item = (Element, Vec<String>)>,
) -> Element {
    let mut head = element("tr", "");
    for (place, name) in headings.iter().enumerate() {
        let class = if place == 0 { "" } else { "number" };
        head = head.child(element("th", class).attribute("scope", "col").text(*name));
    }
    let mut body = element("tbody", "");
    for (about, amounts) in rows {
        let mut row =
            element("tr", "").child(element("th", "").attribute("scope", "row").child(about));
        for amount in amounts {
            row = row.child(element("td", "number").text(amount));
        }
        body = body.child(row);
    }
    let caption = element("caption", "visually-hidden").text(caption.to_owned());
    element("table", "")
        .child(caption)
        .child(element("thead", "").child(head))
        .child(body)
}
