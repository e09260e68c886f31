//! The sums that the ledger keeps, worked out from all entries once more.

use carbon_inclusion::methodology::{ActionId, Activity, Category, assess_without_terms, current};
use carbon_inclusion::quantity::Day;

/// Days and months from 2000 to 2029.
const DAYS: usize = 10_958;
const MONTHS: usize = 360;

/// The CO2e of each day, month, category and action, in mg.
#[derive(Debug)]
pub struct Sums {
    days: Vec<i64>,
    months: Vec<i64>,
    categories: Vec<i64>,
    actions: Vec<i64>,
}

impl Sums {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            days: vec![0; DAYS],
            months: vec![0; MONTHS],
            categories: vec![0; Category::ALL.len()],
            actions: vec![0; ActionId::COUNT],
        }
    }

    /// Adds what was done.
    pub fn add(&mut self, activity: &Activity) {
        let (day, action) = (activity.on(), activity.action());
        let reduction = assess_without_terms(activity).reduction.milligrams();
        self.days[day.number().unsigned_abs() as usize] += reduction;
        self.months[month_place(day)] += reduction;
        self.categories[action.category as usize] += reduction;
        self.actions[action_place(action.id)] += reduction;
    }

    /// Days, months, categories and actions, one after the other.
    pub fn into_all(self) -> Vec<i64> {
        [self.days, self.months, self.categories, self.actions].concat()
    }
}

/// Months since 2000.
pub fn month_place(day: Day) -> usize {
    (usize::from(day.year()) - 2000) * 12 + usize::from(day.month()) - 1
}

/// The place of an action in the edition, which are in the order of their ids.
pub fn action_place(id: ActionId) -> usize {
    let actions = current().actions;
    actions.partition_point(|action| action.id < id)
}
