//! Taking in what a file or a link brings: first compared with what is here, so
//! that the user sees what would happen, then merged as a union, so that doing
//! it twice changes nothing.

use super::Account;
use crate::account::{ByEntry, Clock, Entry, EntryId, Kept, Note, Randomness};
use crate::methodology::Activity;
use crate::vault::{Body, Rank, Revision, Store, encode, is_kept, merge, revisions_of};

/// So many revisions are worth a segment of their own.
const TOGETHER_MIN: usize = 64;
/// The most revisions of a segment that is written at a time.
const TOGETHER_MAX: usize = 50_000;

/// What would come of taking revisions in. Nothing has been changed by it;
/// dropping it changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Entries that are not here, or come back.
    pub new: Vec<Revision>,
    /// Entries that are newer there and would take the place of what is here.
    pub newer_there: Vec<Revision>,
    /// Entries that were deleted there and would be deleted here.
    pub deletions: Vec<Revision>,
    /// Entries as they were before they were changed here. They stay as they
    /// are here.
    pub newer_here: Vec<Revision>,
    /// Entries that were deleted here. They stay deleted, unless they are to be
    /// brought back.
    pub deleted_here: Vec<Revision>,
    /// How many entries and deletions say just what is here.
    pub same: usize,
    /// Records that cannot be read by this version and are not here, by their
    /// keys: they would be kept as they are.
    pub set_aside: Vec<(String, String)>,
    /// What changes nothing that is shown, but has to be known to agree with
    /// other copies: deletions of entries that never were here, later revisions
    /// that say the same.
    unseen: Vec<Revision>,
}

/// An entry as a table says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The entry, where the table says which.
    pub id: Option<EntryId>,
    /// The number of the revision that was written into the table.
    pub revision: Option<u32>,
    /// What was done.
    pub activity: Activity,
    /// A remark.
    pub note: Option<Note>,
}

/// What came of taking a preview in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// How many revisions and texts were taken in.
    pub records: usize,
    /// Where they are kept.
    pub kept: Kept,
}

impl Preview {
    /// Whether taking it in would leave everything that is shown as it is.
    #[must_use]
    pub const fn changes_nothing(&self) -> bool {
        self.new.is_empty()
            && self.newer_there.is_empty()
            && self.deletions.is_empty()
            && self.set_aside.is_empty()
    }
}

impl<S: Store, P: Clock + Randomness> Account<S, P> {
    /// The newest revision of every entry, for a backup or for another device:
    /// entries from the oldest day on, then deletions by their ids.
    #[must_use]
    pub fn revisions(&self) -> Vec<Revision> {
        let entries = self.ledger.entries().filter_map(|entry| {
            let rank = self.heads.rank(entry.id)?;
            Some(Revision::of(entry.clone(), rank))
        });
        let mut revisions: Vec<Revision> = entries.collect();
        let deleted = self.heads.ranks().filter(|(id, _)| !self.ledger.has(*id));
        let deleted = deleted.map(|(id, rank)| Revision::new(id, rank, Body::Deleted));
        revisions.extend(merge(deleted.collect()));
        revisions
    }

    /// The records that could not be taken in, by their keys, as far as the
    /// store gives them.
    pub fn set_aside_texts(&self) -> Vec<(String, String)> {
        let texts = self.set_aside.list().iter().filter_map(|aside| {
            let text = self.store.get(&aside.key).ok()??;
            Some((aside.key.clone(), text))
        });
        texts.collect()
    }

    /// Compares what a file or a link brings with the account. Days that have
    /// not come are no reason to leave an entry out: whoever recorded it had
    /// another clock, and losing an entry is worse than showing it early.
    #[must_use]
    pub fn preview(&self, revisions: Vec<Revision>, set_aside: Vec<(String, String)>) -> Preview {
        let mut preview = Preview {
            set_aside,
            ..Preview::default()
        };
        // What is stored under a key stays as it is.
        preview.set_aside.retain(|(key, _)| {
            !matches!(self.store.get(key), Ok(Some(_))) && self.set_aside.get(key).is_none()
        });
        for revision in merge(revisions) {
            self.compare(revision, &mut preview);
        }
        preview
    }

