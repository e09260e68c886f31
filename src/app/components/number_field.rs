//! One number, three ways: typed, by buttons, by a slider. What is typed is
//! kept letter by letter as it is, so that nothing is lost and a keyboard that
//! composes is not disturbed; it is read as a number, never rewritten.

use super::field::{described_by, field_error};
use super::scale::{Scale, stepped, text_of};
use crate::app::components::icon;
use crate::app::hooks::use_app;
use crate::language::fill;
use crate::methodology::Input;
use crate::quantity::Quantity;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement};
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
    let button = |up: bool| {
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
        html! {
            <button type="button" class="amount-step" aria-label={name} {onclick}>{ icon(drawing) }</button>
        }
    };
    let typed = {
        let oninput = props.oninput.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = value_of(event.target()) {
                oninput.emit(value);
            }
        })
    };
    let slid = {
        let (input, oninput, oncommit) = (*input, props.oninput.clone(), props.oncommit.clone());
        Callback::from(move |event: InputEvent| {
            let thousandths = value_of(event.target()).and_then(|value| value.parse().ok());
            if let Some(thousandths) = thousandths {
                oninput.emit(text_of(&input, thousandths));
                oncommit.emit(());
            }
        })
    };
    let onchange = props.oncommit.reform(|_: Event| ());
    let wrong = props.error.is_some();
    html! {
        <div class="field">
            <label class="field-label" for={id.clone()}>
                { label }
                <span class="field-hint slot">{ optional }</span>
            </label>
            <div class="amount">
                { button(false) }
                <div class={classes!("amount-typed", wrong.then_some("is-wrong"))}>
                    <input
                        class="amount-input"
                        id={id.clone()}
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        enterkeyhint="done"
                        value={text.clone()}
                        aria-invalid={wrong.then_some("true")}
                        aria-describedby={described_by(id, false, wrong)}
                        oninput={typed}
                        {onchange}
                    />
                    <span class="amount-unit slot">{ dimension.unit(language) }</span>
                </div>
                { button(true) }
            </div>
            <input
                class="slider"
                type="range"
                min={scale.least.to_string()}
                max={scale.most.to_string()}
                step={scale.step.to_string()}
                value={at.clamp(scale.least, scale.most).to_string()}
                aria-label={fill(texts.record.slider, &[("label", label)])}
                aria-valuetext={spoken}
                oninput={slid}
            />
            { field_error(id, props.error.as_deref()) }
        </div>
    }
}

fn value_of(target: Option<EventTarget>) -> Option<String> {
    target?
        .dyn_into::<HtmlInputElement>()
        .ok()
        .map(|input| input.value())
}
