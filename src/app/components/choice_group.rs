//! One of a few, as radio buttons in a fieldset: every choice can be seen, and
//! the keyboard and the screen reader know what to do.

use crate::app::components::element;
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
    let hint_id = [props.name.as_str(), "-hint"].concat();
    let legend_class = if props.is_legend_hidden {
        "visually-hidden"
    } else {
        "field-label"
    };
    let choice = |(id, name): &Choice| {
        let radio = element("input", "")
            .attribute("type", "radio")
            .attribute("name", props.name.clone())
            .value(id.clone())
            .checked(*id == props.chosen);
        element("label", "choice")
            .key(id.to_string())
            .child(radio)
            .child(element("span", "").text(name.clone()))
            .into()
    };
    let described = (!props.hint.is_empty()).then(|| hint_id.clone());
    let hint = element("p", "field-hint slot")
        .attribute("id", hint_id)
        .text(props.hint.clone());
    element("fieldset", "choice-group")
        .optional("aria-describedby", described)
        .onchange(props.onchoose.clone())
        .child(element("legend", legend_class).text(props.legend.clone()))
        .child(hint)
        .child(element("div", "choices").children(props.choices.iter().map(choice)))
        .into()
}
