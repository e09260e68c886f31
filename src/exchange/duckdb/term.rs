//! A term as integers: what its inputs, in thousandths, are multiplied with and
//! divided by.

use super::SqlError;
use crate::methodology::{
    Activity, Factor, FactorValues, InputKind, PollutantFactor, Side, TermRule,
};
use crate::quantity::{Decimal, Quantity};

/// The numbers of a term, each rounded once: mg CO2e at the factor's value, low
/// and high, then µg of the pollutants.
pub(super) const NUMBERS: usize = 8;

/// What no term may reach, in mg or µg: four of them have fifteen digits.
const LARGEST: i128 = 200_000_000_000_000;

/// `sign` × Π inputs × number ÷ (`per` × Π divisors).
#[derive(Clone, Copy, Debug)]
pub(super) struct SqlTerm {
    /// The id of its factor.
    pub(super) factor: &'static str,
    /// 1 for the baseline, -1 for the project.
    pub(super) sign: i8,
    /// Which of the given inputs are multiplied, by their bits.
    pub(super) times: u8,
    /// Which are divided by.
    pub(super) by: u8,
    /// What all numbers are divided by.
    pub(super) per: i64,
    /// Up to which product of the inputs 64 bits are enough.
    pub(super) narrow: i64,
    /// `None` is unknown.
    pub(super) numbers: [Option<i64>; NUMBERS],
}

impl SqlTerm {
    /// The term of a rule with a factor, for activities that give the same inputs
    /// as this one, which has them at their ceilings. `None` where an input is
    /// not there, so that the term falls away.
    pub(super) fn new(
        activity: &Activity,
        side: Side,
        rule: &TermRule,
        factor: &'static Factor,
    ) -> Result<Option<Self>, SqlError> {
        let mut is_there = rule.inputs.iter().chain(rule.divide_by);
        if !is_there.all(|kind| activity.input(*kind).is_some()) {
            return Ok(None);
        }
        let action = activity.action().id.as_str();
        let (times, by) = (
            Inputs::of(activity, rule.inputs)?,
            Inputs::of(activity, rule.divide_by)?,
        );
        if by.least < 1 {
            return Err(SqlError::DividesByNothing { action });
        }
        let numbers = Numbers {
            constant: Fraction::ONE
                .times(times.constant, times.counted)
                .times(by.counted, by.constant),
            rule,
            factor,
        };
        let (per, numbers) = numbers
            .in_common()
            .filter(|(per, numbers)| fits(&times, &by, *per, numbers))
            .ok_or(SqlError::TooLarge { action })?;
        let sign = match side {
            Side::Baseline => 1,
            Side::Project => -1,
        };
        Ok(Some(Self {
            factor: factor.id,
            sign,
            times: times.bits,
            by: by.bits,
            per,
            narrow: narrow(&by, per, &numbers),
            numbers,
        }))
    }
}

/// The inputs that a term multiplies or divides by.
struct Inputs {
    /// Those that a row says.
    bits: u8,
    /// The product of what stands for the others, in thousandths.
    constant: i128,
    /// The product of the thousandths in what a factor counts.
    counted: i128,
    /// The product of the floors and of the ceilings of those that a row says.
    least: i128,
    most: i128,
}

impl Inputs {
    fn of(activity: &Activity, kinds: &[InputKind]) -> Result<Self, SqlError> {
        let action = activity.action().id.as_str();
        let mut inputs = Self {
            bits: 0,
            constant: 1,
            counted: 1,
            least: 1,
            most: 1,
        };
        for kind in kinds {
            // At its ceiling, or what stands for it.
            let amount = activity.input(*kind).map_or(0, Quantity::thousandths);
            inputs.counted *= i128::from(kind.thousandths_counted());
            let given = activity
                .inputs()
                .iter()
                .position(|(given, _)| given == kind);
            let Some(place) = given else {
                inputs.constant *= i128::from(amount);
                continue;
            };
            if inputs.bits & (1 << place) != 0 {
                return Err(SqlError::RepeatedInput { action });
            }
            inputs.bits |= 1 << place;
            let floor = activity
                .variant()
                .input(*kind)
                .map_or(0, |input| input.floor);
            inputs.least *= i128::from(floor);
            inputs.most *= i128::from(amount);
        }
        Ok(inputs)
    }
}

