//! Laws of quantities, amounts and days.

#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use carbon_inclusion::language::Language;
use carbon_inclusion::quantity::rounding::divide;
use carbon_inclusion::quantity::{Carbon, Day, Decimal, Dimension, Month, PollutantMass, Quantity};
use proptest::prelude::*;
use proptest::sample::select;

fn dimension() -> impl Strategy<Value = Dimension> {
    select(Dimension::ALL.to_vec())
}

/// Quantities of every size: uniform numbers would all have 15 digits.
fn quantity() -> impl Strategy<Value = Quantity> {
    let digits = 1_u32..=15;
    let thousandths = digits.prop_flat_map(|digits| 0..=10_i64.pow(digits));
    (dimension(), thousandths).prop_filter_map("whole counts", |(dimension, thousandths)| {
        let thousandths = if dimension == Dimension::Count {
            thousandths / 1000 * 1000
        } else {
            thousandths
        };
        Quantity::new(dimension, thousandths).ok()
    })
}

/// Any integer, the small ones as often as the large ones.
fn amount() -> impl Strategy<Value = i64> {
    (any::<i64>(), 0_u32..64).prop_map(|(number, shift)| number >> shift)
}

/// What a keyboard in Chinese mode makes of ASCII.
fn full_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(u32::from(character) + 0xfee0).unwrap_or(character),
            _ => character,
        })
        .collect()
}

/// The amount in the smallest unit that a short text stands for, by its unit's power of ten.
fn read_short(text: &str, units: &[(&str, u32)]) -> i128 {
    let (figures, unit) = text.split_once(' ').unwrap();
    let decimal: Decimal = figures.replace('\u{2212}', "-").parse().unwrap();
    let (_, power) = units.iter().find(|(name, _)| *name == unit).unwrap();
    let scale = u32::from(decimal.scale());
    assert!(scale <= *power, "{text} is finer than the smallest unit");
    i128::from(decimal.mantissa()) * 10_i128.pow(power - scale)
}

#[track_caller]
fn assert_three_digits(shown: i128, exact: i64) {
    let error = (shown - i128::from(exact)).abs();
    assert!(
        error * 200 <= i128::from(exact).abs(),
        "{shown} for {exact}"
    );
}

