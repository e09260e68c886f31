//! What can be recorded: what is done often first, then all of it by category,
//! with a search that takes Chinese, pinyin initials and English.

use crate::app::components::{ChoiceGroup, Element, PageHeader, element, icon, link};
use crate::app::hooks::{App, use_account, use_app};
use crate::language::fill;
use crate::methodology::{Action, ActionId, Category, current};
use yew::prelude::*;

/// The most actions that stand under "recent".
const RECENT_MAX: usize = 4;

/// Choosing an action.
#[component]
pub fn ChoosePage() -> Html {
    let app = use_app();
    let account = use_account();
    let sought = use_state_eq(String::new);
    let category = use_state_eq(String::new);
    let texts = &app.messages().record;
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |text| sought.set(text))
    };
    let onchoose = {
        let category = category.setter();
        Callback::from(move |id| category.set(id))
    };
    let mut choices = vec![("".into(), texts.all_categories.into())];
    choices.extend((Category::ALL.into_iter()).map(|category| {
        (
            category.id().into(),
            app.messages().names.category(category).into(),
        )
    }));
    let is_searching = !sought.trim().is_empty();
    let chosen = Category::from_id(&category);
    let found: Vec<&Action> = current()
        .actions
        .iter()
        .filter(|action| is_searching && action.matches(&sought))
        .collect();
    let count = match (is_searching, found.len()) {
        (false, _) => String::new(),
        (true, 0) => fill(texts.found_none, &[("query", sought.trim())]),
        (true, count) => fill(texts.found, &[("count", &count.to_string())]),
    };
    // Who finds nothing is shown everything.
    let content = if found.is_empty() {
        let recent = account.ledger().recent_actions(RECENT_MAX);
        groups(&app, chosen, &recent)
    } else {
        element("div", "section")
            .key("found")
            .child(tiles(&app, found.into_iter()))
            .into()
    };
    let search = element("input", "input")
        .attribute("id", "search")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "search")
        .attribute("placeholder", texts.search_hint)
        .value((*sought).clone())
        .oninput(oninput);
    let search = element("div", "field")
        .child(
            element("label", "field-label")
                .attribute("for", "search")
                .text(texts.search),
        )
        .child(element("div", "search").child(icon("search")).child(search));
    let filter = html! {
        <ChoiceGroup
            name="category" legend={texts.categories} is_legend_hidden=true
            {choices} chosen={(*category).clone()} {onchoose}
        />
    };
    element("div", "page")
        .child(html! { <PageHeader title={texts.choose_title} /> })
        .child(search)
        .child(
            element("div", "")
                .flag("hidden", is_searching)
                .child(filter),
        )
        .child(
            element("p", "muted slot")
                .attribute("role", "status")
                .text(count),
        )
        .child(element("div", "column").child(content))
        .into()
}

fn groups(app: &App, chosen: Option<Category>, recent: &[ActionId]) -> Html {
    let texts = &app.messages().record;
    let edition = current();
    let of_ids = |ids: &[ActionId]| -> Vec<&'static Action> {
        ids.iter().filter_map(|id| edition.action(*id)).collect()
    };
    let favourites = of_ids(app.settings().favourites());
    let recent: Vec<ActionId> = (recent.iter().copied())
        .filter(|id| !app.settings().favourites().contains(id))
        .collect();
    let recent = of_ids(&recent);
    let mut sections = Vec::new();
    if chosen.is_none() {
        for (id, heading, actions) in [
            ("favourites", texts.favourites, favourites),
            ("recent", texts.recent, recent),
        ] {
            if !actions.is_empty() {
                sections.push(section(app, id, heading, actions.into_iter()));
            }
        }
    }
    for category in Category::ALL {
        if chosen.is_none_or(|chosen| chosen == category) {
            let actions = edition.actions.iter();
            let actions = actions.filter(|action| action.category == category);
            let heading = app.messages().names.category(category);
            sections.push(section(app, category.id(), heading, actions));
        }
    }
    element("div", "column")
        .key("groups")
        .children(sections)
        .into()
}

fn section<'a>(
    app: &App,
    id: &'static str,
    heading: &'static str,
    actions: impl Iterator<Item = &'a Action>,
) -> Html {
    element("section", "section")
        .key(id)
        .child(element("h2", "").text(heading))
        .child(tiles(app, actions))
        .into()
}

fn tiles<'a>(app: &App, actions: impl Iterator<Item = &'a Action>) -> Element {
    let tile = |action: &'a Action| {
        let id = action.id.as_str();
        let tile = link("tile", ["#/record/", id].concat())
            .child(icon(id))
            .child(element("span", "").text(action.name.in_language(app.language())));
        element("li", "").key(id).child(tile).into()
    };
    element("ul", "tiles").children(actions.map(tile))
}
