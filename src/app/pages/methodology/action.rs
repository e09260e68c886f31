//! An action: its formula in words, what is asked for within which bounds, and
//! the factors it takes.

use super::{fact, href_of, sources::sources};
use crate::app::components::{Element, element, link};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{
    Action, Edition, Factor, FactorRule, Input, InputKind, TermRule, Variant,
};
use crate::quantity::Quantity;

/// All that is to be known of an action.
pub fn action(app: &App, edition: &'static Edition, action: &'static Action) -> Element {
    let language = app.language();
    let note = action.note.map_or("", |note| note.in_language(language));
    let words = element("section", "section")
        .child(element("p", "").text(action.hint.in_language(language)))
        .child(element("p", "formula").text(action.formula.in_language(language)))
        .child(element("p", "slot").text(note));
    let mut main = element("div", "column").child(words);
    for variant in action.variants {
        main = main.child(variant_card(app, action, variant));
    }
    let record = link(
        "button button-primary",
        ["#/record/", action.id.as_str()].concat(),
    );
    let record = record.text(app.messages().methodology.record_this());
    let main = main
        .child(element("p", "").child(record))
        .child(sources(app, edition, action));
    element("div", "columns")
        .child(main)
        .child(element("div", "column").child(rules(app, edition, action)))
}

fn variant_card(app: &App, action: &'static Action, variant: &'static Variant) -> Element {
    let texts = app.messages().methodology;
    let mut inputs = element("dl", "pairs");
    for input in variant.inputs {
        inputs = inputs.child(bounds(app, input));
    }
    let card = element("section", "card")
        .child(element("h2", "").text(variant.name.in_language(app.language())))
        .child(element("h3", "").text(texts.variant_inputs()))
        .child(inputs);
    if variant.baseline.is_empty() {
        return card.child(element("p", "").text(texts.not_worked_out()));
    }
    card.child(element("h3", "").text(texts.baseline()))
        .child(terms(app, action, variant, variant.baseline))
        .child(element("h3", "").text(texts.project()))
        .child(terms(app, action, variant, variant.project))
}

fn bounds(app: &App, input: &'static Input) -> Element {
    let texts = app.messages().methodology;
    let amount = |thousandths| amount_of(app, input.kind, thousandths);
    let remark = match input.default {
        Some(default) => fill(texts.default(), &[("default", &amount(default))]),
        None if input.required => String::new(),
        None => texts.optional().to_owned(),
    };
    let (floor, ceiling) = (amount(input.floor), amount(input.ceiling));
    let between = fill(texts.bounds(), &[("floor", &floor), ("ceiling", &ceiling)]);
    element("div", "")
        .child(element("dt", "").text(input.label.in_language(app.language())))
        .child(element("dd", "").text(between))
        .child(element("dd", "pair-note slot").text(remark))
}

fn amount_of(app: &App, kind: InputKind, thousandths: i64) -> String {
    let amount = Quantity::new(kind.dimension(), thousandths);
    amount.map_or_else(|_| String::new(), |amount| amount.exact(app.language()))
}

fn terms(
    app: &App,
    action: &'static Action,
    variant: &'static Variant,
    rules: &'static [TermRule],
) -> Element {
    let mut terms = element("ul", "bullets");
    for rule in rules {
        terms = terms.child(term(app, action, variant, rule));
    }
    if rules.is_empty() {
        terms = terms.child(element("li", "").text(app.messages().methodology.nothing_emitted()));
    }
    terms
}

/// "里程 × 公交车（纯电动）"
fn term(
    app: &App,
    action: &'static Action,
    variant: &'static Variant,
    rule: &'static TermRule,
) -> Element {
    let texts = app.messages().methodology;
    let label = |kind: &InputKind| {
        let input = variant.input(*kind);
        input.map_or(kind.id(), |input| input.label.in_language(app.language()))
    };
    let link = |factor: &'static Factor| {
        link("", href_of(factor)).text(factor.name.in_language(app.language()))
    };
    let mut term = element("li", "");
    for kind in rule.inputs {
        term = term.text(label(kind)).text(" × ");
    }
    term = match rule.factor {
        FactorRule::Fixed(factor) => term.child(link(factor)),
        FactorRule::Replaced { unsaid } => {
            term.text(texts.replaced()).text(" ").child(link(unsaid))
        }
        FactorRule::Item => {
            let mut items = term.text(texts.items());
            for item in action.items {
                items = items.text(" · ").child(link(item.factor));
            }
            items
        }
    };
    for factor in rule.with {
        term = term.text(" × ").child(link(factor));
    }
    for kind in rule.divide_by {
        term = term.text(" ÷ ").text(label(kind));
    }
    term
}

/// Caps, the norm, and what must not be counted twice.
fn rules(app: &App, edition: &'static Edition, action: &'static Action) -> Element {
    let texts = app.messages().methodology;
    let language = app.language();
    let mut rules = element("dl", "facts");
    if let Some((kind, thousandths)) = action.daily_cap {
        let amount = amount_of(app, kind, thousandths);
        rules = rules.child(fact(
            texts.cap(),
            fill(texts.cap_text(), &[("amount", &amount)]),
        ));
    }
    if let Some(norm) = edition.norms.iter().find(|norm| norm.number == action.norm) {
        let number = norm.number.to_string();
        let named = [
            ("number", &*number),
            ("title", norm.title.in_language(language)),
        ];
        let link = link("", "#/methodology/norms").text(fill(texts.norm_text(), &named));
        rules = rules.child(fact(texts.norm(), link));
    }
    if action.is_green_trip {
        rules = rules.child(fact(
            app.messages().statement.green_share(),
            texts.green_trip(),
        ));
    }
    for overlap in edition.overlaps {
        if overlap.actions.contains(&action.id) || overlap.against.contains(&action.id) {
            rules = rules.child(fact(texts.overlaps(), overlap.reason.in_language(language)));
        }
    }
    rules
}
