//! What can be recorded: what is done often first, then all of it by category,
//! with a search that takes Chinese, pinyin initials and English.

use crate::app::components::{Element, Question, choice_group, element, icon, link, page};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::{Action, ActionId, Category, current};

/// The most actions that stand under "recent".
const RECENT_MAX: usize = 4;

/// What the reader looks for.
#[derive(Clone, Default)]
pub struct Sought {
    text: String,
    category: Option<Category>,
}

/// Choosing an action.
pub fn choose(app: &App, sought: &Sought) -> Element {
    let texts = app.messages().record;
    let oninput = app.typing(sought.clone(), |sought, text| {
        let category = sought.category;
        PageChange::Sought(Sought { text, category })
    });
    let onchoose = app.typing(sought.clone(), |sought, id| {
        let (text, category) = (sought.text.clone(), Category::from_id(&id));
        PageChange::Sought(Sought { text, category })
    });
    let mut choices = vec![("", texts.all_categories())];
    for category in Category::ALL {
        choices.push((category.id(), app.messages().names.category(category)));
    }
    let Sought { text, category } = sought;
    let is_searching = !text.trim().is_empty();
    let found: Vec<&Action> = current()
        .actions
        .iter()
        .filter(|action| is_searching && action.matches(text))
        .collect();
    let count = match (is_searching, found.len()) {
        (false, _) => String::new(),
        (true, 0) => fill(texts.found_none(), &[("query", text.trim())]),
        (true, count) => fill(texts.found(), &[("count", &count.to_string())]),
    };
    // Who finds nothing is shown everything.
    let content = if found.is_empty() {
        let recent = app.ledger().recent_actions(RECENT_MAX);
        groups(app, *category, &recent)
    } else {
        element("div", "section")
            .key("found")
            .child(tiles(app, found.into_iter()))
    };
    let search = element("input", "input")
        .attribute("id", "search")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "search")
        .attribute("placeholder", texts.search_hint())
        .value(text.clone())
        .oninput(oninput);
    let search = element("div", "field")
        .child(
            element("label", "field-label")
                .attribute("for", "search")
                .text(texts.search()),
        )
        .child(element("div", "search").child(icon("search")).child(search));
    let filter = Question {
        name: "category",
        legend: texts.categories(),
        is_legend_hidden: true,
        hint: "",
    };
    let filter = choice_group(
        filter,
        &choices,
        category.map_or("", Category::id),
        onchoose,
    );
    page(texts.choose_title())
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
}

fn groups(app: &App, chosen: Option<Category>, recent: &[ActionId]) -> Element {
    let texts = app.messages().record;
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
            ("favourites", texts.favourites(), favourites),
            ("recent", texts.recent(), recent),
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
    element("div", "column").key("groups").children(sections)
}

fn section<'a>(
    app: &App,
    id: &'static str,
    heading: &'static str,
    actions: impl Iterator<Item = &'a Action>,
) -> Element {
    element("section", "section")
        .key(id)
        .child(element("h2", "").text(heading))
        .child(tiles(app, actions))
}

fn tiles<'a>(app: &App, actions: impl Iterator<Item = &'a Action>) -> Element {
    let tile = |action: &'a Action| {
        let id = action.id.as_str();
        let tile = link("tile", ["#/record/", id].concat())
            .child(icon(id))
            .child(element("span", "").text(action.name.in_language(app.language())));
        element("li", "").key(id).child(tile)
    };
    element("ul", "tiles").children(actions.map(tile))
}
