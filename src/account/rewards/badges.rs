//! Which badges an account has, since when, and how far the others are.
//!
//! One walk over the days, and one over the entries of each month in which a
//! category came first: an account of years has few of those.

use super::Streaks;
use super::rules::{BADGES, BadgeRule};
use super::streak::Streak;
use crate::account::Ledger;
use crate::account::sheet::Sheet;
use crate::methodology::{Action, ActionId, current};
use crate::quantity::{Day, Month, ordered};

/// A badge that was earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarnedBadge {
    /// What it was given for.
    pub rule: BadgeRule,
    /// The day that earned it, as the entries are now.
    pub on: Day,
}

/// A badge that can still be earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenBadge {
    /// What it will be given for.
    pub rule: BadgeRule,
    /// How many days or norms there are already.
    pub have: u32,
    /// How many it takes.
    pub needed: u32,
}

/// The badges of an account on a day, each list in the order of [`BADGES`].
#[must_use]
pub fn badges(ledger: &Ledger, today: Day) -> (Vec<EarnedBadge>, Vec<OpenBadge>) {
    let days = earned_by_days(ledger, today);
    let norms = first_by_norm(ledger, today);
    let streak = Streaks::of(ledger, today).current;
    let (mut earned, mut open) = (Vec::new(), Vec::new());
    for (place, rule) in BADGES.into_iter().enumerate() {
        let on = match rule {
            BadgeRule::First(category) => {
                first_of(ledger, today, |action| action.category == category)
            }
            BadgeRule::Norms(count) => {
                let place = usize::try_from(count)
                    .ok()
                    .and_then(|count| count.checked_sub(1));
                place.and_then(|place| norms.get(place).copied())
            }
            _ => days.earned[place],
        };
        if let Some(on) = on {
            earned.push(EarnedBadge { rule, on });
            continue;
        }
        let (have, needed) = match rule {
            BadgeRule::First(_) | BadgeRule::Campaign(_) => (0, 1),
            BadgeRule::Streak(needed) => (streak.map_or(0, |it| it.days), needed),
            BadgeRule::Days(needed) => (days.count, needed),
            BadgeRule::Norms(needed) => (count_of(&norms), needed),
        };
        open.push(OpenBadge { rule, have, needed });
    }
    (earned, open)
}

fn count_of(norms: &[Day]) -> u32 {
    u32::try_from(norms.len()).unwrap_or(u32::MAX)
}

/// What the days alone tell.
struct ByDays {
    /// In the order of [`BADGES`].
    earned: [Option<Day>; BADGES.len()],
    /// How many days count.
    count: u32,
}

fn earned_by_days(ledger: &Ledger, today: Day) -> ByDays {
    let campaigns = BADGES.map(|rule| match rule {
        BadgeRule::Campaign(place) => CampaignDays::at(place),
        _ => None,
    });
    let mut found = ByDays {
        earned: [None; BADGES.len()],
        count: 0,
    };
    let mut streak = None;
    for (day, sheet) in ledger.day_sheets() {
        if day > today || !sheet.is_practised() {
            continue;
        }
        found.count += 1;
        let now = Streak::then(streak, day);
        streak = Some(now);
        let rules = BADGES.iter().zip(&campaigns);
        for ((rule, campaign), earned) in rules.zip(&mut found.earned) {
            let is_earned = earned.is_none()
                && match *rule {
                    BadgeRule::Streak(days) => now.days >= days,
                    BadgeRule::Days(days) => found.count >= days,
                    BadgeRule::Campaign(_) => campaign.as_ref().is_some_and(|days| days.has(day)),
                    BadgeRule::First(_) | BadgeRule::Norms(_) => false,
                };
            if is_earned {
                *earned = Some(day);
            }
        }
    }
    found
}

/// The days of a campaign.
struct CampaignDays {
    first: Day,
    last: Day,
    yearly: bool,
}

impl CampaignDays {
    /// `None` where the calendar has no such place.
    fn at(place: usize) -> Option<Self> {
        let campaign = current().campaign_days.get(place)?;
        Some(Self {
            first: campaign.from.parse().ok()?,
            last: campaign.to.parse().ok()?,
            yearly: campaign.yearly,
        })
    }

    /// Whether a day is one of them; of a yearly campaign in any year.
    fn has(&self, day: Day) -> bool {
        if !self.yearly {
            return (self.first..=self.last).contains(&day);
        }
        let in_year = |day: Day| (day.month(), day.day());
        (in_year(self.first)..=in_year(self.last)).contains(&in_year(day))
    }
}

