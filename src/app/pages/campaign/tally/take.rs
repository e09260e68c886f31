//! Taking cards: typed by a scanner or pasted, out of a picture, by the camera.

use super::Desk;
use crate::account::Kept;
use crate::app::browser::camera::{Camera, Seen, read_picture};
use crate::app::browser::{files, window};
use crate::app::components::{
    Asked, Callout, Element, button, callout, element, file_input, submit_button, text_field,
};
use crate::app::context::App;
use crate::campaign::{CampaignKey, Card, CardError, Known, Taken, codes_in};
use crate::language::fill;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const FIELD_ID: &str = "card-code";
const PICTURE_ID: &str = "card-picture";
const VIDEO_ID: &str = "card-camera";
/// So many outcomes are said; of more, how many there are.
const SAID_MAX: usize = 8;
/// After so many looks at nothing a card is a new one, were it the same.
const LOOKS: u8 = 10;

/// The section.
pub fn take(app: &App, known: &Known, desk: &Rc<Desk>) -> Element {
    let texts = app.messages().tally;
    let key = known.pack.key;
    let said = desk.said.borrow();
    let times = desk.times.get();
    let said = said
        .iter()
        .enumerate()
        .map(|(place, (kind, text))| callout(*kind, "", text).key(format!("{times}-{place}")));
    let said = element("div", "callouts slot")
        .attribute("role", "status")
        .children(said);
    element("section", "section")
        .child(element("h2", "").text(texts.take()))
        .child(typed(app, key, desk))
        .child(said)
        .child(camera(app, key, desk))
        .child(picture(app, key, desk))
}

/// The field that a scanner types into. What stands in it is not looked at
/// before Enter: a scanner types faster than a page is drawn.
fn typed(app: &App, key: CampaignKey, desk: &Rc<Desk>) -> Element {
    let texts = app.messages().tally;
    let asked = Asked {
        id: FIELD_ID,
        label: texts.field(),
        hint: texts.field_hint(),
        error: None,
    };
    let input = element("input", "input")
        .attribute("type", "text")
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false");
    let enter = app.act((key, desk.clone()), |app, (key, desk)| {
        let codes = codes_in(&window::take_value(FIELD_ID));
        window::focus(FIELD_ID);
        take_codes(app, *key, desk, &codes);
    });
    let enter = submit_button("button button-primary", enter).text(texts.enter());
    element("form", "form")
        .flag("novalidate", true)
        .child(text_field(asked, input))
        .child(element("div", "actions").child(enter))
}

fn camera(app: &App, key: CampaignKey, desk: &Rc<Desk>) -> Element {
    let texts = app.messages().tally;
    let is_on = desk.camera.borrow().is_some();
    let said = desk.seen.borrow().as_ref().map(|seen| match seen {
        Seen::Refused => callout(Callout::Warning, "", texts.camera_refused()),
        Seen::Busy => callout(Callout::Warning, "", texts.camera_busy()),
        Seen::Unplugged => callout(Callout::Warning, "", texts.camera_unplugged()),
        Seen::On | Seen::Codes(_) => element("p", "muted").text(texts.camera_on()),
        _ => callout(Callout::Warning, "", texts.camera_absent()),
    });
    let toggle = app.act((key, desk.clone()), |app, (key, desk)| {
        if desk.camera.take().is_some() {
            desk.seen.replace(None);
        } else {
            start(app, *key, desk);
        }
        desk.turn(app);
    });
    let name = if is_on {
        texts.camera_stop()
    } else {
        texts.camera()
    };
    let video = element("video", "card-camera")
        .attribute("id", VIDEO_ID)
        .attribute("aria-label", texts.camera_view())
        .attribute("playsinline", "")
        .attribute("muted", "")
        .flag("hidden", !is_on);
    element("div", "section")
        .child(element("div", "actions").child(button("button", None, name, toggle)))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(said),
        )
        .child(video)
}

fn start(app: &App, key: CampaignKey, desk: &Rc<Desk>) {
    let (weak, told) = (Rc::downgrade(desk), app.clone());
    let camera = Camera::start(VIDEO_ID, move |seen| {
        let Some(desk) = weak.upgrade() else {
            return;
        };
        match seen {
            Seen::Codes(codes) => {
                let new = new_codes(&desk, codes);
                if !new.is_empty() {
                    take_codes(&told, key, &desk, &new);
                }
            }
            state => {
                if state != Seen::On {
                    desk.camera.take();
                }
                desk.seen.replace(Some(state));
                desk.turn(&told);
            }
        }
    });
    desk.seen.replace(None);
    desk.camera.replace(Some(camera));
}

