//! Deleting a tally: never by one tap.

use super::Desk;
use crate::app::components::{Callout, Element, button, element};
use crate::app::context::App;
use crate::campaign::CampaignKey;
use crate::language::fill;
use std::rc::Rc;

const CONFIRM_ID: &str = "tally-forget";

/// The section; empty where there is nothing to delete.
pub fn forget(app: &App, key: CampaignKey, people: usize, desk: &Rc<Desk>) -> Element {
    if people == 0 {
        return element("div", "");
    }
    let texts = app.messages().tally;
    let count = [("count", &*people.to_string())];
    let is_asked = desk.is_forgetting.get();
    let turn = |asks: bool| {
        app.act((asks, desk.clone()), |app, (asks, desk)| {
            desk.is_forgetting.set(*asks);
            if *asks {
                app.focus_next(CONFIRM_ID);
            }
            desk.turn(app);
        })
    };
    let actions = if is_asked {
        let confirm = app.act((key, desk.clone()), |app, (key, desk)| {
            desk.is_forgetting.set(false);
            let desk = desk.clone();
            app.forget_tally(*key, move |app, is_gone| {
                let texts = app.messages().tally;
                let said = if is_gone {
                    (Callout::Hint, texts.forgotten())
                } else {
                    (Callout::Danger, texts.not_forgotten())
                };
                desk.say(app, vec![(said.0, said.1.to_owned())]);
            });
        });
        let confirm = button(
            "button button-danger",
            None,
            texts.forget_confirm(),
            confirm,
        );
        element("div", "actions")
            .key("asked")
            .child(confirm.attribute("id", CONFIRM_ID))
            .child(button(
                "button",
                None,
                app.messages().shell.cancel(),
                turn(false),
            ))
    } else {
        let ask = button("button button-danger", None, texts.forget(), turn(true));
        element("div", "actions").key("closed").child(ask)
    };
    element("section", "section")
        .child(element("h2", "").text(texts.forget()))
        .child(element("p", "").text(fill(texts.forget_hint(), &count)))
        .child(element("div", "").child(actions))
}
