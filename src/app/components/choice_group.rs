//! One of a few, as radio buttons in a fieldset: every choice can be seen, and
//! the keyboard and the screen reader know what to do.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A choice: its id and its name.
pub type Choice = (AttrValue, AttrValue);

/// See [`ChoiceGroup`].
#[derive(Properties, PartialEq)]
pub struct ChoiceGroupProps {
    /// The name of the group, unique on the page.
    pub name: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// Whether the question is only for the screen reader.
    #[prop_or_default]
    pub is_legend_hidden: bool,
    /// A remark.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The id of what is chosen.
    pub chosen: AttrValue,
    /// What was chosen.
    pub onchoose: Callback<String>,
}

/// A group of choices.
#[component]
pub fn ChoiceGroup(props: &ChoiceGroupProps) -> Html {
    let hint_id = format!("{}-hint", props.name);
    let onchange = {
        let onchoose = props.onchoose.clone();
        Callback::from(move |event: Event| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                onchoose.emit(input.value());
            }
        })
    };
    let legend_class = if props.is_legend_hidden {
        "visually-hidden"
    } else {
        "field-label"
    };
    let choice = |(id, name): &Choice| {
        html! {
            <label class="choice" key={id.to_string()}>
                <input type="radio" name={props.name.clone()} value={id.clone()} checked={*id == props.chosen} />
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choice-group" aria-describedby={(!props.hint.is_empty()).then(|| hint_id.clone())} {onchange}>
            <legend class={legend_class}>{ &props.legend }</legend>
            <p class="field-hint slot" id={hint_id}>{ &props.hint }</p>
            <div class="choices">{ for props.choices.iter().map(choice) }</div>
        </fieldset>
    }
}
