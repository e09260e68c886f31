//! Working entries out by another edition, because the user accepted it.

use super::{Account, Imported, Row};
use crate::account::{Clock, Moved, Randomness};
use crate::vault::Store;

impl<S: Store, P: Clock + Randomness> Account<S, P> {
    /// Works entries out by the edition that each is moved to, as new revisions
    /// of them. What was changed since it was looked at is left alone.
    pub fn move_entries(&mut self, moved: &[Moved]) -> Imported {
        let rows = moved.iter().filter_map(|moved| {
            let entry = self.ledger.get(moved.id)?;
            (entry.activity == moved.from).then(|| Row {
                id: Some(moved.id),
                revision: None,
                activity: moved.to.clone(),
                note: entry.note.clone(),
            })
        });
        let preview = self.preview_rows(rows.collect());
        self.import(&preview, false)
    }
}
