//! How copies of an account become one: the union of their revisions, of which
//! the newest of each entry counts.
//!
//! Order, repetition and grouping do not matter, so two tabs, two devices and
//! an old backup merge without a lock and without a loss.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;

use super::record;
use super::revision::{Rank, Revision};
use crate::account::EntryId;

/// The newest revision of each entry.
#[must_use]
pub fn merge(revisions: impl IntoIterator<Item = Revision>) -> BTreeMap<EntryId, Revision> {
    let mut newest = BTreeMap::new();
    for revision in revisions {
        match newest.entry(revision.entry) {
            Place::Vacant(place) => {
                place.insert(revision);
            }
            Place::Occupied(mut place) => {
                if supersedes(&revision, place.get()) {
                    place.insert(revision);
                }
            }
        }
    }
    newest
}

/// Whether `one` counts and `other` does not, both of the same entry.
fn supersedes(one: &Revision, other: &Revision) -> bool {
    let by_rank = one.rank().cmp(&other.rank());
    // Only a forged record has the rank of another one; even then all devices
    // agree.
    by_rank
        .then_with(|| record::encode(one).cmp(&record::encode(other)))
        .is_gt()
}

/// The rank of the newest revision of each entry, deleted ones included: what
/// an open account has to remember to take in further revisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    ranks: BTreeMap<EntryId, Rank>,
}

impl Heads {
    /// Takes a revision in. Whether it is the newest of its entry now.
    pub fn admit(&mut self, revision: &Revision) -> bool {
        let rank = revision.rank();
        let newest = self.ranks.entry(revision.entry).or_insert(rank);
        let counts = *newest <= rank;
        *newest = rank.max(*newest);
        counts
    }

    /// Forgets an entry.
    pub fn forget(&mut self, entry: EntryId) {
        self.ranks.remove(&entry);
    }

    /// The rank of an entry's newest revision, `None` where there is none.
    #[must_use]
    pub fn rank(&self, entry: EntryId) -> Option<Rank> {
        self.ranks.get(&entry).copied()
    }
}
