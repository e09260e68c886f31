//! Points: an encouragement without money value, bounded by the caps of a day.
//!
//! One point is one gram reduced (precedent: Wuhan), weighed by the evidence.
//! The caps bound what is self-reported, as the guard-rails of the edition say;
//! a cap counts the entries that save most per unit first, so that recording
//! another trip never lowers a day's points, and their order never matters.

use super::{ActionId, Activity, Assessment, Edition, Evidence};
use crate::quantity::rounding::{Fraction, product};
use crate::quantity::{Carbon, Decimal, Quantity, sort};
use std::cmp::Ordering;

/// What an entry brings into the points of its day.
#[derive(Clone, Copy, Debug)]
pub struct Contribution {
    edition: &'static Edition,
    action: ActionId,
    evidence: Evidence,
    reduction: Carbon,
    /// Amount and cap of it, in thousandths, where a cap bounds the action.
    bounded: Option<(i64, i64)>,
    /// Its points where no cap bounds it.
    whole: u64,
}

impl Contribution {
    /// What an activity with this reduction contributes.
    #[must_use]
    pub fn new(activity: &Activity, reduction: Carbon) -> Self {
        let bounded = activity
            .action()
            .daily_cap
            .and_then(|(kind, cap)| Some((activity.input(kind).map(Quantity::thousandths)?, cap)));
        let mut contribution = Self {
            edition: activity.edition(),
            action: activity.action().id,
            evidence: activity.evidence(),
            reduction,
            bounded,
            whole: 0,
        };
        contribution.whole = contribution.points(1, 1);
        contribution
    }

    /// What an assessed activity contributes.
    #[must_use]
    pub fn of(activity: &Activity, assessment: &Assessment) -> Self {
        Self::new(activity, assessment.reduction)
    }

    /// Points for the first `counted` of `amount`: ⌊g × weight × share⌋, at
    /// least 0.
    fn points(&self, counted: i64, amount: i64) -> u64 {
        let weight: Decimal = self.edition.weight(self.evidence);
        let grams = Fraction::ONE.times(self.reduction.milligrams().max(0), 1_000);
        let points = grams
            .times(weight.mantissa(), weight.denominator())
            .times(counted, amount.max(1));
        u64::try_from(points.rounded_down()).unwrap_or(0)
    }

    /// The same without a calculation where all of it counts or nothing.
    fn share(&self, counted: i64, amount: i64) -> u64 {
        if counted == 0 {
            0
        } else if counted == amount {
            self.whole
        } else {
            self.points(counted, amount)
        }
    }

    /// More saved per unit first; among equals the larger first, so that the
    /// order does not depend on the order of recording.
    fn by_worth(&self, other: &Self) -> Ordering {
        let (own, others) = (
            self.bounded.unwrap_or((1, 1)).0,
            other.bounded.unwrap_or((1, 1)).0,
        );
        let worth = product(self.reduction.milligrams().into(), others);
        let others_worth = product(other.reduction.milligrams().into(), own);
        others_worth.cmp(&worth).then(others.cmp(&own))
    }
}

/// The points of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayPoints {
    /// What counts.
    pub points: u32,
    /// What it would be without the caps.
    pub uncapped: u32,
}

/// The points of a day's entries, in any order.
#[must_use]
pub fn day_points(contributions: &[Contribution]) -> DayPoints {
    let (mut proven, mut whole, mut counted_points) = (0, 0, 0);
    for contribution in contributions {
        whole += contribution.whole;
        if contribution.evidence == Evidence::Proof {
            proven += contribution.whole;
        }
    }
    let cap = within_caps(contributions, &mut |_, points| counted_points += points);
    let narrow = |points: u64| u32::try_from(points).unwrap_or(u32::MAX);
    DayPoints {
        points: narrow(proven + counted_points.min(cap)),
        uncapped: narrow(whole),
    }
}

/// Tells the points of each self-reported entry within the cap of its action.
/// The cap of the day that bounds their sum.
fn within_caps(contributions: &[Contribution], tell: &mut dyn FnMut(ActionId, u64)) -> u64 {
    let mut day_cap = 0;
    let mut bounded: Vec<(&Contribution, (i64, i64))> = Vec::new();
    for contribution in contributions {
        if contribution.evidence == Evidence::Proof {
            continue;
        }
        day_cap = day_cap.max(u64::from(contribution.edition.day_points_cap));
        match contribution.bounded {
            None => tell(contribution.action, contribution.whole),
            Some(bound) => bounded.push((contribution, bound)),
        }
    }
    sort(&mut bounded, |(one, _), (other, _)| {
        let by_action = one.action.cmp(&other.action);
        by_action.then_with(|| one.by_worth(other)).is_le()
    });
    let mut open = (None, 0);
    for (contribution, (amount, cap)) in bounded {
        if open.0 != Some(contribution.action) {
            open = (Some(contribution.action), cap);
        }
        let counted = amount.min(open.1);
        open.1 -= counted;
        tell(contribution.action, contribution.share(counted, amount));
    }
    day_cap
}

/// What the entries of an action bring into the points of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionPoints {
    /// The action.
    pub action: ActionId,
    /// Of entries with proof, which no cap bounds.
    pub proven: u64,
    /// Of self-reported entries, within the cap of the action.
    pub reported: u64,
    /// What the cap of the action withholds.
    pub withheld: u64,
}