proptest! {
    #[test]
    fn a_quantity_is_read_back_from_its_text(quantity in quantity()) {
        let dimension = quantity.dimension();
        prop_assert_eq!(Quantity::parse(dimension, &quantity.to_string()), Ok(quantity));
        for language in Language::ALL {
            prop_assert_eq!(Quantity::parse(dimension, &quantity.exact(language)), Ok(quantity));
        }
    }

    #[test]
    fn the_keyboard_does_not_matter(
        quantity in quantity(),
        language in select(Language::ALL.to_vec()),
        zeros in 0_usize..4,
        blanks in select(vec!["", " ", "\u{3000}", "\t \u{a0}"]),
    ) {
        let dimension = quantity.dimension();
        let plain = quantity.to_string();
        let unit = dimension.unit(language);
        for text in [
            format!("{blanks}{plain}{blanks}{unit}{blanks}"),
            format!("+{}{plain}{unit}", "0".repeat(zeros)),
            plain.replace('.', "。"),
            full_width(&plain),
            full_width(&format!("{plain}{blanks}{unit}")),
            format!("{plain}{}", unit.to_uppercase()),
        ] {
            if text.chars().count() <= 40 {
                prop_assert_eq!(Quantity::parse(dimension, &text), Ok(quantity), "{}", text);
            }
        }
        // With three decimals a comma could as well group thousands.
        let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        if decimals < 3 {
            for comma in [",", "，"] {
                let text = plain.replace('.', comma);
                prop_assert_eq!(Quantity::parse(dimension, &text), Ok(quantity), "{}", text);
            }
        }
    }

    #[test]
    fn what_is_typed_is_rounded_by_the_one_rule(
        dimension in dimension(),
        whole in 0_i64..1_000_000,
        millionths in 0_i64..1_000_000,
    ) {
        prop_assume!(dimension != Dimension::Count);
        let typed = format!("{whole}.{millionths:06}");
        let exact = i128::from(whole * 1_000_000 + millionths);
        let quantity = Quantity::parse(dimension, &typed);
        prop_assert_eq!(quantity.map(|quantity| i128::from(quantity.thousandths())), Ok(divide(exact, 1000)));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), dimension in dimension()) {
        read_everything(&text, dimension);
    }

    #[test]
    fn no_text_that_looks_like_a_quantity_makes_it_panic(
        text in "[-+−－＋0-9０-９.,．，。 \u{3000}eE公里千米度吨kmhKW³㎥℃/]{0,44}",
        dimension in dimension(),
    ) {
        read_everything(&text, dimension);
    }

    #[test]
    fn no_text_that_looks_like_a_day_makes_it_panic(
        text in "[0-9０]{0,4}[-/－]?[0-9]{0,3}[-/－]?[0-9]{0,3}",
        dimension in dimension(),
    ) {
        read_everything(&text, dimension);
    }

    #[test]
    fn a_decimal_is_read_back_from_its_text(
        mantissa in amount(),
        scale in 0..=Decimal::SCALE_MAX,
    ) {
        let decimal = Decimal::new(mantissa, scale);
        let read = decimal.to_string().parse::<Decimal>();
        prop_assert_eq!(read.map(|read| (read.mantissa(), read.scale())), Ok((mantissa, scale)));
    }

    #[test]
    fn decimals_are_ordered_as_numbers(
        mantissa in -1_000_000_i64..1_000_000,
        other in -1_000_000_i64..1_000_000,
        scale in 0_u8..=6,
        zeros in 0_u32..=3,
    ) {
        let finer = Decimal::new(other * 10_i64.pow(zeros), scale + u8::try_from(zeros).unwrap());
        prop_assert_eq!(Decimal::new(mantissa, scale).cmp(&finer), mantissa.cmp(&other));
    }

    #[test]
    fn rounding_finds_the_nearest_and_leaves_zero_at_the_half(
        numerator in any::<i64>(),
        denominator in any::<i64>().prop_filter("not zero", |denominator| *denominator != 0),
    ) {
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        let quotient = divide(numerator, denominator);
        let error = numerator - quotient * denominator;
        prop_assert!(error.abs() * 2 <= denominator.abs());
        if error.abs() * 2 == denominator.abs() {
            prop_assert!((quotient * denominator).abs() > numerator.abs());
        }
        prop_assert_eq!(divide(-numerator, denominator), -quotient);
    }

    #[test]
    fn the_order_of_addition_never_matters(
        (amounts, shuffled) in prop::collection::vec(-1_i64 << 56..1_i64 << 56, 0..60)
            .prop_flat_map(|amounts| (Just(amounts.clone()), Just(amounts).prop_shuffle())),
    ) {
        let exact: i64 = amounts.iter().sum();
        for order in [&amounts, &shuffled] {
            let carbon = order
                .iter()
                .try_fold(Carbon::ZERO, |sum, amount| sum.checked_add(Carbon::from_milligrams(*amount)));
            prop_assert_eq!(carbon.map(Carbon::milligrams), Some(exact));
            let mass = order.iter().try_fold(PollutantMass::ZERO, |sum, amount| {
                sum.checked_add(PollutantMass::from_micrograms(*amount))
            });
            prop_assert_eq!(mass.map(PollutantMass::micrograms), Some(exact));
        }
    }

    #[test]
    fn what_is_added_can_be_taken_away(one in amount(), other in amount()) {
        let [one, other] = [one, other].map(Carbon::from_milligrams);
        if let Some(sum) = one.checked_add(other) {
            prop_assert_eq!(sum.checked_sub(other), Some(one));
        } else {
            prop_assert_eq!(one > Carbon::ZERO, other > Carbon::ZERO);
        }
    }

    #[test]
    fn programs_get_the_exact_amount(amount in amount()) {
        let grams: Decimal = Carbon::from_milligrams(amount).grams_decimal().parse().unwrap();
        prop_assert_eq!(grams, Decimal::new(amount, 3));
        let milligrams: Decimal =
            PollutantMass::from_micrograms(amount).milligrams_decimal().parse().unwrap();
        prop_assert_eq!(milligrams, Decimal::new(amount, 3));
    }

    #[test]
    fn pages_get_three_digits(amount in amount()) {
        let carbon = Carbon::from_milligrams(amount);
        let zh = [("克", 3), ("千克", 6), ("吨", 9)];
        assert_three_digits(read_short(&carbon.short(Language::ZhCn), &zh), amount);
        let en = [("g", 3), ("kg", 6), ("t", 9)];
        assert_three_digits(read_short(&carbon.short(Language::En), &en), amount);
        let mass = PollutantMass::from_micrograms(amount);
        let zh = [("微克", 0), ("毫克", 3), ("克", 6), ("千克", 9)];
        assert_three_digits(read_short(&mass.short(Language::ZhCn), &zh), amount);
        let en = [("µg", 0), ("mg", 3), ("g", 6), ("kg", 9)];
        assert_three_digits(read_short(&mass.short(Language::En), &en), amount);
    }

    #[test]
    fn a_short_quantity_has_three_digits_too(quantity in quantity()) {
        prop_assume!(quantity.dimension() != Dimension::Count);
        for language in Language::ALL {
            let unit = quantity.dimension().unit(language);
            let units = [(unit, 3), ("米", 0), ("m", 0), ("克", 0), ("g", 0)];
            assert_three_digits(read_short(&quantity.short(language), &units), quantity.thousandths());
        }
    }

    #[test]
    fn more_is_never_shown_as_less(one in amount(), other in amount()) {
        let [less, more] = [one.min(other), one.max(other)].map(|amount| {
            read_short(
                &Carbon::from_milligrams(amount).short(Language::En),
                &[("g", 3), ("kg", 6), ("t", 9)],
            )
        });
        prop_assert!(less <= more);
    }

    #[test]
    fn days_add_up(from in 0..=73_048_i32, to in 0..=73_048_i32) {
        let [from, to] = [from, to].map(|number| Day::from_number(number).unwrap());
        prop_assert_eq!(from.plus_days(from.days_until(to)), Some(to));
        prop_assert_eq!(from < to, from.days_until(to) > 0);
    }
}

