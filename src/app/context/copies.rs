//! The account in two copies: local storage, which answers at once, and the
//! second copy, which answers later. At the start each is healed from the
//! other; what is recorded counts as saved when both have answered.
//!
//! The second copy is compared and written by the part of the page that comes
//! right after the first one ([`later`]); what is recorded before waits for it.

use super::{App, later};
use crate::account::{CopyState, Kept};
use crate::app::browser::{SecondCopy, window};
use crate::app::components::TITLE_ID;
use crate::app::state::Rest;
use crate::vault::Store as _;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// How long the page is left alone before records are put together.
const PAUSE_MS: i32 = 3000;
/// How many entries later the browser is asked again not to delete the account.
const ENTRIES_PER_QUESTION: usize = 20;

type Records = Vec<(String, String)>;
/// What goes on when it is known how something is kept.
pub type Then = Box<dyn FnOnce(&App, Kept)>;

impl App {
    /// Goes on with the rest of the page, or without it.
    pub fn rest_came(&self, rest: Rest) {
        self.rest_state().set(rest);
        if rest == Rest::Here {
            later::join(self);
        } else {
            self.copy_state().set(CopyState::Failed);
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
        self.joined().get_or_init(|| {
            future_to_promise(async move {
                let state = match app.join().await {
                    Ok(()) => CopyState::Kept,
                    Err(_) => CopyState::Failed,
                };
                app.copy_state().set(state);
                app.changed();
                let compacting = app.clone();
                spawn_local(async move { compacting.compact().await });
                Ok(JsValue::UNDEFINED)
            })
        });
    }

    /// Gives each copy what only the other has.
    async fn join(&self) -> Result<(), JsValue> {
        let copy = SecondCopy::open().await?;
        let theirs = copy.keys().await?;
        let mut found = Records::new();
        // Where local storage is refused, the second copy has everything.
        let lacking = self.account().borrow().lacking(&theirs);
        for key in lacking {
            if let Some(line) = copy.get(key).await? {
                found.push((key.clone(), line));
            }
        }
        self.account().borrow_mut().restore(&found);
        self.bring(&copy, &self.records_beside(&theirs)).await?;
        self.second_copy().set(copy).ok();
        Ok(())
    }

    /// Writes to the second copy, and deletes there what something else holds
    /// once that is there.
    async fn bring(&self, copy: &SecondCopy, records: &Records) -> Result<(), JsValue> {
        // What is covered from here on is covered by what is not written here.
        let covered = self.account().borrow_mut().take_covered();
        copy.write(false, records).await?;
        if !covered.is_empty() {
            copy.forget(&covered).await?;
        }
        Ok(())
    }

    /// Puts old records together into segments while nobody waits. Each time the
    /// second copy follows before it goes on.
    async fn compact(&self) {
        loop {
            window::pause(PAUSE_MS).await;
            if !self.account().borrow_mut().compact() {
                return;
            }
            let Some(copy) = self.second_copy().get() else {
                return;
            };
            let records = self.account().borrow_mut().take_uncopied();
            if self.bring(copy, &records).await.is_err() {
                self.copy_state().set(CopyState::Failed);
                return self.changed();
            }
        }
    }

    /// The records that are not under these keys, which are in order.
    fn records_beside(&self, theirs: &[String]) -> Records {
        let mut account = self.account().borrow_mut();
        let mut records = account.take_uncopied();
        for key in account.copied_keys().unwrap_or_default() {
            if theirs.binary_search(&key).is_err()
                && let Ok(Some(line)) = account.store().get(&key)
            {
                records.push((key, line));
            }
        }
        records
    }

    /// Writes what was recorded into the second copy, and goes on.
    pub(super) fn copy_and_acknowledge(&self, kept: Kept, then: Then) {
        let app = self.clone();
        spawn_local(async move {
            app.wait_for_joining().await;
            let records = app.account().borrow_mut().take_uncopied();
            let is_copied = match app.second_copy().get() {
                Some(copy) => app.bring(copy, &records).await.is_ok(),
                None => false,
            };
            if !is_copied {
                app.copy_state().set(CopyState::Failed);
            }
            // After the first entry, and now and then: some browsers decide by how
            // much the page is used.
            if app.ledger().len() % ENTRIES_PER_QUESTION == 1 {
                window::ask_to_persist();
            }
            let is_kept = app.copy() == CopyState::Kept;
            then(&app, if is_kept { Kept::OnDevice } else { kept });
        });
    }

    /// Deletes everything that was recorded from both copies, and goes on with
    /// whether all of it is gone.
    pub fn erase(&self, then: impl FnOnce(&Self, bool) + 'static) {
        let app = self.clone();
        spawn_local(async move {
            // It could bring back what is being deleted.
            app.wait_for_joining().await;
            let is_gone = app.account().borrow_mut().erase().is_ok();
            app.changed();
            let is_gone_there = match app.second_copy().get() {
                Some(copy) => copy.write(true, &[]).await.is_ok(),
                // It could not be opened: there is nothing that could come back.
                None => true,
            };
            then(&app, is_gone && is_gone_there);
        });
    }

    async fn wait_for_joining(&self) {
        if let Some(joined) = self.joined().get() {
            // What that came to is told by the state.
            let _ = JsFuture::from(joined.clone()).await;
        }
    }
}
