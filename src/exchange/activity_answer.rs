//! What an activity saved as a line of JSON: what comes out of `assess`.
//!
//! Amounts are decimal texts, which no reader rounds, and keys have one order,
//! so that two runs can be compared byte by byte. A city has many lines: they
//! are written without a serializer, which would look for something to escape
//! in ids and figures where there is nothing.

use super::activity_line::LineError;
use crate::language::Language;
use crate::methodology::{
    Activity, Assessment, InputKind, Pollutant, PollutantOutcome, Side, Term,
};
use crate::quantity::{Figures, Quantity};

/// Adds the answer to an activity, without a line end.
pub fn write_answer(output: &mut String, activity: &Activity, assessment: &Assessment) {
    plain(output, r#"{"edition":"#, activity.edition().id);
    let figures = assessment.reduction.grams_figures();
    plain(output, r#","reduction_g":"#, figures.as_str());
    plain(
        output,
        r#","low_g":"#,
        assessment.low.grams_figures().as_str(),
    );
    plain(
        output,
        r#","high_g":"#,
        assessment.high.grams_figures().as_str(),
    );
    output.push_str(r#","pollutants_mg":{"#);
    list(output, Pollutant::ALL, |output, pollutant| {
        plain(output, "", pollutant.id());
        match assessment.pollutant(pollutant) {
            PollutantOutcome::Unknown => output.push_str(":null"),
            PollutantOutcome::Known { value, .. } => {
                plain(output, ":", value.milligrams_figures().as_str());
            }
        }
    });
    output.push_str(r#"},"points":"#);
    output.push_str(Figures::whole(assessment.points.into()).as_str());
    output.push_str(r#","terms":["#);
    list(output, &assessment.terms, write_term);
    output.push_str(r#"],"partial":["#);
    list(output, partial(assessment), |output, id| {
        plain(output, "", id);
    });
    output.push_str("]}");
}

/// Adds why the line of a number (from 1 on) has no answer, without a line end.
pub fn write_error(output: &mut String, line: u64, error: &LineError) {
    output.push_str(r#"{"line":"#);
    output.push_str(Figures::whole(line).as_str());
    output.push_str(r#","error":"#);
    // It quotes what the line said.
    output.push_str(&serde_json::Value::from(error.to_string()).to_string());
    output.push('}');
}

fn write_term(output: &mut String, term: &Term) {
    output.push_str(match term.side {
        Side::Baseline => r#"{"side":"baseline""#,
        Side::Project => r#"{"side":"project""#,
    });
    plain(output, r#","factor":"#, term.factor.id);
    plain(
        output,
        r#","value":"#,
        term.values().value.figures().as_str(),
    );
    output.push_str(r#","unit":""#);
    let (mass, per) = term.factor.unit.parts(Language::En);
    if let Some(mass) = mass {
        output.push_str(mass);
        output.push('/');
    }
    output.push_str(per);
    output.push_str(r#"","inputs":{"#);
    list(output, &term.inputs, write_input);
    output.push_str(r#"},"with":["#);
    list(output, term.with, |output, factor| {
        plain(output, r#"{"factor":"#, factor.id);
        plain(
            output,
            r#","value":"#,
            factor.values.value.figures().as_str(),
        );
        output.push('}');
    });
    output.push_str(r#"],"divided_by":{"#);
    list(output, &term.divided_by, write_input);
    plain(
        output,
        r#"},"amount_g":"#,
        term.amount.grams_figures().as_str(),
    );
    output.push('}');
}

fn write_input(output: &mut String, (kind, amount): &(InputKind, Quantity)) {
    plain(output, "", kind.id());
    plain(output, ":", amount.figures().as_str());
}

/// Ids of pollutants of which only a part is counted.
fn partial(assessment: &Assessment) -> impl Iterator<Item = &'static str> {
    let is_partial = |pollutant: &Pollutant| {
        let outcome = assessment.pollutant(*pollutant);
        matches!(outcome, PollutantOutcome::Known { partial: true, .. })
    };
    let partial = Pollutant::ALL.into_iter().filter(is_partial);
    partial.map(Pollutant::id)
}

/// Adds something, and in quotes an id or figures: an edition with an id that
/// would have to be escaped does not compile.
fn plain(output: &mut String, before: &str, text: &str) {
    output.push_str(before);
    output.push('"');
    output.push_str(text);
    output.push('"');
}

/// Adds things with commas between them.
fn list<T>(
    output: &mut String,
    things: impl IntoIterator<Item = T>,
    write: impl Fn(&mut String, T),
) {
    for (index, thing) in things.into_iter().enumerate() {
        if index > 0 {
            output.push(',');
        }
        write(output, thing);
    }
}
