//! The organiser's form: a campaign day of the policy or nothing to begin with,
//! then all of a pack, and saving it.

mod fields;
mod levels;
mod wrong;

use super::{href, to_list};
use crate::app::browser::window;
use crate::app::components::{
    Element, button, element, field_error, icon, link, page_header, submit_button,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::{
    CampaignKey, FieldError, Known, Pack, PackDraft, PackField, join_link, next_days,
};
use crate::exchange::QR_CHARACTERS_MAX;
use crate::language::fill;
use crate::methodology::{CampaignDay, current};
use std::rc::Rc;

/// The id of the form's first field.
const FIRST_ID: &str = "campaign-language";
/// The id of what says how long the link is.
const ROOM_ID: &str = "campaign-room";

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending {
    /// What is typed; nothing while the beginning is chosen.
    draft: Option<PackDraft>,
    /// Whether saving was tried: nothing is called wrong before.
    is_tried: bool,
}

impl Pending {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// What the form is filled in for: a new campaign, or a change of one.
#[derive(Clone)]
struct Form {
    draft: PackDraft,
    is_tried: bool,
    /// The pack that is changed.
    was: Option<Pack>,
}

impl Form {
    /// The page with another draft.
    fn with(&self, change: impl FnOnce(&mut PackDraft)) -> PageChange {
        let mut draft = self.draft.clone();
        change(&mut draft);
        let (draft, is_tried) = (Some(draft), self.is_tried);
        Pending { draft, is_tried }.change()
    }

    /// What is typed, as it would be saved now.
    fn check(&self, app: &App) -> Result<Pack, Vec<(PackField, FieldError)>> {
        // Before it is saved any key serves: all are of one length.
        let key = CampaignKey::from_number(0);
        let (key, stamp) = match &self.was {
            Some(was) => (was.key, app.now_ms().max(was.stamp + 1)),
            None => (key, app.now_ms()),
        };
        self.draft.check(key, stamp)
    }
}

/// Making a campaign.
pub fn make(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().campaign;
    let content = match &pending.draft {
        None => beginnings(app).key("beginnings"),
        Some(draft) => {
            let form = Form {
                draft: draft.clone(),
                is_tried: pending.is_tried,
                was: None,
            };
            fill_in(app, &form).key("form")
        }
    };
    element("div", "page")
        .child(page_header(
            Some(to_list(app)),
            texts.make(),
            texts.make_hint(),
            None,
        ))
        .child(element("div", "place").child(content))
}

/// Changing one that is known.
pub fn change(app: &App, pending: &Pending, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let draft = pending.draft.clone();
    let form = Form {
        draft: draft.unwrap_or_else(|| PackDraft::of(&known.pack)),
        is_tried: pending.is_tried,
        was: Some(known.pack.clone()),
    };
    let back = link("text-link", href("organise", known.pack.key)).text(texts.organise());
    element("div", "page")
        .child(page_header(
            Some(to_list(app)),
            texts.change(),
            texts.change_hint(),
            None,
        ))
        .child(fill_in(app, &form))
        .child(element("p", "").child(back))
}

/// What to begin with.
fn beginnings(app: &App) -> Element {
    let texts = app.messages().campaign;
    let language = app.language();
    let days = current().campaign_days.iter();
    let rows = days.map(|day| {
        let draft = PackDraft::of_day(day, app.today(), language);
        let note = day.note.map_or("", |note| note.in_language(language));
        let name = day.name.in_language(language);
        beginning(app, name, &when(app, day), note, draft)
    });
    let empty = PackDraft::new(language);
    let empty = beginning(app, texts.blank(), texts.blank_hint(), "", empty);
    let source = element("p", "muted small").text(texts.beginnings_source());
    element("section", "section")
        .child(element("h2", "").text(texts.beginnings()))
        .child(element("ul", "rows").children(rows).child(empty))
        .child(source)
}

/// The next days of a campaign day, as far as they are known.
fn when(app: &App, day: &CampaignDay) -> String {
    let texts = app.messages().campaign;
    let Some(days) = next_days(day, app.today()) else {
        return texts.days_unknown().to_owned();
    };
    let [first, last] = days.map(|day| day.long(app.language()));
    if first == last {
        return first;
    }
    fill(texts.from_to(), &[("first", &first), ("last", &last)])
}

fn beginning(app: &App, name: &str, when: &str, note: &str, draft: PackDraft) -> Element {
    let begin = app.act(draft, |app, draft| {
        let draft = Some(draft.clone());
        let is_tried = false;
        app.turn(Pending { draft, is_tried }.change());
        app.focus_next(fields::id_of(PackField::Name(app.language())));
    });
    let text = element("span", "row-text")
        .child(element("span", "row-title").text(name.to_owned()))
        .child(element("span", "row-detail").text(when.to_owned()))
        .child(element("span", "row-detail slot").text(note.to_owned()));
    let button = element("button", "row row-button")
        .attribute("type", "button")
        .onclick(begin)
        .child(element("span", "row-mark").child(icon("calendar")))
        .child(text)
        .child(icon("forward"));
    element("li", "").key(name.to_owned()).child(button)
}

/// The form itself.
fn fill_in(app: &App, form: &Form) -> Element {
    let texts = app.messages().campaign;
    let checked = form.check(app);
    let wrong = match &checked {
        Err(wrong) if form.is_tried => wrong.as_slice(),
        _ => &[],
    };
    let save = app.act(form.clone(), keep);
    let save = submit_button("button button-primary", save).text(texts.save());
    let cancel = match &form.was {
        Some(was) => href("organise", was.key),
        None => "#/campaign".to_owned(),
    };
    let cancel = link("button", cancel).text(app.messages().shell.cancel());
    element("form", "form")
        .flag("novalidate", true)
        .child(fields::fields(app, form, wrong))
        .child(levels::levels(app, form, wrong))
        .child(fields::groups(app, form, wrong))
        .child(room(app, form, checked.as_ref().ok()))
        .child(element("div", "actions").child(save).child(cancel))
}

/// How much of a code what is typed takes.
fn room(app: &App, form: &Form, pack: Option<&Pack>) -> Element {
    let texts = app.messages().campaign;
    let length = pack.map(|pack| join_link(&window::address(), pack).len());
    let said = length.map(|length| {
        let [used, most] = [length, QR_CHARACTERS_MAX].map(|number| number.to_string());
        fill(texts.room(), &[("used", &used), ("most", &most)])
    });
    let is_too_long = length.is_some_and(|length| length > QR_CHARACTERS_MAX);
    let error = (is_too_long && form.is_tried).then(|| texts.too_long());
    element("div", "field")
        .attribute("id", ROOM_ID)
        .attribute("tabindex", "-1")
        .child(element("p", "muted small slot").text(said.unwrap_or_default()))
        .child(field_error(ROOM_ID, error))
}

/// Saves it, or says what is wrong and leads there.
fn keep(app: &App, form: &Form) {
    let tried = |focus: String| {
        let draft = Some(form.draft.clone());
        let is_tried = true;
        app.focus_next(focus);
        app.turn(Pending { draft, is_tried }.change());
    };
    let mut pack = match form.check(app) {
        Ok(pack) => pack,
        Err(wrong) => {
            let first = wrong.first().map(|(field, _)| fields::id_of(*field));
            return tried(first.unwrap_or_default());
        }
    };
    if join_link(&window::address(), &pack).len() > QR_CHARACTERS_MAX {
        return tried(ROOM_ID.to_owned());
    }
    if form.was.is_none() {
        pack.key = CampaignKey::from_number(app.draw_number());
    }
    if super::take_part::keep_and(app, &pack, |_| ()) {
        window::go(&href("organise", pack.key));
    }
}

/// A small button of the form.
fn tool(drawing: &str, name: &str, onclick: yew::Callback<()>) -> Element {
    button("button button-quiet", Some(icon(drawing)), name, onclick)
}
