//! One of many, as the list to choose from that every system has.

use crate::app::components::{Element, element};
use yew::Callback;

/// A label with its list: options by what they tell and what they are called,
/// and which of them is chosen.
pub fn select_field(
    id: &'static str,
    label: &str,
    options: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
    onchange: Callback<String>,
) -> Element {
    let mut select = element("select", "input")
        .attribute("id", id)
        .onchange(onchange);
    for (value, name) in options {
        let option = element("option", "")
            .key(value.clone())
            .flag("selected", value == chosen)
            .attribute("value", value)
            .text(name);
        select = select.child(option);
    }
    let label = element("label", "field-label")
        .attribute("for", id)
        .text(label.to_owned());
    element("div", "field-inline").child(label).child(select)
}
