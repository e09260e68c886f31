//! What the kiosk offers: actions that are told by one or two numbers, and
//! amounts that are said by one tap.

use crate::methodology::{Action, ActionId, Input, Variant, current};

/// What is offered where a campaign is about everything, or there is none: what
/// many people do on an ordinary day.
pub const COMMON: [&str; 12] = [
    "walk",
    "bicycle",
    "e-bike",
    "bus",
    "carpool",
    "clean-plate",
    "own-bag",
    "own-cup",
    "own-tableware",
    "vegetarian-meal",
    "recycle-paper",
    "paper-saved",
];

/// The most numbers that are asked for of one action.
const NUMBERS_MAX: usize = 2;

/// The amounts that are offered, in halves of the usual one.
const PRESET_HALVES: [i64; 5] = [1, 2, 4, 6, 10];

/// How an action is asked for: the first way of entering, which is the usual
/// one. `None` where a minute is too short for its numbers.
pub(super) fn asked(action: &'static Action) -> Option<&'static Variant> {
    let first = action.variants.first()?;
    let numbers = first.inputs.iter().filter(|input| input.required).count();
    // Where one way of several asks for more than one number, which of them it
    // is would be a question of its own.
    let is_short = numbers == 1 || action.variants.len() == 1 && numbers <= NUMBERS_MAX;
    is_short.then_some(first)
}

/// Whether the kiosk can ask for an action.
#[must_use]
pub fn is_offered(action: &'static Action) -> bool {
    asked(action).is_some()
}

/// What the kiosk offers for a campaign about some actions, in their order;
/// what is common where it is about all, or about none that can be asked for.
#[must_use]
pub fn offered(about: &[ActionId]) -> Vec<&'static Action> {
    let found = |ids: &mut dyn Iterator<Item = ActionId>| -> Vec<&'static Action> {
        let actions = ids.filter_map(|id| current().action(id));
        actions.filter(|action| is_offered(action)).collect()
    };
    let asked_for = found(&mut about.iter().copied());
    if asked_for.is_empty() {
        found(&mut COMMON.iter().filter_map(|id| ActionId::parse(id)))
    } else {
        asked_for
    }
}

/// The amounts that are said by one tap, in thousandths: all there are where
/// these are few, else around the usual one.
#[must_use]
pub fn presets(input: &Input) -> Vec<i64> {
    let step = input.step.max(1);
    let all = (input.ceiling - input.floor) / step;
    let count = i64::try_from(PRESET_HALVES.len()).unwrap_or(i64::MAX);
    let mut amounts: Vec<i64> = if all < count {
        (0..=all).map(|steps| input.floor + steps * step).collect()
    } else {
        let around = PRESET_HALVES.iter().map(|halves| {
            let amount = (input.usual * halves + 1) / 2;
            let whole_steps = (amount + step - 1) / step * step;
            whole_steps.clamp(input.floor, input.ceiling)
        });
        around.collect()
    };
    amounts.dedup();
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methodology::InputKind;

    #[test]
    fn what_is_common_is_there_and_can_be_asked_for() {
        let offered: Vec<&str> = offered(&[])
            .iter()
            .map(|action| action.id.as_str())
            .collect();
        assert_eq!(offered, COMMON);
    }

    #[test]
    fn a_campaign_offers_what_it_is_about() {
        let ids = |names: &[&str]| -> Vec<ActionId> {
            names.iter().filter_map(|id| ActionId::parse(id)).collect()
        };
        let names = |about: &[&str]| -> Vec<&str> {
            let offered = offered(&ids(about));
            offered.iter().map(|action| action.id.as_str()).collect()
        };
        assert_eq!(names(&["plant-tree", "bus"]), ["plant-tree", "bus"]);
        // Three numbers are too many for a minute.
        assert_eq!(names(&["led-lamp", "carpool"]), ["carpool"]);
        assert_eq!(names(&["led-lamp", "clean-heating"]), COMMON);
    }

    #[test]
    fn nearly_everything_can_be_asked_for() {
        let left_out: Vec<&str> = current()
            .actions
            .iter()
            .filter(|action| !is_offered(action))
            .map(|action| action.id.as_str())
            .collect();
        assert_eq!(left_out, ["clean-heating", "led-lamp"]);
    }

    #[track_caller]
    fn case(action: &str, kind: InputKind, expected: &[i64]) {
        let action = ActionId::parse(action).and_then(|id| current().action(id));
        let input = action.and_then(asked).and_then(|way| way.input(kind));
        assert_eq!(presets(input.expect("an input")), expected);
    }

    #[test]
    fn amounts_stand_around_the_usual_one() {
        case(
            "bus",
            InputKind::DistanceKm,
            &[3_000, 6_000, 12_000, 18_000, 30_000],
        );
        case(
            "walk",
            InputKind::DistanceKm,
            &[1_000, 1_500, 3_000, 4_500, 7_500],
        );
        case(
            "clean-plate",
            InputKind::Count,
            &[1_000, 2_000, 3_000, 5_000],
        );
        case(
            "carpool",
            InputKind::Occupancy,
            &[2_000, 3_000, 4_000, 5_000],
        );
        case(
            "recycle-pet",
            InputKind::MassKg,
            &[300, 500, 1_000, 1_500, 2_500],
        );
    }

    #[test]
    fn every_amount_is_one_that_the_form_takes() {
        for action in current().actions.iter().filter(|action| is_offered(action)) {
            let inputs = asked(action).map_or(&[][..], |way| way.inputs);
            for input in inputs.iter().filter(|input| input.required) {
                let amounts = presets(input);
                assert!(amounts.len() > 1, "{input:?}");
                assert!(amounts.is_sorted(), "{input:?}: {amounts:?}");
                for amount in amounts {
                    assert!((input.floor..=input.ceiling).contains(&amount), "{input:?}");
                    let is_shown = amount % input.step == 0 || amount == input.floor;
                    assert!(is_shown, "{input:?}: {amount}");
                }
            }
        }
    }
}
