//! The poster of a campaign: one sheet of paper with the code to join by. How it
//! stands on paper is a matter of static/styles/later/campaign.css.

use super::about::{actions, days, name};
use super::to_list;
use crate::app::browser::window;
use crate::app::components::{Callout, Element, button, callout, element, page_header, qr_drawing};
use crate::app::context::App;
use crate::campaign::{Known, Pack, join_link};
use crate::language::fill;

/// The page.
pub fn poster(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let print = app.act((), |_, ()| window::print());
    let print = button("button button-primary", None, texts.print_poster(), print);
    let form = element("div", "actions screen-only").child(print);
    element("div", "page on-paper")
        .child(page_header(
            Some(to_list(app)),
            texts.poster(),
            texts.poster_hint(),
            None,
        ))
        .child(form)
        .child(sheet(app, &known.pack))
}

/// The sheet itself.
fn sheet(app: &App, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let language = app.language();
    let link = join_link(&window::address(), pack);
    let code = qr_drawing(&link, texts.code());
    let code = code.unwrap_or_else(|| callout(Callout::Warning, "", texts.too_long()));
    let other = pack
        .name
        .given(language)
        .and(pack.name.given(language.other()));
    let other = other.map(|other| {
        element("p", "poster-other")
            .attribute("lang", language.other().tag())
            .text(other.to_owned())
    });
    let place = pack.place.as_ref();
    let place = place.map(|place| element("p", "poster-place").child(name(app, place)));
    let steps = texts.poster_steps().iter();
    let steps = steps.map(|step| element("li", "").text(*step));
    let goal = pack.goal.map(|goal| {
        let amount = goal.short(language);
        element("p", "").text(fill(texts.poster_goal(), &[("amount", &amount)]))
    });
    let what = [
        texts.actions(),
        app.messages().compare.colon(),
        &actions(app, pack),
    ]
    .concat();
    let head = element("div", "poster-head")
        .child(element("h2", "").child(name(app, &pack.name)))
        .children(other)
        .child(element("p", "poster-days").text(days(app, pack)))
        .children(place);
    let what = element("div", "poster-what")
        .child(element("p", "").text(what))
        .children(goal);
    let code = element("div", "poster-code")
        .child(code)
        .child(element("p", "poster-scan").text(texts.poster_scan()));
    let join = element("div", "poster-join")
        .child(code)
        .child(element("ol", "poster-steps").children(steps));
    element("article", "card poster")
        .child(element("p", "muted").text(app.messages().shell.app_name()))
        .child(head)
        .child(join)
        .child(what)
        .child(element("p", "small").text(texts.poster_note()))
}
