//! What holds for every statement and every chart: the parts are the whole, and
//! a picture says no more than its numbers.

use carbon_inclusion::account::{
    Calendar, Chart, Frame, Ledger, Measure, Span, Statement, Surety, Totals, UsualWeek,
    days_with_entries,
};
use carbon_inclusion::methodology::current;
use carbon_inclusion::quantity::Day;
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

fn measures() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

fn check(ledger: &Ledger, span: Span, measure: Measure) -> Result<(), TestCaseError> {
    let statement = Statement::of(ledger, span, measure);
    let whole = statement.totals;
    let categories: Totals = statement.by_category.iter().map(|part| part.totals).sum();
    let actions: Totals = statement.by_action.iter().map(|part| part.totals).sum();
    prop_assert_eq!(categories, whole);
    prop_assert_eq!(actions, whole);
    // What nobody knows is in no sum, and in none of its parts.
    let amounts = [
        sum(statement.steps.iter().map(|step| step.amount)),
        sum(statement.by_action.iter().map(|part| part.amount)),
        sum(statement.by_category.iter().map(|part| part.amount)),
        sum(days_with_entries(ledger, span, measure)
            .into_iter()
            .map(|(_, amount)| amount)),
    ];
    prop_assert_eq!(
        amounts,
        [measure
            .saved(&whole)
            .filter(|_| whole.entries > 0)
            .unwrap_or(0); 4]
    );
    let surety = Surety::of(ledger, span, current());
    prop_assert_eq!(surety.entries(), whole.entries);
    prop_assert_eq!(surety.self_reported, whole.self_reported);
    prop_assert!(surety.open <= whole.entries);
    prop_assert!(
        statement
            .by_category
            .iter()
            .all(|part| part.totals.entries > 0)
    );
    let amounts = statement.by_action.iter().map(|part| part.amount);
    prop_assert!(amounts.is_sorted_by(|one, next| one >= next));
    prop_assert_eq!(statement.is_empty(), whole.entries == 0);
    prop_assert_eq!(statement.green.trips.is_some(), whole.trips > 0);
    for share in [statement.green.trips, statement.green.distance]
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
        .all(|part| part.amount.unwrap_or(0) == 0);
    prop_assert_eq!(lengths().max() == Some(1000), !is_level);
    Ok(())
}

fn sum(amounts: impl Iterator<Item = Option<i64>>) -> i64 {
    amounts.flatten().sum()
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
    fn the_parts_of_a_statement_are_its_whole(
        ledger in ledgers(days()),
        span in spans(),
        measure in measures(),
    ) {
        check(&ledger, span, measure)?;
    }

    /// The averages times their days are the whole again, but for half a unit of
    /// rounding each.
    #[test]
    fn a_usual_week_is_the_whole_by_days(ledger in ledgers(days()), measure in measures()) {
        let Some(last) = ledger.days().next_back() else { return Ok(()) };
        let week = UsualWeek::of(&ledger, Span::All, measure, last);
        let week = week.expect("days that count");
        let counted: u32 = week.days.iter().map(|day| day.days).sum();
        prop_assert_eq!(i64::from(counted), week.first.days_until(week.last) + 1);
        let sum: i64 = week.days.iter().map(|day| day.average.unwrap_or(0) * i64::from(day.days)).sum();
        let whole = measure.saved(&ledger.totals(Span::All)).unwrap_or(0);
        prop_assert!((sum - whole).abs() <= i64::from(counted));
    }

    #[test]
    fn a_calendar_has_every_day_once(day in days(), months in 0_usize..12) {
        let first = day.month_of();
        let last = std::iter::successors(Some(first), |month| month.next()).take(months + 1).last();
        let last = last.unwrap_or(first);
        let calendar = Calendar::of(first, last, &[]);
        let cells = calendar.cells.iter().map(|cell| cell.day.number());
        prop_assert!(cells.eq(first.first_day().number()..=last.last_day().number()));
        let places: Vec<(i32, i32)> =
            calendar.cells.iter().map(|cell| (cell.column, cell.row)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(places.iter().all(|(column, row)| *column < calendar.columns && *row < 7));
    }

    #[test]
    fn a_long_account_has_no_gaps(ledger in ledgers(days_between("2000-01-01", "2012-12-31"))) {
        check(&ledger, Span::All, Measure::Carbon)?;
    }

    #[test]
    fn bars_are_in_proportion(amounts in amounts()) {
        let frame = Frame { left: 1_400, right: 10_000, top: 12, bottom: 212 };
        let chart = Chart::of(&amounts, frame);
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
        let Some(chart) = Chart::of(&amounts, frame) else { return Ok(()) };
        let places: Vec<i32> = chart.ticks.iter().map(|tick| tick.y).collect();
        prop_assert!((2..=6).contains(&places.len()), "{places:?}");
        prop_assert_eq!((places.first(), places.last()), (Some(&frame.bottom), Some(&frame.top)));
        prop_assert!(places.contains(&chart.zero));
        let gaps: Vec<i32> = places.windows(2).map(|pair| pair[0] - pair[1]).collect();
        let (least, most) = (gaps.iter().min(), gaps.iter().max());
        prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1), "{gaps:?}");
    }
}
