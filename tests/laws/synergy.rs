//! What holds for every account: the actions judged are those of the ledger, and
//! a verdict says no more than its numbers.

use carbon_inclusion::account::{
    Board, EQUIVALENTS, Ledger, Quadrant, Span, Synergy, Totals, Verdict, equivalent_at, place,
};
use carbon_inclusion::methodology::Pollutant;
use carbon_inclusion::quantity::{Carbon, Quantity};
use proptest::prelude::*;

use super::said::{days, said};

fn ledgers() -> impl Strategy<Value = Ledger> {
    prop::collection::vec(said(days()), 1..30).prop_map(|entries| {
        let numbered = entries.iter().zip(1..);
        numbered
            .map(|(said, number)| said.entry(number, 0))
            .collect()
    })
}

proptest! {
    #[test]
    fn the_deeds_make_the_whole(ledger in ledgers()) {
        let synergy = Synergy::of(&ledger, Span::All);
        prop_assert!(!synergy.deeds.is_empty());
        let counts: usize = Verdict::ALL.iter().map(|verdict| synergy.count(*verdict)).sum();
        prop_assert_eq!(counts, synergy.deeds.len());
        prop_assert!(synergy.deeds.is_sorted_by_key(|deed| deed.verdict));
        if !synergy.is_typical {
            // What is not worked out in kg adds nothing.
            let whole: Totals = ledger.totals(Span::All);
            prop_assert_eq!(synergy.totals().reduction, whole.reduction);
            for pollutant in Pollutant::ALL {
                prop_assert_eq!(
                    synergy.totals().pollutant(pollutant).value,
                    whole.pollutant(pollutant).value
                );
            }
        }
        for deed in &synergy.deeds {
            let signs = Pollutant::ALL.into_iter().filter_map(|pollutant| {
                let (_, mass, is_full) = place(&deed.totals, pollutant)?;
                is_full.then_some(mass.signum())
            });
            let signs: Vec<i64> = signs.collect();
            let carbon = deed.totals.reduction.milligrams().signum();
            let both = carbon > 0 && signs.contains(&1) && !signs.contains(&-1);
            prop_assert_eq!(deed.verdict == Verdict::Both, both);
            let is_mixed = signs.iter().chain([&carbon]).any(|sign| *sign > 0)
                && signs.iter().chain([&carbon]).any(|sign| *sign < 0);
            prop_assert_eq!(deed.verdict == Verdict::Trade, is_mixed);
        }
    }

    #[test]
    fn points_stand_in_the_order_of_their_amounts(
        points in prop::collection::vec((-9_000_000_i64..9_000_000, any::<i64>()), 1..40),
        board in prop::sample::select(vec![Board::USUAL, Board::LARGE]),
    ) {
        let chart = Quadrant::of(&points, board).expect("a chart");
        for (one, dot) in points.iter().zip(&chart.dots) {
            for (other, of) in points.iter().zip(&chart.dots) {
                if one.0 <= other.0 {
                    prop_assert!(dot.x <= of.x);
                }
                if one.1 <= other.1 {
                    prop_assert!(dot.y >= of.y);
                }
            }
            prop_assert!((Board::LEFT..=board.width).contains(&dot.x));
            prop_assert!((0..=board.lower()).contains(&dot.y));
        }
    }

    #[test]
    fn equivalents_lie_within_their_ranges(milligrams in 1_i64..1_000_000_000_000) {
        for index in 0..EQUIVALENTS.len() {
            let found = equivalent_at(Carbon::from_milligrams(milligrams), index);
            let found = found.expect("every comparison has a factor of the edition");
            let [low, amount, high] =
                [found.low, found.amount, found.high].map(Quantity::thousandths);
            prop_assert!(low <= amount && amount <= high);
        }
    }
}
