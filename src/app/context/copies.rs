//! The account in two copies: local storage, which answers at once, and the
//! second copy, which answers later. At the start each is healed from the
//! other; what is recorded counts as saved when both have answered.
//!
//! The second copy is compared and written by the part of the page that comes
//! right after the first one ([`later`]); what is recorded before waits for it.

use super::{App, later};
use crate::account::{CopyState, Kept};
use crate::app::browser::window;
use crate::app::components::TITLE_ID;
use crate::app::state::Rest;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// How long the page is left alone before records are put together.
const PAUSE_MS: i32 = 3000;
/// How many entries later the browser is asked again not to delete the account.
const ENTRIES_PER_QUESTION: usize = 20;

/// What goes on when it is known how something is kept.
pub type Then = Box<dyn FnOnce(&App, Kept)>;

impl App {
    /// Goes on with the rest of the page, or without it.
    pub fn rest_came(&self, rest: Rest) {
        self.rest_state().set(rest);
        if rest == Rest::Here {
            later::join(self);
        } else {
            self.copies().give_up();
        }
        // The title of a page that was waited for makes room for its own.
        if window::has_focus(TITLE_ID) {
            self.focus_next(TITLE_ID);
        }
        for (kept, then) in self.unacknowledged().take() {
            self.acknowledge_boxed(kept, then);
        }
        self.changed();
    }

    /// Goes on once what was written is kept in both copies, or it is known that
    /// it is not. `kept` is what local storage said.
    pub fn acknowledge(&self, kept: Kept, then: impl FnOnce(&Self, Kept) + 'static) {
        self.acknowledge_boxed(kept, Box::new(then));
    }

    /// As [`Self::acknowledge`], once in the page for all that call it.
    fn acknowledge_boxed(&self, kept: Kept, then: Then) {
        match self.rest() {
            Rest::Here => later::acknowledge(self, kept, then),
            Rest::Coming => self.unacknowledged().borrow_mut().push((kept, then)),
            Rest::Lost => then(self, kept),
        }
    }

    /// Compares the copies; `joined` is settled then.
    pub(super) fn start_joining(&self) {
        let app = self.clone();
        let joined = future_to_promise(async move {
            app.copies().join(app.account()).await;
            app.changed();
            let compacting = app.clone();
            spawn_local(async move { compacting.compact().await });
            Ok(JsValue::UNDEFINED)
        });
        self.joined().replace(Some(joined));
    }

    /// Puts old records together into segments while nobody waits.
    async fn compact(&self) {
        loop {
            window::pause(PAUSE_MS).await;
            if !self.copies().compact(self.account()).await {
                return self.changed();
            }
        }
    }

    /// Writes what was recorded into the second copy, and goes on.
    pub(super) fn copy_and_acknowledge(&self, kept: Kept, then: Then) {
        let app = self.clone();
        spawn_local(async move {
            app.wait_for_joining().await;
            let kept = app.copies().acknowledge(app.account(), kept).await;
            // After the first entry, and now and then: some browsers decide by how
            // much the page is used.
            if app.ledger().len() % ENTRIES_PER_QUESTION == 1 {
                window::ask_to_persist();
            }
            then(&app, kept);
            // It may only have been slow. Nobody waits for it this time.
            if app.copy() == CopyState::Failed {
                app.start_joining();
            }
        });
    }

    /// Deletes everything that was recorded from both copies, and goes on with
    /// whether all of it is gone.
    pub fn erase(&self, then: impl FnOnce(&Self, bool) + 'static) {
        let app = self.clone();
        spawn_local(async move {
            // It could bring back what is being deleted.
            app.wait_for_joining().await;
            let is_gone = app.copies().erase(app.account()).await;
            app.changed();
            then(&app, is_gone);
        });
    }

    async fn wait_for_joining(&self) {
        let joined = self.joined().borrow().clone();
        if let Some(joined) = joined {
            // What that came to is told by the state.
            let _ = JsFuture::from(joined).await;
        }
    }
}
