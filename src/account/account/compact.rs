//! Putting old records together into segments, without a moment in which an
//! entry is nowhere.
//!
//! A segment is written, read back and compared before what it holds is
//! deleted. Whatever happens in between, everything is there once or twice, and
//! reading is a union. Two tabs may do so at once: each deletes only what its
//! own segment holds, under a key that no other tab has.

use super::Account;
use crate::account::ledger::ledger_key;
use crate::account::{Clock, Randomness};
use crate::quantity::{order_by, ordered};
use crate::vault::{
    Body, Revision, Store, is_segment, kept_keys, newest, revisions_of, segment_key, to_segment,
};

/// So many single records are worth a segment. Fewer open fast enough.
const RECORDS_MIN: usize = 256;
/// The most records that are put together at a time, so that the page stays
/// awake; the rest is for the next time.
const RECORDS_MAX: usize = 4096;
/// A segment is taken along while it is at most so many times as long as what
/// takes it along.
const GROWTH: usize = 2;
/// The longest segment, in bytes of UTF-8, three a letter: about 150,000
/// revisions. A longer one would need that much free room again to be replaced.
const BYTES_MAX: usize = 6 << 20;

/// What was read from the store to be put together.
#[derive(Default)]
struct Gathered {
    keys: Vec<String>,
    revisions: Vec<Revision>,
}

impl<S: Store, P: Clock + Randomness> Account<S, P> {
    /// Puts single records together into a segment, where there are some
    /// hundreds. Whether it did: then there may be more. Where the store is full
    /// or refuses nothing changes.
    ///
    /// Segments up to twice as long as the new one are taken along. So each time
    /// a revision is written again its segment has grown by half, which happens
    /// some dozen times on the way to a hundred thousand; and of those that stay
    /// each is more than twice as long as the one before, so they are few.
    ///
    /// It takes some tenths of a second in a large account: to be called when
    /// nobody waits.
    pub fn compact(&mut self) -> bool {
        self.compact_from(RECORDS_MIN)
    }

    /// The same where there are at least so many single records.
    pub fn compact_from(&mut self, records_min: usize) -> bool {
        let Some((mut gathered, segments)) = self.gather(records_min) else {
            return false;
        };
        let mut text = gathered.segment();
        for (key, other) in segments {
            if other.len() > text.len() * GROWTH || other.len() + text.len() > BYTES_MAX {
                break;
            }
            // What cannot be read whole stays as it is.
            if let (mut revisions, None) = revisions_of(&key, &other) {
                gathered.keys.push(key);
                gathered.revisions.append(&mut revisions);
                text = gathered.segment();
            }
        }
        if !self.write_segment(text, &gathered.revisions) {
            return false;
        }
        // One that stays is read as well, and put together again another time.
        let removed = gathered.keys.iter().map(|key| self.store.remove(key));
        let _ = removed.fold(Ok(()), Result::and);
        self.covered.append(&mut gathered.keys);
        true
    }

    /// Keeps revisions in a segment of their own. Whether it did; where it did
    /// not, nothing has changed.
    pub(super) fn keep_together(&mut self, revisions: Vec<Revision>) -> bool {
        let mut gathered = Gathered {
            keys: Vec::new(),
            revisions,
        };
        let text = gathered.segment();
        self.write_segment(text, &gathered.revisions)
    }

    /// Single records, if there are enough, and all segments, the shortest first.
    fn gather(&self, records_min: usize) -> Option<(Gathered, Vec<(String, String)>)> {
        let (segments, records): (Vec<String>, Vec<String>) = kept_keys(&self.store)
            .ok()?
            .into_iter()
            .partition(|key| is_segment(key));
        if records.len() < records_min {
            return None;
        }
        let mut gathered = Gathered::default();
        for key in records.into_iter().take(RECORDS_MAX) {
            let line = self.stored(&key).unwrap_or_default();
            if let (mut revisions, None) = revisions_of(&key, &line) {
                gathered.revisions.append(&mut revisions);
                gathered.keys.push(key);
            }
        }
        if gathered.keys.len() < records_min {
            return None;
        }
        let texts = segments.into_iter().filter_map(|key| {
            let text = self.stored(&key)?;
            Some((key, text))
        });
        Some((gathered, ordered(texts, |(_, text)| text.len())))
    }

    /// Writes a segment and makes sure that it is there and says what it should.
    fn write_segment(&mut self, text: String, revisions: &[Revision]) -> bool {
        let key = segment_key(self.ports.next_u64());
        if self.stored(&key).is_some() || self.store.put(&key, &text).is_err() {
            return false;
        }
        let is_whole = self.stored(&key).as_ref() == Some(&text)
            && matches!(revisions_of(&key, &text), (read, None) if read == revisions);
        if is_whole {
            self.uncopied.push((key.clone(), text));
            self.segments_written.push(key);
        } else {
            // It holds nothing that is not elsewhere.
            let _ = self.store.remove(&key);
        }
        is_whole
    }

    fn stored(&self, key: &str) -> Option<String> {
        self.store.get(key).ok()?
    }
}

impl Gathered {
    /// The text of a segment of the newest revisions, in the order of the
    /// ledger, which opens fastest.
    fn segment(&mut self) -> String {
        let revisions = newest(std::mem::take(&mut self.revisions));
        let order = order_by(&revisions, place);
        let mut revisions: Vec<Option<Revision>> = revisions.into_iter().map(Some).collect();
        let ordered = order
            .into_iter()
            .filter_map(|place| revisions[place].take());
        self.revisions = ordered.collect();
        to_segment(&self.revisions)
    }
}

/// Entries as in the ledger, then tombstones.
fn place(revision: &Revision) -> u128 {
    match &revision.body {
        Body::Entry {
            recorded_at,
            activity,
            ..
        } => ledger_key(activity.on(), *recorded_at),
        Body::Deleted => u128::MAX >> 32,
    }
}
