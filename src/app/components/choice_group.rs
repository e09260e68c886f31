//! One of a few, as radio buttons in a fieldset: every choice can be seen, and
//! the keyboard and the screen reader know what to do.

use crate::app::components::{Element, element};
use yew::Callback;

/// A choice: its id and its name.
pub type Choice = (&'static str, &'static str);

/// What is asked.
#[derive(Clone, Copy)]
pub struct Question {
    /// The name of the group, unique on the page.
    pub name: &'static str,
    /// The question.
    pub legend: &'static str,
    /// Whether it is only for the screen reader.
    pub is_legend_hidden: bool,
    /// A remark, which may be empty.
    pub hint: &'static str,
}

impl Question {
    /// A question without a remark.
    #[must_use]
    pub const fn plain(name: &'static str, legend: &'static str) -> Self {
        Self {
            name,
            legend,
            is_legend_hidden: false,
            hint: "",
        }
    }
}

/// A group of choices, of which the one with the id `chosen` is chosen.
pub fn choice_group(
    question: Question,
    choices: &[Choice],
    chosen: &str,
    onchoose: Callback<String>,
) -> Element {
    let Question { name, legend, .. } = question;
    let hint_id = [name, "-hint"].concat();
    let legend_class = if question.is_legend_hidden {
        "visually-hidden"
    } else {
        "field-label"
    };
    let mut group = element("div", "choices");
    for (id, choice) in choices {
        let radio = element("input", "")
            .attribute("type", "radio")
            .attribute("name", name)
            .value(*id)
            .checked(*id == chosen);
        let choice = element("label", "choice")
            .key(*id)
            .child(radio)
            .child(element("span", "").text(*choice));
        group = group.child(choice);
    }
    let described = (!question.hint.is_empty()).then(|| hint_id.clone());
    let hint = element("p", "field-hint slot")
        .attribute("id", hint_id)
        .text(question.hint);
    element("fieldset", "choice-group")
        .optional("aria-describedby", described)
        .onchange(onchoose)
        .child(element("legend", legend_class).text(legend))
        .child(hint)
        .child(group)
}
