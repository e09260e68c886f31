//! The calculation: reduction = Σ baseline terms − Σ project terms.

use super::{
    Activity, Assessment, Contribution, Factor, FactorRule, FactorValues, InputKind,
    PollutantOutcome, Side, Term, TermRule, day_points,
};
use crate::quantity::{Carbon, Decimal, Dimension, PollutantMass, Quantity, rounding};

/// Micrograms in the gram that pollutant factors count.
const MICROGRAMS_PER_GRAM: i128 = 1_000_000;

/// Works out what an activity saved. Deterministic and exact: each term is
/// rounded once, to whole mg CO2e and µg of pollutant, and the result is the
/// sum of the terms as shown.
#[must_use]
pub fn assess(activity: &Activity) -> Assessment {
    let variant = activity.variant();
    let mut sums = Sums::default();
    let mut terms = Vec::with_capacity(variant.baseline.len() + variant.project.len());
    for (side, rules) in [
        (Side::Baseline, variant.baseline),
        (Side::Project, variant.project),
    ] {
        for rule in rules {
            if let Some(term) = term_of(activity, side, rule, &mut sums) {
                terms.push(term);
            }
        }
    }
    let mut assessment = sums.assessment(terms, !variant.baseline.is_empty());
    assessment.points = day_points(&[Contribution::of(activity, &assessment)]).points;
    assessment
}

/// A product of inputs and pure numbers, as a fraction.
#[derive(Clone, Copy)]
struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    fn times(mut self, decimal: Decimal) -> Self {
        self.numerator *= i128::from(decimal.mantissa());
        self.denominator *= 10_i128.pow(u32::from(decimal.scale()));
        self
    }

    /// The product with a factor's number, in units of which `per_unit` make
    /// the unit of the factor.
    fn amount(self, decimal: Decimal, per_unit: i128) -> i64 {
        let Self {
            numerator,
            denominator,
        } = self.times(decimal);
        let amount = rounding::divide(numerator * per_unit, denominator);
        // The ceilings of the edition keep every amount far inside; a test
        // works out each action at its ceilings.
        i64::try_from(amount).unwrap_or(i64::MAX)
    }
}

/// The activity's part of a term: its inputs multiplied and divided.
fn activity_data(
    inputs: &[(InputKind, Quantity)],
    divided_by: &[(InputKind, Quantity)],
) -> Fraction {
    let mut fraction = Fraction {
        numerator: 1,
        denominator: 1,
    };
    for (kind, amount) in inputs {
        fraction.numerator *= i128::from(amount.thousandths());
        // Watts make kilowatts, so that W × h counts as kWh.
        let per_unit = if kind.dimension() == Dimension::Power {
            1_000_000
        } else {
            1_000
        };
        fraction.denominator *= per_unit;
    }
    for (_, amount) in divided_by {
        fraction.numerator *= 1_000;
        fraction.denominator *= i128::from(amount.thousandths().max(1));
    }
    fraction
}

/// The factor of a term, with the resident's own numbers where the city mix is
/// theirs; `None` where the term falls away.
fn factor_of(
    activity: &Activity,
    rule: &TermRule,
) -> Option<(&'static Factor, Option<Box<FactorValues>>)> {
    match rule.factor {
        FactorRule::Fixed(factor) => Some((factor, None)),
        FactorRule::Item => activity.item().map(|item| (item.factor, None)),
        FactorRule::Replaced { unsaid } => {
            let edition = activity.edition();
            if let Some(replaced) = activity.replaced() {
                return edition
                    .replaced_factor(replaced)
                    .map(|factor| (factor, None));
            }
            let own = activity
                .mix()
                .map(|mix| Box::new(edition.mix.values_of(mix)));
            Some((unsaid, own))
        }
    }
}

fn amounts(activity: &Activity, kinds: &[InputKind]) -> Option<Vec<(InputKind, Quantity)>> {
    kinds
        .iter()
        .map(|kind| activity.input(*kind).map(|amount| (*kind, amount)))
        .collect()
}