/// The codes that were not seen a moment ago: one is before the camera for many
/// looks.
fn new_codes(desk: &Desk, codes: Vec<String>) -> Vec<String> {
    let mut before = desk.before.borrow_mut();
    if codes.is_empty() {
        before.1 = before.1.saturating_add(1);
        if before.1 > LOOKS {
            before.0.clear();
        }
        return codes;
    }
    let is_new = |code: &&String| !before.0.contains(code);
    let new = codes.iter().filter(is_new).cloned().collect();
    *before = (codes, 0);
    new
}

fn picture(app: &App, key: CampaignKey, desk: &Rc<Desk>) -> Element {
    let texts = app.messages().tally;
    let asked = Asked {
        id: PICTURE_ID,
        label: texts.picture(),
        hint: texts.picture_hint(),
        error: None,
    };
    let take = app.act((key, desk.clone()), |app, (key, desk)| {
        let Some((file, _)) = files::chosen(PICTURE_ID) else {
            return;
        };
        let (app, key, desk) = (app.clone(), *key, desk.clone());
        spawn_local(async move {
            let texts = app.messages().tally;
            match read_picture(&file).await {
                Seen::Codes(codes) if codes.is_empty() => {
                    desk.say(&app, vec![(Callout::Warning, texts.no_code().to_owned())]);
                }
                Seen::Codes(codes) => take_codes(&app, key, &desk, &codes),
                _ => desk.say(
                    &app,
                    vec![(Callout::Warning, texts.no_picture().to_owned())],
                ),
            }
        });
    });
    text_field(asked, file_input("image/*", &take))
}

/// Takes cards in, and says what became of each.
fn take_codes(app: &App, key: CampaignKey, desk: &Rc<Desk>, codes: &[String]) {
    if codes.is_empty() {
        let nothing = app.messages().tally.nothing_typed();
        return desk.say(app, vec![(Callout::Hint, nothing.to_owned())]);
    }
    let read: Vec<_> = codes.iter().map(|code| Card::read(code)).collect();
    let cards: Vec<Card> = read.iter().flatten().cloned().collect();
    let (outcomes, kept) = app.take_cards(key, &cards);
    let desk = desk.clone();
    app.acknowledge(kept, move |app, kept| {
        let texts = app.messages().tally;
        let people = app.tally(key).tally.cards().len().to_string();
        let mut outcomes = outcomes.iter();
        let said = read.iter().map(|read| match read {
            Err(error) => refused(app, *error),
            Ok(_) => taken(
                app,
                outcomes.next().copied().unwrap_or(Taken::Same),
                &people,
            ),
        });
        let mut said = counted(said);
        if said.len() > SAID_MAX {
            let more = [("count", &*(said.len() - SAID_MAX).to_string())];
            said.truncate(SAID_MAX);
            said.push((Callout::Hint, fill(texts.and_more(), &more)));
        }
        if let Kept::InMemory(_) = kept {
            said.push((Callout::Danger, texts.in_memory().to_owned()));
        }
        desk.say(app, said);
    });
}

/// What was said several times once, with how many times.
fn counted(said: impl Iterator<Item = (Callout, String)>) -> Vec<(Callout, String)> {
    let mut counted: Vec<(Callout, String, usize)> = Vec::new();
    for (kind, text) in said {
        match counted.iter_mut().find(|(_, known, _)| *known == text) {
            Some((_, _, times)) => *times += 1,
            None => counted.push((kind, text, 1)),
        }
    }
    let said = counted.into_iter().map(|(kind, text, times)| match times {
        1 => (kind, text),
        _ => (kind, [&text, " × ", &times.to_string()].concat()),
    });
    said.collect()
}

fn taken(app: &App, taken: Taken, people: &str) -> (Callout, String) {
    let texts = app.messages().tally;
    let (kind, text) = match taken {
        Taken::Counted => (Callout::Hint, texts.counted()),
        Taken::Replaced => (Callout::Hint, texts.replaced()),
        Taken::Same => (Callout::Hint, texts.same()),
        Taken::Older => (Callout::Hint, texts.older()),
        Taken::Elsewhere => (Callout::Warning, texts.elsewhere()),
    };
    (kind, fill(text, &[("count", people)]))
}

fn refused(app: &App, error: CardError) -> (Callout, String) {
    let texts = app.messages().tally;
    let text = match error {
        CardError::Foreign => texts.foreign(),
        CardError::Damaged => texts.damaged(),
        CardError::Newer(_) => texts.newer(),
    };
    (Callout::Warning, text.to_owned())
}
