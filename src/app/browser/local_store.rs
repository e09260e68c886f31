//! Local storage behind the [`Store`] port. In a private window or a frame of
//! another site even looking at it may throw; that is an answer here, not an end.

use crate::vault::{Store, StoreError};
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

/// The browser's local storage, where it lets us.
pub struct LocalStore(Option<Storage>);

impl LocalStore {
    /// Looks for it once.
    #[must_use]
    pub fn open() -> Self {
        Self(web_sys::window().and_then(|window| window.local_storage().ok().flatten()))
    }

    fn storage(&self) -> Result<&Storage, StoreError> {
        self.0.as_ref().ok_or(StoreError::Refused)
    }
}

/// What a thrown value says.
fn reason(thrown: &wasm_bindgen::JsValue) -> StoreError {
    match thrown.dyn_ref::<DomException>().map(DomException::name) {
        Some(name) if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" => {
            StoreError::Full
        }
        Some(name) if name == "SecurityError" => StoreError::Refused,
        _ => StoreError::Other,
    }
}

impl Store for LocalStore {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|thrown| reason(&thrown))?;
        let mut keys = Vec::new();
        for index in 0..count {
            let key = storage.key(index).map_err(|thrown| reason(&thrown))?;
            keys.extend(key.filter(|key| key.starts_with(prefix)));
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage()?
            .get_item(key)
            .map_err(|thrown| reason(&thrown))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.storage()?
            .set_item(key, value)
            .map_err(|thrown| reason(&thrown))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage()?
            .remove_item(key)
            .map_err(|thrown| reason(&thrown))
    }
}
