//! What to look for in the ledger.

use super::View;
use crate::account::{Ledger, Search, Span};
use crate::app::components::{
    Asked, Element, Question, action_name, button, choice_group, element, icon, link, select_field,
    span_name, text_field, text_input,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::{ActionId, Category};
use yew::Callback;

/// The id of the field that texts are looked for in.
pub const SEARCH_ID: &str = "ledger-search";

/// The fields above, or on wide screens beside, the list.
pub fn filters(app: &App, ledger: &Ledger, search: &Search) -> Element {
    let messages = app.messages();
    let texts = messages.ledger;
    let onchoose = changed(app, search, |search, id| {
        search.category = Category::from_id(&id);
    });
    let oninput = changed(app, search, |search, text| search.text = text);
    let mut choices = vec![("", messages.record.all_categories())];
    for (category, name) in Category::ALL.into_iter().zip(texts.categories()) {
        choices.push((category.id(), name));
    }
    let text = Asked {
        id: SEARCH_ID,
        label: texts.search(),
        hint: texts.search_hint(),
        error: None,
    };
    let category = Question {
        name: "ledger-category",
        legend: messages.record.categories(),
        is_legend_hidden: true,
        hint: "",
    };
    let chosen = search.category.map_or("", Category::id);
    element("search", "form ledger-filters")
        .attribute("aria-label", texts.filters())
        .child(text_field(
            text,
            text_input("search", &search.text, oninput),
        ))
        .child(choice_group(category, &choices, chosen, onchoose))
        .child(spans(app, ledger, search))
        .child(element("div", "slot").children(search.action.map(|id| action(app, search, id))))
}

/// The only action that is shown, the way to its method, and back to all.
fn action(app: &App, search: &Search, id: ActionId) -> Element {
    let name = action_name(app, id);
    let texts = app.messages().ledger;
    let all = Search {
        action: None,
        ..search.clone()
    };
    let close = app.act(View::of(all), |app, view| {
        app.turn(PageChange::Ledger(view.clone()));
        app.focus_next(SEARCH_ID);
    });
    let only = fill(texts.only(), &[("action", name)]);
    let method = link("text-link", ["#/methodology/action/", id.as_str()].concat());
    let method = method.text(app.messages().today.how_it_is_worked_out());
    element("div", "actions")
        .child(
            button("button", Some(icon("close")), &only, close)
                .attribute("aria-label", fill(texts.not_only(), &[("action", name)])),
        )
        .child(method)
}

/// A callback that changes what is looked for by what was typed or chosen.
fn changed(app: &App, search: &Search, change: fn(&mut Search, String)) -> Callback<String> {
    app.typing((search.clone(), change), |(search, change), typed| {
        let mut search = search.clone();
        change(&mut search, typed);
        PageChange::Ledger(View::of(search))
    })
}

/// A jump to a month, however many there are, or what else was asked for.
fn spans(app: &App, ledger: &Ledger, search: &Search) -> Element {
    let texts = app.messages().ledger;
    let onchange = changed(app, search, |search, month| {
        search.span = month.parse().unwrap_or_default();
    });
    let asked = matches!(search.span, Span::Day(_) | Span::Year(_)).then_some(search.span);
    let months = ledger.months().rev().map(Span::Month);
    let spans = asked.into_iter().chain(months);
    let spans = spans.map(|span| (span.to_string(), span_name(app, span)));
    let all = (Span::All.to_string(), texts.all_months().to_owned());
    let options = [all].into_iter().chain(spans);
    let chosen = search.span.to_string();
    select_field("ledger-month", texts.month(), options, &chosen, onchange)
}
