//! What a saving is as much as, in things people know. Each is the saving
//! divided by one factor of the edition, which leads to its source. There are
//! no trees: the sources give what one takes up in a year from 0.6 to 50 kg.

use crate::methodology::{Factor, current};
use crate::quantity::{Carbon, Day, Decimal, Dimension, Quantity, rounding};

/// The factors that savings are compared with, and what an amount of each is
/// counted in. The page has a sentence for each, in this order.
pub const EQUIVALENTS: [(&str, Dimension); 4] = [
    ("petrol-car", Dimension::Distance),
    ("electricity", Dimension::Energy),
    ("raw-coal", Dimension::Mass),
    ("natural-gas", Dimension::Volume),
];

/// A saving as an amount of something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Equivalent {
    /// Its place in [`EQUIVALENTS`].
    pub index: usize,
    /// The factor it was divided by.
    pub factor: &'static Factor,
    /// How much of it.
    pub amount: Quantity,
    /// By the high end of the factor.
    pub low: Quantity,
    /// By the low end of the factor.
    pub high: Quantity,
}

/// What a saving is as much as: another comparison each day, in turn. `None`
/// where nothing was saved.
#[must_use]
pub fn equivalent(saved: Carbon, day: Day) -> Option<Equivalent> {
    let count = i32::try_from(EQUIVALENTS.len()).ok()?;
    let index = usize::try_from(day.number().rem_euclid(count)).ok()?;
    equivalent_at(saved, index)
}

/// The comparison at a place of [`EQUIVALENTS`].
#[must_use]
pub fn equivalent_at(saved: Carbon, index: usize) -> Option<Equivalent> {
    let (id, dimension) = *EQUIVALENTS.get(index)?;
    let factor = current().factor(id)?;
    let amount = |by: Decimal| {
        let numerator = i128::from(saved.milligrams()) * 1_000 * i128::from(by.denominator());
        let denominator = i128::from(by.mantissa()) * i128::from(factor.unit.milligrams());
        let thousandths = (denominator > 0).then(|| rounding::divide(numerator, denominator))?;
        Quantity::new(dimension, i64::try_from(thousandths).ok()?).ok()
    };
    let values = &factor.values;
    (saved > Carbon::ZERO).then_some(())?;
    Some(Equivalent {
        index,
        factor,
        amount: amount(values.value)?,
        low: amount(values.high)?,
        high: amount(values.low)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{EQUIVALENTS, equivalent, equivalent_at};
    use crate::language::Language;
    use crate::quantity::{Carbon, Day};

    #[track_caller]
    fn case(index: usize, expected: [&str; 3]) {
        // 1,674 g: ten kilometres of a petrol car.
        let saved = Carbon::from_milligrams(1_674_000);
        let found = equivalent_at(saved, index).expect("a comparison");
        let texts = [found.amount, found.low, found.high];
        let texts = texts.map(|amount| amount.short(Language::En));
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_saving_is_divided_by_one_factor() {
        case(0, ["10 km", "6.67 km", "10.9 km"]);
        case(1, ["2.7 kWh", "2.58 kWh", "2.85 kWh"]);
        case(2, ["900 g", "845 g", "962 g"]);
        case(3, ["0.775 m³", "0.775 m³", "0.809 m³"]);
    }

    #[test]
    fn every_comparison_has_its_turn() {
        let first: Day = "2026-11-22".parse().expect("a day");
        let turns = (0..4).filter_map(|days| first.plus_days(days));
        let saved = Carbon::from_milligrams(1_000);
        let mut found: Vec<usize> = turns
            .filter_map(|day| equivalent(saved, day))
            .map(|one| one.index)
            .collect();
        found.sort_unstable();
        assert_eq!(found, (0..EQUIVALENTS.len()).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        let day: Day = "2026-11-22".parse().expect("a day");
        for saved in [0, -1, i64::MIN] {
            assert_eq!(equivalent(Carbon::from_milligrams(saved), day), None);
        }
    }
}
