//! How much: by one tap, or with the buttons for more and less. Nothing is
//! typed, so that no form remembers it and no keyboard covers the page.

use super::View;
use super::part::title;
use crate::app::components::{Element, button, element, icon};
use crate::campaign::kiosk::{Act, Visit, presets};
use crate::language::fill;
use crate::methodology::Input;
use crate::quantity::Quantity;

/// The step, for the thing at a place.
pub fn amount(view: View<'_>, visit: &Visit, place: usize) -> Element {
    let View { app, .. } = view;
    let language = app.language();
    let content = element("div", "kiosk-content");
    let Some(deed) = visit.deeds().get(place) else {
        return content;
    };
    let action = deed.activity().action();
    let [number, count] = [place + 1, visit.deeds().len()].map(|number| number.to_string());
    let at = [("number", &*number), ("count", &*count)];
    let at = fill(app.messages().kiosk.which(), &at);
    let numbers = deed
        .numbers()
        .map(|(input, amount)| field(view, input, amount));
    let heading = element("div", "kiosk-heading")
        .child(icon(action.id.as_str()))
        .child(title(action.name.in_language(language)));
    content
        .child(heading)
        .child(element("p", "").text([&*at, " · ", action.hint.in_language(language)].concat()))
        .child(element("div", "kiosk-numbers").children(numbers))
}

fn field(view: View<'_>, input: &'static Input, amount: Quantity) -> Element {
    let View { app, tablet, .. } = view;
    let language = app.language();
    let texts = app.messages().record;
    let kind = input.kind;
    let label = input.label.in_language(language);
    let shown = |thousandths: i64| {
        let amount = Quantity::new(kind.dimension(), thousandths);
        amount.map_or_else(|_| String::new(), |amount| amount.exact(language))
    };
    let by = shown(input.step);
    let step = |up: bool| {
        let (name, drawing, id) = if up {
            (texts.more(), "plus", "-more")
        } else {
            (texts.less(), "minus", "-less")
        };
        let is_end = input.stepped(amount.thousandths(), up) == amount.thousandths();
        let name = [label, " ", &fill(name, &[("step", &by)])].concat();
        button(
            "kiosk-step-button",
            Some(icon(drawing)),
            "",
            tablet.acting(app, Act::Step(kind, up)),
        )
        .attribute("id", ["kiosk-", kind.id(), id].concat())
        .attribute("aria-label", name)
        // Not disabled: it would lose the focus under the finger.
        .truth("aria-disabled", is_end)
    };
    let value = element("output", "kiosk-amount").text(amount.exact(language));
    let row = element("div", "kiosk-stepper")
        .child(step(false))
        .child(value)
        .child(step(true));
    let presets = presets(input).into_iter().map(|preset| {
        let onclick = tablet.acting(app, Act::Set(kind, preset));
        let id = ["kiosk-", kind.id(), "-", &preset.to_string()].concat();
        button("kiosk-preset", None, &shown(preset), onclick)
            .key(id.clone())
            .attribute("id", id)
            .truth("aria-pressed", preset == amount.thousandths())
    });
    let label_id = ["kiosk-", kind.id()].concat();
    element("div", "kiosk-number")
        .key(kind.id())
        .attribute("role", "group")
        .attribute("aria-labelledby", label_id.clone())
        .child(
            element("p", "kiosk-label")
                .attribute("id", label_id)
                .text(label),
        )
        .child(row)
        .child(element("div", "kiosk-presets").children(presets))
}
