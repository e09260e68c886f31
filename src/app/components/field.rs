//! What every field has: a label, a remark, and what is wrong with it, tied to
//! the control so that the screen reader says them with it.

use crate::app::components::{element, icon};
use yew::prelude::*;

/// The ids of a field's remark and error, for `aria-describedby`. Those that
/// say nothing are left out.
#[must_use]
pub fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    let mut ids = String::new();
    if has_hint {
        ids = [id, "-hint"].concat();
    }
    if has_error {
        ids = [ids.as_str(), " ", id, "-error"].concat();
    }
    (!ids.is_empty()).then_some(ids)
}

/// A field around its control.
pub fn field_frame(id: &str, label: &str, hint: &str, error: Option<&str>, control: Html) -> Html {
    let label = element("label", "field-label")
        .attribute("for", id.to_owned())
        .text(label.to_owned());
    let hint = element("p", "field-hint slot")
        .attribute("id", [id, "-hint"].concat())
        .text(hint.to_owned());
    element("div", "field")
        .child(label)
        .child(hint)
        .child(control)
        .child(field_error(id, error))
        .into()
}

/// The place for what is wrong with a field; it is always there.
pub fn field_error(id: &str, error: Option<&str>) -> Html {
    let place = element("p", "field-error slot").attribute("id", [id, "-error"].concat());
    match error {
        None => place.into(),
        Some(error) => place
            .child(icon("warning"))
            .child(element("span", "").text(error.to_owned()))
            .into(),
    }
}