/// The product of the inputs up to which rounding, which doubles both sides,
/// stays within 64 bits: 128 take several times as long.
fn narrow(by: &Inputs, per: i64, numbers: &[Option<i64>; NUMBERS]) -> i64 {
    let denominator = i128::from(per).checked_mul(by.most);
    let room = denominator.map_or(0, |denominator| i128::from(i64::MAX) - 2 * denominator);
    i64::try_from(room.max(0) / (2 * i128::from(most(numbers)).max(1))).unwrap_or(0)
}

fn most(numbers: &[Option<i64>; NUMBERS]) -> i64 {
    numbers.iter().flatten().max().copied().unwrap_or(0)
}

/// Whether rounding stays within 128 bits at the ceilings, and what comes out
/// within the fifteen digits that the macros show.
fn fits(times: &Inputs, by: &Inputs, per: i64, numbers: &[Option<i64>; NUMBERS]) -> bool {
    let most = most(numbers);
    let numerator = i128::from(most).checked_mul(times.most);
    let amount = numerator.map(|numerator| numerator / (i128::from(per) * by.least));
    if amount.is_none_or(|amount| amount >= LARGEST) {
        return false;
    }
    let denominator = i128::from(per).checked_mul(by.most);
    let doubled = |number: Option<i128>| number.and_then(|number| number.checked_mul(2));
    match (doubled(numerator), doubled(denominator)) {
        (Some(numerator), Some(denominator)) => numerator.checked_add(denominator).is_some(),
        _ => false,
    }
}

/// A fraction that is not yet worked out, `None` once it is too large.
#[derive(Clone, Copy)]
struct Fraction(Option<(i128, i128)>);

impl Fraction {
    const ONE: Self = Self(Some((1, 1)));

    fn times(self, numerator: i128, denominator: i128) -> Self {
        Self(self.0.and_then(|(own, under)| {
            Some((own.checked_mul(numerator)?, under.checked_mul(denominator)?))
        }))
    }

    fn times_decimal(self, number: Decimal) -> Self {
        self.times(number.mantissa().into(), number.denominator().into())
    }
}

/// What a term's inputs are multiplied with.
struct Numbers<'a> {
    constant: Fraction,
    rule: &'a TermRule,
    factor: &'static Factor,
}

impl Numbers<'_> {
    /// A number of the factor, in units of which `per_unit` make the factor's.
    fn number(
        &self,
        pick: fn(&FactorValues) -> Decimal,
        number: Decimal,
        per_unit: i64,
    ) -> Fraction {
        let with = self.rule.with.iter();
        with.fold(self.constant, |product, factor| {
            product.times_decimal(pick(&factor.values))
        })
        .times_decimal(number)
        .times(per_unit.into(), 1)
    }

    fn fractions(&self) -> [Option<Fraction>; NUMBERS] {
        let (values, milligrams) = (&self.factor.values, self.factor.unit.milligrams());
        std::array::from_fn(|place| match place {
            0 => Some(self.number(|values| values.value, values.value, milligrams)),
            1 => Some(self.number(|values| values.low, values.low, milligrams)),
            2 => Some(self.number(|values| values.high, values.high, milligrams)),
            _ => values.pollutants[place - 3].map(|of| {
                self.number(|values| values.value, of.value, PollutantFactor::MICROGRAMS)
            }),
        })
    }

    /// All of them over one divisor, as short as can be.
    fn in_common(&self) -> Option<(i64, [Option<i64>; NUMBERS])> {
        let fractions = self.fractions();
        let mut per = 1_i128;
        for fraction in fractions.iter().flatten() {
            let (numerator, denominator) = fraction.0?;
            let own = denominator / common_divisor(numerator, denominator);
            per = per.checked_mul(own / common_divisor(per, own))?;
        }
        let mut numbers = [None; NUMBERS];
        for (number, fraction) in numbers.iter_mut().zip(fractions) {
            if let Some(Fraction(fraction)) = fraction {
                let (numerator, denominator) = fraction?;
                let shortest = common_divisor(numerator, denominator);
                let scale = per / (denominator / shortest);
                let scaled = (numerator / shortest).checked_mul(scale)?;
                *number = Some(i64::try_from(scaled).ok()?);
            }
        }
        Some((i64::try_from(per).ok()?, numbers))
    }
}

/// The greatest number that divides both; that of 0 and a number is the number.
const fn common_divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
