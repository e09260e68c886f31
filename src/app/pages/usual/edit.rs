//! Changing a template: its name, its amounts and its weekdays.

use super::{HEADING_ID, Opened, Pending};
use crate::account::{Template, Weekdays, set_template};
use crate::app::components::{
    Asked, Element, button, element, submit_button, text_field, text_input,
};
use crate::app::context::App;
use crate::methodology::InputKind;

/// What is typed.
#[derive(Clone)]
pub struct Form {
    name: String,
    amounts: Vec<(InputKind, String)>,
    weekdays: Weekdays,
    /// Whether saving was tried and refused.
    is_wrong: bool,
}

impl Form {
    /// The form of a template as it is.
    pub fn of(template: &Template) -> Self {
        let amounts = template.activity().inputs().iter();
        Self {
            name: template.name().to_owned(),
            amounts: amounts
                .map(|(kind, amount)| (*kind, amount.to_string()))
                .collect(),
            weekdays: template.weekdays(),
            is_wrong: false,
        }
    }

    fn template(&self, was: &Template) -> Option<Template> {
        let amounts = self.amounts.iter();
        // One that may be left empty is left out.
        let given = amounts.filter(|(_, text)| !text.trim().is_empty());
        let given: Vec<_> = given.cloned().collect();
        was.with(&given, &self.name, self.weekdays)
    }
}

/// The form.
pub fn form(
    app: &App,
    pending: &Pending,
    (place, template): (usize, &Template),
    form: &Form,
) -> Element {
    let texts = app.messages().habits;
    let change = (pending.clone(), place, form.clone());
    let name = app.typing(change.clone(), |(pending, place, form), name| {
        let form = Form {
            name,
            ..form.clone()
        };
        pending.opening(Some((*place, Opened::Edit(form))))
    });
    let asked = Asked {
        id: "template-name",
        label: texts.name(),
        hint: texts.name_hint(),
        error: None,
    };
    let mut fields = element("div", "form").child(text_field(
        asked,
        text_input("text", &form.name, name).attribute("maxlength", "20"),
    ));
    for (index, (kind, text)) in form.amounts.iter().enumerate() {
        let input = template.activity().variant().input(*kind);
        let label = input.map_or("", |input| input.label.in_language(app.language()));
        let oninput = app.typing(
            (change.clone(), index),
            |((pending, place, form), index), text| {
                let mut form = form.clone();
                if let Some((_, amount)) = form.amounts.get_mut(*index) {
                    *amount = text;
                }
                pending.opening(Some((*place, Opened::Edit(form))))
            },
        );
        let asked = Asked {
            id: &["template-amount-", &index.to_string()].concat(),
            label,
            hint: kind.dimension().unit(app.language()),
            error: None,
        };
        let control = text_input("text", text, oninput).attribute("inputmode", "decimal");
        fields = fields.child(text_field(asked, control));
    }
    let wrong = if form.is_wrong { texts.wrong() } else { "" };
    let wrong = element("p", "field-error slot")
        .attribute("role", "alert")
        .text(wrong);
    let cancel = app.act(pending.clone(), close);
    let cancel = button("button", None, app.messages().shell.cancel(), cancel);
    let save = app.act(
        (change, template.clone()),
        |app, ((pending, place, form), template)| {
            let Some(changed) = form.template(template) else {
                let form = Form {
                    is_wrong: true,
                    ..form.clone()
                };
                return app.turn(pending.opening(Some((*place, Opened::Edit(form)))));
            };
            app.choose(|settings| set_template(settings, *place, Some(&changed)));
            app.notify(app.messages().habits.changed(), false);
            close(app, pending);
        },
    );
    let save =
        submit_button("button button-primary", save).text(app.messages().record.save_changes());
    element("form", "form")
        .flag("novalidate", true)
        .child(fields)
        .child(weekdays(app, pending, place, form))
        .child(wrong)
        .child(element("div", "actions").child(save).child(cancel))
}

fn close(app: &App, pending: &Pending) {
    app.focus_next(HEADING_ID);
    app.turn(pending.opening(None));
}

fn weekdays(app: &App, pending: &Pending, place: usize, form: &Form) -> Element {
    let texts = app.messages().habits;
    let mut choices = element("div", "choices");
    for (weekday, name) in (0_u8..).zip(texts.weekdays()) {
        let input = element("input", "")
            .attribute("type", "checkbox")
            .value(weekday.to_string())
            .checked(form.weekdays.has(weekday));
        let choice = element("label", "choice")
            .child(input)
            .child(element("span", "").text(*name));
        choices = choices.child(choice);
    }
    let toggle = app.typing(
        (pending.clone(), place, form.clone()),
        |(pending, place, form), weekday| {
            let mut form = form.clone();
            if let Ok(weekday) = weekday.parse() {
                let is_in = form.weekdays.has(weekday);
                form.weekdays = form.weekdays.with(weekday, !is_in);
            }
            pending.opening(Some((*place, Opened::Edit(form))))
        },
    );
    let working = Form {
        weekdays: Weekdays::WORKING,
        ..form.clone()
    };
    let working = app.turning(pending.opening(Some((place, Opened::Edit(working)))));
    let working = button("button button-quiet", None, texts.working_days(), working);
    element("fieldset", "choice-group")
        .onchange(toggle)
        .child(element("legend", "field-label").text(texts.on_weekdays()))
        .child(element("p", "field-hint").text(texts.on_weekdays_hint()))
        .child(choices)
        .child(working)
}
