//! A row of a list that leads somewhere: all of it can be hit.

use crate::app::components::{Element, element, icon, link};
use yew::Html;

/// A row with a drawing, which may be empty, a name and a remark.
pub fn link_row(href: String, drawing: &str, name: &str, remark: Html) -> Element {
    let mark = (!drawing.is_empty()).then(|| element("span", "row-mark").child(icon(drawing)));
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(name.to_owned()))
        .child(element("span", "row-detail slot").child(remark));
    let key = href.clone();
    let link = link("link-row", href)
        .child(element("span", "slot").children(mark))
        .child(text)
        .child(icon("forward"));
    element("li", "").key(key).child(link)
}
