//! The rules of levels and badges. They are choices of ours and no factors:
//! docs/design.md says what they were chosen by.

use crate::methodology::Category;

/// From how many points each level starts, of each day at most as many as the
/// day's cap. A bus ride of 8 km instead of a car a working day is some 110,000
/// points a year.
pub const LEVELS: [u64; 6] = [0, 1_000, 10_000, 40_000, 100_000, 250_000];

/// What a badge is given for. It is given once, and never taken away but with
/// the entries it was given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeRule {
    /// The first entry of a category.
    First(Category),
    /// So many days in a row, as a [`Streak`](super::Streak) counts them.
    Streak(u32),
    /// So many days in all.
    Days(u32),
    /// Entries under so many of the ten norms.
    Norms(u32),
    /// An entry on a campaign day: its place in the edition's calendar.
    Campaign(usize),
}

/// The badges, in the order they are shown in.
pub const BADGES: [BadgeRule; 20] = [
    BadgeRule::First(Category::Trip),
    BadgeRule::First(Category::Energy),
    BadgeRule::First(Category::Waste),
    BadgeRule::First(Category::Daily),
    BadgeRule::First(Category::Norm),
    BadgeRule::Streak(3),
    BadgeRule::Streak(7),
    BadgeRule::Streak(30),
    BadgeRule::Streak(100),
    BadgeRule::Days(10),
    BadgeRule::Days(50),
    BadgeRule::Days(200),
    BadgeRule::Days(365),
    BadgeRule::Norms(3),
    BadgeRule::Norms(6),
    BadgeRule::Norms(9),
    BadgeRule::Campaign(0),
    BadgeRule::Campaign(1),
    BadgeRule::Campaign(2),
    BadgeRule::Campaign(3),
];

#[cfg(test)]
mod tests {
    use super::{BADGES, BadgeRule, LEVELS};
    use crate::methodology::{Category, current};

    #[test]
    fn levels_rise() {
        assert_eq!(LEVELS[0], 0);
        assert!(LEVELS.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn badges_differ_and_each_can_be_earned() {
        for (place, badge) in BADGES.iter().enumerate() {
            assert!(!BADGES[..place].contains(badge), "{badge:?}");
            match badge {
                BadgeRule::Norms(count) => {
                    let has_action = |number| {
                        let mut actions = current().actions.iter();
                        actions.any(|action| action.norm == number)
                    };
                    let norms = current().norms.iter().map(|norm| norm.number);
                    let practicable = norms.filter(|number| has_action(*number)).count();
                    assert!(u32::try_from(practicable).is_ok_and(|most| *count <= most));
                }
                BadgeRule::Campaign(place) => assert!(*place < current().campaign_days.len()),
                BadgeRule::First(_) | BadgeRule::Streak(_) | BadgeRule::Days(_) => {}
            }
        }
    }

    #[test]
    fn every_category_and_campaign_day_has_its_badge() {
        for category in Category::ALL {
            assert!(BADGES.contains(&BadgeRule::First(category)));
        }
        for place in 0..current().campaign_days.len() {
            assert!(BADGES.contains(&BadgeRule::Campaign(place)));
        }
    }
}
