//! A factor with all its data.

use super::basics::day_in_words;
use super::lists::{action_row, past};
use super::{fact, section, value_of};
use crate::app::components::{Element, element, link, standing, stated, with_year};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::{Edition, Factor, Pollutant, PollutantFactor, Provenance, Text, editions};
use yew::AttrValue;

/// All that is to be known of a factor.
pub fn factor(
    app: &App,
    edition: &'static Edition,
    factor: &'static Factor,
    today: &str,
) -> Element {
    let card = element("section", "card")
        .child(value(app, factor))
        .children(elsewhere(app, edition, factor))
        .child(past(app, factor, today))
        .child(provenance(app, &factor.provenance, today));
    let mut users = element("ul", "rows");
    for action in edition.used_by(factor) {
        users = users.child(action_row(app, action));
    }
    let main = element("div", "column")
        .child(card)
        .child(pollutants(app, factor, today));
    element("div", "columns")
        .child(main)
        .child(section(app.messages().methodology.used_by()).child(users))
}

/// What is said of a fact, with a remark below it.
fn remarked(said: impl Into<AttrValue>, remark: &'static str) -> Element {
    element("span", "")
        .text(said)
        .child(element("span", "pair-remark slot").text(remark))
}

fn value(app: &App, factor: &'static Factor) -> Element {
    let texts = app.messages().methodology;
    let values = &factor.values;
    let unit = factor.unit.label(app.language());
    let unit = if unit.is_empty() {
        texts.unit_pure().to_owned()
    } else {
        unit
    };
    let range = if values.low == values.high {
        texts.range_single().to_owned()
    } else {
        [&values.low.to_string(), " – ", &values.high.to_string()].concat()
    };
    let is_assumed = factor.provenance.range_assumed;
    let range = remarked(
        range,
        if is_assumed {
            texts.range_assumed()
        } else {
            ""
        },
    );
    let number = element("p", "figure-value")
        .text(values.value.to_string())
        .child(element("span", "figure-unit").text([" ", &unit].concat()));
    let figure = element("div", "figure")
        .child(element("p", "figure-label").text(texts.value()))
        .child(number);
    let facts = element("dl", "facts")
        .child(fact(texts.range(), range))
        .child(fact(
            texts.emitted_at(),
            app.messages().names.emitted_at(factor.emitted_at),
        ));
    element("div", "section").child(figure).child(facts)
}

/// What other editions say, where that is something else.
fn elsewhere(app: &App, edition: &Edition, factor: &'static Factor) -> Option<Element> {
    let others = editions()
        .iter()
        .rev()
        .filter(|other| other.id != edition.id);
    let mut facts = others.filter_map(|other| {
        let said = match other.factor(factor.id) {
            Some(same) if same.values == factor.values => return None,
            Some(different) => value_of(app, different),
            None => app.messages().editions.not_in_it().to_owned(),
        };
        Some(fact(other.id, said))
    });
    let first = facts.next()?;
    let facts = element("dl", "facts").child(first).children(facts);
    Some(
        element("div", "")
            .child(element("h3", "").text(app.messages().editions.elsewhere()))
            .child(facts),
    )
}

/// Where a number comes from, and how far it can be trusted.
fn provenance(app: &App, provenance: &'static Provenance, today: &str) -> Element {
    let texts = app.messages().methodology;
    let language = app.language();
    let source = provenance.source;
    let in_language = |text: Text| text.in_language(language);
    let title = in_language(source.title);
    let title = match source.url {
        Some(url) => link("", in_language(url))
            .attribute("target", "_blank")
            .attribute("rel", "noreferrer")
            .text(title),
        None => element("span", "").text(title),
    };
    let issuer = with_year(app, in_language(source.issuer).to_owned(), source.year);
    let quality = element("span", "")
        .child(standing(app, provenance.quality))
        .text([" ", texts.qualities()[provenance.quality as usize]].concat());
    let is_old = provenance.is_past_best_before(today);
    let best_before = remarked(
        day_in_words(app, in_language(provenance.best_before)),
        if is_old { texts.past_best_before() } else { "" },
    );
    let year = stated(app, provenance.year).unwrap_or(texts.year_unstated());
    let mut facts = element("dl", "facts")
        .child(fact(texts.source(), title))
        .child(fact(texts.issuer(), issuer));
    if let Some(detail) = provenance.detail {
        facts = facts.child(fact(texts.detail(), in_language(detail)));
    }
    facts = facts
        .child(fact(texts.year(), year))
        .child(fact(texts.region(), in_language(provenance.region)))
        .child(fact(texts.quality(), quality))
        .child(fact(texts.best_before(), best_before));
    let words = [
        (texts.derivation(), provenance.derivation),
        (texts.note(), provenance.note),
    ];
    for (name, text) in words {
        if let Some(text) = text {
            facts = facts.child(fact(name, text.in_language(language)));
        }
    }
    facts
}

fn pollutants(app: &App, factor: &'static Factor, today: &str) -> Element {
    let texts = app.messages().methodology;
    let card = element("section", "card").child(element("h2", "").text(texts.pollutants()));
    let (_, per) = factor.unit.parts(app.language());
    if let Some(power) = factor.electricity_kwh {
        let power = [&power.to_string(), " kWh/", per].concat();
        let link =
            link("text-link", "#/methodology/electricity").text(texts.pollutants_from_power());
        return card
            .child(element("dl", "facts").child(fact(texts.electricity(), power)))
            .child(element("p", "").child(link));
    }
    if factor.values.pollutants.iter().all(Option::is_none) {
        return card.child(element("p", "").text(texts.pollutants_unknown()));
    }
    let unit = fill(texts.pollutants_unit(), &[("unit", per)]);
    let mut rows = element("dl", "pairs");
    for (pollutant, numbers) in Pollutant::ALL.into_iter().zip(factor.values.pollutants) {
        rows = rows.child(pollutant_row(app, pollutant, numbers, &unit));
    }
    let card = card.child(rows);
    match factor.pollutant_provenance {
        None => card,
        Some(row) => card
            .child(element("h3", "").text(texts.pollutants_source()))
            .child(provenance(app, row, today)),
    }
}

fn pollutant_row(
    app: &App,
    pollutant: Pollutant,
    numbers: Option<PollutantFactor>,
    unit: &str,
) -> Element {
    let messages = app.messages();
    let [value, remark] = match numbers {
        None => [messages.shell.unknown_amount().to_owned(), String::new()],
        Some(numbers) => {
            let (low, high) = (numbers.low.to_string(), numbers.high.to_string());
            let partial = if numbers.partial {
                messages.shell.partial_amount()
            } else {
                ""
            };
            let between = if numbers.partial { " · " } else { "" };
            [
                [&numbers.value.to_string(), " ", unit].concat(),
                [&low, " – ", &high, between, partial].concat(),
            ]
        }
    };
    let name = [" ", messages.names.pollutant(pollutant)].concat();
    let name = element("dt", "")
        .text(pollutant.id())
        .child(element("span", "muted small").text(name));
    let value = element("dd", "")
        .child(element("span", "number").text(value))
        .child(element("span", "pair-remark slot").text(remark));
    element("div", "").child(name).child(value)
}
