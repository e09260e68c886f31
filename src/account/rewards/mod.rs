//! What encourages: the points and why there are so many, a level, badges,
//! streaks and goals. All of it follows from the ledger and today's date; nothing
//! is kept but the goals, nothing is taken away, and nobody is compared.

mod badges;
mod goals;
mod level;
mod points;
mod rules;
mod streak;

pub use badges::{EarnedBadge, OpenBadge, badges};
pub use goals::{Goal, GoalError, GoalKind, Goals, Progress};
pub use level::{Level, level};
pub use points::{ActionLine, MonthPoints, PointsStatement, points_by_month, points_withheld};
pub use rules::{BADGES, BadgeRule, LEVELS};
pub use streak::{Streak, Streaks};

#[cfg(test)]
pub(crate) mod tests {
    use crate::account::{Entry, Ledger};
    use crate::methodology::Draft;

    /// A ledger of lines such as `bus 2026-11-22 distance_km=8 car proof`.
    pub fn ledger(lines: &[&str]) -> Ledger {
        let entries = lines.iter().zip(1..);
        let entries = entries.map(|(line, number)| Entry::of_draft(number, &draft(line)));
        entries.collect()
    }

    fn draft(line: &str) -> Draft<'_> {
        let mut words = line.split(' ');
        let mut draft = Draft {
            action: words.next().unwrap_or_default(),
            on: words.next().unwrap_or_default(),
            ..Draft::default()
        };
        for word in words {
            match word.split_once('=') {
                Some((kind, amount)) => draft.inputs.push((kind, amount.into())),
                None if word == "proof" => draft.evidence = Some(word),
                None => draft.replaced = Some(word),
            }
        }
        draft
    }
}
