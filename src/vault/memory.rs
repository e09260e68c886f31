//! A store that forgets everything with the page, for where nothing else is
//! allowed.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::store::{Store, StoreError};

/// Texts under keys, in memory only. It never refuses and is never full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Store for MemoryStore {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let texts = self.texts.borrow();
        let from = texts.range(prefix.to_owned()..);
        Ok(from
            .map(|(key, _)| key)
            .take_while(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut texts = self.texts.borrow_mut();
        texts.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{MemoryStore, Store};

    #[test]
    fn keeps_what_was_put_until_it_is_removed() {
        let store = MemoryStore::new();
        assert_eq!(store.put("a", "1"), Ok(()));
        assert_eq!(store.put("a", "2"), Ok(()));
        assert_eq!(store.get("a"), Ok(Some("2".to_owned())));
        assert_eq!(store.remove("a"), Ok(()));
        assert_eq!(store.get("a"), Ok(None));
        assert_eq!(store.remove("a"), Ok(()));
    }

    #[test]
    fn lists_the_keys_of_a_prefix_only() {
        let store = MemoryStore::new();
        for key in ["b/", "b", "a/1", "b/2", "b0", "b/1"] {
            assert_eq!(store.put(key, ""), Ok(()));
        }
        let keys = store.keys("b/").expect("memory never refuses");
        assert_eq!(keys, ["b/", "b/1", "b/2"]);
    }
}
