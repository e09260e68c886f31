//! The tables: for every action, every set of inputs that a row may say, and
//! everything else that it may say, what is looked up.

use super::term::SqlTerm;
use super::{PLACES, SqlError};
use crate::methodology::{
    Action, Activity, Assessment, Draft, Edition, Given, Input, InputKind, Pollutant,
    PollutantOutcome, Replaced, Side, assess,
};

/// Inputs that a row of an action may say, with what is asked of them.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its action.
    pub(super) action: &'static Action,
    /// The inputs by their bits.
    pub(super) given: u32,
    /// Its inputs in the order they are checked in, or why they are refused.
    pub(super) inputs: Result<Vec<&'static Input>, String>,
    /// What the rows that say these inputs may say beside.
    pub(super) sayings: Vec<Saying>,
}

/// What is looked up for a rule and what a row says beside the amounts.
#[derive(Debug)]
pub(super) struct Saying {
    /// What a trip replaced, or the item; `None` where nothing is said.
    pub(super) said: Option<&'static str>,
    /// The terms, the baseline's first.
    pub(super) terms: Vec<SqlTerm>,
    /// Pollutants that are known, at least in part.
    pub(super) known: Vec<Pollutant>,
    /// Of these, those that are known in part.
    pub(super) partial: Vec<Pollutant>,
}

/// The bit of a kind among the inputs that a row says.
pub(super) const fn bit(kind: InputKind) -> u32 {
    1 << kind as u32
}

/// The inputs that any way of entering an action asks for, by their bits.
pub(super) fn inputs_of(action: &Action) -> u32 {
    let inputs = action.variants.iter().flat_map(|variant| variant.inputs);
    inputs.fold(0, |bits, input| bits | bit(input.kind))
}

/// The rules of an action, one for each set of its inputs.
pub(super) fn rules(
    edition: &'static Edition,
    action: &'static Action,
) -> Result<Vec<Rule>, SqlError> {
    let most = inputs_of(action);
    let mut rules = Vec::new();
    for given in (0..=most).filter(|given| given & !most == 0) {
        rules.push(rule(edition, action, given)?);
    }
    Ok(rules)
}

fn rule(edition: &'static Edition, action: &'static Action, given: u32) -> Result<Rule, SqlError> {
    let kinds: Vec<InputKind> = InputKind::ALL
        .into_iter()
        .filter(|kind| given & bit(*kind) != 0)
        .collect();
    let mut rule = Rule {
        action,
        given,
        inputs: Ok(Vec::new()),
        sayings: Vec::new(),
    };
    let variant = match action.variant_of(&kinds) {
        Ok(variant) => variant,
        Err(refused) => {
            rule.inputs = Err(refused.to_string());
            return Ok(rule);
        }
    };
    let asked = variant.inputs.iter();
    let inputs: Vec<&Input> = asked.filter(|input| kinds.contains(&input.kind)).collect();
    let at_ceilings = inputs
        .iter()
        .map(|input| (input.kind.id(), Given::Thousandths(input.ceiling)));
    let mut draft = Draft {
        action: action.id.as_str(),
        edition: Some(edition.id),
        on: edition.released,
        inputs: at_ceilings.collect(),
        ..Draft::default()
    };
    rule.sayings.push(saying(&draft, None)?);
    for replaced in Replaced::ALL.into_iter().filter(|_| action.is_trip()) {
        draft.replaced = Some(replaced.id());
        rule.sayings.push(saying(&draft, Some(replaced.id()))?);
    }
    draft.replaced = None;
    for item in action.items {
        draft.item = Some(item.id);
        rule.sayings.push(saying(&draft, Some(item.id))?);
    }
    let too_many = |saying: &Saying| saying.terms.len() > PLACES;
    if inputs.len() > PLACES || rule.sayings.iter().any(too_many) {
        return Err(SqlError::TooMany {
            action: action.id.as_str(),
        });
    }
    let is_unsaid = |kind| variant.input(kind).is_some() && !kinds.contains(&kind);
    if action.daily_cap.is_some_and(|(kind, _)| is_unsaid(kind)) {
        return Err(SqlError::CapsWhatIsUnsaid {
            action: action.id.as_str(),
        });
    }
    rule.inputs = Ok(inputs);
    Ok(rule)
}

fn saying(draft: &Draft<'_>, said: Option<&'static str>) -> Result<Saying, SqlError> {
    let activity = Activity::check(draft)?;
    let variant = activity.variant();
    let mut terms = Vec::new();
    let sides = [
        (Side::Baseline, variant.baseline),
        (Side::Project, variant.project),
    ];
    for (side, rules) in sides {
        for rule in rules {
            if let Some((factor, _)) = activity.factor_of(rule) {
                terms.extend(SqlTerm::new(&activity, side, rule, factor)?);
            }
        }
    }
    let assessment = assess(&activity);
    Ok(Saying {
        said,
        terms,
        known: pollutants(&assessment, false),
        partial: pollutants(&assessment, true),
    })
}

