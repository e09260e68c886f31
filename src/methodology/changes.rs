//! What is otherwise in a newer edition, for whoever decides whether to take it.

use super::{Action, Edition, Factor};

/// A factor that has other numbers than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactorChange {
    /// As it was; `None` for one that is new.
    pub before: Option<&'static Factor>,
    /// As it is; `None` for one that is gone.
    pub after: Option<&'static Factor>,
}

/// What is otherwise in an edition than in another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Factors with other numbers, in the order of the newer edition; those that
    /// are gone at the end.
    pub factors: Vec<FactorChange>,
    /// Actions that can be recorded now and could not before.
    pub new_actions: Vec<&'static Action>,
    /// Actions that cannot be recorded any more.
    pub gone_actions: Vec<&'static Action>,
    /// Actions that ask for something else, in other bounds, or have another cap
    /// on their points.
    pub bounds: Vec<&'static Action>,
}

impl Edition {
    /// What is otherwise in it than in an older edition.
    #[must_use]
    pub fn changes_since(&self, older: &Self) -> Changes {
        let mut changes = Changes::default();
        for factor in self.factors {
            let before = older.factor(factor.id);
            if before.is_none_or(|before| before.values != factor.values) {
                let after = Some(*factor);
                changes.factors.push(FactorChange { before, after });
            }
        }
        let gone = older.factors.iter();
        let gone = gone.filter(|factor| self.factor(factor.id).is_none());
        changes.factors.extend(gone.map(|factor| FactorChange {
            before: Some(*factor),
            after: None,
        }));
        for action in self.actions {
            match older.action(action.id) {
                None => changes.new_actions.push(action),
                Some(before) if !has_same_bounds(before, action) => changes.bounds.push(action),
                Some(_) => {}
            }
        }
        let gone = older.actions.iter();
        changes.gone_actions = gone
            .filter(|action| self.action(action.id).is_none())
            .collect();
        changes
    }
}

fn has_same_bounds(one: &Action, other: &Action) -> bool {
    one.daily_cap == other.daily_cap
        && one.variants.len() == other.variants.len()
        && one
            .variants
            .iter()
            .zip(other.variants)
            .all(|(one, other)| one.inputs == other.inputs)
}

#[cfg(test)]
mod tests {
    use super::{Changes, FactorChange};
    use crate::methodology::edition::rehearsal;
    use crate::methodology::{ActionId, current};

    #[test]
    fn what_is_otherwise_is_found_both_ways() {
        let (older, newer) = (current(), rehearsal());
        let action = |id| ActionId::parse(id).expect("an action");
        let walk = newer.action(action("walk")).expect("an action");
        let paper = older.action(action("paper-saved")).expect("an action");
        let changes = newer.changes_since(older);
        let bus = FactorChange {
            before: older.factor("bus"),
            after: newer.factor("bus"),
        };
        assert_eq!(
            changes,
            Changes {
                factors: vec![bus],
                new_actions: vec![],
                gone_actions: vec![paper],
                bounds: vec![walk],
            }
        );
        let back = older.changes_since(newer);
        assert_eq!((back.new_actions, back.gone_actions), (vec![paper], vec![]));
        assert_eq!(older.changes_since(older), Changes::default());
    }
}
