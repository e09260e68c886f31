//! The port to the device's own voices, which read a page aloud. Voices that a
//! network service speaks are left alone: they would send what is read there.

use super::reflected::get;
use crate::app::components::TITLE_ID;
use gloo::events::EventListener;
use js_sys::{Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, Node, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesis,
    SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

/// How often and how long at a time the voices are waited for: some browsers
/// look for them only when they are asked. With the thirteen thousand of
/// Debian's espeak-ng Chromium took 2.8 seconds.
const VOICES_TRIES: u32 = 25;
const VOICES_WAIT_MS: i32 = 200;
/// Marks what is being read.
const MARK: &str = "data-read";

/// Why nothing is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVoice {
    /// The browser has no voices at all.
    Absent,
    /// The device has none of this language.
    Language,
}

/// What the voice is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speech {
    /// Nothing.
    #[default]
    Silent,
    /// It reads.
    Reading,
    /// It waits in the middle of a page.
    Paused,
}

/// The one voice there is.
#[derive(Default)]
struct Reader {
    speech: Cell<Speech>,
    /// Counts the starts: whoever belongs to an earlier one falls silent.
    run: Cell<u32>,
    /// What is still to be read, the next one last.
    left: RefCell<Vec<Element>>,
    /// Falls silent when the reader goes to another page.
    went: RefCell<Option<EventListener>>,
    /// What is said of a choice that is taken.
    chosen: Cell<&'static str>,
    /// What it reads in.
    language: Cell<&'static str>,
}

thread_local! {
    static READER: Reader = Reader::default();
}

/// What the voice is doing.
#[must_use]
pub fn speech() -> Speech {
    READER.with(|reader| reader.speech.get())
}

/// Falls silent where it reads another language than the page now speaks.
pub fn keep_to(language: &'static str) {
    if READER.with(|reader| reader.language.get()) != language && speech() != Speech::Silent {
        stop();
    }
}

/// Reads the main part of the page in a language, or goes on after a pause.
/// `chosen` is said of a choice that is taken; `told` hears whenever it begins or
/// ends.
pub fn read(
    language: &'static str,
    chosen: &'static str,
    told: impl Fn(Option<NoVoice>) + Clone + 'static,
) {
    let run = begin();
    READER.with(|reader| {
        reader.language.set(language);
        reader.chosen.set(chosen);
    });
    if READER.with(|reader| reader.left.borrow().is_empty()) {
        let mut parts = Vec::new();
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(main) = document.and_then(|document| document.get_element_by_id("main")) {
            gather(&main, &mut parts);
        }
        // The way back stands above the title, and nobody wants to hear it first.
        let title = parts.iter().position(|part| part.id() == TITLE_ID);
        parts.drain(..title.unwrap_or_default());
        parts.reverse();
        READER.with(|reader| reader.left.replace(parts));
    }
    let tell = told.clone();
    let went = web_sys::window().map(|window| {
        EventListener::once(&window, "hashchange", move |_| {
            stop();
            tell(None);
        })
    });
    READER.with(|reader| reader.went.replace(went));
    told(None);
    spawn_local(async move {
        let read = read_all(run, language).await;
        if is_current(run) {
            stop();
            told(read.err());
        }
    });
}

/// Falls silent, to go on with what is being read.
pub fn pause() {
    fall_silent(Speech::Paused);
}

/// Falls silent for good.
pub fn stop() {
    fall_silent(Speech::Silent);
    READER.with(|reader| {
        reader.left.borrow_mut().clear();
        reader.went.replace(None);
    });
}

fn begin() -> u32 {
    READER.with(|reader| {
        reader.speech.set(Speech::Reading);
        reader.run.set(reader.run.get().wrapping_add(1));
        reader.run.get()
    })
}

