//! The fields of the form, in the order in which a person tells it: how much,
//! instead of what, when, with what evidence.

use super::form::{DayError, Form, FormChange};
use super::number_field::number_field;
use crate::app::components::{
    Asked, Choice, Element, Question, choice_group, disclosure, element, text_field, text_input,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::errors::{activity_error, note_error};
use crate::methodology::{Evidence, FactorRule, Replaced};
use crate::quantity::Day;
use yew::Callback;

/// All fields.
pub fn fields(app: &App, form: &Form) -> Element {
    let today = app.today();
    let errors = form.errors(today);
    let mut numbers = element("div", "form").key(form.variant().id);
    for input in form.variant().inputs {
        let kind = input.kind;
        let error = errors.amounts.iter().find(|(wrong, _)| *wrong == kind);
        let error = error
            .filter(|_| form.shows_error(kind))
            .map(|(_, error)| activity_error(error, app.language()));
        let field = number_field(app, input, form.amount(kind), error.as_deref());
        numbers = numbers.child(field);
    }
    let day_error = errors
        .day
        .filter(|_| form.was_tried || errors.day == Some(DayError::Future));
    let remark_error = errors.note.map(|error| note_error(error, app.language()));
    let texts = app.messages().record;
    let remark = Asked {
        id: "note",
        label: texts.note(),
        hint: texts.note_hint(),
        error: remark_error,
    };
    let remark = text_field(
        remark,
        text_input("text", &form.note, change(app, FormChange::Note)),
    );
    let asked = element("div", "form")
        .child(element("div", "slot").children(variant_choice(app, form)))
        .child(element("div", "slot").children(item_choice(app, form)))
        .child(element("div", "").child(numbers))
        .child(element("div", "slot").children(replaced_choice(app, form)))
        .child(day_field(app, form, today, day_error));
    let evidence = evidence_choice(app, form);
    if app.is_elder() {
        let more = element("div", "form").child(evidence).child(remark);
        asked.child(disclosure(app.messages().elder.more_fields(), more))
    } else {
        asked.child(evidence).child(remark)
    }
}

/// A callback that changes the form by what was typed or chosen.
fn change(app: &App, change: fn(String) -> FormChange) -> Callback<String> {
    app.typing(change, |change, typed| PageChange::Form(change(typed)))
}

fn variant_choice(app: &App, form: &Form) -> Option<Element> {
    let variants = form.action().variants;
    if variants.len() < 2 {
        return None;
    }
    let choices: Vec<Choice> = (variants.iter())
        .map(|variant| (variant.id, variant.name.in_language(app.language())))
        .collect();
    Some(choice_group(
        Question::plain("variant", app.messages().record.variant()),
        &choices,
        form.variant().id,
        change(app, FormChange::Variant),
    ))
}

fn item_choice(app: &App, form: &Form) -> Option<Element> {
    let items = form.action().items;
    if items.is_empty() {
        return None;
    }
    let choices: Vec<Choice> = (items.iter())
        .map(|item| (item.id, item.name.in_language(app.language())))
        .collect();
    Some(choice_group(
        Question::plain("item", app.messages().record.item()),
        &choices,
        &form.item,
        change(app, FormChange::Item),
    ))
}

fn replaced_choice(app: &App, form: &Form) -> Option<Element> {
    let texts = app.messages().record;
    let mut baseline = form.variant().baseline.iter();
    let unsaid = baseline.find_map(|term| match term.factor {
        FactorRule::Replaced { unsaid } => Some(unsaid),
        _ => None,
    })?;
    let unsaid = if unsaid.id == form.edition().mix.published.id {
        texts.replaced_unsaid()
    } else {
        texts.replaced_unsaid_carpool()
    };
    let mut choices: Vec<Choice> = vec![("", unsaid)];
    for replaced in Replaced::ALL {
        // A trip does not replace itself.
        if replaced.id() != form.action().id.as_str() {
            choices.push((replaced.id(), app.messages().names.replaced(replaced)));
        }
    }
    Some(choice_group(
        Question {
            hint: texts.replaced_hint(),
            ..Question::plain("replaced", texts.replaced())
        },
        &choices,
        form.replaced.map_or("", Replaced::id),
        change(app, FormChange::Replaced),
    ))
}

fn evidence_choice(app: &App, form: &Form) -> Element {
    let texts = app.messages().record;
    let names = app.messages().names;
    let choices = Evidence::ALL.map(|evidence| (evidence.id(), names.evidence(evidence)));
    choice_group(
        Question {
            hint: texts.evidence_hint(),
            ..Question::plain("evidence", texts.evidence())
        },
        &choices,
        form.evidence.id(),
        change(app, FormChange::Evidence),
    )
}

/// Today, yesterday, or a date: most things are recorded on their day.
fn day_field(app: &App, form: &Form, today: Day, error: Option<DayError>) -> Element {
    let texts = app.messages().record;
    let on = form.on.parse::<Day>().ok().filter(|_| !form.picks_day);
    let chosen = if on == Some(today) {
        "today"
    } else if on.is_some() && on == today.plus_days(-1) {
        "yesterday"
    } else {
        "other"
    };
    let onchoose = app.typing(today, |today, id| {
        PageChange::Form(FormChange::When(match id.as_str() {
            "today" => Some(*today),
            "yesterday" => today.plus_days(-1),
            _ => None,
        }))
    });
    let choices = [
        ("today", texts.day_today()),
        ("yesterday", texts.day_yesterday()),
        ("other", texts.day_other()),
    ];
    let errors = app.messages().errors;
    let error = error.map(|error| match error {
        DayError::Bad => errors.bad_day(),
        DayError::Future => errors.future(),
    });
    let asked = Asked {
        id: "day",
        label: texts.day_other(),
        hint: "",
        error,
    };
    let date = text_input("date", &form.on, change(app, FormChange::On));
    let date = text_field(asked, date.attribute("max", today.to_string()));
    element("div", "field")
        .child(choice_group(
            Question::plain("when", texts.day()),
            &choices,
            chosen,
            onchoose,
        ))
        .child(
            element("div", "")
                .flag("hidden", chosen != "other")
                .child(date),
        )
}
