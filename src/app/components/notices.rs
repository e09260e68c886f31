//! What just happened, said to the eye and to the screen reader, with the way
//! to undo it for as long as the page stays.

use crate::app::browser::window;
use crate::app::components::{button, element, icon};
use crate::app::hooks::{undo_and_tell, use_account, use_app};
use yew::prelude::*;

const REGION_ID: &str = "notice";

/// The live region. It is always there; only what it says comes and goes.
#[component]
pub fn Notices() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().shell;
    let undo = {
        let (app, account) = (app.clone(), account);
        Callback::from(move |_| undo_and_tell(&app, &account))
    };
    let close = {
        let app = app.clone();
        Callback::from(move |_| {
            window::focus(REGION_ID);
            app.close_notice();
        })
    };
    let region = element("div", "notice-region")
        .attribute("id", REGION_ID)
        .attribute("role", "status")
        .attribute("tabindex", "-1");
    let Some(notice) = app.notice() else {
        return region.into();
    };
    let undo = notice
        .undo
        .then(|| button("button", icon("undo"), texts.undo, undo).into());
    let close =
        button("icon-button", icon("close"), "", close).attribute("aria-label", texts.close);
    let notice = element("div", "notice")
        .key(notice.text.clone())
        .child(element("span", "notice-text").text(notice.text.clone()))
        .child(element("span", "notice-tools").children(undo))
        .child(close);
    region.child(notice).into()
}