    /// Puts the newest revision that is known there in its place.
    fn compare(&self, revision: Revision, preview: &mut Preview) {
        let here = self.ledger.get(revision.entry);
        let is_deleted = revision.body == Body::Deleted;
        let Some(rank) = self.heads.rank(revision.entry) else {
            let place = if is_deleted {
                &mut preview.unseen
            } else {
                &mut preview.new
            };
            return place.push(revision);
        };
        // A name is given once: of two records with one name one is forged, and
        // it is not the one that is here.
        let is_newer = revision.rank() > rank
            && (revision.number, revision.nonce) != (rank.number, rank.nonce);
        let place = if revision.clone().into_entry().as_ref() == here {
            preview.same += 1;
            if !is_newer {
                return;
            }
            &mut preview.unseen
        } else if is_newer {
            match (here, is_deleted) {
                (None, _) => &mut preview.new,
                (Some(_), true) => &mut preview.deletions,
                (Some(_), false) => &mut preview.newer_there,
            }
        } else if here.is_some() {
            &mut preview.newer_here
        } else {
            &mut preview.deleted_here
        };
        place.push(revision);
    }

    /// Compares the rows of a table with the account. A row with the id of an
    /// entry is that entry; one without is taken for the entry that says just
    /// the same, once for each, and is new where there is none. So the same
    /// table changes nothing a second time.
    #[must_use]
    pub fn preview_rows(&self, rows: Vec<Row>) -> Preview {
        let mut preview = Preview::default();
        let (known, nameless) = rows
            .into_iter()
            .partition::<Vec<Row>, _>(|row| row.id.is_some());
        let mut unclaimed = ByEntry::<u32>::default();
        if !nameless.is_empty() {
            for entry in self.ledger.entries() {
                count(&mut unclaimed, &entry.activity, entry.note.as_ref(), 1);
            }
        }
        for row in known {
            self.compare_row(row, &mut unclaimed, &mut preview);
        }
        for row in nameless {
            if count(&mut unclaimed, &row.activity, row.note.as_ref(), -1) {
                preview.same += 1;
            } else {
                preview.new.push(self.revision_of(row, self.new_id(), 1));
            }
        }
        preview
    }

    fn compare_row(&self, row: Row, unclaimed: &mut ByEntry<u32>, preview: &mut Preview) {
        let Some(id) = row.id else {
            return;
        };
        let Some(rank) = self.heads.rank(id) else {
            let number = row.revision.unwrap_or(1);
            return preview.new.push(self.revision_of(row, id, number));
        };
        let is_old = row.revision.is_some_and(|revision| revision < rank.number);
        match self.ledger.get(id) {
            Some(entry) if entry.activity == row.activity && entry.note == row.note => {
                count(unclaimed, &row.activity, row.note.as_ref(), -1);
                preview.same += 1;
            }
            Some(_) if !is_old => {
                let number = self.next_number(id);
                preview.newer_there.push(self.revision_of(row, id, number));
            }
            Some(_) => preview
                .newer_here
                .push(self.revision_of(row, id, rank.number)),
            None => preview
                .deleted_here
                .push(self.revision_of(row, id, rank.number)),
        }
    }

    /// A row as a revision that is written now.
    fn revision_of(&self, row: Row, id: EntryId, number: u32) -> Revision {
        let stamp = self.ports.now_ms();
        let recorded_at = self.ledger.get(id).map_or(stamp, |entry| entry.recorded_at);
        let rank = Rank {
            number,
            stamp,
            nonce: self.ports.next_u64(),
        };
        let entry = Entry {
            id,
            recorded_at,
            activity: row.activity,
            note: row.note,
        };
        Revision::of(entry, rank)
    }