fn fall_silent(speech: Speech) {
    READER.with(|reader| {
        reader.speech.set(speech);
        reader.run.set(reader.run.get().wrapping_add(1));
        if let Some(part) = reader.left.borrow().last() {
            drop(part.remove_attribute(MARK));
        }
    });
    // What browsers call a pause some of them never end; this they all do.
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn is_current(run: u32) -> bool {
    READER.with(|reader| reader.run.get() == run)
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let synthesis = Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    synthesis.is_object().then(|| synthesis.unchecked_into())
}

async fn read_all(run: u32, language: &str) -> Result<(), NoVoice> {
    let synthesis = synthesis().ok_or(NoVoice::Absent)?;
    let voice = voice_of(&synthesis, language).await?;
    while is_current(run) {
        let Some(part) = READER.with(|reader| reader.left.borrow().last().cloned()) else {
            break;
        };
        say(&synthesis, &voice, &part).await?;
        if is_current(run) {
            drop(part.remove_attribute(MARK));
            READER.with(|reader| reader.left.borrow_mut().pop());
        }
    }
    Ok(())
}

/// A voice of the device itself for a language.
async fn voice_of(
    synthesis: &SpeechSynthesis,
    language: &str,
) -> Result<SpeechSynthesisVoice, NoVoice> {
    let family = language.split('-').next().unwrap_or_default();
    // Voices of espeak-ng are called Mandarin, not Chinese; Cantonese (`yue`) is
    // another language.
    let other_name = if family == "zh" { "cmn" } else { family };
    for _ in 0..VOICES_TRIES {
        let voices = synthesis.get_voices();
        let known = voices.length() > 0;
        let mut voices = voices
            .iter()
            .map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
        let fits = |voice: &SpeechSynthesisVoice| {
            let spoken = voice.lang().to_ascii_lowercase();
            let spoken = spoken.split(['-', '_']).next().unwrap_or_default();
            voice.local_service() && (spoken == family || spoken == other_name)
        };
        match voices.find(fits) {
            Some(voice) => return Ok(voice),
            None if known => return Err(NoVoice::Language),
            None => super::window::pause(VOICES_WAIT_MS).await,
        }
    }
    Err(NoVoice::Absent)
}

/// Says a part of the page, marked meanwhile.
async fn say(
    synthesis: &SpeechSynthesis,
    voice: &SpeechSynthesisVoice,
    part: &Element,
) -> Result<(), NoVoice> {
    let utterance = SpeechSynthesisUtterance::new_with_text(&words(part));
    let utterance = utterance.map_err(|_| NoVoice::Absent)?;
    utterance.set_voice(Some(voice));
    utterance.set_lang(&voice.lang());
    drop(part.set_attribute(MARK, ""));
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    part.scroll_into_view_with_scroll_into_view_options(&options);
    let ended = Promise::new(&mut |ended, _| {
        utterance.set_onend(Some(&ended));
        utterance.set_onerror(Some(&ended));
    });
    synthesis.speak(&utterance);
    let event = JsFuture::from(ended).await.map_err(|_| NoVoice::Absent)?;
    let is_error = event.unchecked_ref::<Event>().type_() == "error";
    let error = Reflect::get(&event, &"error".into()).ok();
    let error = error
        .and_then(|error| error.as_string())
        .unwrap_or_default();
    // That is what falling silent is called.
    if is_error && error != "canceled" && error != "interrupted" {
        return Err(NoVoice::Language);
    }
    Ok(())
}

/// What is said of a part: what was typed, what is chosen from a list, or its
/// text, and whether it is the choice that is taken.
fn words(part: &Element) -> String {
    if is_typed(part) {
        let typed = get(part, "value").and_then(|value| value.as_string());
        return typed.unwrap_or_default();
    }
    let option = part.query_selector("option:checked").ok().flatten();
    let text = option.as_ref().unwrap_or(part).text_content();
    let text = text.unwrap_or_default().trim().to_owned();
    let control = part.previous_element_sibling();
    if control.is_some_and(|control| control.matches(":checked").unwrap_or(false)) {
        let chosen = READER.with(|reader| reader.chosen.get());
        return [&text, " ", chosen].concat();
    }
    text
}

/// Whether a text, a number or a date is typed into an element.
fn is_typed(element: &Element) -> bool {
    const TYPED: &str = "textarea, input[type=text], input[type=search], input[type=date]";
    element.matches(TYPED).unwrap_or(false)
}

/// The parts of an element that can be seen, in their order: each is the
/// outermost that has a text of its own, or a control with one.
fn gather(element: &Element, parts: &mut Vec<Element>) {
    let name = element.tag_name().to_ascii_lowercase();
    let is_hidden = element.get_attribute("aria-hidden").as_deref() == Some("true");
    let area = element.get_bounding_client_rect();
    if is_hidden || name == "svg" || area.width() <= 1.0 {
        return;
    }
    if name == "select" || is_typed(element) {
        // Of nothing to be said some browsers never tell the end.
        if !words(element).is_empty() {
            parts.push(element.clone());
        }
        return;
    }
    let is_closed = name == "details" && !element.has_attribute("open");
    let nodes = element.child_nodes();
    let nodes = (0..nodes.length()).filter_map(|at| nodes.get(at));
    let mut children = Vec::new();
    for node in nodes {
        let is_text = node.node_type() == Node::TEXT_NODE;
        if is_text && !node.text_content().unwrap_or_default().trim().is_empty() {
            parts.push(element.clone());
            return;
        }
        children.extend(node.dyn_into::<Element>().ok());
    }
    // Of what is closed only its name is seen, which comes first.
    let seen = if is_closed { 1 } else { children.len() };
    for child in children.iter().take(seen) {
        gather(child, parts);
    }
}
