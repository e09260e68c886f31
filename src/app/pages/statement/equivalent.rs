//! A saving as an amount of something people know, with its formula and source.

use super::View;
use crate::account::equivalent;
use crate::app::components::{Element, element, link};
use crate::language::fill;

/// Today's comparison; an empty element where nothing was saved.
pub fn as_much_as(view: View<'_>) -> Element {
    let View { app, today, .. } = view;
    let saved = view.statement.totals.reduction;
    let texts = app.messages().equivalents;
    let language = app.language();
    let place = element("div", "slot screen-only");
    let Some(found) = equivalent(saved, today) else {
        return place;
    };
    let Some(sentence) = texts.sentences().get(found.index) else {
        return place;
    };
    let factor = found.factor;
    let [amount, low, high] =
        [found.amount, found.low, found.high].map(|amount| amount.short(language));
    let sentence = fill(sentence, &[("amount", &amount)]);
    let value = factor.values.value.to_string();
    let formula = [
        &*saved.short(language),
        " ÷ ",
        &value,
        " ",
        &factor.unit.label(language),
        " ≈ ",
        &amount,
    ];
    let range = if found.low == found.high {
        String::new()
    } else {
        fill(texts.range(), &[("low", &low), ("high", &high)])
    };
    let source = link("text-link", ["#/methodology/", factor.id].concat())
        .text(factor.name.in_language(language));
    let section = element("section", "section")
        .child(element("h3", "").text(texts.title()))
        .child(element("p", "").text(sentence))
        .child(element("p", "muted small").text(formula.concat()))
        .child(element("p", "muted small slot").text(range))
        .child(
            element("p", "term-source")
                .text(app.messages().derivation.factor())
                .text(" ")
                .child(source),
        )
        .child(element("p", "muted small").text(texts.hint()));
    place.child(section)
}
