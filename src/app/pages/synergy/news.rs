//! What a journalist would print: a few sentences, each filled from the data.

use super::{extent, less_or_more};
use crate::account::{Deed, Synergy, Verdict};
use crate::app::components::{Element, action_name, element};
use crate::app::context::App;
use crate::language::fill;
use crate::methodology::Pollutant;
use crate::quantity::PollutantMass;

/// The sentences.
pub fn news(app: &App, synergy: &Synergy) -> Element {
    let texts = app.messages().synergy;
    let count = |verdict| synergy.count(verdict).to_string();
    let all = synergy.deeds.len().to_string();
    let (both, trade) = (count(Verdict::Both), count(Verdict::Trade));
    let unclear = count(Verdict::CarbonOnly);
    let values = [
        ("all", &*all),
        ("both", &*both),
        ("trade", &*trade),
        ("unclear", &*unclear),
    ];
    let lead = element("p", "synergy-lead").text(fill(texts.lead(), &values));
    let best = synergy.first(Verdict::Both).map(|deed| best(app, deed));
    let moved = synergy.moved().map(|deed| moved(app, deed));
    let sentences = [best, moved].into_iter().flatten();
    element("section", "card synergy-news")
        .attribute("aria-label", texts.news())
        .child(lead)
        .children(sentences.map(|sentence| element("p", "").text(sentence)))
}

fn subject(app: &App, deed: &Deed) -> String {
    let texts = app.messages().synergy;
    let extent = extent(app, deed);
    let values = [
        ("action", action_name(app, deed.action)),
        ("extent", &*extent),
    ];
    fill(texts.subject(), &values)
}

fn best(app: &App, deed: &Deed) -> String {
    let texts = app.messages().synergy;
    let mut less = Vec::new();
    for pollutant in Pollutant::ALL {
        let total = deed.totals.pollutant(pollutant);
        let is_full = total.known == deed.totals.entries && total.partial == 0;
        if is_full && total.value > PollutantMass::ZERO {
            less.push(amount(app, pollutant, total.value));
        }
    }
    let carbon = deed.totals.reduction.short(app.language());
    let (subject, less) = (subject(app, deed), less.join(texts.separator()));
    let values = [
        ("subject", &*subject),
        ("carbon", &*carbon),
        ("pollutants", &*less),
    ];
    fill(texts.best(), &values)
}

fn moved(app: &App, deed: &Deed) -> String {
    let texts = app.messages().synergy;
    let [near, far] = deed.moved().map(|moved| {
        let moved = moved.map(|(pollutant, mass)| amount(app, pollutant, mass));
        moved.unwrap_or_default()
    });
    let carbon = less_or_more(app, &deed.totals.reduction.short(app.language()));
    let subject = subject(app, deed);
    let values = [
        ("subject", &*subject),
        ("carbon", &*carbon),
        ("near", &*near),
        ("far", &*far),
    ];
    fill(texts.moved(), &values)
}

/// "一氧化碳 4.6 克", without a sign.
fn amount(app: &App, pollutant: Pollutant, mass: PollutantMass) -> String {
    let amount = mass.short(app.language());
    let amount = amount.trim_start_matches('\u{2212}');
    [app.messages().names.pollutant(pollutant), " ", amount].concat()
}
