//! The numbers behind a picture, as a table to be opened.

use crate::app::components::{Element, disclosure, element};
use crate::app::context::App;

/// A table with a caption, its headings, and rows: what the row is about, and
/// its amounts.
pub fn table_behind(
    app: &App,
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
    let table = element("table", "")
        .child(caption)
        .child(element("thead", "").child(head))
        .child(body);
    disclosure(app.messages().statement.show_table(), table)
}
