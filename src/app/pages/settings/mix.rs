//! The editor of the city mix: what a trip replaces where nothing is said.

use super::mix_form::{MixForm, MixFormError};
use crate::app::browser::window;
use crate::app::components::{
    Asked, Element, button, disclosure, element, icon, submit_button, text_field, text_input,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::current;

/// The form, and whether the reader was done with it once: nothing is called
/// wrong before.
#[derive(Clone)]
pub struct Editing {
    form: MixForm,
    tried: bool,
}

impl Editing {
    /// The reader's own mix, or the edition's.
    #[must_use]
    pub fn start(app: &App) -> Self {
        let mix = app.settings().mix.or(current().mix.as_city_mix().ok());
        Self {
            form: mix.map(MixForm::of).unwrap_or_default(),
            tried: false,
        }
    }
}

/// The editor.
pub fn mix_editor(app: &App, editing: &Editing) -> Element {
    let texts = app.messages().settings;
    let Editing { form, tried } = editing;
    let error = form.check().err().filter(|_| *tried);
    let mut fields = element("div", "mix-fields");
    for index in 0..MixForm::FIELDS {
        fields = fields.child(field(app, editing, index, error));
    }
    let is_own = app.settings().mix.is_some();
    let used = if is_own {
        texts.mix_in_use()
    } else {
        texts.mix_edition_in_use()
    };
    let confirm =
        submit_button("button button-primary", app.act(form.clone(), save)).text(texts.mix_save());
    let reset = button(
        "button",
        None,
        texts.mix_reset(),
        app.act((), |app, ()| reset(app)),
    );
    let form = element("form", "form")
        .flag("novalidate", true)
        .child(fields)
        .child(outcome(app, editing, error))
        .child(element("div", "actions").child(confirm).child(reset));
    let content = [
        element("p", "muted").text(texts.mix_hint()),
        element("p", "").child(element("strong", "").text(used)),
        form,
    ];
    let section = element("section", "section");
    if app.is_elder() {
        let behind = element("div", "disclosure-body").children(content);
        section.child(disclosure(texts.mix(), behind))
    } else {
        let heading = element("h2", "").text(texts.mix());
        section.child(heading).children(content)
    }
}

fn save(app: &App, form: &MixForm) {
    match form.check() {
        Ok(mix) => {
            app.choose(|settings| {
                settings.mix = Some(mix).filter(|mix| !current().mix.is_published(*mix));
            });
            app.notify(app.messages().settings.mix_saved(), false);
        }
        Err(MixFormError::Field(index)) => window::focus(&field_id(index)),
        // It may be any of them.
        Err(MixFormError::Sum(_)) => window::focus(&field_id(0)),
    }
    let form = form.clone();
    app.turn(PageChange::Mix(Editing { form, tried: true }));
}

fn reset(app: &App) {
    app.choose(|settings| settings.mix = None);
    let published = current().mix.as_city_mix();
    let form = published.map(MixForm::of).unwrap_or_default();
    app.turn(PageChange::Mix(Editing { form, tried: false }));
    app.notify(app.messages().settings.mix_was_reset(), false);
}

/// The id of what is wrong with the sum.
const SUM_ERROR_ID: &str = "mix-sum-error";

fn field_id(index: usize) -> String {
    ["mix-", &index.to_string()].concat()
}

/// A share, or the occupancy behind the four of them.
fn field(app: &App, editing: &Editing, index: usize, error: Option<MixFormError>) -> Element {
    let messages = app.messages();
    let texts = messages.settings;
    let (label, hint, wrong) = match texts.mix_shares().get(index) {
        Some(mode) => (
            fill(texts.mix_percent(), &[("mode", mode)]),
            "",
            messages.errors.not_whole(),
        ),
        None => (
            texts.mix_occupancy().to_owned(),
            texts.mix_occupancy_hint(),
            messages.errors.mix_occupancy(),
        ),
    };
    let oninput = app.typing((editing.clone(), index), |(editing, index), text| {
        let mut next = editing.clone();
        next.form.0[*index] = text;
        PageChange::Mix(next)
    });
    let asked = Asked {
        id: &field_id(index),
        label: &label,
        hint,
        error: (error == Some(MixFormError::Field(index))).then_some(wrong),
    };
    // A wrong sum is said of each share: it may be any of them.
    let is_wrong_sum =
        matches!(error, Some(MixFormError::Sum(_))) && index < texts.mix_shares().len();
    let control = text_input("text", &editing.form.0[index], oninput)
        .attribute("inputmode", "decimal")
        .optional("aria-invalid", is_wrong_sum.then_some("true"))
        .optional("aria-describedby", is_wrong_sum.then_some(SUM_ERROR_ID));
    text_field(asked, control)
}

/// What the shares sum to, and what the mix then emits or why it cannot be used.
fn outcome(app: &App, editing: &Editing, error: Option<MixFormError>) -> Element {
    let messages = app.messages();
    let texts = messages.settings;
    let form = &editing.form;
    let sum = form.sum().to_string();
    let emits = form.check().map(|mix| {
        let amount = current().mix.values_of(mix).value.to_string();
        fill(texts.mix_emits(), &[("amount", &amount)])
    });
    let mut problem = String::new();
    let mut wrong = element("p", "field-error slot").attribute("id", SUM_ERROR_ID);
    if let Some(MixFormError::Sum(sum)) = error {
        problem = fill(messages.errors.mix_sum(), &[("sum", &sum.to_string())]);
        wrong = wrong
            .child(icon("warning"))
            .child(element("span", "").text(problem.clone()));
    }
    let sum = fill(texts.mix_sum(), &[("sum", &sum)]);
    let emits = emits.unwrap_or_default();
    // It is said of what is typed, and not when the page opens.
    let mut said = String::new();
    if editing.tried || *form != Editing::start(app).form {
        said = [&*sum, " ", &emits, &problem].concat();
    }
    element("div", "")
        .child(element("p", "number").text(sum))
        .child(element("p", "number slot").text(emits))
        .child(wrong)
        .child(
            element("p", "visually-hidden")
                .attribute("role", "status")
                .text(said),
        )
}
