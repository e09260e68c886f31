//! The calculation: reduction = Σ baseline terms − Σ project terms.

use super::activity::Worth;
use super::{
    Activity, Assessment, Contribution, Emission, Factor, FactorRule, FactorValues, InputKind,
    PollutantFactor, PollutantOutcome, Side, Term, TermRule, day_points,
};
use crate::quantity::rounding::Fraction;
use crate::quantity::{Carbon, Decimal, PollutantMass, Quantity};

/// Works out what an activity saved. Deterministic and exact: each term is
/// rounded once, to whole mg CO2e and µg of pollutant, and the result is the
/// sum of the terms as shown.
#[must_use]
pub fn assess(activity: &Activity) -> Assessment {
    let variant = activity.variant();
    let mut terms = Vec::with_capacity(variant.baseline.len() + variant.project.len());
    let assessment = work_out(activity, |side, rule, worked| {
        terms.extend(term_of(activity, side, rule, worked));
    });
    Assessment {
        terms,
        ..assessment
    }
}

/// The same without its terms, worked out once for all activities that share
/// what they say: what totals over many activities need.
#[must_use]
pub fn assess_without_terms(activity: &Activity) -> &Assessment {
    &activity.saved(worth).assessment
}

/// What an activity brings into the points of its day, worked out once as
/// [`assess_without_terms`] is.
#[must_use]
pub fn contribution(activity: &Activity) -> &Contribution {
    &activity.saved(worth).contribution
}

fn worth(activity: &Activity) -> Worth {
    let assessment = work_out(activity, |_, _, _| {});
    Worth {
        contribution: Contribution::of(activity, &assessment),
        assessment,
    }
}

