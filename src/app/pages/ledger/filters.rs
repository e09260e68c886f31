//! What to look for in the ledger.

use crate::account::{Ledger, Search};
use crate::app::components::{ChoiceGroup, TextField, element};
use crate::app::hooks::App;
use crate::methodology::Category;
use yew::prelude::*;

/// The id of the field that texts are looked for in.
pub const SEARCH_ID: &str = "ledger-search";

/// The fields above, or on wide screens beside, the list.
pub fn filters(app: &App, ledger: &Ledger, search: &Search, onsearch: &Callback<Search>) -> Html {
    let messages = app.messages();
    let texts = &messages.ledger;
    let onchoose = changed(search, onsearch, |search, id| {
        search.category = Category::from_id(&id);
    });
    let oninput = changed(search, onsearch, |search, text| search.text = text);
    let mut choices = vec![("".into(), messages.record.all_categories.into())];
    for (category, name) in Category::ALL.into_iter().zip(texts.categories) {
        choices.push((category.id().into(), name.into()));
    }
    html! {
        <search class="form ledger-filters" aria-label={texts.filters}>
            <TextField
                id={SEARCH_ID} kind="search" label={texts.search} hint={texts.search_hint}
                text={search.text.clone()} {oninput}
            />
            <ChoiceGroup
                name="ledger-category" legend={messages.record.categories} is_legend_hidden=true
                {choices} {onchoose} chosen={search.category.map_or("", Category::id)}
            />
            { months(app, ledger, search, onsearch) }
        </search>
    }
}

/// A callback that changes what is looked for by what was typed or chosen.
fn changed(
    search: &Search,
    onsearch: &Callback<Search>,
    change: fn(&mut Search, String),
) -> Callback<String> {
    let search = search.clone();
    onsearch.reform(move |value| {
        let mut search = search.clone();
        change(&mut search, value);
        search
    })
}

/// A jump to a month, however many there are.
fn months(app: &App, ledger: &Ledger, search: &Search, onsearch: &Callback<Search>) -> Html {
    let texts = &app.messages().ledger;
    let option = |value: String, name: String, is_selected: bool| {
        let option = element("option", "").key(value.clone());
        option
            .attribute("value", value)
            .flag("selected", is_selected)
            .text(name)
            .into()
    };
    let months = ledger.months().rev().map(|month| {
        let is_selected = search.month == Some(month);
        option(month.to_string(), month.long(app.language()), is_selected)
    });
    let all = option(
        String::new(),
        texts.all_months.to_owned(),
        search.month.is_none(),
    );
    let label = element("label", "field-label")
        .attribute("for", "ledger-month")
        .text(texts.month);
    let select = element("select", "input")
        .attribute("id", "ledger-month")
        .onchange(changed(search, onsearch, |search, month| {
            search.month = month.parse().ok();
        }))
        .child(all)
        .children(months);
    element("div", "field-inline")
        .child(label)
        .child(select)
        .into()
}