/// The pollutants that are known, or of these those that are known in part.
fn pollutants(assessment: &Assessment, only_partial: bool) -> Vec<Pollutant> {
    let all = Pollutant::ALL.into_iter();
    all.filter(|pollutant| match assessment.pollutant(*pollutant) {
        PollutantOutcome::Unknown => false,
        PollutantOutcome::Known { partial, .. } => partial || !only_partial,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::editions;
    use crate::quantity::rounding::divide;

    fn all_rules() -> Vec<(&'static Edition, Rule)> {
        let mut all = Vec::new();
        for edition in editions() {
            for action in edition.actions {
                let rules = rules(edition, action).expect("the edition has its SQL");
                all.extend(rules.into_iter().map(|rule| (*edition, rule)));
            }
        }
        all
    }

    #[test]
    fn everything_that_a_row_may_say_is_there() {
        let all = all_rules();
        for edition in editions() {
            for action in edition.actions {
                let of = |(other, rule): &&(&Edition, Rule)| {
                    other.id == edition.id && rule.action.id == action.id
                };
                for variant in action.variants {
                    let whole: Vec<InputKind> =
                        variant.inputs.iter().map(|input| input.kind).collect();
                    let rule = all.iter().filter(of).find(|(_, rule)| {
                        let inputs = rule.inputs.as_deref().unwrap_or_default();
                        inputs
                            .iter()
                            .map(|input| input.kind)
                            .eq(whole.iter().copied())
                    });
                    let (_, rule) = rule.expect("a rule for all inputs of the variant");
                    let said: Vec<_> = rule.sayings.iter().map(|saying| saying.said).collect();
                    let replaced = Replaced::ALL.map(|replaced| Some(replaced.id()));
                    let replaced = replaced.iter().copied().filter(|_| action.is_trip());
                    let items = action.items.iter().map(|item| Some(item.id));
                    let expected: Vec<_> =
                        [None].into_iter().chain(replaced).chain(items).collect();
                    assert_eq!(said, expected, "{} {}", action.id.as_str(), variant.id);
                }
                let refused = all.iter().filter(of).find(|(_, rule)| rule.given == 0);
                let (_, refused) = refused.expect("a rule for no inputs");
                let needs_any = action
                    .variants
                    .iter()
                    .all(|way| way.inputs.iter().any(|input| input.required));
                assert_eq!(refused.inputs.is_err(), needs_any, "{}", action.id.as_str());
            }
        }
    }

    /// The calculation of macros.sql, once more.
    fn worked_out(term: &SqlTerm, number: i64, inputs: &[i64]) -> i128 {
        let product = |bits: u8| -> i128 {
            let places = inputs.iter().enumerate();
            let taken = places.filter(|(place, _)| bits & (1 << place) != 0);
            taken.map(|(_, amount)| i128::from(*amount)).product()
        };
        let times = product(term.times);
        let denominator = i128::from(term.per) * product(term.by);
        let widest = 2 * (i128::from(number) * i128::from(term.narrow) + denominator);
        assert!(i64::try_from(widest).is_ok(), "{term:?}");
        i128::from(term.sign) * divide(i128::from(number) * times, denominator)
    }

    /// At the floors, the ceilings and between, every number of the tables gives
    /// what `assess` gives.
    #[test]
    fn the_tables_give_what_assess_gives() {
        for (edition, rule) in all_rules() {
            let asked = rule.inputs.unwrap_or_default();
            for saying in &rule.sayings {
                for share in [0, 1, 3, 7] {
                    let amount = |input: &&Input| {
                        let amount = input.floor + (input.ceiling - input.floor) * share / 7;
                        if input.step % 1000 == 0 {
                            amount / 1000 * 1000
                        } else {
                            amount
                        }
                        .max(input.floor)
                    };
                    let amounts: Vec<i64> = asked.iter().map(amount).collect();
                    let inputs = asked.iter().zip(&amounts);
                    let inputs = inputs
                        .map(|(input, amount)| (input.kind.id(), Given::Thousandths(*amount)));
                    let is_trip = rule.action.is_trip();
                    let draft = Draft {
                        action: rule.action.id.as_str(),
                        edition: Some(edition.id),
                        on: "2026-11-22",
                        inputs: inputs.collect(),
                        replaced: saying.said.filter(|_| is_trip),
                        item: saying.said.filter(|_| !is_trip),
                        ..Draft::default()
                    };
                    let activity = Activity::check(&draft).expect("within the bounds");
                    let assessment = assess(&activity);
                    let sum = |place: usize| -> i128 {
                        let terms = saying.terms.iter();
                        terms
                            .filter_map(|term| {
                                Some(worked_out(term, term.numbers[place]?, &amounts))
                            })
                            .sum()
                    };
                    let place = format!("{} {:?} {amounts:?}", draft.action, saying.said);
                    assert_eq!(sum(0), assessment.reduction.milligrams().into(), "{place}");
                    for pollutant in Pollutant::ALL {
                        let is_partial = saying.partial.contains(&pollutant);
                        match assessment.pollutant(pollutant) {
                            PollutantOutcome::Unknown => {
                                assert!(!saying.known.contains(&pollutant), "{place}");
                            }
                            PollutantOutcome::Known { value, partial, .. } => {
                                assert!(saying.known.contains(&pollutant), "{place}");
                                assert_eq!(partial, is_partial, "{place}");
                                let sum = sum(3 + pollutant as usize);
                                assert_eq!(sum, value.micrograms().into(), "{place}");
                            }
                        }
                    }
                }
            }
        }
    }
}
