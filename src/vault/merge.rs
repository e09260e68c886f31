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
    let newest = newest(revisions);
    let order = order_by(&newest, |revision| revision.entry.number().into());
    let mut newest: Vec<Option<Revision>> = newest.into_iter().map(Some).collect();
    let ordered = order.into_iter().filter_map(|place| newest[place].take());
    ordered.collect()
}

/// The same in the order in which each entry is first named, which for a large
/// account is mostly that of its ledger.
#[must_use]
pub fn newest(revisions: Vec<Revision>) -> Vec<Revision> {
    newest_and_heads(revisions).0
}

/// The same, and what has to be remembered of them.
#[must_use]
pub fn newest_and_heads(mut revisions: Vec<Revision>) -> (Vec<Revision>, Heads) {
    let mut heads = ByEntry::with_room(revisions.len());
    // Those that count so far stand in front, in the places of their heads.
    let mut count = 0;
    for at in 0..revisions.len() {
        let (entry, rank) = (revisions[at].entry, revisions[at].rank());
        match heads.put_first(entry, rank) {
            None => {
                // Mostly it stands there.
                if at > count {
                    revisions.swap(at, count);
                }
                count += 1;
            }
            Some(place) if supersedes(&revisions[at], &revisions[place]) => {
                heads.put(entry, rank);
                revisions.swap(at, place);
            }
            Some(_) => {}
        }
    }
    revisions.truncate(count);
    (revisions, Heads { heads })
}

/// Whether `one` counts and `other` does not, both of the same entry.
fn supersedes(one: &Revision, other: &Revision) -> bool {
    let by_rank = one.rank().cmp(&other.rank());
    // Only a forged record has the rank of another one and says something else;
    // even then all devices agree.
    by_rank.is_gt()
        || by_rank.is_eq() && one != other && record::encode(one) > record::encode(other)
}

/// The rank of the newest revision of each entry, deleted ones included: what
/// an open account has to remember to take in further revisions.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    heads: ByEntry<Rank>,
}

impl Heads {
    /// Takes a revision in. Whether it is the newest of its entry now.
    pub fn admit(&mut self, revision: &Revision) -> bool {
        let rank = revision.rank();
        let counts = self
            .rank(revision.entry)
            .is_none_or(|newest| newest <= rank);
        if counts {
            self.heads.put(revision.entry, rank);
        }
        counts
    }

    /// The rank of every entry's newest revision, in no order.
    pub fn ranks(&self) -> impl Iterator<Item = (EntryId, Rank)> {
        self.heads.iter()
    }

    /// The rank of an entry's newest revision, `None` where there is none.
    #[must_use]
    pub fn rank(&self, entry: EntryId) -> Option<Rank> {
        self.heads.get(entry)
    }
}
