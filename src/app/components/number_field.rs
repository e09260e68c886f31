//! One number, three ways: typed, by buttons, by a slider. What is typed is
//! kept letter by letter as it is, so that nothing is lost and a keyboard that
//! composes is not disturbed; it is read as a number, never rewritten.

use super::field::{described_by, field_error};
use super::scale::{Scale, stepped, text_of};
use crate::app::components::{button, element, icon};
use crate::app::hooks::use_app;
use crate::language::fill;
use crate::methodology::Input;
use crate::quantity::Quantity;
use yew::prelude::*;

/// See [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The id of the typed field, unique on the page.
    pub id: AttrValue,
    /// What is asked for.
    pub input: Input,
    /// What stands in the field.
    pub text: AttrValue,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What stands in the field now.
    pub oninput: Callback<String>,
    /// The reader is done with it for now.
    pub oncommit: Callback<()>,
}

/// A number with its unit.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let app = use_app();
    let texts = app.messages();
    let language = app.language();
    let NumberFieldProps {
        id, input, text, ..
    } = props;
    let dimension = input.kind.dimension();
    let label = input.label.in_language(language);
    let optional = if input.required {
        ""
    } else {
        texts.record.optional
    };
    let scale = Scale::of(input);
    let amount = Quantity::parse(dimension, text).ok();
    let at = amount.map_or(input.usual, Quantity::thousandths);
    let spoken = amount.map(|amount| amount.exact(language));
    let step = Quantity::new(dimension, input.step)
        .map(|step| step.exact(language))
        .unwrap_or_default();
    let step_button = |up: bool| {
        let (name, drawing) = if up {
            (texts.record.more, "plus")
        } else {
            (texts.record.less, "minus")
        };
        let (input, text) = (*input, text.clone());
        let (oninput, oncommit) = (props.oninput.clone(), props.oncommit.clone());
        let onclick = Callback::from(move |_| {
            oninput.emit(stepped(&input, &text, up));
            oncommit.emit(());
        });
        let name = [label, " ", fill(name, &[("step", &step)]).as_str()].concat();
        button("amount-step", icon(drawing), "", onclick).attribute("aria-label", name)
    };
    let slid = {
        let (input, oninput, oncommit) = (*input, props.oninput.clone(), props.oncommit.clone());
        Callback::from(move |value: String| {
            if let Ok(thousandths) = value.parse() {
                oninput.emit(text_of(&input, thousandths));
                oncommit.emit(());
            }
        })
    };
    let wrong = props.error.is_some();
    let typed = element("input", "amount-input")
        .attribute("id", id.clone())
        .attribute("type", "text")
        .attribute("inputmode", "decimal")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "done")
        .optional("aria-invalid", wrong.then_some("true"))
        .optional("aria-describedby", described_by(id, false, wrong))
        .value(text.clone())
        .oninput(props.oninput.clone())
        .onchange(props.oncommit.reform(|_: String| ()));
    let typed = element(
        "div",
        if wrong {
            "amount-typed is-wrong"
        } else {
            "amount-typed"
        },
    )
    .child(typed)
    .child(element("span", "amount-unit slot").text(dimension.unit(language)));
    let slider = element("input", "slider")
        .attribute("type", "range")
        .attribute("min", scale.least.to_string())
        .attribute("max", scale.most.to_string())
        .attribute("step", scale.step.to_string())
        .attribute("aria-label", fill(texts.record.slider, &[("label", label)]))
        .optional("aria-valuetext", spoken)
        .value(at.clamp(scale.least, scale.most).to_string())
        .oninput(slid);
    let label = element("label", "field-label")
        .attribute("for", id.clone())
        .text(label)
        .child(element("span", "field-hint slot").text(optional));
    let amount = element("div", "amount")
        .child(step_button(false))
        .child(typed)
        .child(step_button(true));
    element("div", "field")
        .child(label)
        .child(amount)
        .child(slider)
        .child(field_error(id, props.error.as_deref()))
        .into()
}
