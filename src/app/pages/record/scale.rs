//! Where a stepper and a slider may go. All amounts are thousandths of the
//! display unit, as the edition states them.

use crate::methodology::Input;
use crate::quantity::Quantity;

/// The slider of an input: it spans what is usual, not all that is allowed, so
/// that a finger can hit a number. Anything else is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Least amount.
    pub least: i64,
    /// Greatest amount.
    pub most: i64,
    /// Distance between two amounts.
    pub step: i64,
}

/// How many times the usual amount the slider goes to.
const USUAL_TIMES: i64 = 4;
/// How many steps it has where nothing is usual.
const STEPS_MIN: i64 = 20;

impl Scale {
    /// The slider of an input. Its stops are multiples of the step.
    #[must_use]
    pub fn of(input: &Input) -> Self {
        let step = input.step.max(1);
        let multiple_up = |amount: i64| (amount + step - 1).div_euclid(step) * step;
        let least = multiple_up(input.floor);
        let wished = (input.usual * USUAL_TIMES).max(least + step * STEPS_MIN);
        let most = multiple_up(wished).min(input.ceiling.div_euclid(step) * step);
        Self {
            least,
            most: most.max(least),
            step,
        }
    }
}

/// One step up or down from what is typed, within the bounds. What is no amount
/// counts as the usual one.
#[must_use]
pub fn stepped(input: &Input, typed: &str, up: bool) -> String {
    let dimension = input.kind.dimension();
    let next = match Quantity::parse(dimension, typed) {
        Err(_) => input.usual.clamp(input.floor, input.ceiling),
        Ok(amount) => input.stepped(amount.thousandths(), up),
    };
    text_of(input, next)
}

/// An amount as it stands in the field.
#[must_use]
pub fn text_of(input: &Input, thousandths: i64) -> String {
    Quantity::new(input.kind.dimension(), thousandths)
        .map(|amount| amount.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Scale, stepped};
    use crate::methodology::{Input, current};

    fn inputs() -> impl Iterator<Item = &'static Input> {
        current()
            .actions
            .iter()
            .flat_map(|action| action.variants)
            .flat_map(|variant| variant.inputs)
    }

    #[test]
    fn every_slider_can_be_moved_and_stays_within_the_bounds() {
        for input in inputs() {
            let scale = Scale::of(input);
            assert!(scale.least < scale.most, "{input:?}");
            assert!(
                scale.least >= input.floor && scale.most <= input.ceiling,
                "{input:?}"
            );
            assert_eq!((scale.most - scale.least) % scale.step, 0, "{input:?}");
            assert!(
                (scale.least..=scale.most).contains(&input.usual),
                "{input:?}"
            );
        }
    }

    #[test]
    fn steps_stay_within_the_bounds() {
        for input in inputs() {
            let mut text = String::from("1");
            for _ in 0..2_000 {
                text = stepped(input, &text, false);
            }
            let least = stepped(input, &text, false);
            assert_eq!(least, text, "{input:?}");
            assert_ne!(stepped(input, &least, true), least, "{input:?}");
        }
    }

    #[test]
    fn what_is_no_amount_counts_as_the_usual_one() {
        for input in inputs() {
            let usual = super::text_of(input, input.usual);
            assert_eq!(stepped(input, "公里", true), usual);
            assert_eq!(stepped(input, "", false), usual);
        }
    }
}
