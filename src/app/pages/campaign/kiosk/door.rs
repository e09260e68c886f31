//! The way out for staff. Whoever came here by chance presses a wrong digit, or
//! nothing, and is back at the beginning.

use super::View;
use super::part::{press, title};
use crate::app::components::{Element, button, element};
use crate::campaign::kiosk::{Act, Door};
use crate::language::{Language, fill, messages};

/// The question.
pub fn door(view: View<'_>, door: Door) -> Element {
    let [zh, en] = Language::ALL.map(|language| messages(language).kiosk);
    let code = door.code().map(|digit| digit.to_string()).join(" ");
    let asked = |text: &str| fill(text, &[("code", &code)]);
    let english = |text: String| {
        element("p", "")
            .attribute("lang", Language::En.tag())
            .text(text)
    };
    let digits = (0..=9).map(|digit: u8| {
        let onclick = view.tablet.acting(view.app, Act::Press(digit));
        button("button", None, &digit.to_string(), onclick)
            .key(digit.to_string())
            .attribute("id", ["kiosk-digit-", &digit.to_string()].concat())
    });
    let pressed = door.pressed();
    let said = if pressed == 0 {
        String::new()
    } else {
        fill(zh.pressed(), &[("count", &pressed.to_string())])
    };
    let stay = press(view, "kiosk-end", "button", zh.stay(), Act::End);
    element("div", "kiosk-content kiosk-door")
        .key("door")
        .child(title(zh.leave()))
        .child(element("p", "").text(asked(zh.leave_hint())))
        .child(english(asked(en.leave_hint())))
        .child(element("div", "kiosk-digits").children(digits))
        .child(
            element("p", "kiosk-status slot")
                .attribute("role", "status")
                .text(said),
        )
        .child(stay)
}
