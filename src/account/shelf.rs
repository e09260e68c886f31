//! Values in the order of their keys: what the ledger keeps by day, month and
//! year.
//!
//! There are at most some thousand of them and most come in at the end, so a
//! sorted list serves; a tree for each kind of value would take several times
//! the bytes in the page.

/// Values by a whole number, the least first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shelf<V> {
    places: Vec<(i32, Box<V>)>,
}

impl<V> Default for Shelf<V> {
    fn default() -> Self {
        Self { places: Vec::new() }
    }
}

impl<V> Shelf<V> {
    fn find(&self, key: i32) -> Result<usize, usize> {
        // No key stands further from the first than it is larger, and where each day
        // has one, just there.
        let first = self.places.first().map_or(key, |(first, _)| *first);
        let furthest = usize::try_from(i64::from(key) - i64::from(first)).unwrap_or_default();
        if self
            .places
            .get(furthest)
            .is_some_and(|(there, _)| *there == key)
        {
            return Ok(furthest);
        }
        let before = &self.places[..furthest.min(self.places.len())];
        before.binary_search_by_key(&key, |(key, _)| *key)
    }

    /// The value of a key, where there is one.
    pub(super) fn get(&self, key: i32) -> Option<&V> {
        let place = self.find(key).ok()?;
        Some(&self.places[place].1)
    }

    /// The value of a key, to be changed.
    pub(super) fn get_mut(&mut self, key: i32) -> Option<&mut V> {
        let place = self.find(key).ok()?;
        Some(&mut self.places[place].1)
    }

    /// The value of a key; an empty one is put there where there is none.
    pub(super) fn at(&mut self, key: i32) -> &mut V
    where
        V: Default,
    {
        let place = self.find(key).unwrap_or_else(|place| {
            self.places.insert(place, (key, Box::default()));
            place
        });
        &mut self.places[place].1
    }

    /// Takes the value of a key away.
    pub(super) fn remove(&mut self, key: i32) {
        if let Ok(place) = self.find(key) {
            self.places.remove(place);
        }
    }

    /// The keys, the least first.
    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = i32> {
        self.places.iter().map(|(key, _)| *key)
    }

    /// The keys and values, the least key first.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (i32, &V)> {
        self.places.iter().map(|(key, value)| (*key, &**value))
    }

    /// The values of the keys from one to another.
    pub(super) fn between(&self, first: i32, last: i32) -> impl Iterator<Item = &V> {
        let begin = self.places.partition_point(|(key, _)| *key < first);
        let places = self.places[begin..].iter();
        places
            .take_while(move |(key, _)| *key <= last)
            .map(|(_, value)| &**value)
    }

    /// The values, that of the least key first.
    pub(super) fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.places.iter().map(|(_, value)| &**value)
    }
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    #[test]
    fn values_stand_in_the_order_of_their_keys() {
        let mut shelf = Shelf::default();
        for key in [5, -1, 3, 5, 4] {
            *shelf.at(key) += key;
        }
        assert_eq!(shelf.keys().collect::<Vec<_>>(), [-1, 3, 4, 5]);
        assert_eq!(shelf.values().copied().collect::<Vec<_>>(), [-1, 3, 4, 10]);
        let some: Vec<i32> = shelf.between(0, 4).copied().collect();
        assert_eq!(some, [3, 4]);
        assert_eq!(shelf.between(3, 3).count(), 1);
        assert_eq!(shelf.between(6, 9).next(), None);
        shelf.remove(3);
        shelf.remove(6);
        assert_eq!(shelf.keys().collect::<Vec<_>>(), [-1, 4, 5]);
        assert_eq!((shelf.get(4), shelf.get(3)), (Some(&4), None));
        for absent in [i32::MIN, -2, 0, 6, i32::MAX] {
            assert_eq!(shelf.get(absent), None);
        }
        if let Some(value) = shelf.get_mut(4) {
            *value = 7;
        }
        assert_eq!(shelf.get(4), Some(&7));
    }
}