/// An action, unless it is an ordinary car trip, which is no practice of
/// anything.
fn practised(action: ActionId) -> Option<&'static Action> {
    let action = current().action(action);
    action.filter(|action| !action.is_trip() || action.is_green_trip)
}

/// The first day of an action that is looked for.
fn first_of(ledger: &Ledger, today: Day, is_wanted: impl Fn(&Action) -> bool) -> Option<Day> {
    let is_wanted = |action: ActionId| practised(action).is_some_and(&is_wanted);
    let has_it = |month: &Month| {
        let mut actions = ledger.month(*month).into_iter().flat_map(Sheet::by_action);
        actions.any(|(action, _)| is_wanted(*action))
    };
    let month = ledger.months().find(has_it)?;
    let is_there = |day: &Day| {
        let mut entries = ledger.on(*day);
        entries.any(|entry| is_wanted(entry.activity.action().id))
    };
    month.days().find(is_there).filter(|day| *day <= today)
}

/// The first day of each norm that the account shows, the earliest first.
fn first_by_norm(ledger: &Ledger, today: Day) -> Vec<Day> {
    let norms = current().norms.iter();
    let firsts =
        norms.filter_map(|norm| first_of(ledger, today, |action| action.norm == norm.number));
    ordered(firsts, |day| *day)
}

#[cfg(test)]
mod tests {
    use super::{BadgeRule, badges};
    use crate::account::rewards::tests::ledger;
    use crate::methodology::Category;
    use crate::quantity::Day;

    const TODAY: &str = "2026-11-22";

    fn today() -> Day {
        TODAY.parse().expect("a day")
    }

    /// Since when a badge is earned, or how far it is.
    #[track_caller]
    fn case(recorded: &[&str], rule: BadgeRule, expected: Result<&str, (u32, u32)>) {
        let (earned, open) = badges(&ledger(recorded), today());
        assert_eq!(earned.len() + open.len(), super::BADGES.len());
        let on = earned.iter().find(|badge| badge.rule == rule);
        let way = open.iter().find(|badge| badge.rule == rule);
        let found = on.map(|badge| badge.on.to_string()).ok_or_else(|| {
            let badge = way.expect("earned or open");
            (badge.have, badge.needed)
        });
        assert_eq!(found.as_deref().map_err(|way| *way), expected);
    }

    #[test]
    fn a_first_time_is_told_by_its_day() {
        let recorded = [
            "car 2026-10-01 distance_km=5",
            "bus 2026-11-03 distance_km=5 car",
            "bus 2026-11-02 distance_km=5 car",
            "learn 2026-11-30 count=1",
        ];
        case(
            &recorded,
            BadgeRule::First(Category::Trip),
            Ok("2026-11-02"),
        );
        case(&recorded, BadgeRule::First(Category::Energy), Err((0, 1)));
        // A day that has not come.
        case(&recorded, BadgeRule::First(Category::Norm), Err((0, 1)));
    }

    #[test]
    fn days_and_streaks_are_counted() {
        let walks = ["20", "16", "18", "10"].map(|day| format!("walk 2026-11-{day} distance_km=1"));
        let walks: Vec<&str> = walks.iter().map(String::as_str).collect();
        case(&walks, BadgeRule::Streak(3), Ok("2026-11-20"));
        case(&walks, BadgeRule::Streak(7), Err((3, 7)));
        case(&walks, BadgeRule::Days(10), Err((4, 10)));
    }

    #[test]
    fn norms_are_counted_once_each() {
        let recorded = [
            "learn 2026-11-01 count=1",
            "learn 2026-11-02 count=1",
            "clean-plate 2026-11-02 count=1",
            "car 2026-11-03 distance_km=5",
        ];
        case(&recorded, BadgeRule::Norms(3), Err((2, 3)));
        let bus = "bus 2026-11-04 distance_km=5 car";
        let recorded = [&recorded[..], &[bus]].concat();
        case(&recorded, BadgeRule::Norms(3), Ok("2026-11-04"));
    }

    #[test]
    fn campaign_days_come_every_year_or_once() {
        let on = |day: &str| ["walk ", day, " distance_km=1"].concat();
        case(
            &[&on("2025-06-05")],
            BadgeRule::Campaign(0),
            Ok("2025-06-05"),
        );
        case(&[&on("2025-06-06")], BadgeRule::Campaign(0), Err((0, 1)));
        case(
            &[&on("2026-06-21")],
            BadgeRule::Campaign(1),
            Ok("2026-06-21"),
        );
        case(&[&on("2025-06-16")], BadgeRule::Campaign(1), Err((0, 1)));
        let car = "car 2026-09-16 distance_km=5";
        case(&[car], BadgeRule::Campaign(3), Err((0, 1)));
    }
}
