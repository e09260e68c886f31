//! Whether somebody is there: taps, keys and scrolling, and the time that goes by
//! between them.

use super::window::pause;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How often time is told.
const TICK_MS: i32 = 1000;
/// What somebody does who is there. No move of a pointer: a table that shakes is
/// nobody.
const SIGNS: [&str; 3] = ["click", "keydown", "scroll"];

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Somebody did something.
    Stirred,
    /// A second went by, or the device slept.
    Ticked,
}

/// Tells it for as long as it is kept.
pub struct Watch {
    _signs: Vec<EventListener>,
    _alive: Rc<()>,
}

impl Watch {
    /// Starts watching.
    pub fn start(told: impl Fn(Presence) + Clone + 'static) -> Self {
        let window = web_sys::window();
        let signs = window.iter().flat_map(|window| {
            SIGNS.map(|sign| {
                let told = told.clone();
                EventListener::new(window, sign, move |_| told(Presence::Stirred))
            })
        });
        let signs = signs.collect();
        let alive = Rc::new(());
        let is_kept = Rc::downgrade(&alive);
        spawn_local(async move {
            loop {
                pause(TICK_MS).await;
                if is_kept.strong_count() == 0 {
                    return;
                }
                told(Presence::Ticked);
            }
        });
        Self {
            _signs: signs,
            _alive: alive,
        }
    }
}
