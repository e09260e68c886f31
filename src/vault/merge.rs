//! How copies of an account become one: the union of their revisions, of which
//! the newest of each entry counts.
//!
//! Order, repetition and grouping do not matter, so two tabs, two devices and
//! an old backup merge without a lock and without a loss.

use super::record;
use super::revision::{Rank, Revision};
use crate::account::{ByEntry, EntryId};
use crate::quantity::order_by;

/// The newest revision of each entry, in the order of their ids.
#[must_use]
pub fn merge(revisions: Vec<Revision>) -> Vec<Revision> {
    let order = order_by(&revisions, |revision| {
        u128::from(revision.entry.number()) << 32 | u128::from(revision.number)
    });
    let mut revisions: Vec<Option<Revision>> = revisions.into_iter().map(Some).collect();
    let mut newest: Vec<Revision> = Vec::with_capacity(revisions.len());
    for revision in order
        .into_iter()
        .filter_map(|place| revisions[place].take())
    {
        match newest.last_mut() {
            Some(last) if last.entry == revision.entry => {
                if supersedes(&revision, last) {
                    *last = revision;
                }
            }
            _ => newest.push(revision),
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
    ranks: ByEntry<Rank>,
}

impl Heads {
    /// Takes a revision in. Whether it is the newest of its entry now.
    pub fn admit(&mut self, revision: &Revision) -> bool {
        let rank = revision.rank();
        let counts = self
            .rank(revision.entry)
            .is_none_or(|newest| newest <= rank);
        if counts {
            self.ranks.put(revision.entry, rank);
        }
        counts
    }

    /// Forgets an entry.
    pub fn forget(&mut self, entry: EntryId) {
        self.ranks.remove(entry);
    }

    /// The rank of every entry's newest revision, in no order.
    pub fn ranks(&self) -> impl Iterator<Item = (EntryId, Rank)> {
        self.ranks.iter()
    }

    /// The rank of an entry's newest revision, `None` where there is none.
    #[must_use]
    pub fn rank(&self, entry: EntryId) -> Option<Rank> {
        self.ranks.get(entry)
    }
}
