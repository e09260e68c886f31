//! Values by the id of their entry, found as soon among a hundred thousand as
//! among ten.
//!
//! Ids are random numbers, so they spread themselves over a table; a tree of the
//! standard library for each kind of value takes ten times the page's bytes.

use super::entry::EntryId;
use std::sync::atomic::{AtomicU64, Ordering};

/// Spreads numbers that are not random either: 2^64 ÷ the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// What further tables spread their ids by.
static SPREAD: AtomicU64 = AtomicU64::new(GOLDEN);
/// The first size of a table; each further one is twice the one before.
const SLOTS_MIN: usize = 16;

/// Spreads the ids of further tables by a random number. Whoever makes a file up
/// chooses its ids, and by a number that is known ahead all of them could want one
/// place: then a hundred thousand take a minute, each time that they are read.
/// What is in a table does not depend on it.
pub fn spread_ids(random: u64) {
    // Only an odd number keeps all that an id says.
    SPREAD.store(random | 1, Ordering::Relaxed);
}

/// Values by the id of their entry, as they came in: each has a place, from 0 on.
/// Where one is taken out, the last one takes its place.
#[derive(Clone, Debug)]
pub(crate) struct ByEntry<V> {
    ids: Ids,
    values: Vec<V>,
}

/// The ids of all values, and a table to find them by: the same code whatever
/// the values are.
#[derive(Clone, Debug)]
struct Ids {
    /// What they are spread by, an odd number.
    spread: u64,
    all: Vec<EntryId>,
    /// A power of two of places among the ids, from 1 on; 0 where there is none.
    /// Never more than half of them are taken: an id stands in its slot or, where
    /// that was taken, in the first free one behind it.
    slots: Vec<u32>,
}

impl Default for Ids {
    fn default() -> Self {
        Self {
            spread: SPREAD.load(Ordering::Relaxed),
            all: Vec::new(),
            slots: Vec::new(),
        }
    }
}

impl<V> Default for ByEntry<V> {
    fn default() -> Self {
        Self {
            ids: Ids::default(),
            values: Vec::new(),
        }
    }
}

impl<V: Copy> ByEntry<V> {
    /// No values yet, and room for so many.
    pub(crate) fn with_room(values: usize) -> Self {
        let mut ids = Ids::default();
        ids.all.reserve_exact(values);
        ids.resize((values * 2 + 1).next_power_of_two());
        Self {
            ids,
            values: Vec::with_capacity(values),
        }
    }

    /// How many values there are.
    pub(crate) const fn len(&self) -> usize {
        self.values.len()
    }

    /// The value of an entry, where there is one.
    pub(crate) fn get(&self, id: EntryId) -> Option<V> {
        let place = self.ids.place(id)?;
        self.values.get(place).copied()
    }

    /// Every entry and its value, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (EntryId, V)> {
        let ids = self.ids.all.iter();
        ids.copied().zip(self.values.iter().copied())
    }

    /// Puts the value of an entry in, in the place of the one it had.
    pub(crate) fn put(&mut self, id: EntryId, value: V) {
        if let Some(place) = self.put_first(id, value) {
            self.values[place] = value;
        }
    }

    /// Puts the value of an entry in, unless it has one, whose place is given.
    pub(crate) fn put_first(&mut self, id: EntryId, value: V) -> Option<usize> {
        let known = self.ids.enter(id);
        if known.is_none() {
            self.values.push(value);
        }
        known
    }

    /// Takes the value of an entry out.
    pub(crate) fn remove(&mut self, id: EntryId) -> Option<V> {
        let place = self.ids.leave(id)?;
        Some(self.values.swap_remove(place))
    }
}

impl Ids {
    /// The place of an id, where it is there.
    fn place(&self, id: EntryId) -> Option<usize> {
        let place = *self.slots.get(self.slot(id))?;
        (place as usize).checked_sub(1)
    }

    /// Takes an id in, unless it is there, in the place that is given.
    fn enter(&mut self, id: EntryId) -> Option<usize> {
        let count = self.all.len() + 1;
        if count * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(SLOTS_MIN));
        }
        let slot = self.slot(id);
        if let Some(place) = (self.slots[slot] as usize).checked_sub(1) {
            return Some(place);
        }
        self.slots[slot] = number(count);
        self.all.push(id);
        None
    }

    /// Takes an id out; the last one takes its place, which is given.
    fn leave(&mut self, id: EntryId) -> Option<usize> {
        let place = self.place(id)?;
        let mut slot = self.slot(id);
        let last = self.slot(*self.all.last()?);
        self.slots[last] = self.slots[slot];
        self.slots[slot] = 0;
        self.all.swap_remove(place);
        // Those behind it may have wanted its slot.
        loop {
            slot = (slot + 1) % self.slots.len();
            let moved = std::mem::take(&mut self.slots[slot]);
            let Some(behind) = (moved as usize).checked_sub(1) else {
                return Some(place);
            };
            let free = self.slot(self.all[behind]);
            self.slots[free] = moved;
        }
    }

    fn resize(&mut self, size: usize) {
        self.slots = vec![0; size];
        for place in 0..self.all.len() {
            let slot = self.slot(self.all[place]);
            self.slots[slot] = number(place + 1);
        }
    }

    /// The slot in which an id stands or would stand.
    fn slot(&self, id: EntryId) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        // Half of the bits are enough for every table that fits in memory.
        let mut slot = (id.number().wrapping_mul(self.spread) >> 32) as usize & last;
        while let Some(place @ 1..) = self.slots.get(slot)
            && self.all[*place as usize - 1] != id
        {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// As slots hold it. More ids than these would not fit in memory.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The same values, in whatever places they came to stand.
impl<V: Copy + PartialEq> PartialEq for ByEntry<V> {
    fn eq(&self, other: &Self) -> bool {
        let mut values = self.iter();
        self.len() == other.len() && values.all(|(id, value)| other.get(id) == Some(value))
    }
}

impl<V: Copy + Eq> Eq for ByEntry<V> {}

#[cfg(test)]
mod tests {
    use super::{ByEntry, EntryId, GOLDEN, Ids};
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

    /// How far the farthest of some ids stands from where it would stand alone,
    /// spread by a number.
    fn farthest(spread: u64, numbers: impl Iterator<Item = u64>) -> usize {
        let mut table = Ids {
            spread,
            ..Ids::default()
        };
        for number in numbers {
            table.enter(EntryId::from_number(number));
        }
        let alone = Ids {
            spread,
            all: Vec::new(),
            slots: vec![0; table.slots.len()],
        };
        let last = table.slots.len() - 1;
        let way = |id: &EntryId| table.slot(*id).wrapping_sub(alone.slot(*id)) & last;
        table.all.iter().map(way).max().unwrap_or(0)
    }

    #[test]
    fn nobody_can_choose_ids_that_want_one_place() {
        // By what the golden ratio is multiplied with to give 1, 2, 3 …
        let inverse = (0..6).fold(GOLDEN, |inverse, _| {
            inverse.wrapping_mul(2_u64.wrapping_sub(GOLDEN.wrapping_mul(inverse)))
        });
        let chosen = || (1..=2_000_u64).map(|number| number.wrapping_mul(inverse));
        assert_eq!(farthest(GOLDEN, chosen()), 1_999);
        for random in 0..50_u64 {
            let random = (random.wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ random << 31) | 1;
            let random = random.wrapping_mul(0x94d0_49bb_1331_11eb);
            let way = farthest(random, chosen());
            assert!(way < 100, "{way} by {random:x}");
        }
    }
}
