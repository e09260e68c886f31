//! What a tally may tell: sums of at least three people. Of fewer nothing is
//! told, and nothing that would follow by subtraction either.

use super::card::Card;
use super::progress::share_of;
use super::tally::Tally;
use crate::account::{Share, Totals};
use crate::quantity::Carbon;

/// Sums of fewer people are not told.
pub const PEOPLE_MIN: usize = 3;

/// What may be told of some people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<T> {
    /// There is nobody.
    Nobody,
    /// They are too few, or would tell of others who are.
    Withheld,
    /// This.
    Told(T),
}

/// What some people come to together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many they are.
    pub people: usize,
    /// Active days of all of them.
    pub active_days: u64,
    /// What they saved, as far as cards say it.
    pub totals: Totals,
}

/// All that a tally may tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// How many cards count. That somebody took part tells nothing of them.
    pub people: usize,
    /// All together.
    pub all: Told<Sum>,
    /// The groups in the order of the pack, then those who chose none.
    pub groups: Vec<Told<Sum>>,
    /// How many people are below the first level of thanks, then how many are
    /// at each.
    pub thanks: Vec<Told<usize>>,
}

impl Sum {
    /// How much of an amount they saved; nothing where it was emitted.
    #[must_use]
    pub fn share_of(&self, amount: Carbon) -> Share {
        share_of(self.totals.reduction, amount)
    }
}

/// Whether the figures of a tally may take the place of those of an earlier one
/// before the same eyes: enough people have another card, or it begins anew.
/// Otherwise the difference would tell of the few.
#[must_use]
pub fn may_follow(now: &Tally, shown: &Tally) -> bool {
    now.campaign() != shown.campaign()
        || now.cards().len() < shown.cards().len()
        || now.changed_since(shown) >= PEOPLE_MIN
}

impl Figures {
    /// The figures of a tally, with so many groups, and levels of thanks from
    /// these amounts on, in ascending order.
    #[must_use]
    pub fn of(tally: &Tally, groups: usize, thanks: &[Carbon]) -> Self {
        let all = parts(tally, 1, |_| 0);
        let by_group = parts(tally, groups + 1, |card| {
            let group = card.group().filter(|group| *group < groups);
            group.unwrap_or(groups)
        });
        let by_level = parts(tally, thanks.len() + 1, |card| {
            thanks.partition_point(|from| *from <= card.totals().reduction)
        });
        let counts = told(&by_level).into_iter().map(|level| match level {
            Told::Nobody => Told::Nobody,
            Told::Withheld => Told::Withheld,
            Told::Told(Sum { people, .. }) => Told::Told(people),
        });
        Self {
            people: tally.cards().len(),
            all: told(&all).pop().unwrap_or(Told::Nobody),
            groups: told(&by_group),
            thanks: counts.collect(),
        }
    }
}

/// The people of a tally in so many parts.
fn parts(tally: &Tally, count: usize, part: impl Fn(&Card) -> usize) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); count];
    for card in tally.cards() {
        let sum = &mut sums[part(card)];
        sum.people += 1;
        sum.active_days += u64::from(card.active_days());
        sum.totals.add(card.totals());
    }
    sums
}

/// What may be told of the parts of a whole that is told itself: none that is
/// too small, and while those that are not told are too few together, which is
/// what a subtraction would give, the smallest of the others is not told either.
fn told(parts: &[Sum]) -> Vec<Told<Sum>> {
    let mut is_told: Vec<bool> = parts.iter().map(|part| part.people >= PEOPLE_MIN).collect();
    loop {
        let untold = parts.iter().zip(&is_told).filter(|(_, is_told)| !**is_told);
        let untold: usize = untold.map(|(part, _)| part.people).sum();
        if untold == 0 || untold >= PEOPLE_MIN {
            break;
        }
        let others = (0..parts.len()).filter(|place| is_told[*place]);
        match others.min_by_key(|place| parts[*place].people) {
            Some(smallest) => is_told[smallest] = false,
            None => break,
        }
    }
    let told = parts.iter().zip(is_told).map(|(part, is_told)| match part {
        Sum { people: 0, .. } => Told::Nobody,
        part if is_told => Told::Told(*part),
        _ => Told::Withheld,
    });
    told.collect()
}
