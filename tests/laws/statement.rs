//! What holds for every statement and every chart: the parts are the whole, and
//! a picture says no more than its numbers.

use carbon_inclusion::account::{Chart, Frame, Ledger, Span, Statement, Totals};
use carbon_inclusion::quantity::{Carbon, Day};
use proptest::prelude::*;

use super::said::{days, days_between, said};

fn ledgers(days: impl Strategy<Value = Day>) -> impl Strategy<Value = Ledger> {
    let entries = prop::collection::vec(said(days), 0..30);
    entries.prop_map(|entries| {
        let numbered = entries.iter().zip(1..);
        numbered
            .map(|(said, number)| said.entry(number, 0))
            .collect()
    })
}

fn spans() -> impl Strategy<Value = Span> {
    days().prop_flat_map(|day| {
        prop::sample::select(vec![
            Span::Day(day),
            Span::Month(day.month_of()),
            Span::Year(day.year()),
            Span::All,
        ])
    })
}

fn check(ledger: &Ledger, span: Span) -> Result<(), TestCaseError> {
    let statement = Statement::of(ledger, span);
    let whole = statement.totals;
    let categories: Totals = statement.by_category.iter().map(|part| part.totals).sum();
    let actions: Totals = statement.by_action.iter().map(|part| part.totals).sum();
    prop_assert_eq!(categories, whole);
    prop_assert_eq!(actions, whole);
    let steps: i64 = statement
        .steps
        .iter()
        .map(|step| step.reduction.milligrams())
        .sum();
    prop_assert_eq!(steps, whole.reduction.milligrams());
    prop_assert!(
        statement
            .by_category
            .iter()
            .all(|part| part.totals.entries > 0)
    );
    let reductions = statement.by_action.iter().map(|part| part.totals.reduction);
    prop_assert!(reductions.is_sorted_by(|one, next| one >= next));
    prop_assert_eq!(statement.is_empty(), whole.entries == 0);
    prop_assert_eq!(statement.green_trips.is_some(), whole.trips > 0);
    for share in [statement.green_trips, statement.green_distance]
        .into_iter()
        .flatten()
    {
        prop_assert!(share.thousandths() <= 1000);
    }
    let lengths = || {
        statement
            .by_action
            .iter()
            .map(|part| part.length.thousandths())
    };
    let is_level = statement
        .by_action
        .iter()
        .all(|part| part.totals.reduction == Carbon::ZERO);
    prop_assert_eq!(lengths().max() == Some(1000), !is_level);
    Ok(())
}

/// Amounts of any size, zeros and neighbours of zero among them.
fn amounts() -> impl Strategy<Value = Vec<i64>> {
    let amount = prop_oneof![
        2 => -5_000_000_i64..20_000_000,
        1 => any::<i64>(),
        1 => -3_i64..3,
    ];
    prop::collection::vec(amount, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_parts_of_a_statement_are_its_whole(ledger in ledgers(days()), span in spans()) {
        check(&ledger, span)?;
    }

    #[test]
    fn a_long_account_has_no_gaps(ledger in ledgers(days_between("2000-01-01", "2012-12-31"))) {
        check(&ledger, Span::All)?;
    }

    #[test]
    fn bars_are_in_proportion(amounts in amounts()) {
        let frame = Frame { left: 1_400, right: 10_000, top: 12, bottom: 212 };
        let carbon: Vec<Carbon> = amounts.iter().copied().map(Carbon::from_milligrams).collect();
        let chart = Chart::of(&carbon, frame);
        prop_assert_eq!(chart.is_some(), amounts.iter().any(|amount| *amount != 0));
        let Some(chart) = chart else { return Ok(()) };
        prop_assert_eq!(chart.bars.len(), amounts.len());
        let mut free_from = frame.left;
        for bar in &chart.bars {
            prop_assert!(bar.x >= free_from && bar.width >= 1);
            prop_assert!((bar.x..=bar.x + bar.width).contains(&bar.middle));
            prop_assert!(bar.y >= frame.top && bar.y + bar.height <= frame.bottom, "{bar:?}");
            free_from = bar.x + bar.width;
        }
        prop_assert!(free_from <= frame.right);
        for (bar, amount) in chart.bars.iter().zip(&amounts) {
            prop_assert_eq!(bar.height == 0, *amount == 0);
            let end = if *amount > 0 { bar.y + bar.height } else { bar.y };
            prop_assert_eq!(end, chart.zero);
        }
        // Two bars are as their amounts are, but for a point of drawing each.
        for (one, first) in chart.bars.iter().zip(&amounts) {
            for (other, second) in chart.bars.iter().zip(&amounts) {
                let (first, second) = (i128::from(*first).abs(), i128::from(*second).abs());
                let cross = i128::from(one.height) * second - i128::from(other.height) * first;
                prop_assert!(cross.abs() <= first + second, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_axis_is_even(amounts in amounts()) {
        let frame = Frame { left: 0, right: 1_000, top: 0, bottom: 200 };
        let carbon: Vec<Carbon> = amounts.iter().copied().map(Carbon::from_milligrams).collect();
        let Some(chart) = Chart::of(&carbon, frame) else { return Ok(()) };
        let places: Vec<i32> = chart.ticks.iter().map(|tick| tick.y).collect();
        prop_assert!((2..=6).contains(&places.len()), "{places:?}");
        prop_assert_eq!((places.first(), places.last()), (Some(&frame.bottom), Some(&frame.top)));
        prop_assert!(places.contains(&chart.zero));
        let gaps: Vec<i32> = places.windows(2).map(|pair| pair[0] - pair[1]).collect();
        let (least, most) = (gaps.iter().min(), gaps.iter().max());
        prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1), "{gaps:?}");
    }
}
