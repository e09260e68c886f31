//! A day of the ledger: its entries, their totals and its points.

use std::cmp::Reverse;

use super::entry::{Entry, EntryId};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::methodology::{Contribution, DayPoints, assess_without_terms, day_points};
use crate::quantity::Carbon;

/// The entries of a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DaySheet {
    /// The newest recorded first.
    entries: Vec<Worked>,
    /// What they come to. By action it is worked out when it is asked for:
    /// most days have as many actions as entries.
    totals: Totals,
    points: DayPoints,
}

/// An entry, and of its assessment what the points of its day need.
#[derive(Clone, Debug, PartialEq)]
struct Worked {
    entry: Entry,
    reduction: Carbon,
}

/// The order of a day: the newest recorded first, the same on every device.
type Place = Reverse<(i64, EntryId)>;

impl Worked {
    const fn place(&self) -> Place {
        Reverse((self.entry.recorded_at, self.entry.id))
    }

    fn contribution(&self) -> Contribution {
        Contribution::new(&self.entry.activity, self.reduction)
    }
}

impl DaySheet {
    /// Takes an entry in; [`Self::settle`] has to follow. What the entry brings.
    pub(super) fn push(&mut self, entry: Entry) -> Totals {
        let assessment = assess_without_terms(&entry.activity);
        let totals = Totals::of(&entry.activity, &assessment);
        self.totals = self.totals.plus(totals);
        let worked = Worked {
            entry,
            reduction: assessment.reduction,
        };
        let place = worked.place();
        let place = self.entries.partition_point(|other| other.place() < place);
        self.entries.insert(place, worked);
        totals
    }

    /// Works the points out. The points there are now.
    pub(super) fn settle(&mut self) -> u32 {
        let contributions: Vec<Contribution> =
            self.entries.iter().map(Worked::contribution).collect();
        self.points = day_points(&contributions);
        self.points.points
    }

    /// Takes an entry out; [`Self::settle`] has to follow. The entry, and what
    /// it had brought.
    pub(super) fn remove(&mut self, recorded_at: i64, id: EntryId) -> Option<(Entry, Totals)> {
        let place = self.find(recorded_at, id)?;
        let entry = self.entries.remove(place).entry;
        let totals = Totals::of(&entry.activity, &assess_without_terms(&entry.activity));
        self.totals = self.totals.minus(totals);
        Some((entry, totals))
    }

    /// An entry.
    pub(super) fn get(&self, recorded_at: i64, id: EntryId) -> Option<&Entry> {
        Some(&self.entries[self.find(recorded_at, id)?].entry)
    }

    fn find(&self, recorded_at: i64, id: EntryId) -> Option<usize> {
        let place = Reverse((recorded_at, id));
        self.entries
            .binary_search_by_key(&place, Worked::place)
            .ok()
    }

    /// The entries, the newest recorded first.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().map(|worked| &worked.entry)
    }

    /// What the entries contribute, but for one of them.
    pub(super) fn contributions(
        &self,
        except: Option<EntryId>,
    ) -> impl Iterator<Item = Contribution> {
        let others = self
            .entries
            .iter()
            .filter(move |worked| Some(worked.entry.id) != except);
        others.map(Worked::contribution)
    }

    /// What the entries come to.
    pub(super) const fn totals(&self) -> Totals {
        self.totals
    }

    /// The points of the day.
    pub(super) const fn points(&self) -> u32 {
        self.points.points
    }

    /// The totals by action, worked out from the entries.
    pub(super) fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::with_points(self.points.points.into());
        for Entry { activity, .. } in self.entries() {
            sheet.add(
                activity.action().id,
                Totals::of(activity, &assess_without_terms(activity)),
            );
        }
        sheet
    }
}
