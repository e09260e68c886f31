//! Where the numbers come from: of each way its term with the numbers in it,
//! and its factor, which leads to the source.

use super::name;
use crate::account::Comparison;
use crate::app::components::{Element, disclosure, element, link, product, standing};
use crate::app::context::App;

/// Every way with the terms that lead to its CO2e, and their factors.
pub fn sources(app: &App, comparison: &Comparison) -> Element {
    let texts = app.messages().compare;
    let mut terms = element("div", "terms");
    for row in &comparison.rows {
        for term in &row.emission.terms {
            let href = ["#/methodology/", term.factor.id].concat();
            let factor = link("text-link", href).text(term.factor.name.in_language(app.language()));
            let factor = element("p", "term-source")
                .text([app.messages().derivation.factor(), " "].concat())
                .child(factor)
                .text(" ")
                .child(standing(app, term.factor.provenance.quality));
            let line = [&*name(app, row.way), texts.colon(), &product(app, term)].concat();
            let term = element("div", "term")
                .child(element("p", "term-sum").text(line))
                .child(factor);
            terms = terms.child(term);
        }
    }
    let body = element("div", "disclosure-body")
        .child(element("p", "muted small").text(texts.sources_hint()))
        .child(terms);
    disclosure(texts.sources(), body)
}