/// The points of a day by action. What counts is all that is proven and
/// reported, less what the cap of the day withholds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointsByAction {
    /// Actions with points or withheld points, in the order of their ids.
    pub actions: Vec<ActionPoints>,
    /// What the cap of the day withholds of all self-reported entries.
    pub withheld: u64,
}

/// Why a day has the points it has: [`day_points`] by action.
#[must_use]
pub fn day_points_by_action(contributions: &[Contribution]) -> PointsByAction {
    let mut day = PointsByAction::default();
    for contribution in contributions {
        let points = contribution.whole;
        let line = day.line(contribution.action);
        match contribution.evidence {
            Evidence::Proof => line.proven += points,
            // All of it, until it is known what counts.
            Evidence::SelfReported => line.withheld += points,
        }
    }
    let mut reported = 0;
    let cap = within_caps(contributions, &mut |action, points| {
        let line = day.line(action);
        line.reported += points;
        line.withheld -= points;
        reported += points;
    });
    day.withheld = reported.saturating_sub(cap);
    let is_empty = |line: &ActionPoints| line.proven + line.reported + line.withheld == 0;
    day.actions.retain(|line| !is_empty(line));
    day
}

impl PointsByAction {
    /// The line of an action; one is put in its place where there is none.
    fn line(&mut self, action: ActionId) -> &mut ActionPoints {
        let found = self
            .actions
            .binary_search_by_key(&action, |line| line.action);
        let place = found.unwrap_or_else(|place| {
            let line = ActionPoints {
                action,
                proven: 0,
                reported: 0,
                withheld: 0,
            };
            self.actions.insert(place, line);
            place
        });
        &mut self.actions[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::{Draft, assess};

    fn contribution(
        action: &str,
        km: &str,
        replaced: Option<&str>,
        evidence: &str,
    ) -> Contribution {
        let draft = Draft {
            action,
            on: "2026-11-22",
            inputs: vec![("distance_km", km.into())],
            replaced,
            evidence: Some(evidence),
            ..Draft::default()
        };
        let activity = Activity::check(&draft).expect("a trip");
        Contribution::of(&activity, &assess(&activity))
    }

    #[track_caller]
    fn case(day: &[Contribution], points: u32, uncapped: u32) {
        assert_eq!(day_points(day), DayPoints { points, uncapped });
        let reversed: Vec<Contribution> = day.iter().rev().copied().collect();
        assert_eq!(
            day_points(&reversed),
            DayPoints { points, uncapped },
            "in the other order"
        );
    }

    #[test]
    fn evidence_weighs_points() {
        // 8 km × (167.4 − 53) g.
        case(&[contribution("bus", "8", Some("car"), "self")], 457, 457);
        case(&[contribution("bus", "8", Some("car"), "proof")], 915, 915);
    }

    #[test]
    fn a_bad_swap_takes_no_points_away() {
        let bad = contribution("bus", "8", Some("none"), "self");
        case(&[bad], 0, 0);
        case(
            &[bad, contribution("bus", "8", Some("car"), "self")],
            457,
            457,
        );
    }

    #[test]
    fn the_cap_of_an_action_counts_the_best_first() {
        // 10 km a day count for walking: 79.0 g × 10 × 0.5.
        case(&[contribution("walk", "20", None, "self")], 395, 790);
        // 6 km instead of a car (167.4 g) count whole, of the others 4 km.
        let car = contribution("walk", "6", Some("car"), "self");
        let unsaid = contribution("walk", "8", None, "self");
        case(&[car, unsaid], 502 + 158, 502 + 316);
        // With proof nothing is bounded.
        case(&[contribution("walk", "20", None, "proof")], 1580, 1580);
    }

    #[test]
    fn the_cap_of_a_day_bounds_what_is_self_reported() {
        let far = contribution("train", "500", Some("car"), "self");
        case(&[far], 5_000, 35_100);
        case(&[far, far], 5_000, 70_200);
        let proven = contribution("bus", "8", Some("car"), "proof");
        case(&[far, proven], 5_915, 36_015);
    }

    /// Proven, reported and withheld of each action, then what the day withholds.
    #[track_caller]
    fn by_action(day: &[Contribution], expected: &[(&str, [u64; 3])], withheld: u64) {
        let found = day_points_by_action(day);
        let lines: Vec<(&str, [u64; 3])> = found
            .actions
            .iter()
            .map(|line| {
                let points = [line.proven, line.reported, line.withheld];
                (line.action.as_str(), points)
            })
            .collect();
        assert_eq!(lines, expected);
        assert_eq!(found.withheld, withheld);
        let counted: u64 = found
            .actions
            .iter()
            .map(|line| line.proven + line.reported)
            .sum();
        assert_eq!(counted - withheld, u64::from(day_points(day).points));
    }

    #[test]
    fn a_day_is_explained_by_action() {
        by_action(&[], &[], 0);
        let walk = contribution("walk", "20", None, "self");
        let bus = contribution("bus", "8", Some("car"), "self");
        let proven = contribution("bus", "8", Some("car"), "proof");
        let lines = [("walk", [0, 395, 395]), ("bus", [915, 457, 0])];
        by_action(&[proven, walk, bus], &lines, 0);
        // What has no points is no line.
        by_action(&[contribution("bus", "8", Some("none"), "self")], &[], 0);
        let far = contribution("train", "500", Some("car"), "self");
        by_action(
            &[far, bus],
            &[("bus", [0, 457, 0]), ("train", [0, 35_100, 0])],
            30_557,
        );
    }
}