/// Gives `text` to everything that reads text, and checks that what was
/// accepted is in bounds and reads back.
#[track_caller]
fn read_everything(text: &str, dimension: Dimension) {
    if let Ok(quantity) = Quantity::parse(dimension, text) {
        assert!((0..=Quantity::THOUSANDTHS_MAX).contains(&quantity.thousandths()));
        assert_eq!(
            Quantity::parse(dimension, &quantity.to_string()),
            Ok(quantity)
        );
    }
    if let Ok(decimal) = text.parse::<Decimal>() {
        assert_eq!(decimal.to_string(), text);
    }
    if let Ok(day) = text.parse::<Day>() {
        assert_eq!(day.to_string(), text);
    }
    if let Ok(month) = text.parse::<Month>() {
        assert_eq!(month.to_string(), text);
    }
}

/// Every single day there is, against the jiff library.
#[test]
fn every_day_is_the_day_that_jiff_says() {
    let mut date = jiff::civil::date(2000, 1, 1);
    for number in 0..=73_048 {
        let day = Day::from_number(number).unwrap();
        assert_eq!(day.number(), number);
        let text = date.to_string();
        assert_eq!(day.to_string(), text);
        assert_eq!(text.parse(), Ok(day));
        assert_eq!(
            day.weekday(),
            date.weekday().to_monday_zero_offset().cast_unsigned()
        );
        let week = date.iso_week_date();
        let iso_week = (week.year().cast_unsigned(), week.week().cast_unsigned());
        assert_eq!(day.iso_week(), iso_week);
        assert_eq!(
            day.month_of().first_day().to_string(),
            date.first_of_month().to_string()
        );
        assert_eq!(
            day.month_of().last_day().to_string(),
            date.last_of_month().to_string()
        );
        assert_eq!(
            day.long(Language::En),
            date.strftime("%A %-d %B %Y").to_string()
        );
        date = date.tomorrow().unwrap();
    }
    assert_eq!(date, jiff::civil::date(2200, 1, 1));
}

/// Every month there is, as a chain.
#[test]
fn months_follow_each_other() {
    let mut month: Month = "2000-01".parse().unwrap();
    let mut days = month.days().count();
    while let Some(next) = month.next() {
        assert!(month < next);
        assert_eq!(next.previous(), Some(month));
        assert_eq!(month.last_day().plus_days(1), Some(next.first_day()));
        assert_eq!(next.to_string().parse(), Ok(next));
        month = next;
        days += month.days().count();
    }
    assert_eq!(month.to_string(), "2199-12");
    assert_eq!(days, 73_049);
}
