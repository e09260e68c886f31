//! The second copy of the records, in IndexedDB. Local storage is the account,
//! but the browser writes it down late: what was recorded in its last minute
//! may be lost when the browser is killed. A finished transaction here is not.

use crate::account::SecondStore;
use js_sys::{Array, Function, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

const DATABASE: &str = "carbon-inclusion";
const RECORDS: &str = "records";

/// How long the copy may take to answer before it counts as failed.
const PATIENCE_MS: i32 = 2000;

/// How many texts are written at a time. A slow device writes so many within
/// its patience, but not an account of years.
const WRITTEN_AT_ONCE: usize = 500;

/// Texts under keys, in a database that answers later. Errors are the browser's
/// own, and say no more than that it failed.
#[derive(Debug, Default)]
pub struct SecondCopy {
    /// Open from the first time that it is needed.
    database: RefCell<Option<IdbDatabase>>,
    /// Whether the last write was done, once that is known; nothing while none is
    /// at work.
    last: RefCell<Option<Promise>>,
    at_work: Cell<u32>,
}

impl SecondStore for SecondCopy {
    type Error = JsValue;

    async fn keys(&self) -> Result<Vec<String>, JsValue> {
        let records = self.records(IdbTransactionMode::Readonly).await?;
        let keys = Array::from(&result(&records.get_all_keys()?).await?);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    async fn get(&self, key: &str) -> Result<Option<String>, JsValue> {
        let records = self.records(IdbTransactionMode::Readonly).await?;
        Ok(result(&records.get(&key.into())?).await?.as_string())
    }

    /// Some hundreds at a time: all of those or none.
    async fn write(&self, erase: bool, records: &[(String, String)]) -> Result<(), JsValue> {
        let mut tell = None;
        let own = Promise::new(&mut |told, _| tell = Some(told));
        let before = self.last.replace(Some(own));
        self.at_work.set(self.at_work.get() + 1);
        let was_done = match before {
            Some(before) => JsFuture::from(before).await? == JsValue::TRUE,
            None => true,
        };
        let outcome = self.write_in_turn(erase, records).await;
        let is_done = was_done && outcome.is_ok();
        self.at_work.set(self.at_work.get() - 1);
        if self.at_work.get() == 0 {
            self.last.take();
        }
        if let Some(tell) = tell {
            tell.call1(&JsValue::NULL, &is_done.into())?;
        }
        if was_done {
            outcome
        } else {
            Err(JsValue::NULL)
        }
    }

    /// All of them or none.
    async fn forget(&self, keys: &[String]) -> Result<(), JsValue> {
        let store = self.records(IdbTransactionMode::Readwrite).await?;
        for key in keys {
            store.delete(&key.into())?;
        }
        patiently(&end(&store)).await
    }
}

impl SecondCopy {
    async fn write_in_turn(
        &self,
        erase: bool,
        records: &[(String, String)],
    ) -> Result<(), JsValue> {
        if erase {
            let store = self.records(IdbTransactionMode::Readwrite).await?;
            store.clear()?;
            patiently(&end(&store)).await?;
        }
        for some in records.chunks(WRITTEN_AT_ONCE) {
            let store = self.records(IdbTransactionMode::Readwrite).await?;
            for (key, line) in some {
                store.put_with_key(&line.into(), &key.into())?;
            }
            patiently(&end(&store)).await?;
        }
        Ok(())
    }

    /// The records, in a transaction of their own.
    async fn records(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        let open = self.database.borrow().clone();
        let database = match open {
            Some(database) => database,
            None => open_database().await?,
        };
        let transaction = database.transaction_with_str_and_mode(RECORDS, mode);
        // The browser closes it when the site's data are deleted: then it is opened
        // anew the next time.
        self.database
            .replace(transaction.is_ok().then_some(database));
        transaction?.object_store(RECORDS)
    }
}

/// Opens the database of this site.
async fn open_database() -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let opened = request.clone();
    let create = Closure::once_into_js(move || {
        if let Ok(database) = opened.result() {
            // Where it fails, what is asked of the database later fails too.
            let _ = database
                .unchecked_into::<IdbDatabase>()
                .create_object_store(RECORDS);
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    Ok(result(&request).await?.unchecked_into())
}

/// The end of a transaction.
fn end(store: &IdbObjectStore) -> Promise {
    let transaction = store.transaction();
    heard(|done, failed| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(failed));
    })
}

/// What a request comes to.
async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = heard(|done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    patiently(&answered).await?;
    request.result()
}

/// Which of two events came, listened to from now on.
fn heard(listen: impl Fn(&Function, &Function)) -> Promise {
    Promise::new(&mut |tell, _| {
        let telling = |is_done: bool| -> Function {
            tell.bind1(&JsValue::NULL, &is_done.into()).unchecked_into()
        };
        listen(&telling(true), &telling(false));
    })
}

/// Waits until it is done, and not for ever.
async fn patiently(done: &Promise) -> Result<(), JsValue> {
    let too_late = super::window::wait(PATIENCE_MS);
    let first = Promise::race(&Array::of2(done, &too_late));
    match JsFuture::from(first).await?.as_bool() {
        Some(true) => Ok(()),
        _ => Err(JsValue::NULL),
    }
}
