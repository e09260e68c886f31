//! Taking in what a file or a link brings: first compared with what is here, so
//! that the user sees what would happen, then merged as a union, so that doing
//! it twice changes nothing.

use super::{Account, read};
use crate::account::{Clock, Kept, Randomness};
use crate::vault::{Body, RecordName, Revision, Store, encode, merge};

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
        let deleted = self
            .heads
            .ranks()
            .filter(|(id, _)| self.ledger.get(*id).is_none());
        let deleted = deleted.map(|(id, rank)| Revision::new(id, rank, Body::Deleted));
        revisions.extend(merge(deleted.collect()));
        revisions
    }

    /// The records that could not be taken in, by their keys, as far as the
    /// store gives them.
    pub fn set_aside_texts(&self) -> Vec<(String, String)> {
        let texts = self.set_aside.iter().filter_map(|aside| {
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
            !matches!(self.store.get(key), Ok(Some(_)))
                && !self.set_aside.iter().any(|aside| aside.key == *key)
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

    /// Takes in what a preview shows, and keeps it in both copies. With
    /// `brings_back` what was deleted here is recorded anew as it is there.
    pub fn import(&mut self, preview: &Preview, brings_back: bool) -> Imported {
        let mut imported = Imported {
            records: 0,
            kept: Kept::OnDevice,
        };
        let revisions = [&preview.new, &preview.newer_there, &preview.deletions];
        for revision in revisions.into_iter().flatten().chain(&preview.unseen) {
            self.adopt(revision.name(), encode(revision), &mut imported);
        }
        for (key, text) in &preview.set_aside {
            if let Ok(name) = RecordName::from_key(key) {
                self.adopt(name, text.clone(), &mut imported);
            }
        }
        let deleted = preview.deleted_here.iter().filter(|_| brings_back);
        for revision in deleted {
            let entry = revision.clone().into_entry();
            if entry.is_some() && self.ledger.get(revision.entry).is_none() {
                let kept = self.write(revision.entry, entry);
                imported.count(kept);
            }
        }
        imported
    }

    /// Keeps a record that was written elsewhere and takes it in, unless there
    /// is one under its name that is as good.
    fn adopt(&mut self, name: RecordName, line: String, imported: &mut Imported) {
        let key = name.key();
        if let Ok(Some(text)) = self.store.get(&key) {
            let is_left = match read(&key, &text) {
                Ok(_) => true,
                // What cannot be read is what is left of this very record.
                Err(error) => error.is_newer() || read(&key, &line).is_err(),
            };
            if is_left {
                self.follow(&key, Some(&text));
                return;
            }
        }
        self.follow(&key, Some(&line));
        let kept = self.keep(name, line);
        imported.count(kept);
    }
}

impl Imported {
    fn count(&mut self, kept: Kept) {
        self.records += 1;
        if kept != Kept::OnDevice {
            self.kept = kept;
        }
    }
}
