//! A newer edition of the method, offered: what it would change in an account,
//! worked out before anything is changed. An entry stays with its edition until
//! the user accepts another one for it.

use super::by_entry::ByEntry;
use super::entry::{Entry, EntryId};
use super::ledger::{Ledger, Span};
use super::settings::Settings;
use super::totals::Totals;
use crate::methodology::{ActionId, Activity, ActivityError, Edition, current};
use crate::quantity::ordered;

/// The line of the settings that says for which edition the user has decided.
const DECIDED: &str = "decided-edition";

/// An entry that another edition works out.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Which.
    pub id: EntryId,
    /// What it is.
    pub from: Activity,
    /// The same by the other edition.
    pub to: Activity,
}

impl Moved {
    /// The way back.
    #[must_use]
    pub fn back(&self) -> Self {
        Self {
            id: self.id,
            from: self.to.clone(),
            to: self.from.clone(),
        }
    }
}

/// What the entries of an action come to before and after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActionMoved {
    /// The action.
    pub action: ActionId,
    /// What all of its entries come to now.
    pub before: Totals,
    /// What they would come to.
    pub after: Totals,
}

/// What an edition would change in an account.
#[derive(Debug)]
pub struct EditionOffer {
    edition: &'static Edition,
    moved: Vec<Moved>,
    refused: Vec<(Entry, ActivityError)>,
    after: Ledger,
}

/// The edition that an account could move entries to: the newest, where some
/// are of another one.
#[must_use]
pub fn offered_edition(ledger: &Ledger) -> Option<&'static Edition> {
    (ledger.of_older_editions() > 0).then(current)
}

/// Remembers that the user has decided whether to move entries to an edition, so
/// that it is not offered unasked any more.
pub fn decide(settings: &mut Settings, edition: &Edition) {
    settings.set_later(DECIDED, Some(edition.id));
}

/// Whether the user has decided about an edition.
#[must_use]
pub fn is_decided(settings: &Settings, edition: &Edition) -> bool {
    settings.later(DECIDED) == Some(edition.id)
}

/// Whether a line of the settings says for which edition the user has decided.
pub(super) fn is_decision(name: &str, value: &str) -> bool {
    name == DECIDED && Edition::find(value).is_some()
}

impl EditionOffer {
    /// What an edition would change in a ledger.
    #[must_use]
    pub fn of(ledger: &Ledger, edition: &'static Edition) -> Self {
        let (mut moved, mut refused) = (Vec::new(), Vec::new());
        // Of a hundred thousand most are repeated: what is shared stays shared.
        let (mut places, mut known) = (ByEntry::default(), Vec::new());
        let mut by_edition = |activity: &Activity| {
            let identity = u64::try_from(activity.identity()).unwrap_or_default();
            let place = places.put_first(EntryId::from_number(identity), ());
            let place = place.unwrap_or_else(|| {
                known.push(activity.by_edition(edition));
                known.len() - 1
            });
            let same = known[place].as_ref();
            same.map(|same| same.on_day(activity.on()))
                .map_err(ActivityError::clone)
        };
        let entries = ledger.entries().map(|entry| {
            if std::ptr::eq(entry.activity.edition(), edition) {
                return entry.clone();
            }
            match by_edition(&entry.activity) {
                Ok(to) => {
                    moved.push(Moved {
                        id: entry.id,
                        from: entry.activity.clone(),
                        to: to.clone(),
                    });
                    Entry {
                        activity: to,
                        ..entry.clone()
                    }
                }
                Err(error) => {
                    refused.push((entry.clone(), error));
                    entry.clone()
                }
            }
        });
        let after = entries.collect();
        Self {
            edition,
            moved,
            refused,
            after,
        }
    }

    /// The edition.
    #[must_use]
    pub const fn edition(&self) -> &'static Edition {
        self.edition
    }

    /// The entries that it works out.
    #[must_use]
    pub fn moved(&self) -> &[Moved] {
        &self.moved
    }

    /// The entries that it cannot work out, and why: they stay as they are.
    #[must_use]
    pub fn refused(&self) -> &[(Entry, ActivityError)] {
        &self.refused
    }

    /// The account as it would be.
    #[must_use]
    pub const fn after(&self) -> &Ledger {
        &self.after
    }

    /// The actions whose entries would come to something else than in the
    /// ledger that the offer was made for, the largest change first.
    #[must_use]
    pub fn actions(&self, ledger: &Ledger) -> Vec<ActionMoved> {
        let pairs = ledger.by_action(Span::All).into_iter();
        let changed = pairs
            .map(|(action, before)| ActionMoved {
                action,
                before,
                after: self.after.totals_of(Span::All, action),
            })
            .filter(|one| one.before != one.after);
        ordered(changed, |one| {
            let [before, after] = [one.before, one.after].map(|one| one.reduction.milligrams());
            u64::MAX - after.abs_diff(before)
        })
    }
}

#[cfg(test)]
mod tests;
