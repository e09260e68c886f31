//! What the page remembers of the kiosk, and what the browser does for it: who
//! is there is watched only while somebody is, the screen stays on from the
//! first person until staff leaves.

use super::warning::ANSWER_ID;
use crate::app::browser::presence::{Presence, Watch};
use crate::app::browser::screen::{Awake, fill_screen, give_screen_back};
use crate::app::browser::{BrowserPorts, window};
use crate::app::components::TITLE_ID;
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::campaign::kiosk::{Act, Kiosk, Stage, Step, patience};
use std::cell::{Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Where staff comes out.
const OUT: &str = "#/campaign";

/// What the page remembers; dropped when it is left.
#[derive(Clone, Default)]
pub struct Pending(Tablet);

impl Pending {
    pub(super) const fn tablet(&self) -> &Tablet {
        &self.0
    }
}

/// The kiosk with what it needs of the browser.
#[derive(Clone, Default)]
pub(super) struct Tablet(Rc<Parts>);

#[derive(Default)]
struct Parts {
    kiosk: RefCell<Kiosk>,
    watch: RefCell<Option<Watch>>,
    awake: RefCell<Option<Awake>>,
    /// What had the focus before somebody was asked whether they are there.
    focused: RefCell<String>,
}

/// What of a stage is a page of its own: its title takes the focus.
fn leaf(kiosk: &Kiosk) -> (u8, Option<Step>) {
    match kiosk.stage() {
        Stage::Attract | Stage::Left => (0, None),
        Stage::Visit(visit) => (1, Some(visit.step())),
        Stage::Door(_) => (2, None),
    }
}

impl Tablet {
    pub(super) fn kiosk(&self) -> Ref<'_, Kiosk> {
        self.0.kiosk.borrow()
    }

    /// Does something, each time it is asked for.
    pub(super) fn acting(&self, app: &App, act: Act) -> Callback<()> {
        app.act((self.clone(), act), |app, (tablet, act)| {
            tablet.act(app, *act);
        })
    }

    fn act(&self, app: &App, act: Act) {
        let (was_at, was_asked) = (leaf(&self.kiosk()), self.kiosk().seconds_left().is_some());
        if !self.0.kiosk.borrow_mut().take(act, &BrowserPorts) {
            return;
        }
        if let Act::Start(_) = act {
            // Only a tap may ask for these.
            fill_screen();
            let mut awake = self.0.awake.borrow_mut();
            awake.get_or_insert_with(Awake::ask);
        }
        self.watch(app);
        if self.kiosk().stage() == &Stage::Left {
            self.0.awake.take();
            give_screen_back();
            return window::go(OUT);
        }
        let is_asked = self.kiosk().seconds_left().is_some();
        if leaf(&self.kiosk()) != was_at {
            app.focus_next(TITLE_ID);
        } else if is_asked && !was_asked {
            self.0.focused.replace(window::focused());
            app.focus_next(ANSWER_ID);
        } else if was_asked && !is_asked {
            self.give_focus_back();
        }
        app.turn(PageChange::Remembers(Rc::new(Pending(self.clone()))));
    }

    /// Watches for as long as there is somebody to be waited for.
    fn watch(&self, app: &App) {
        let is_needed = patience(self.kiosk().stage()).is_some();
        if is_needed == self.0.watch.borrow().is_some() {
            return;
        }
        let parts = Rc::downgrade(&self.0);
        let app = app.clone();
        let watch = is_needed.then(|| {
            Watch::start(move |presence| {
                let act = match presence {
                    Presence::Stirred => Act::Stir,
                    Presence::Ticked => Act::Tick,
                };
                if let Some(parts) = parts.upgrade() {
                    Self(parts).act(&app, act);
                }
            })
        });
        self.0.watch.replace(watch);
    }

    /// Not at once: the key that answered would press what it is on.
    fn give_focus_back(&self) {
        let id = self.0.focused.take();
        let id = if id.is_empty() {
            TITLE_ID.to_owned()
        } else {
            id
        };
        spawn_local(async move {
            window::pause(0).await;
            window::focus(&id);
        });
    }
}
