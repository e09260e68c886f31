//! The account in two copies: local storage, which answers at once, and the
//! second copy, which answers later. At the start each is healed from the
//! other; what is recorded counts as saved when both have answered.

use super::App;
use crate::account::{CopyState, Kept};
use crate::app::browser::SecondCopy;
use crate::vault::{RECORD_PREFIX, Store as _};
use js_sys::Promise;
use std::cell::OnceCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

type Records = Vec<(String, String)>;
/// Goes on with what the second copy said; `None` where there is none.
type Told = Box<dyn FnOnce(&App, Option<bool>)>;

impl App {
    /// Compares the copies, and says so to whoever waits for `joined`.
    pub(super) fn start_joining(&self, joined: &OnceCell<Promise>) {
        let app = self.clone();
        joined.get_or_init(|| {
            future_to_promise(async move {
                let state = match app.join().await {
                    Ok(()) => CopyState::Kept,
                    Err(_) => CopyState::Failed,
                };
                app.copy_state().set(state);
                app.changed();
                Ok(JsValue::UNDEFINED)
            })
        });
    }

    /// Gives each copy what only the other has.
    async fn join(&self) -> Result<(), JsValue> {
        let copy = SecondCopy::open().await?;
        let theirs = copy.keys().await?;
        let mut found = Records::new();
        for key in &theirs {
            // Where local storage is refused, the second copy has everything.
            let ours = self.account().borrow().store().get(key);
            if !matches!(ours, Ok(Some(_)))
                && let Some(line) = copy.get(key).await?
            {
                found.push((key.clone(), line));
            }
        }
        self.account().borrow_mut().restore(&found);
        copy.write(false, &self.records_beside(&theirs)).await?;
        self.second_copy().set(copy).ok();
        Ok(())
    }

    /// The records that are not under these keys, which are in order.
    fn records_beside(&self, theirs: &[String]) -> Records {
        let mut account = self.account().borrow_mut();
        let mut records = account.take_uncopied();
        for key in account.store().keys(RECORD_PREFIX).unwrap_or_default() {
            if theirs.binary_search(&key).is_err()
                && let Ok(Some(line)) = account.store().get(&key)
            {
                records.push((key, line));
            }
        }
        records
    }

    /// Goes on once what was written is kept in both copies, or it is known that
    /// it is not. `kept` is what local storage said.
    pub fn acknowledge(&self, kept: Kept, then: impl FnOnce(&Self, Kept) + 'static) {
        self.tell_second_copy(
            false,
            Box::new(move |app, is_copied| {
                let is_copied = is_copied.unwrap_or_default();
                if !is_copied {
                    app.copy_state().set(CopyState::Failed);
                }
                let is_kept = is_copied && app.copy() == CopyState::Kept;
                then(app, if is_kept { Kept::OnDevice } else { kept });
            }),
        );
    }

    /// Deletes everything that was recorded from both copies, and goes on with
    /// whether all of it is gone.
    pub fn erase(&self, then: impl FnOnce(&Self, bool) + 'static) {
        let is_gone = self.account().borrow_mut().erase().is_ok();
        self.changed();
        self.tell_second_copy(
            true,
            // Where it could not be opened, there is nothing that could come back.
            Box::new(move |app, is_gone_there| then(app, is_gone && is_gone_there != Some(false))),
        );
    }

    /// Tells the second copy what was written, or to forget everything, and goes
    /// on with whether it did, `None` where there is no second copy.
    fn tell_second_copy(&self, erase: bool, then: Told) {
        let app = self.clone();
        spawn_local(async move {
            if let Some(joined) = app.joined() {
                // What that came to is told by the state.
                let _ = JsFuture::from(joined.clone()).await;
            }
            let records = app.account().borrow_mut().take_uncopied();
            let told = match app.second_copy().get() {
                Some(copy) => Some(copy.write(erase, &records).await.is_ok()),
                None => None,
            };
            then(&app, told);
        });
    }
}
