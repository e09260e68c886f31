//! All actions and all factors, each leading to its own page.

use super::{href_of, section, value_of};
use crate::app::components::{Element, element, link_row, standing};
use crate::app::context::App;
use crate::methodology::{Action, Category, Edition, Factor};
use yew::prelude::*;

/// The actions, by category.
pub fn actions(app: &App, edition: &'static Edition) -> Element {
    let mut lists = element("div", "columns-even");
    for category in Category::ALL {
        let name = app.messages().names.category(category);
        let rows = action_rows(app, edition, |action| action.category == category);
        lists = lists.child(section(name).child(rows));
    }
    lists
}

/// Actions with their formulas.
pub fn action_rows(
    app: &App,
    edition: &'static Edition,
    is_wanted: impl Fn(&Action) -> bool,
) -> Element {
    let mut rows = element("ul", "rows");
    for action in edition.actions.iter().filter(|action| is_wanted(action)) {
        rows = rows.child(action_row(app, action));
    }
    rows
}

/// An action with its formula.
pub fn action_row(app: &App, action: &Action) -> Element {
    let (id, language) = (action.id.as_str(), app.language());
    let href = ["#/methodology/action/", id].concat();
    let formula = action.formula.in_language(language).into();
    link_row(href, id, action.name.in_language(language), formula)
}

/// The factors, as they stand in the edition.
pub fn factors(app: &App, edition: &'static Edition, today: &str) -> Element {
    factor_rows(app, edition, today, |_| true)
}

/// Factors with their values and standing.
pub fn factor_rows(
    app: &App,
    edition: &'static Edition,
    today: &str,
    is_wanted: fn(&Factor) -> bool,
) -> Element {
    let mut rows = element("ul", "rows rows-even");
    for factor in edition.factors.iter().filter(|factor| is_wanted(factor)) {
        let remark = element("span", "")
            .child(element("span", "number").text(value_of(app, factor)))
            .text(" ")
            .child(standing(app, factor.provenance.quality))
            .text(" ")
            .child(past(app, factor, today));
        rows = rows.child(factor_row(app, factor, remark));
    }
    rows
}

/// A factor, leading to its page.
pub fn factor_row(app: &App, factor: &'static Factor, remark: impl Into<Html>) -> Element {
    let name = factor.name.in_language(app.language());
    link_row(href_of(factor), "", name, remark.into())
}

/// A mark for a factor that should be looked up again.
pub fn past(app: &App, factor: &Factor, today: &str) -> Element {
    let is_past = factor.is_past_best_before(today);
    let mark =
        is_past.then(|| element("span", "tag tag-accent").text(app.messages().methodology.past()));
    element("span", "slot").children(mark)
}
