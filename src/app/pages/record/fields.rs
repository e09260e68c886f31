//! The fields of the form, in the order in which a person tells it: how much,
//! instead of what, when, with what evidence.

use super::form::{DayError, Form, FormChange};
use crate::app::components::{Choice, ChoiceGroup, NumberField, TextField, element};
use crate::app::hooks::{App, use_app};
use crate::language::errors::{activity_error, note_error};
use crate::methodology::{Evidence, FactorRule, Input, Replaced};
use crate::quantity::Day;
use yew::prelude::*;

/// All fields.
pub fn fields(app: &App, form: &Form, today: Day, change: &Callback<FormChange>) -> Html {
    let errors = form.errors(today);
    let number = |input: &'static Input| {
        let kind = input.kind;
        let error = errors.amounts.iter().find(|(wrong, _)| *wrong == kind);
        let error = error
            .filter(|_| form.shows_error(kind))
            .map(|(_, error)| AttrValue::from(activity_error(error, app.language())));
        html! {
            <NumberField
                key={kind.id()} id={kind.id()} input={*input} text={form.amount(kind).to_owned()} {error}
                oninput={change.reform(move |text| FormChange::Amount(kind, text))}
                oncommit={change.reform(move |()| FormChange::Left(kind))}
            />
        }
    };
    let day_error = errors
        .day
        .filter(|_| form.was_tried || errors.day == Some(DayError::Future));
    let remark_error = errors
        .note
        .map(|error| AttrValue::from(note_error(error, app.language())));
    let texts = &app.messages().record;
    let day = html! { <DayField on={form.on.clone()} {today} error={day_error} change={change.clone()} /> };
    let evidence = html! {
        <ChoiceGroup
            name="evidence" legend={texts.evidence} hint={texts.evidence_hint}
            choices={evidence_choices(app)} chosen={form.evidence.id()}
            onchoose={change.reform(FormChange::Evidence)}
        />
    };
    let remark = html! {
        <TextField
            id="note" label={texts.note} hint={texts.note_hint} text={form.note.clone()}
            error={remark_error} oninput={change.reform(FormChange::Note)}
        />
    };
    let numbers = element("div", "form")
        .key(form.variant().id)
        .children(form.variant().inputs.iter().map(number));
    let slot = |content: Html| element("div", "slot").child(content);
    element("div", "form")
        .child(slot(variant_choice(app, form, change)))
        .child(slot(item_choice(app, form, change)))
        .child(element("div", "").child(numbers))
        .child(slot(replaced_choice(app, form, change)))
        .child(day)
        .child(evidence)
        .child(remark)
        .into()
}

fn variant_choice(app: &App, form: &Form, change: &Callback<FormChange>) -> Html {
    let variants = form.action().variants;
    if variants.len() < 2 {
        return Html::default();
    }
    let choices: Vec<Choice> = (variants.iter())
        .map(|variant| {
            (
                variant.id.into(),
                variant.name.in_language(app.language()).into(),
            )
        })
        .collect();
    html! {
        <ChoiceGroup
            name="variant" legend={app.messages().record.variant} {choices} chosen={form.variant().id}
            onchoose={change.reform(FormChange::Variant)}
        />
    }
}

fn item_choice(app: &App, form: &Form, change: &Callback<FormChange>) -> Html {
    let items = form.action().items;
    if items.is_empty() {
        return Html::default();
    }
    let choices: Vec<Choice> = (items.iter())
        .map(|item| (item.id.into(), item.name.in_language(app.language()).into()))
        .collect();
    html! {
        <ChoiceGroup
            name="item" legend={app.messages().record.item} {choices} chosen={form.item.clone()}
            onchoose={change.reform(FormChange::Item)}
        />
    }
}

fn replaced_choice(app: &App, form: &Form, change: &Callback<FormChange>) -> Html {
    let texts = &app.messages().record;
    let unsaid = form
        .variant()
        .baseline
        .iter()
        .find_map(|term| match term.factor {
            FactorRule::Replaced { unsaid } => Some(unsaid),
            _ => None,
        });
    let Some(unsaid) = unsaid else {
        return Html::default();
    };
    let unsaid = if unsaid.id == form.edition().mix.published.id {
        texts.replaced_unsaid
    } else {
        texts.replaced_unsaid_carpool
    };
    let mut choices: Vec<Choice> = vec![("".into(), unsaid.into())];
    for replaced in Replaced::ALL {
        // A trip does not replace itself.
        if replaced.id() != form.action().id.as_str() {
            choices.push((
                replaced.id().into(),
                app.messages().names.replaced(replaced).into(),
            ));
        }
    }
    html! {
        <ChoiceGroup
            name="replaced" legend={texts.replaced} hint={texts.replaced_hint} {choices}
            chosen={form.replaced.map_or("", Replaced::id)}
            onchoose={change.reform(FormChange::Replaced)}
        />
    }
}

fn evidence_choices(app: &App) -> Vec<Choice> {
    let names = &app.messages().names;
    (Evidence::ALL.into_iter())
        .map(|evidence| (evidence.id().into(), names.evidence(evidence).into()))
        .collect()
}

#[derive(Properties, PartialEq)]
struct DayFieldProps {
    on: AttrValue,
    today: Day,
    error: Option<DayError>,
    change: Callback<FormChange>,
}

/// Today, yesterday, or a date: most things are recorded on their day.
#[component]
fn DayField(props: &DayFieldProps) -> Html {
    let app = use_app();
    let texts = &app.messages().record;
    let is_picking = use_state_eq(|| false);
    let today = props.today.to_string();
    let yesterday = props.today.plus_days(-1).map(|day| day.to_string());
    let chosen = if *is_picking {
        "other"
    } else if props.on == today.as_str() {
        "today"
    } else if Some(props.on.as_str()) == yesterday.as_deref() {
        "yesterday"
    } else {
        "other"
    };
    let onchoose = {
        let (change, picking, today) = (props.change.clone(), is_picking.setter(), today.clone());
        Callback::from(move |id: String| {
            picking.set(id == "other");
            match (id.as_str(), &yesterday) {
                ("today", _) => change.emit(FormChange::On(today.clone())),
                ("yesterday", Some(day)) => change.emit(FormChange::On(day.clone())),
                _ => {}
            }
        })
    };
    let choices: Vec<Choice> = [
        ("today", texts.day_today),
        ("yesterday", texts.day_yesterday),
        ("other", texts.day_other),
    ]
    .map(|(id, name)| (id.into(), name.into()))
    .to_vec();
    let errors = &app.messages().errors;
    let error = props.error.map(|error| match error {
        DayError::Bad => AttrValue::from(errors.bad_day),
        DayError::Future => AttrValue::from(errors.future),
    });
    let date = html! {
        <TextField
            id="day" label={texts.day_other} kind="date" max={today} text={props.on.clone()} {error}
            oninput={props.change.reform(FormChange::On)}
        />
    };
    element("div", "field")
        .child(
            html! { <ChoiceGroup name="when" legend={texts.day} {choices} {chosen} {onchoose} /> },
        )
        .child(
            element("div", "")
                .flag("hidden", chosen != "other")
                .child(date),
        )
        .into()
}
