//! A line of text, or a day. What is typed is kept letter by letter, so that a
//! half-composed Chinese word is never overwritten.

use super::field::{described_by, field_frame};
use crate::app::components::element;
use yew::prelude::*;

/// See [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Its id, unique on the page.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// A remark.
    #[prop_or_default]
    pub hint: AttrValue,
    /// `text`, `search` or `date`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// The keyboard of a phone: `decimal`.
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    /// The last day of a date.
    #[prop_or_default]
    pub max: Option<AttrValue>,
    /// What stands in it.
    pub text: AttrValue,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What stands in it now.
    pub oninput: Callback<String>,
}

/// A field for text.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let wrong = props.error.is_some();
    let described = described_by(&props.id, !props.hint.is_empty(), wrong);
    let control = element("input", "input")
        .attribute("id", props.id.clone())
        .attribute("type", props.kind.clone())
        .attribute("autocomplete", "off")
        .optional("inputmode", props.inputmode.clone())
        .optional("max", props.max.clone())
        .optional("aria-invalid", wrong.then_some("true"))
        .optional("aria-describedby", described)
        .value(props.text.clone())
        .oninput(props.oninput.clone());
    field_frame(
        &props.id,
        &props.label,
        &props.hint,
        props.error.as_deref(),
        control.into(),
    )
}
