//! The port to whatever keeps texts under keys: local storage in the browser,
//! memory where storage is refused and in tests.

use std::rc::Rc;

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// It may not be used: private mode, a frame of another site, a policy.
    #[error("storage is refused")]
    Refused,
    /// There is no room left.
    #[error("storage is full")]
    Full,
    /// It failed in a way of its own.
    #[error("storage failed")]
    Other,
}

/// Texts under keys.
///
/// Nothing can be relied on but single puts: two tabs may write at once, so
/// whoever needs more than one key writes so that every half of it makes sense.
pub trait Store {
    /// All keys that begin with `prefix`, in any order.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;

    /// The text under a key, `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    ///
    /// Where it was not kept; what stood there before still stands there.
    fn put(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Forgets a key and its text, where it is there.
    ///
    /// # Errors
    ///
    /// Where it could not be removed.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

impl<S: Store + ?Sized> Store for &S {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        (**self).keys(prefix)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
}

impl<S: Store + ?Sized> Store for Rc<S> {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        (**self).keys(prefix)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).put(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
}
