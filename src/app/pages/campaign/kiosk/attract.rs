//! What invites: both languages are read here, whichever the tablet speaks.

use super::View;
use super::part::{press, title};
use crate::app::components::{Element, element, icon};
use crate::app::pages::campaign::about::{days, phase};
use crate::campaign::kiosk::Act;
use crate::campaign::{Name, Pack, Phase};
use crate::language::{Language, messages};

/// The screen.
pub fn attract(view: View<'_>) -> Element {
    let [zh, en] = Language::ALL.map(|language| messages(language).kiosk);
    let both = |class: &'static str, zh: &'static str, en: &'static str| {
        element("div", class)
            .child(element("p", "").text(zh))
            .child(
                element("p", "")
                    .attribute("lang", Language::En.tag())
                    .text(en),
            )
    };
    let start = |language: Language, id: &'static str, class: &'static str, name: &str| {
        press(view, id, class, name, Act::Start(language)).attribute("lang", language.tag())
    };
    let starts = element("div", "kiosk-starts")
        .child(start(
            Language::ZhCn,
            "kiosk-start",
            "button button-primary",
            zh.start(),
        ))
        .child(start(
            Language::En,
            "kiosk-start-en",
            "button button-primary",
            en.start(),
        ));
    let staff = [zh.staff(), " · "].concat();
    let staff = press(
        view,
        "kiosk-staff",
        "button button-quiet",
        &staff,
        Act::Leave,
    )
    .child(
        element("span", "")
            .attribute("lang", Language::En.tag())
            .text(en.staff()),
    );
    let other = element("p", "kiosk-other")
        .attribute("lang", Language::En.tag())
        .text(en.invitation());
    element("div", "kiosk-attract")
        .key("attract")
        .child(element("div", "slot").children(view.pack.map(|pack| event(view, pack))))
        .child(element("div", "kiosk-mark").child(icon("leaf")))
        .child(title(zh.invitation()))
        .child(other)
        .child(both("kiosk-both", zh.promise(), en.promise()))
        .child(starts)
        .child(both("kiosk-both kiosk-small", zh.no_trace(), en.no_trace()))
        .child(staff)
}

/// What the tablet stands at. On other days than its own nothing is counted for
/// it, which staff sees here.
fn event(view: View<'_>, pack: &Pack) -> Element {
    let View { app, .. } = view;
    let name = |name: &Name, language: Language| {
        let (text, language) = name.said(language);
        element("p", "kiosk-event-name")
            .attribute("lang", language.tag())
            .text(text.to_owned())
    };
    let english = pack.name.given(Language::En);
    let english = english.filter(|text| *text != pack.name.in_language(Language::ZhCn));
    let english = english.map(|_| name(&pack.name, Language::En));
    let is_now = pack.phase(app.today()) == Phase::Now;
    let not_now = if is_now { "" } else { phase(app, pack) };
    element("div", "kiosk-event")
        .child(name(&pack.name, Language::ZhCn))
        .children(english)
        .child(element("p", "").text([&days(app, pack), " ", not_now].concat()))
}