    /// Takes in what a preview shows, and keeps it in both copies. With
    /// `brings_back` what was deleted here is recorded anew as it is there.
    pub fn import(&mut self, preview: &Preview, brings_back: bool) -> Imported {
        let mut imported = Imported {
            records: 0,
            kept: Kept::OnDevice,
        };
        let revisions = [
            &preview.new,
            &preview.newer_there,
            &preview.deletions,
            &preview.unseen,
        ];
        let revisions: Vec<&Revision> = revisions.into_iter().flatten().collect();
        for some in revisions.chunks(TOGETHER_MAX) {
            for revision in self.adopt_together(some, &mut imported) {
                self.adopt(revision.name().key(), encode(revision), &mut imported);
            }
        }
        for (key, text) in &preview.set_aside {
            if is_kept(key) {
                self.adopt(key.clone(), text.clone(), &mut imported);
            }
        }
        let deleted = preview.deleted_here.iter().filter(|_| brings_back);
        for revision in deleted {
            let entry = revision.clone().into_entry();
            if entry.is_some() && !self.ledger.has(revision.entry) {
                let kept = self.write(revision.entry, entry);
                imported.count(kept);
            }
        }
        imported
    }

    /// Keeps many revisions in one segment, which takes a fraction of the room and
    /// of the time, and takes them in. What is left to be kept one by one: a few,
    /// all where the store has no room for the segment, and what mends a record
    /// that is set aside.
    fn adopt_together<'a>(
        &mut self,
        revisions: &[&'a Revision],
        imported: &mut Imported,
    ) -> Vec<&'a Revision> {
        let mends = |revision: &&Revision| self.set_aside.get(&revision.name().key()).is_some();
        let (mut left, together) = revisions.iter().copied().partition::<Vec<_>, _>(mends);
        let is_kept = together.len() >= TOGETHER_MIN
            && self.keep_together(together.iter().copied().cloned().collect());
        if !is_kept {
            left.extend(together);
            return left;
        }
        imported.records += together.len();
        self.take_together(together);
        left
    }

    /// Takes many revisions in, each of another entry. One by one, each would work
    /// all of its day out anew.
    fn take_together(&mut self, revisions: Vec<&Revision>) {
        let mut deleted = ByEntry::<()>::default();
        let mut entries = Vec::with_capacity(revisions.len() + self.ledger.len());
        for revision in revisions {
            if self.heads.admit(revision) {
                match revision.clone().into_entry() {
                    Some(entry) => entries.push(entry),
                    None => deleted.put(revision.entry, ()),
                }
            }
        }
        let stays = |entry: &&Entry| deleted.get(entry.id).is_none();
        entries.extend(self.ledger.entries().filter(stays).cloned());
        // Of those with one id the first one counts.
        self.ledger = entries.into_iter().collect();
    }

    /// Keeps a record that was written elsewhere and takes it in, unless there
    /// is one under its name that is as good.
    fn adopt(&mut self, key: String, line: String, imported: &mut Imported) {
        if let Ok(Some(text)) = self.store.get(&key) {
            let is_left = match revisions_of(&key, &text).1 {
                None => true,
                // What cannot be read is what is left of this very record.
                Some(error) => error.is_newer() || revisions_of(&key, &line).1.is_some(),
            };
            if is_left {
                self.follow(&key, Some(&text));
                return;
            }
        }
        self.follow(&key, Some(&line));
        let kept = self.keep(key, line);
        imported.count(kept);
    }
}

/// Counts one more or one less of what says just this. Whether there was one.
fn count(entries: &mut ByEntry<u32>, activity: &Activity, note: Option<&Note>, by: i32) -> bool {
    let entry = Entry {
        id: EntryId::from_number(0),
        recorded_at: 0,
        activity: activity.clone(),
        note: note.cloned(),
    };
    let rank = Rank {
        number: 1,
        stamp: 0,
        nonce: 0,
    };
    // FNV-1a: a number of 64 bits for a text.
    let text = encode(&Revision::of(entry, rank));
    let key = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |key, byte| {
        (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let key = EntryId::from_number(key);
    let before = entries.get(key).unwrap_or_default();
    entries.put(key, before.saturating_add_signed(by));
    before > 0
}

impl Imported {
    fn count(&mut self, kept: Kept) {
        self.records += 1;
        if kept != Kept::OnDevice {
            self.kept = kept;
        }
    }
}
