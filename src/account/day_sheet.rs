//! A day of the ledger: its entries, its totals, which run along, and its points.
//! Its totals by action are worked out when they are asked for: a day has some
//! dozen entries, and opening an account of years asks for none.

use std::cmp::Reverse;

use super::entry::{Entry, EntryId};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::methodology::{Contribution, DayPoints, assess_without_terms, day_points};

/// The entries of a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DaySheet {
    /// The newest recorded first.
    entries: Vec<Entry>,
    totals: Totals,
    points: DayPoints,
}

/// The order of a day: the newest recorded first, the same on every device.
type Place = Reverse<(i64, EntryId)>;

const fn place(entry: &Entry) -> Place {
    Reverse((entry.recorded_at, entry.id))
}

fn contribution(entry: &Entry) -> Contribution {
    Contribution::of(&entry.activity, assess_without_terms(&entry.activity))
}

fn totals_of(entry: &Entry) -> Totals {
    Totals::of(&entry.activity, assess_without_terms(&entry.activity))
}

impl DaySheet {
    /// Takes an entry in; [`Self::settle`] has to follow. What the entry brings.
    pub(super) fn push(&mut self, entry: Entry) -> Totals {
        let totals = totals_of(&entry);
        let own = place(&entry);
        let place = self.entries.partition_point(|other| place(other) < own);
        self.entries.insert(place, entry);
        self.totals.add(&totals);
        totals
    }

    /// Works the points out. The points there are now.
    pub(super) fn settle(&mut self) -> u32 {
        let contributions: Vec<Contribution> = self.entries.iter().map(contribution).collect();
        self.points = day_points(&contributions);
        self.points.points
    }

    /// Takes an entry out; [`Self::settle`] has to follow. The entry, and what
    /// it had brought.
    pub(super) fn remove(&mut self, recorded_at: i64, id: EntryId) -> Option<(Entry, Totals)> {
        let place = self.find(recorded_at, id)?;
        let entry = self.entries.remove(place);
        let totals = totals_of(&entry);
        self.totals = self.totals.minus(totals);
        Some((entry, totals))
    }

    /// An entry.
    pub(super) fn get(&self, recorded_at: i64, id: EntryId) -> Option<&Entry> {
        Some(&self.entries[self.find(recorded_at, id)?])
    }

    fn find(&self, recorded_at: i64, id: EntryId) -> Option<usize> {
        let own = Reverse((recorded_at, id));
        self.entries.binary_search_by_key(&own, place).ok()
    }

    /// The entries, the newest recorded first.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// What the entries contribute, but for one of them.
    pub(super) fn contributions(
        &self,
        except: Option<EntryId>,
    ) -> impl Iterator<Item = Contribution> {
        let others = self
            .entries
            .iter()
            .filter(move |entry| Some(entry.id) != except);
        others.map(contribution)
    }

    /// Whether there is no entry.
    pub(super) const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What the entries come to.
    pub(super) const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Whether there is something that cuts carbon or pollution: anything but
    /// ordinary car trips, which are recorded so that the share of green trips
    /// means something.
    pub(super) fn is_practised(&self) -> bool {
        let actions = self.entries.iter().map(|entry| entry.activity.action());
        actions
            .into_iter()
            .any(|action| !action.is_trip() || action.is_green_trip)
    }

    /// The points of the day.
    pub(super) const fn points(&self) -> u32 {
        self.points.points
    }

    /// What the caps withhold of the points of the day.
    pub(super) const fn withheld(&self) -> u32 {
        self.points.uncapped.saturating_sub(self.points.points)
    }

    /// The totals by action, worked out from the entries.
    pub(super) fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::with_points(self.points.points.into());
        for entry in self.entries() {
            sheet.add(entry.activity.action().id, &totals_of(entry));
        }
        sheet
    }
}
