//! The editor of the city mix: what a trip replaces where nothing is said.

use super::mix_form::{MixForm, MixFormError};
use crate::app::components::{Element, TextField, button, element, icon};
use crate::app::hooks::{App, use_app};
use crate::language::fill;
use crate::methodology::{MixRule, current};
use yew::prelude::*;

/// The form, and whether the reader was done with it once: nothing is called
/// wrong before.
#[derive(Clone, PartialEq)]
struct Editing {
    form: MixForm,
    tried: bool,
}

impl Editing {
    /// The reader's own mix, or the edition's.
    fn start(app: &App, rule: &MixRule) -> Self {
        let mix = app.settings().mix.or(rule.as_city_mix().ok());
        Self {
            form: mix.map(MixForm::of).unwrap_or_default(),
            tried: false,
        }
    }
}

/// The editor.
#[component]
pub fn MixEditor() -> Html {
    let app = use_app();
    let rule = &current().mix;
    let texts = &app.messages().settings;
    let editing = use_state(|| Editing::start(&app, rule));
    let onsubmit = {
        let (app, editing) = (app.clone(), editing.clone());
        Callback::from(move |()| {
            let form = editing.form.clone();
            if let Ok(mix) = form.check() {
                app.choose(|settings| {
                    settings.mix = Some(mix).filter(|mix| !rule.is_published(*mix));
                });
                app.notify(app.messages().settings.mix_saved, false);
            }
            editing.set(Editing { form, tried: true });
        })
    };
    let onreset = {
        let (app, editing) = (app.clone(), editing.clone());
        Callback::from(move |_| {
            app.choose(|settings| settings.mix = None);
            let form = rule.as_city_mix().map(MixForm::of).unwrap_or_default();
            editing.set(Editing { form, tried: false });
            app.notify(app.messages().settings.mix_was_reset, false);
        })
    };
    let Editing { form, tried } = &*editing;
    let error = form.check().err().filter(|_| *tried);
    let mut fields = element("div", "mix-fields");
    for index in 0..MixForm::FIELDS {
        let oninput = {
            let editing = editing.clone();
            Callback::from(move |text| {
                let mut next = (*editing).clone();
                next.form.0[index] = text;
                editing.set(next);
            })
        };
        fields = fields.child(field(&app, form, index, error, oninput));
    }
    let is_own = app.settings().mix.is_some();
    let used = if is_own {
        texts.mix_in_use
    } else {
        texts.mix_edition_in_use
    };
    let save = element("button", "button button-primary")
        .attribute("type", "submit")
        .text(texts.mix_save);
    let reset = button("button", Html::default(), texts.mix_reset, onreset);
    let form = element("form", "form")
        .flag("novalidate", true)
        .onsubmit(onsubmit)
        .child(fields)
        .child(outcome(&app, rule, form, error))
        .child(element("div", "actions").child(save).child(reset));
    element("section", "section")
        .child(element("h2", "").text(texts.mix))
        .child(element("p", "muted").text(texts.mix_hint))
        .child(element("p", "").child(element("strong", "").text(used)))
        .child(form)
        .into()
}

/// A share, or the occupancy behind the four of them.
fn field(
    app: &App,
    form: &MixForm,
    index: usize,
    error: Option<MixFormError>,
    oninput: Callback<String>,
) -> Html {
    let messages = app.messages();
    let texts = &messages.settings;
    let (label, hint, wrong) = match texts.mix_shares.get(index) {
        Some(mode) => (
            fill(texts.mix_percent, &[("mode", mode)]),
            "",
            messages.errors.not_whole,
        ),
        None => (
            texts.mix_occupancy.to_owned(),
            texts.mix_occupancy_hint,
            messages.errors.mix_occupancy,
        ),
    };
    let is_wrong = error == Some(MixFormError::Field(index));
    html! {
        <TextField
            key={index} id={["mix-", &index.to_string()].concat()} {label} {hint}
            text={form.0[index].clone()} inputmode="decimal" {oninput}
            error={is_wrong.then_some(AttrValue::Static(wrong))}
        />
    }
}

/// What the shares sum to, and what the mix then emits or why it cannot be used.
fn outcome(app: &App, rule: &MixRule, form: &MixForm, error: Option<MixFormError>) -> Element {
    let messages = app.messages();
    let texts = &messages.settings;
    let sum = form.sum().to_string();
    let emits = form.check().map(|mix| {
        let amount = rule.values_of(mix).value.to_string();
        fill(texts.mix_emits, &[("amount", &amount)])
    });
    let mut wrong = element("p", "field-error slot");
    if let Some(MixFormError::Sum(sum)) = error {
        let text = fill(messages.errors.mix_sum, &[("sum", &sum.to_string())]);
        wrong = wrong
            .child(icon("warning"))
            .child(element("span", "").text(text));
    }
    element("div", "")
        .attribute("role", "status")
        .child(element("p", "number").text(fill(texts.mix_sum, &[("sum", &sum)])))
        .child(element("p", "number slot").text(emits.unwrap_or_default()))
        .child(wrong)
}
