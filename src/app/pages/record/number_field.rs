//! One number, three ways: typed, by buttons, by a slider. What is typed is
//! kept letter by letter as it is, so that nothing is lost and a keyboard that
//! composes is not disturbed; it is read as a number, never rewritten.

use super::form::FormChange;
use super::scale::{Scale, stepped};
use crate::app::components::{Element, button, described_by, element, field_error, icon};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::Input;
use crate::quantity::Quantity;

/// A number with its unit; `text` stands in its field.
pub fn number_field(app: &App, input: &Input, text: &str, error: Option<&str>) -> Element {
    let texts = app.messages();
    let language = app.language();
    let kind = input.kind;
    let id = kind.id();
    let dimension = kind.dimension();
    let label = input.label.in_language(language);
    let optional = if input.required {
        ""
    } else {
        texts.record.optional()
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
            (texts.record.more(), "plus")
        } else {
            (texts.record.less(), "minus")
        };
        let stepped = FormChange::Set(kind, stepped(input, text, up));
        let onclick = app.turning(PageChange::Form(stepped));
        let name = [label, " ", &fill(name, &[("step", &step)])].concat();
        button("amount-step", Some(icon(drawing)), "", onclick).attribute("aria-label", name)
    };
    let wrong = error.is_some();
    let unit = dimension.unit(language);
    let typed = element("input", "amount-input")
        .attribute("id", id)
        .attribute("type", "text")
        .attribute("inputmode", "decimal")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "done")
        .optional("aria-invalid", wrong.then_some("true"))
        .optional(
            "aria-describedby",
            described_by(id, !unit.is_empty(), wrong),
        )
        .value(text.to_owned())
        .oninput(app.typing(kind, |kind, text| {
            PageChange::Form(FormChange::Amount(*kind, text))
        }))
        .onchange(app.typing(kind, |kind, _| PageChange::Form(FormChange::Left(*kind))));
    let typed = element(
        "div",
        if wrong {
            "amount-typed is-wrong"
        } else {
            "amount-typed"
        },
    )
    .child(typed)
    .child(
        element("span", "amount-unit slot")
            .attribute("id", [id, "-hint"].concat())
            .text(unit),
    );
    let slider = element("input", "slider")
        .attribute("type", "range")
        .attribute("min", scale.least.to_string())
        .attribute("max", scale.most.to_string())
        .attribute("step", scale.step.to_string())
        .attribute(
            "aria-label",
            fill(texts.record.slider(), &[("label", label)]),
        )
        .optional("aria-valuetext", spoken)
        .value(at.clamp(scale.least, scale.most).to_string())
        .oninput(app.typing(kind, |kind, thousandths| {
            PageChange::Form(FormChange::Slid(*kind, thousandths))
        }));
    let label = element("label", "field-label")
        .attribute("for", id)
        .text(label)
        .child(element("span", "field-hint slot").text(optional));
    let amount = element("div", "amount")
        .child(step_button(false))
        .child(typed)
        .child(step_button(true));
    element("div", "field")
        .key(id)
        .child(label)
        .child(amount)
        .child(slider)
        .child(field_error(id, error))
}