fn term_of(activity: &Activity, side: Side, rule: &TermRule, sums: &mut Sums) -> Option<Term> {
    let (factor, own_values) = factor_of(activity, rule)?;
    let inputs = amounts(activity, rule.inputs)?;
    let divided_by = amounts(activity, rule.divide_by)?;
    let data = activity_data(&inputs, &divided_by);
    let with = |pick: fn(&FactorValues) -> Decimal| {
        rule.with
            .iter()
            .fold(data, |product, factor| product.times(pick(&factor.values)))
    };
    let (value, low, high) = (
        with(|values| values.value),
        with(|values| values.low),
        with(|values| values.high),
    );
    let values = own_values.as_deref().unwrap_or(&factor.values);
    let per_unit = factor.unit.milligrams();
    let carbon = Bounds {
        value: value.amount(values.value, per_unit),
        low: low.amount(values.low, per_unit),
        high: high.amount(values.high, per_unit),
    };
    let mut pollutants = [None; 5];
    let group = sums.group(factor.id);
    sums.groups[group].carbon.add(side, carbon);
    for (index, of) in values.pollutants.iter().enumerate() {
        if let Some(of) = of {
            let bounds = Bounds {
                value: value.amount(of.value, MICROGRAMS_PER_GRAM),
                low: low.amount(of.low, MICROGRAMS_PER_GRAM),
                high: high.amount(of.high, MICROGRAMS_PER_GRAM),
            };
            sums.groups[group].pollutants[index].add(side, bounds);
            pollutants[index] = Some(PollutantMass::from_micrograms(bounds.value));
            sums.known[index] = true;
            sums.incomplete[index] |= of.partial;
        } else {
            sums.incomplete[index] = true;
        }
    }
    let amount = Carbon::from_milligrams(carbon.value);
    Some(Term {
        side,
        factor,
        own_values,
        inputs,
        divided_by,
        with: rule.with,
        amount,
        pollutants,
    })
}

/// An amount, and what it is with all factors at their low and at their high.
#[derive(Clone, Copy, Default)]
struct Bounds {
    value: i64,
    low: i64,
    high: i64,
}

impl Bounds {
    fn add(&mut self, side: Side, other: Self) {
        let sign = match side {
            Side::Baseline => 1,
            Side::Project => -1,
        };
        self.value += sign * other.value;
        self.low += sign * other.low;
        self.high += sign * other.high;
    }
}

/// The net of all terms with one factor. What is uncertain about a factor is
/// uncertain in the same direction wherever it stands: a shared car against a
/// car alone does not get the range of two different cars.
#[derive(Clone, Copy, Default)]
struct Group {
    factor: &'static str,
    carbon: Bounds,
    pollutants: [Bounds; 5],
}

/// Groups side by side; no action of any edition has more factors (a test says
/// so), and where one had, the last group would take them in.
const GROUPS: usize = 6;

#[derive(Default)]
struct Sums {
    groups: [Group; GROUPS],
    used: usize,
    known: [bool; 5],
    incomplete: [bool; 5],
}

impl Sums {
    /// The place of a factor's group, a new one where there is none yet.
    fn group(&mut self, factor: &'static str) -> usize {
        let known = self.groups[..self.used]
            .iter()
            .position(|group| group.factor == factor);
        known.unwrap_or_else(|| {
            let next = self.used.min(GROUPS - 1);
            self.used = next + 1;
            self.groups[next].factor = factor;
            next
        })
    }

    fn total(&self, pick: impl Fn(&Group) -> Bounds) -> Bounds {
        let mut total = Bounds::default();
        for group in &self.groups[..self.used] {
            let Bounds { value, low, high } = pick(group);
            total.value += value;
            total.low += low.min(high);
            total.high += low.max(high);
        }
        // Rounding to whole milligrams may tip a range over its value.
        total.low = total.low.min(total.value);
        total.high = total.high.max(total.value);
        total
    }

    fn assessment(&self, terms: Vec<Term>, has_reduction: bool) -> Assessment {
        let carbon = self.total(|group| group.carbon);
        Assessment {
            reduction: Carbon::from_milligrams(carbon.value),
            low: Carbon::from_milligrams(carbon.low),
            high: Carbon::from_milligrams(carbon.high),
            pollutants: std::array::from_fn(|index| {
                // A trip that replaced nothing has no terms but is fully known.
                if !self.known[index] && (self.incomplete[index] || !has_reduction) {
                    return PollutantOutcome::Unknown;
                }
                let total = self.total(|group| group.pollutants[index]);
                PollutantOutcome::Known {
                    value: PollutantMass::from_micrograms(total.value),
                    low: PollutantMass::from_micrograms(total.low),
                    high: PollutantMass::from_micrograms(total.high),
                    partial: self.incomplete[index],
                }
            }),
            points: 0,
            terms,
        }
    }
}
