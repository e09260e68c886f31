//! "Why this number": the terms of a result with the reader's own numbers in
//! them, each with its factor, source and standing.

use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::language::{Language, fill};
use crate::methodology::{Activity, Assessment, Provenance, Quality, Side, Term, Text};
use crate::quantity::{Carbon, Quantity};
use yew::AttrValue;

/// The terms of both scenarios and their difference.
pub fn derivation(app: &App, activity: &Activity, assessment: &Assessment) -> Element {
    let texts = app.messages().derivation;
    let total = [texts.difference(), " ", &difference(app, assessment)].concat();
    let edition = [("edition", activity.edition().id)];
    let remark = activity
        .action()
        .note
        .map_or("", |note| note.in_language(app.language()));
    element("div", "terms")
        .key("terms")
        .child(scenario(app, assessment, Side::Baseline, texts.baseline()))
        .child(scenario(app, assessment, Side::Project, texts.project()))
        .child(element("p", "term-total").text(total))
        .child(source_line(fill(texts.edition(), &edition)))
        .child(source_line(remark))
}

/// A line below a factor; an empty one takes no room.
pub fn source_line(text: impl Into<AttrValue>) -> Element {
    element("p", "term-source slot").text(text)
}

/// Grams to the last digit that was worked out, so that what is shown adds up.
fn grams(app: &App, carbon: Carbon) -> String {
    let unit = match app.language() {
        Language::ZhCn => " 克",
        Language::En => " g",
    };
    carbon.grams_decimal().replace('-', "−") + unit
}

fn difference(app: &App, assessment: &Assessment) -> String {
    let mut sum = String::new();
    for term in &assessment.terms {
        match term.side {
            Side::Baseline if sum.is_empty() => {}
            Side::Baseline => sum.push_str(" + "),
            Side::Project => sum.push_str(" − "),
        }
        sum.push_str(&grams(app, term.amount));
    }
    sum.push_str(" = ");
    sum.push_str(&grams(app, assessment.reduction));
    sum
}

fn scenario(app: &App, assessment: &Assessment, side: Side, heading: &'static str) -> Element {
    let mut terms = assessment
        .terms
        .iter()
        .filter(|term| term.side == side)
        .peekable();
    let group = element("div", "term-group").child(element("h3", "").text(heading));
    if terms.peek().is_none() {
        return group.child(element("p", "").text(grams(app, Carbon::ZERO)));
    }
    group.children(terms.map(|term| line(app, term)))
}

fn line(app: &App, term: &Term) -> Element {
    let language = app.language();
    let texts = app.messages().derivation;
    let provenance = &term.factor.provenance;
    let factor = element("a", "")
        .attribute("href", ["#/methodology/", term.factor.id].concat())
        .text(term.factor.name.in_language(language));
    let factor = element("p", "term-source")
        .text([texts.factor(), " "].concat())
        .child(factor)
        .text(" ")
        .child(standing(app, provenance.quality));
    let source = [texts.source(), " ", &source_of(app, provenance)].concat();
    let own_mix = term.own_values.as_ref().map_or("", |_| texts.own_mix());
    let assumed = if provenance.range_assumed {
        texts.range_assumed()
    } else {
        ""
    };
    element("div", "term")
        .child(element("p", "term-sum").text(product(app, term)))
        .child(factor)
        .child(source_line(source))
        .child(source_line(own_mix))
        .child(source_line(assumed))
}

/// The text that a number was read in, where in it, and of which year.
#[must_use]
pub fn source_of(app: &App, provenance: &Provenance) -> String {
    let in_language = |text: Text| text.in_language(app.language());
    let source = [
        in_language(provenance.source.title),
        " ",
        provenance.detail.map_or("", in_language),
    ];
    with_year(app, source.concat(), provenance.year)
}

/// What is of a year, with that year where it is stated.
#[must_use]
pub fn with_year(app: &App, what: String, year: Text) -> String {
    match stated(app, year) {
        Some(year) => what + " · " + year,
        None => what,
    }
}

/// A year, where it is stated: editions have a dash where the source has none.
#[must_use]
pub fn stated(app: &App, year: Text) -> Option<&'static str> {
    Some(year.in_language(app.language())).filter(|year| *year != "–")
}

/// How well a number is known, said aloud where it is not read from a source.
pub fn standing(app: &App, quality: Quality) -> Element {
    let class = if quality.is_open() {
        "tag tag-accent"
    } else {
        "tag"
    };
    element("span", class).text(app.messages().derivation.quality(quality))
}

/// "8 公里 × 79.0 克/人·公里 = 632 克"
#[must_use]
pub fn product(app: &App, term: &Term) -> String {
    let language = app.language();
    let mut text = String::new();
    let amount = |quantity: &Quantity| quantity.exact(language);
    for (_, quantity) in &term.inputs {
        text.push_str(&amount(quantity));
        text.push_str(" × ");
    }
    text.push_str(&term.values().value.to_string());
    let unit = term.factor.unit.label(language);
    if !unit.is_empty() {
        text.push(' ');
        text.push_str(&unit);
    }
    for factor in term.with {
        text.push_str(" × ");
        text.push_str(&factor.values.value.to_string());
        text.push_str(" (");
        text.push_str(factor.name.in_language(language));
        text.push(')');
    }
    for (_, quantity) in &term.divided_by {
        text.push_str(" ÷ ");
        text.push_str(&amount(quantity));
    }
    text.push_str(" = ");
    text.push_str(&grams(app, term.amount));
    text
}
