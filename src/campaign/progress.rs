//! What one person saved within a campaign, worked out from the account alone.

use super::pack::{Pack, Thanks};
use crate::account::{Ledger, Share, Span, Totals};
use crate::quantity::{Carbon, Day, Month};

/// What the entries of the campaign's days and actions come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Their totals.
    pub totals: Totals,
    /// On how many days there are any.
    pub active_days: u32,
}

impl Progress {
    /// Of an account. Whole months are taken from their running totals, so that
    /// a campaign of a year costs no more than one of some weeks.
    #[must_use]
    pub fn of(ledger: &Ledger, pack: &Pack) -> Self {
        let mut totals = Totals::default();
        let mut month = Some(pack.first.month_of());
        while let Some(this) = month.filter(|this| this.first_day() <= pack.last) {
            totals.add(&of_month(ledger, pack, this));
            month = this.next();
        }
        let is_active = |day: &Day| {
            let mut entries = ledger.on(*day);
            entries.any(|entry| pack.counts(entry.activity.action().id))
        };
        let days = ledger.days().filter(|day| is_within(pack, *day));
        let active_days = u32::try_from(days.filter(is_active).count());
        Self {
            totals,
            active_days: active_days.unwrap_or(u32::MAX),
        }
    }

    /// How much of an amount this person saved; nothing where it was emitted.
    #[must_use]
    pub fn share_of(&self, amount: Carbon) -> Share {
        share_of(self.totals.reduction, amount)
    }

    /// The level of thanks that is reached, and the next one.
    #[must_use]
    pub fn thanks<'a>(&self, pack: &'a Pack) -> (Option<&'a Thanks>, Option<&'a Thanks>) {
        thanks_for(self.totals.reduction, pack)
    }
}

/// How much of an amount was saved; nothing where it was emitted.
pub(super) fn share_of(saved: Carbon, amount: Carbon) -> Share {
    let done = saved.milligrams().max(0);
    let share = Share::of(done.into(), amount.milligrams().into());
    share.unwrap_or(Share::WHOLE)
}

/// The level of thanks for so much, and the next one.
#[must_use]
pub fn thanks_for(saved: Carbon, pack: &Pack) -> (Option<&Thanks>, Option<&Thanks>) {
    let reached = pack
        .thanks
        .iter()
        .filter(|level| level.from <= saved)
        .count();
    let last = reached
        .checked_sub(1)
        .and_then(|place| pack.thanks.get(place));
    (last, pack.thanks.get(reached))
}

fn is_within(pack: &Pack, day: Day) -> bool {
    (pack.first..=pack.last).contains(&day)
}

fn of_month(ledger: &Ledger, pack: &Pack, month: Month) -> Totals {
    let of_span = |span: Span| {
        let by_action = ledger.by_action(span).into_iter();
        let counting = by_action.filter(|(action, _)| pack.counts(*action));
        counting.map(|(_, totals)| totals).sum::<Totals>()
    };
    if is_within(pack, month.first_day()) && is_within(pack, month.last_day()) {
        return of_span(Span::Month(month));
    }
    let days = month.days().filter(|day| is_within(pack, *day));
    days.map(|day| of_span(Span::Day(day))).sum()
}

#[cfg(test)]
mod tests {
    use super::super::pack::tests::sample;
    use super::{Carbon, Pack, Progress};
    use crate::account::ledger_of;

    const ACCOUNT: [&str; 7] = [
        "bus 2026-05-31 distance_km=8 car",
        "bus 2026-06-01 distance_km=8 car",
        "walk 2026-06-10 distance_km=1 car",
        "car 2026-06-10 distance_km=10",
        "clean-plate 2026-06-11 count=1",
        "bus 2026-07-03 distance_km=8 car",
        "bus 2026-07-04 distance_km=8 car",
    ];

    #[track_caller]
    fn case(first: &str, last: &str, actions: &[&str], entries: u32, active_days: u32) -> Progress {
        let actions = actions
            .iter()
            .filter_map(|id| crate::methodology::ActionId::parse(id));
        let pack = Pack {
            first: first.parse().expect("a day"),
            last: last.parse().expect("a day"),
            actions: actions.collect(),
            ..sample()
        };
        let progress = Progress::of(&ledger_of(&ACCOUNT), &pack);
        assert_eq!(
            (progress.totals.entries, progress.active_days),
            (entries, active_days)
        );
        progress
    }

    #[test]
    fn days_and_actions_of_the_campaign_count() {
        case("2026-06-01", "2026-06-30", &[], 3, 3);
        case("2026-06-01", "2026-06-30", &["bus"], 1, 1);
        case("2026-06-02", "2026-06-10", &[], 1, 1);
        case("2026-06-10", "2026-06-10", &["car", "walk"], 2, 1);
        case("2026-05-31", "2026-07-03", &[], 5, 5);
        case("2026-05-31", "2026-07-04", &["bus"], 4, 4);
        case("2025-01-01", "2025-12-31", &[], 0, 0);
    }

    #[test]
    fn a_part_of_a_month_and_the_whole_come_to_the_same() {
        let whole = case("2026-06-01", "2026-06-30", &[], 3, 3);
        assert_eq!(whole, case("2026-06-01", "2026-07-01", &[], 3, 3));
        assert_eq!(whole, case("2026-06-01", "2026-06-29", &[], 3, 3));
    }

    #[test]
    fn thanks_are_reached_one_after_another() {
        let pack = sample();
        let name = |saved: i64| {
            let progress = Progress {
                totals: crate::account::Totals {
                    reduction: Carbon::from_milligrams(saved),
                    ..Default::default()
                },
                active_days: 1,
            };
            let (reached, next) = progress.thanks(&pack);
            [reached, next].map(|level| level.map(|level| level.from.milligrams()))
        };
        assert_eq!(name(-1), [None, Some(500_000)]);
        assert_eq!(name(499_999), [None, Some(500_000)]);
        assert_eq!(name(500_000), [Some(500_000), Some(5_000_000)]);
        assert_eq!(name(9_000_000), [Some(5_000_000), None]);
    }
}
