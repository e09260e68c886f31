//! Whether somebody is still there. Any tap and any key says yes.

use super::View;
use super::part::press;
use crate::app::components::{Element, element};
use crate::campaign::kiosk::Act;
use crate::language::fill;

/// The button that takes the focus.
pub const ANSWER_ID: &str = "kiosk-answer";

/// The question, with the seconds that are left.
pub fn warning(view: View<'_>, seconds: i64) -> Element {
    let texts = view.app.messages().kiosk;
    let left = fill(texts.seconds_left(), &[("seconds", &seconds.to_string())]);
    let answer = press(
        view,
        ANSWER_ID,
        "button button-primary",
        texts.still_here(),
        Act::Stir,
    );
    let question = element("div", "kiosk-question")
        .attribute("role", "alertdialog")
        .attribute("aria-modal", "true")
        .attribute("aria-labelledby", "kiosk-question")
        .attribute("aria-describedby", "kiosk-question-text")
        .child(
            element("h2", "")
                .attribute("id", "kiosk-question")
                .text(texts.still_here_question()),
        )
        .child(
            element("p", "")
                .attribute("id", "kiosk-question-text")
                .text(texts.still_here_text()),
        )
        // Not read aloud each second.
        .child(
            element("p", "kiosk-seconds")
                .attribute("role", "timer")
                .text(left),
        )
        .child(answer);
    element("div", "kiosk-warning").child(question)
}
