//! A day of the ledger: its entries and its points. Its totals are worked out
//! when they are asked for first, and run along from then on; those by action
//! each time. Opening an account of years asks for those of few days.

use std::cell::OnceCell;
use std::cmp::Reverse;

use super::entry::{Entry, EntryId};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::methodology::{Contribution, DayPoints, contribution, day_points};

/// The entries of a day.
#[derive(Clone, Debug, Default)]
pub(super) struct DaySheet {
    /// The newest recorded first.
    entries: Vec<Entry>,
    totals: OnceCell<Totals>,
    points: DayPoints,
}

/// The order of a day: the newest recorded first, the same on every device.
type Place = Reverse<(i64, EntryId)>;

const fn place(entry: &Entry) -> Place {
    Reverse((entry.recorded_at, entry.id))
}

/// Whether an entry stands before another one of its day.
pub(super) fn precedes(one: &Entry, other: &Entry) -> bool {
    one.recorded_at > other.recorded_at
        || one.recorded_at == other.recorded_at && one.id.number() > other.id.number()
}

/// With its totals, whether they were asked for before or not.
impl PartialEq for DaySheet {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
            && self.points == other.points
            && self.totals() == other.totals()
    }
}

impl DaySheet {
    /// A day with these entries, in their order.
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        let mut sheet = Self {
            entries,
            ..Self::default()
        };
        sheet.settle();
        sheet
    }

    /// Takes an entry in; [`Self::settle`] has to follow.
    pub(super) fn push(&mut self, entry: Entry) {
        if let Some(totals) = self.totals.get_mut() {
            totals.count(&entry.activity, 1);
        }
        let own = place(&entry);
        let place = self.entries.partition_point(|other| place(other) < own);
        self.entries.insert(place, entry);
    }

    /// Works the points out. The points there are now.
    pub(super) fn settle(&mut self) -> u32 {
        let contributions: Vec<Contribution> = self.contributions(None).collect();
        self.points = day_points(&contributions);
        self.points.points
    }

    /// Takes an entry out; [`Self::settle`] has to follow.
    pub(super) fn remove(&mut self, recorded_at: i64, id: EntryId) -> Option<Entry> {
        let place = self.find(recorded_at, id)?;
        let entry = self.entries.remove(place);
        if let Some(totals) = self.totals.get_mut() {
            totals.count(&entry.activity, -1);
        }
        Some(entry)
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
        others.map(|entry| *contribution(&entry.activity))
    }

    /// Whether there is no entry.
    pub(super) const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What the entries come to.
    pub(super) fn totals(&self) -> &Totals {
        self.totals.get_or_init(|| {
            let mut totals = Totals::default();
            for entry in &self.entries {
                totals.count(&entry.activity, 1);
            }
            totals
        })
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

    /// The totals by action.
    pub(super) fn sheet(&self) -> Sheet {
        Sheet::of(&mut self.entries.iter())
    }
}
