//! Joining a campaign: only ever by a button, and after it was seen what it is.

use super::href;
use crate::account::Settings;
use crate::app::browser::window;
use crate::app::components::{Element, button, element, select_field};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::{Joined, Known, Pack, Remembered, join, remember};
use std::rc::Rc;

/// The id of the heading above, which takes the focus after something was done.
pub const HEADING_ID: &str = "taking-part";

/// What the pages of a campaign remember.
#[derive(Clone, Default)]
pub struct Pending {
    /// The place of the group that is chosen.
    pub group: Option<usize>,
    /// What was just done, to be taken back.
    pub done: Option<Done>,
}

/// What was just done to a campaign, with what it was before.
#[derive(Clone)]
pub enum Done {
    /// It was left.
    Left(Known),
    /// It was taken off this device.
    Forgotten(Known),
}

impl Pending {
    /// As a change of the page.
    pub fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// The section: what joining means, the groups, and the button.
pub fn take_part(app: &App, pending: &Pending, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let join = app.act((pack.clone(), pending.group), |app, (pack, group)| {
        take(app, pack, *group);
    });
    let group = group_field(app, pack, pending.group, |app, _, group| {
        let done = None;
        app.turn(Pending { group, done }.change());
    });
    let join = button("button button-primary", None, texts.join(), join);
    element("section", "section")
        .child(heading(texts.take_part()))
        .child(element("p", "").text(texts.join_hint()))
        .child(element("div", "slot").children(group))
        .child(element("div", "actions").child(join))
}

/// A heading that takes the focus.
pub fn heading(text: &'static str) -> Element {
    element("h2", "")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1")
        .text(text)
}

/// The groups to choose from, where there are any.
pub fn group_field(
    app: &App,
    pack: &Pack,
    chosen: Option<usize>,
    choose: fn(&App, &Pack, Option<usize>),
) -> Option<Element> {
    if pack.groups.is_empty() {
        return None;
    }
    let texts = app.messages().campaign;
    let none = (String::new(), texts.no_group().to_owned());
    let names = pack.groups.iter().enumerate();
    let names = names.map(|(place, name)| {
        let name = name.in_language(app.language()).to_owned();
        (place.to_string(), name)
    });
    let value = chosen.map(|group| group.to_string()).unwrap_or_default();
    let onchange = {
        let (app, pack) = (app.clone(), pack.clone());
        yew::Callback::from(move |chosen: String| choose(&app, &pack, chosen.parse().ok()))
    };
    let options = [none].into_iter().chain(names);
    Some(select_field(
        "campaign-group",
        texts.group(),
        options,
        &value,
        onchange,
    ))
}

/// Joins, and goes to the campaign.
fn take(app: &App, pack: &Pack, group: Option<usize>) {
    let participant = app.draw_number();
    let is_kept = keep_and(app, pack, |settings| {
        join(settings, pack.key, Joined { participant, group });
    });
    if is_kept {
        app.focus_next(HEADING_ID);
        app.notify(app.messages().campaign.joined_now(), false);
        window::go(&href("of", pack.key));
    }
}

/// Keeps a pack and does what follows, or says that there is no room. Whether it
/// is kept.
pub fn keep_and(app: &App, pack: &Pack, then: impl FnOnce(&mut Settings)) -> bool {
    let mut kept = Remembered::Full;
    app.choose(|settings| {
        kept = remember(settings, pack);
        if kept != Remembered::Full {
            then(settings);
        }
    });
    let is_kept = kept != Remembered::Full;
    if !is_kept {
        app.notify(app.messages().campaign.full(), false);
    }
    is_kept
}