fn work_out(
    activity: &Activity,
    mut visit: impl FnMut(Side, &'static TermRule, Worked),
) -> Assessment {
    let variant = activity.variant();
    let mut sums = Sums::default();
    for (side, rules) in [
        (Side::Baseline, variant.baseline),
        (Side::Project, variant.project),
    ] {
        for rule in rules {
            if let Some(worked) = work_out_term(activity, side, rule, &mut sums) {
                visit(side, rule, worked);
            }
        }
    }
    let mut assessment = sums.assessment(!variant.baseline.is_empty());
    assessment.points = day_points(&[Contribution::of(activity, &assessment)]).points;
    assessment
}

/// What one scenario of an activity emits: the baseline's less the project's is
/// the reduction that [`assess`] gives, to the digit.
#[must_use]
pub fn emission(activity: &Activity, side: Side) -> Emission {
    let variant = activity.variant();
    let rules = match side {
        Side::Baseline => variant.baseline,
        Side::Project => variant.project,
    };
    let mut sums = Sums::default();
    let mut terms = Vec::with_capacity(rules.len());
    for rule in rules {
        // An emission counts upwards, whichever scenario it belongs to.
        if let Some(worked) = work_out_term(activity, Side::Baseline, rule, &mut sums) {
            terms.extend(term_of(activity, side, rule, worked));
        }
    }
    let sum = sums.assessment(true);
    Emission {
        amount: sum.reduction,
        low: sum.low,
        high: sum.high,
        pollutants: sum.pollutants,
        terms,
    }
}

/// The activity's part of a term: its inputs multiplied and divided. `None`
/// where one of them is not there.
fn activity_data(activity: &Activity, rule: &TermRule) -> Option<Fraction> {
    let mut data = Fraction::ONE;
    for kind in rule.inputs {
        data = data.times(
            activity.input(*kind)?.thousandths(),
            kind.thousandths_counted(),
        );
    }
    for kind in rule.divide_by {
        let amount = activity.input(*kind)?.thousandths();
        data = data.times(kind.thousandths_counted(), amount.max(1));
    }
    Some(data)
}

/// The product of a term with a number of its factor. The term is in units of
/// which so many make the unit of the factor as it was multiplied by.
fn amount(data: Fraction, number: Decimal) -> i64 {
    // The ceilings of the edition keep every amount far inside; a test works
    // out each action at its ceilings.
    let amount = data.rounded_times(number.mantissa(), number.denominator());
    i64::try_from(amount).unwrap_or(i64::MAX)
}

fn times(data: Fraction, number: Decimal) -> Fraction {
    data.times(number.mantissa(), number.denominator())
}

impl Activity {
    /// The factor of a term, with the resident's own numbers where the city mix is
    /// theirs; `None` where the term falls away.
    pub(crate) fn factor_of(
        &self,
        rule: &TermRule,
    ) -> Option<(&'static Factor, Option<Box<FactorValues>>)> {
        match rule.factor {
            FactorRule::Fixed(factor) => Some((factor, None)),
            FactorRule::Item => self.item().map(|item| (item.factor, None)),
            FactorRule::Replaced { unsaid } => {
                let edition = self.edition();
                if let Some(replaced) = self.replaced() {
                    return edition
                        .replaced_factor(replaced)
                        .map(|factor| (factor, None));
                }
                let own = self.mix().map(|mix| Box::new(edition.mix.values_of(mix)));
                Some((unsaid, own))
            }
        }
    }
}

/// A term's activity data, at what it is multiplied by and at the low and the high
/// of that.
#[derive(Clone, Copy)]
struct Data {
    value: Fraction,
    low: Fraction,
    high: Fraction,
}

impl Data {
    fn times(self, number: i64) -> Self {
        Self {
            value: self.value.times(number, 1),
            low: self.low.times(number, 1),
            high: self.high.times(number, 1),
        }
    }

    fn amounts(&self, value: Decimal, low: Decimal, high: Decimal) -> Bounds {
        Bounds {
            value: amount(self.value, value),
            low: amount(self.low, low),
            high: amount(self.high, high),
        }
    }
}

/// What a term comes to.
struct Worked {
    factor: &'static Factor,
    own_values: Option<Box<FactorValues>>,
    amount: Carbon,
    pollutants: [Option<PollutantMass>; 5],
}

fn work_out_term(
    activity: &Activity,
    side: Side,
    rule: &'static TermRule,
    sums: &mut Sums,
) -> Option<Worked> {
    let (factor, own_values) = activity.factor_of(rule)?;
    let data = activity_data(activity, rule)?;
    let with = |pick: fn(&FactorValues) -> Decimal| {
        rule.with
            .iter()
            .fold(data, |product, factor| times(product, pick(&factor.values)))
    };
    let data = Data {
        value: with(|values| values.value),
        low: with(|values| values.low),
        high: with(|values| values.high),
    };
    let values = own_values.as_deref().unwrap_or(&factor.values);
    let carbon = data.times(factor.unit.milligrams());
    let carbon = carbon.amounts(values.value, values.low, values.high);
    let data = data.times(PollutantFactor::MICROGRAMS);
    let mut pollutants = [None; 5];
    let group = sums.group(factor.id);
    sums.groups[group].carbon.add(side, carbon);
    for (index, of) in values.pollutants.iter().enumerate() {
        if let Some(of) = of {
            let bounds = data.amounts(of.value, of.low, of.high);
            sums.groups[group].pollutants[index].add(side, bounds);
            pollutants[index] = Some(PollutantMass::from_micrograms(bounds.value));
            if factor.emitted_at.is_near() {
                sums.near[index].add(side, bounds);
            }
            sums.known[index] = true;
            sums.incomplete[index] |= of.partial;
        } else {
            sums.incomplete[index] = true;
        }
    }
    Some(Worked {
        factor,
        own_values,
        amount: Carbon::from_milligrams(carbon.value),
        pollutants,
    })
}

/// The term as it is shown.
fn term_of(
    activity: &Activity,
    side: Side,
    rule: &'static TermRule,
    worked: Worked,
) -> Option<Term> {
    let amounts = |kinds: &[InputKind]| -> Option<Vec<(InputKind, Quantity)>> {
        let amounts = kinds
            .iter()
            .map(|kind| Some((*kind, activity.input(*kind)?)));
        amounts.collect()
    };
    Some(Term {
        side,
        factor: worked.factor,
        own_values: worked.own_values,
        inputs: amounts(rule.inputs)?,
        divided_by: amounts(rule.divide_by)?,
        with: rule.with,
        amount: worked.amount,
        pollutants: worked.pollutants,
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
    near: [Bounds; 5],
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

    fn assessment(&self, has_reduction: bool) -> Assessment {
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
            near: self
                .near
                .map(|near| PollutantMass::from_micrograms(near.value)),
            points: 0,
            terms: Vec::new(),
        }
    }
}
