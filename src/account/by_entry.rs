//! Values by the id of their entry, found as soon among a hundred thousand as
//! among ten.
//!
//! Ids are random numbers, so they spread themselves over a table; a tree of the
//! standard library for each kind of value takes ten times the page's bytes.

use super::entry::EntryId;

/// Spreads numbers that are not random either: 2^64 ÷ the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// The first size of a table; each further one is twice the one before.
const PLACES_MIN: usize = 16;

/// Values by the id of their entry.
#[derive(Clone, Debug)]
pub(crate) struct ByEntry<V> {
    /// A power of two of places, never more than seven eighths of them taken.
    /// A value stands in the place of its id or, where that was taken, in the
    /// first free one behind it.
    places: Vec<Option<(EntryId, V)>>,
    count: usize,
}

impl<V> Default for ByEntry<V> {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            count: 0,
        }
    }
}

impl<V: Copy> ByEntry<V> {
    /// No values yet, and places for so many.
    pub(crate) fn with_room(values: usize) -> Self {
        let size = (values * 8).div_ceil(7) + 1;
        Self {
            places: vec![None; size.next_power_of_two().max(PLACES_MIN)],
            count: 0,
        }
    }

    /// How many values there are.
    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// The value of an entry, where there is one.
    pub(crate) fn get(&self, id: EntryId) -> Option<V> {
        let place = self.places.get(self.place(id))?;
        place.map(|(_, value)| value)
    }

    /// Every entry and its value, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (EntryId, V)> {
        self.places.iter().flatten().copied()
    }

    /// Puts the value of an entry in, in the place of the one it had.
    pub(crate) fn put(&mut self, id: EntryId, value: V) {
        if self.count * 8 >= self.places.len() * 7 {
            self.grow();
        }
        let place = self.place(id);
        if self.places[place].replace((id, value)).is_none() {
            self.count += 1;
        }
    }

    /// Puts the value of an entry in, unless it has one, which is given.
    pub(crate) fn put_first(&mut self, id: EntryId, value: V) -> Option<V> {
        if self.count * 8 >= self.places.len() * 7 {
            self.grow();
        }
        let place = self.place(id);
        if let Some((_, first)) = self.places[place] {
            return Some(first);
        }
        self.places[place] = Some((id, value));
        self.count += 1;
        None
    }

    /// Takes the value of an entry out.
    pub(crate) fn remove(&mut self, id: EntryId) -> Option<V> {
        let mut place = self.place(id);
        let (_, value) = self.places.get_mut(place)?.take()?;
        self.count -= 1;
        // Those behind it may have wanted its place.
        loop {
            place = (place + 1) % self.places.len();
            let Some((id, value)) = self.places[place].take() else {
                return Some(value);
            };
            self.count -= 1;
            self.put(id, value);
        }
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(PLACES_MIN);
        let places = std::mem::replace(&mut self.places, vec![None; size]);
        self.count = 0;
        for (id, value) in places.into_iter().flatten() {
            self.put(id, value);
        }
    }

    /// Where an entry's value stands or would stand.
    fn place(&self, id: EntryId) -> usize {
        let last = self.places.len().wrapping_sub(1);
        // Half of the bits are enough for every table that fits in memory.
        let mut place = (id.number().wrapping_mul(SPREAD) >> 32) as usize & last;
        while let Some(Some((other, _))) = self.places.get(place)
            && *other != id
        {
            place = (place + 1) & last;
        }
        place
    }
}

/// The same values, in whatever places they came to stand.
impl<V: Copy + PartialEq> PartialEq for ByEntry<V> {
    fn eq(&self, other: &Self) -> bool {
        let mut values = self.iter();
        self.count == other.count && values.all(|(id, value)| other.get(id) == Some(value))
    }
}

impl<V: Copy + Eq> Eq for ByEntry<V> {}

#[cfg(test)]
mod tests {
    use super::{ByEntry, EntryId};
    use std::collections::BTreeMap;

    /// Numbers that want few places: many of them want the same one.
    fn crowded(step: u64) -> EntryId {
        EntryId::from_number((step.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 97) << 40)
    }

    #[test]
    fn does_as_a_tree_does() {
        let (mut table, mut tree) = (ByEntry::default(), BTreeMap::new());
        for step in 0..5_000 {
            let id = crowded(step);
            if step % 3 == 1 {
                assert_eq!(table.remove(id), tree.remove(&id), "{step}");
            } else {
                table.put(id, step);
                tree.insert(id, step);
            }
            assert_eq!(table.len(), tree.len());
            let probe = crowded(step.wrapping_mul(7));
            assert_eq!(table.get(probe), tree.get(&probe).copied(), "{step}");
        }
        for (id, value) in tree {
            assert_eq!(table.remove(id), Some(value));
        }
        assert_eq!((table.len(), table.get(crowded(1))), (0, None));
    }

    #[test]
    fn the_way_it_came_about_makes_no_difference() {
        let ids = || (0..60).map(EntryId::from_number);
        let (mut one, mut other) = (ByEntry::default(), ByEntry::default());
        ids().for_each(|id| one.put(id, id.number()));
        ids().rev().for_each(|id| other.put(id, id.number()));
        assert_eq!(one, other);
        other.put(EntryId::from_number(7), 8);
        assert_ne!(one, other);
        other.remove(EntryId::from_number(7));
        assert_ne!(one, other);
    }

    #[test]
    fn nothing_is_found_in_an_empty_one() {
        let mut empty = ByEntry::<u8>::default();
        let id = EntryId::from_number(0);
        assert_eq!((empty.get(id), empty.remove(id)), (None, None));
    }
}
