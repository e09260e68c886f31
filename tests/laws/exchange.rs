//! Every line is answered with one line of JSON, and a good one with what
//! `assess` says.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::BTreeMap;

use carbon_inclusion::exchange::answer_lines;
use carbon_inclusion::language::Language;
use carbon_inclusion::methodology::{Given, InputKind, Pollutant, PollutantOutcome, assess};
use carbon_inclusion::quantity::Quantity;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::said::{Said, days, said};

/// Answers lines, each as JSON.
fn answers(lines: &[u8]) -> Vec<Value> {
    let mut output = Vec::new();
    answer_lines(lines, &mut output).expect("memory takes everything");
    let output = String::from_utf8(output).expect("text");
    let lines = output.lines();
    lines
        .map(|line| serde_json::from_str(line).expect(line))
        .collect()
}

/// What somebody said, as a line.
fn line_of(said: &Said) -> String {
    let draft = said.draft();
    let inputs = draft.inputs.iter();
    let inputs: serde_json::Map<String, Value> = inputs
        .filter_map(|(kind, amount)| match amount {
            Given::Text(text) => Some(((*kind).to_owned(), text.as_ref().into())),
            Given::Thousandths(_) => None,
        })
        .collect();
    json!({
        "action": draft.action,
        "edition": draft.edition,
        "on": draft.on,
        "inputs": inputs,
        "item": draft.item,
        "replaced": draft.replaced,
        "evidence": draft.evidence,
        "mix": draft.mix,
    })
    .to_string()
}

fn texts(amounts: &[(InputKind, Quantity)]) -> Value {
    let texts = amounts
        .iter()
        .map(|(kind, amount)| (kind.id(), amount.to_string()));
    json!(texts.collect::<BTreeMap<&str, String>>())
}

/// The answer that is expected, by way of another writer of JSON.
fn answer_of(said: &Said) -> Value {
    let activity = said.activity();
    let assessment = assess(&activity);
    let mut pollutants = serde_json::Map::new();
    let mut partly = Vec::new();
    for pollutant in Pollutant::ALL {
        let value = match assessment.pollutant(pollutant) {
            PollutantOutcome::Unknown => Value::Null,
            PollutantOutcome::Known { value, partial, .. } => {
                partly.extend(partial.then(|| pollutant.id()));
                value.milligrams_decimal().into()
            }
        };
        pollutants.insert(pollutant.id().to_owned(), value);
    }
    let terms: Vec<Value> = assessment
        .terms
        .iter()
        .map(|term| {
            let with = term.with.iter().map(
                |factor| json!({"factor": factor.id, "value": factor.values.value.to_string()}),
            );
            json!({
                "side": format!("{:?}", term.side).to_lowercase(),
                "factor": term.factor.id,
                "value": term.values().value.to_string(),
                "unit": term.factor.unit.label(Language::En),
                "inputs": texts(&term.inputs),
                "with": with.collect::<Vec<Value>>(),
                "divided_by": texts(&term.divided_by),
                "amount_g": term.amount.grams_decimal(),
            })
        })
        .collect();
    json!({
        "edition": activity.edition().id,
        "reduction_g": assessment.reduction.grams_decimal(),
        "low_g": assessment.low.grams_decimal(),
        "high_g": assessment.high.grams_decimal(),
        "pollutants_mg": pollutants,
        "points": assessment.points,
        "terms": terms,
        "partial": partly,
    })
}

proptest! {
    #[test]
    fn a_good_line_is_answered_with_its_assessment(all in prop::collection::vec(said(days()), 0..5)) {
        let lines: Vec<String> = all.iter().map(line_of).collect();
        let expected: Vec<Value> = all.iter().map(answer_of).collect();
        prop_assert_eq!(answers(lines.join("\n").as_bytes()), expected);
    }

    #[test]
    fn every_line_has_its_answer(lines in prop::collection::vec("[^\n]{1,40}", 0..5)) {
        let text = lines.join("\n");
        let answers = answers(text.as_bytes());
        prop_assert_eq!(answers.len(), lines.len());
        for (number, answer) in (1..).zip(answers) {
            prop_assert_eq!(&answer["line"], &json!(number));
            prop_assert!(answer["error"].is_string());
        }
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>()) {
        let whole = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        let lines = whole.split(|byte| *byte == b'\n').count();
        prop_assert_eq!(answers(&bytes).len(), if bytes.is_empty() { 0 } else { lines });
    }

    /// A line that was changed somewhere is answered, one way or the other.
    #[test]
    fn no_changed_line_panics(
        said in said(days()),
        place in any::<prop::sample::Index>(),
        character in prop::sample::select("\"\\{}[]:,0-.eé\u{0}".chars().collect::<Vec<_>>()),
    ) {
        let mut line: Vec<char> = line_of(&said).chars().collect();
        *place.get_mut(&mut line) = character;
        let line: String = line.into_iter().collect();
        prop_assert_eq!(answers(line.as_bytes()).len(), 1);
    }
}
