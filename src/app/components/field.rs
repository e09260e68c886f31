//! What every field has: a label, a remark, and what is wrong with it, tied to
//! the control so that the screen reader says them with it. What is typed is
//! kept letter by letter, so that a half-composed Chinese word is never
//! overwritten.

use crate::app::components::{Element, element, icon};
use yew::Callback;

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

/// What a field is for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Its id, unique on the page.
    pub id: &'a str,
    /// What is asked for.
    pub label: &'a str,
    /// A remark, which may be empty.
    pub hint: &'a str,
    /// What is wrong with what stands in it.
    pub error: Option<&'a str>,
}

/// The control of a field: `text`, `search` or `date`, with what stands in it.
pub fn text_input(kind: &'static str, text: &str, oninput: Callback<String>) -> Element {
    element("input", "input")
        .attribute("type", kind)
        .attribute("autocomplete", "off")
        .value(text.to_owned())
        .oninput(oninput)
}

/// A control that chooses a file of some kinds. It tells only that one was
/// chosen.
pub fn file_input(kinds: &'static str, onchoose: &Callback<()>) -> Element {
    element("input", "input")
        .attribute("type", "file")
        .attribute("accept", kinds)
        .onchange(onchoose.reform(|_: String| ()))
}

/// A field around its control.
pub fn text_field(asked: Asked<'_>, control: Element) -> Element {
    let Asked { id, error, .. } = asked;
    let wrong = error.is_some();
    let control = control
        .attribute("id", id.to_owned())
        .optional("aria-invalid", wrong.then_some("true"))
        .optional(
            "aria-describedby",
            described_by(id, !asked.hint.is_empty(), wrong),
        );
    let label = element("label", "field-label")
        .attribute("for", id.to_owned())
        .text(asked.label.to_owned());
    let hint = element("p", "field-hint slot")
        .attribute("id", [id, "-hint"].concat())
        .text(asked.hint.to_owned());
    element("div", "field")
        .child(label)
        .child(hint)
        .child(control)
        .child(field_error(id, error))
}

/// The place for what is wrong with a field; it is always there.
pub fn field_error(id: &str, error: Option<&str>) -> Element {
    let place = element("p", "field-error slot").attribute("id", [id, "-error"].concat());
    match error {
        None => place,
        Some(error) => place
            .child(icon("warning"))
            .child(element("span", "").text(error.to_owned())),
    }
}
