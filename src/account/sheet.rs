//! The running totals of a period, by action.

use super::measure::Measure;
use super::totals::Totals;
use crate::methodology::ActionId;

/// The totals of a month, a year or everything, and the points of its days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Actions with entries only, ascending; never more than there are actions.
    by_action: Vec<(ActionId, Totals)>,
    /// The sum of the days' points, each within the caps of its day.
    pub(super) points: u64,
}

impl Sheet {
    /// No entries yet, with the points of what will be taken in.
    pub(super) const fn with_points(points: u64) -> Self {
        Self {
            by_action: Vec::new(),
            points,
        }
    }

    /// Takes in what an entry of an action brings.
    pub(super) fn add(&mut self, action: ActionId, totals: &Totals) {
        match self.place(action) {
            Ok(place) => self.by_action[place].1.add(totals),
            Err(place) => self.by_action.insert(place, (action, *totals)),
        }
    }

    /// Takes in what the entries of another sheet bring; their points are added
    /// by whoever works them out.
    pub(super) fn include(&mut self, other: &Self) {
        for (action, totals) in &other.by_action {
            self.add(*action, totals);
        }
    }

    /// Takes out what an entry of an action brought.
    pub(super) fn subtract(&mut self, action: ActionId, totals: Totals) {
        if let Ok(place) = self.place(action) {
            let kept = &mut self.by_action[place].1;
            *kept = kept.minus(totals);
            if kept.entries == 0 {
                self.by_action.remove(place);
            }
        }
    }

    /// Whether no entry is left.
    pub(super) const fn is_empty(&self) -> bool {
        self.by_action.is_empty()
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
