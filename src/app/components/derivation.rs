//! "Why this number": the terms of a result with the reader's own numbers in
//! them, each with its factor, source and standing.

use crate::app::hooks::App;
use crate::language::fill;
use crate::methodology::{Assessment, Quality, Side, Term};
use crate::quantity::{Carbon, Quantity};
use yew::prelude::*;

/// The terms of both scenarios and their difference.
pub fn derivation(app: &App, assessment: &Assessment, edition: &str) -> Html {
    let texts = &app.messages().record;
    html! {
        <div class="terms">
            { scenario(app, assessment, Side::Baseline, texts.baseline) }
            { scenario(app, assessment, Side::Project, texts.project) }
            <p class="term-total">
                { texts.difference }{ " " }{ difference(assessment) }
            </p>
            <p class="term-source">{ fill(texts.edition, &[("edition", edition)]) }</p>
        </div>
    }
}

/// Grams to the last digit that was worked out, so that what is shown adds up.
fn grams(carbon: Carbon) -> String {
    carbon.grams_decimal().replace('-', "−") + " g"
}

fn difference(assessment: &Assessment) -> String {
    let mut sum = String::new();
    for term in &assessment.terms {
        match term.side {
            Side::Baseline if sum.is_empty() => {}
            Side::Baseline => sum.push_str(" + "),
            Side::Project => sum.push_str(" − "),
        }
        sum.push_str(&grams(term.amount));
    }
    sum.push_str(" = ");
    sum.push_str(&grams(assessment.reduction));
    sum
}

fn scenario(app: &App, assessment: &Assessment, side: Side, heading: &'static str) -> Html {
    let terms: Vec<&Term> = assessment
        .terms
        .iter()
        .filter(|term| term.side == side)
        .collect();
    html! {
        <div class="term-group">
            <h3>{ heading }</h3>
            <div>
                { for terms.is_empty().then(|| html! { <p>{ "0 g" }</p> }) }
                { for terms.into_iter().map(|term| line(app, term)) }
            </div>
        </div>
    }
}

fn line(app: &App, term: &Term) -> Html {
    let language = app.language();
    let messages = app.messages();
    let texts = &messages.record;
    let provenance = &term.factor.provenance;
    let source = [
        provenance.source.title.in_language(language),
        " ",
        provenance.detail,
        " · ",
        provenance.year,
    ]
    .concat();
    html! {
        <div class="term">
            <p class="term-sum">{ product(app, term) }</p>
            <p class="term-source">
                { texts.factor }{ " " }
                <a href={["#/methodology/", term.factor.id].concat()}>{ term.factor.name.in_language(language) }</a>
                { " " }
                { standing(app, provenance.quality) }
            </p>
            <p class="term-source">{ texts.source }{ " " }{ source }</p>
            <p class="term-source slot">{ term.own_values.as_ref().map(|_| texts.own_mix) }</p>
            <p class="term-source slot">{ provenance.range_assumed.then_some(texts.range_assumed) }</p>
        </div>
    }
}

/// How well a number is known, said aloud where it is not read from a source.
pub fn standing(app: &App, quality: Quality) -> Html {
    let class = if quality.is_open() {
        "tag tag-accent"
    } else {
        "tag"
    };
    html! { <span {class}>{ app.messages().names.quality(quality) }</span> }
}

/// "8 公里 × 79.0 g/人·公里 = 632 g"
fn product(app: &App, term: &Term) -> String {
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
    text.push_str(&grams(term.amount));
    text
}
