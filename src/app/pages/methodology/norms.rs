//! The ten norms of citizens' environmental conduct, and the actions under each.

use super::lists::action_rows;
use crate::app::components::{Element, element};
use crate::app::context::App;
use crate::methodology::{Edition, Norm};

/// All ten.
pub fn norms(app: &App, edition: &'static Edition) -> Element {
    let mut norms = element("div", "columns-even");
    for norm in edition.norms {
        norms = norms.child(one(app, edition, norm));
    }
    element("div", "column")
        .child(element("p", "muted").text(app.messages().methodology.norms_source()))
        .child(norms)
}

fn one(app: &App, edition: &'static Edition, norm: &'static Norm) -> Element {
    let language = app.language();
    let missing = app.messages().methodology.norm_body_missing();
    let body = norm.body.map_or(missing, |body| body.in_language(language));
    let title = [
        &norm.number.to_string(),
        ". ",
        norm.title.in_language(language),
    ]
    .concat();
    element("section", "section")
        .child(element("h2", "").text(title))
        .child(element("p", "").text(body))
        .child(action_rows(app, edition, |action| {
            action.norm == norm.number
        }))
}
