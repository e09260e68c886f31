//! "Together we saved", for a screen that all can see. It follows what is
//! counted in another tab, but its figures only when three more people have
//! handed in a card: whoever watches two numbers could subtract them.

use super::{figures, href};
use crate::app::browser::window;
use crate::app::components::{
    Element, button, element, large_carbon_figure, link, page_header, pollutant_list,
    rows_of_totals,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::{Figures, Known, Tally, Told, may_follow};
use crate::language::fill;
use std::cell::RefCell;
use std::rc::Rc;

const SCREEN_ID: &str = "together";

/// What the page remembers: the tally that is shown.
#[derive(Default)]
pub struct Shown(RefCell<Option<Tally>>);

/// The page.
pub fn screen(app: &App, shown: &Rc<Shown>, known: &Known) -> Element {
    let texts = app.messages().tally;
    let now = app.tally(known.pack.key).tally;
    let people = now.cards().len().to_string();
    let tally = follow(app, shown, now);
    let figures = Figures::of(&tally, 0, &[]);
    let count = fill(texts.people(), &[("count", &people)]);
    let content = match &figures.all {
        Told::Told(sum) => {
            let of = [("count", &*sum.people.to_string())];
            let figure = large_carbon_figure(
                app,
                texts.saved(),
                sum.totals.reduction,
                fill(texts.screen_of(), &of).into(),
            );
            element("div", "section")
                .key("sum")
                .child(figure)
                .child(element("ul", "bars slot").children(figures::goal(app, known, sum)))
                .child(pollutant_list(app, &rows_of_totals(&sum.totals), false))
        }
        _ => element("p", "").key("few").text(texts.screen_waiting()),
    };
    let full = app.act((), |_, ()| window::fill_screen(SCREEN_ID));
    let full = button("button", None, texts.full_screen(), full);
    let back = href("tally", known.pack.key);
    let name = known.pack.name.in_language(app.language());
    let together = element("section", "card together")
        .attribute("id", SCREEN_ID)
        .attribute("aria-live", "polite")
        .child(element("h2", "").text(name.to_owned()))
        .child(element("p", "together-people").text(count))
        .child(element("div", "").child(content))
        .child(element("p", "muted small").text(texts.self_reported()));
    let to_tally = link("text-link", back).text(texts.to_tally());
    element("div", "page tally")
        .child(page_header(None, texts.together(), "", None))
        .child(together)
        .child(element("div", "actions").child(full).child(to_tally))
}

/// The tally to be shown: the one before, until enough people have another card.
fn follow(app: &App, shown: &Rc<Shown>, now: Tally) -> Tally {
    let mut before = shown.0.borrow_mut();
    if let Some(shown) = &*before
        && !may_follow(&now, shown)
    {
        return shown.clone();
    }
    let is_first = before.is_none();
    *before = Some(now.clone());
    if is_first {
        app.turn(PageChange::Remembers(Rc::new(shown.clone())));
    }
    now
}
