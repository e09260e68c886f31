//! What to look for in the ledger.

use super::View;
use crate::account::{Ledger, Search};
use crate::app::components::{
    Asked, Element, Question, choice_group, element, text_field, text_input,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::methodology::Category;
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
        .child(months(app, ledger, search))
}

/// A callback that changes what is looked for by what was typed or chosen.
fn changed(app: &App, search: &Search, change: fn(&mut Search, String)) -> Callback<String> {
    app.typing((search.clone(), change), |(search, change), typed| {
        let mut search = search.clone();
        change(&mut search, typed);
        PageChange::Ledger(View::of(search))
    })
}

/// A jump to a month, however many there are.
fn months(app: &App, ledger: &Ledger, search: &Search) -> Element {
    let texts = app.messages().ledger;
    let option = |value: String, name: String, is_selected: bool| {
        let option = element("option", "").key(value.clone());
        option
            .attribute("value", value)
            .flag("selected", is_selected)
            .text(name)
    };
    let all = option(
        String::new(),
        texts.all_months().to_owned(),
        search.month.is_none(),
    );
    let label = element("label", "field-label")
        .attribute("for", "ledger-month")
        .text(texts.month());
    let mut select = element("select", "input")
        .attribute("id", "ledger-month")
        .onchange(changed(app, search, |search, month| {
            search.month = month.parse().ok();
        }))
        .child(all);
    for month in ledger.months().rev() {
        let is_selected = search.month == Some(month);
        let name = month.long(app.language());
        select = select.child(option(month.to_string(), name, is_selected));
    }
    element("div", "field-inline").child(label).child(select)
}
