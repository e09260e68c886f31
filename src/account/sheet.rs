//! Totals by action.

use std::cell::OnceCell;

use super::by_entry::ByEntry;
use super::entry::{Entry, EntryId};
use super::measure::Measure;
use super::totals::Totals;
use crate::methodology::{ActionId, Activity};

/// The totals of a day, a month, a year or everything, by action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Actions with entries only, ascending; never more than there are actions.
    by_action: Vec<(ActionId, Totals)>,
}

impl Sheet {
    /// The totals of entries. What says the same is worked out once and counted:
    /// of a hundred thousand entries most are repeated.
    pub(super) fn of(entries: &mut dyn Iterator<Item = &Entry>) -> Self {
        let (mut known, mut counted) = (ByEntry::default(), Vec::<(&Activity, i32)>::new());
        for entry in entries {
            let identity = EntryId::from_number(entry.activity.identity() as u64);
            match known.put_first(identity, ()) {
                Some(place) => counted[place].1 += 1,
                None => counted.push((&entry.activity, 1)),
            }
        }
        let mut sheet = Self::default();
        for (activity, times) in counted {
            sheet.count(activity, times);
        }
        sheet
    }

    /// Takes an activity in so many times, or out where that is less than none.
    pub(super) fn count(&mut self, activity: &Activity, times: i32) {
        let action = activity.action().id;
        let place = self.place(action).unwrap_or_else(|place| {
            self.by_action.insert(place, (action, Totals::default()));
            place
        });
        let totals = &mut self.by_action[place].1;
        totals.count(activity, times);
        if totals.entries == 0 {
            self.by_action.remove(place);
        }
    }

    /// The totals of everything.
    pub(super) fn totals(&self) -> Totals {
        let mut sum = Totals::default();
        for (_, totals) in &self.by_action {
            sum.add(totals);
        }
        sum
    }

    /// How much was saved: what [`Measure::saved`] says of [`Self::totals`].
    pub(super) fn saved(&self, measure: Measure) -> Option<i64> {
        measure.sum(
            self.by_action
                .iter()
                .map(|(_, totals)| measure.saved(totals)),
        )
    }

    /// The totals of an action.
    pub(super) fn totals_of(&self, action: ActionId) -> Totals {
        let place = self.place(action);
        place.map_or_else(|_| Totals::default(), |place| self.by_action[place].1)
    }

    /// Actions with entries, and their totals.
    pub(super) fn by_action(&self) -> &[(ActionId, Totals)] {
        &self.by_action
    }

    fn place(&self, action: ActionId) -> Result<usize, usize> {
        self.by_action
            .binary_search_by_key(&action, |(action, _)| *action)
    }
}

/// A month, a year or everything: how many entries it has, the points of its
/// days, and what it comes to from when that is asked for first. Opening an
/// account of years asks for little of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Period {
    pub(super) entries: u32,
    /// The sum of the days' points, each within the caps of its day.
    pub(super) points: u64,
    sheet: OnceCell<Sheet>,
}

impl Period {
    /// What it comes to; `entries` are its entries, the first time.
    pub(super) fn sheet<'a, I>(&self, entries: impl FnOnce() -> I) -> &Sheet
    where
        I: Iterator<Item = &'a Entry>,
    {
        self.sheet.get_or_init(|| Sheet::of(&mut entries()))
    }

    /// Takes an entry in, or out where `times` is −1.
    pub(super) fn count(&mut self, activity: &Activity, times: i32) {
        self.entries = self.entries.wrapping_add_signed(times);
        if let Some(sheet) = self.sheet.get_mut() {
            sheet.count(activity, times);
        }
    }
}
