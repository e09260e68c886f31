//! What can be recorded: what is done often first, then all of it by category,
//! with a search that takes Chinese, pinyin initials and English.

use crate::app::components::{
    Element, Question, choice_group, disclosure, element, icon, link, page,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::language::fill;
use crate::methodology::{Action, ActionId, Category, current};

/// The most actions that stand under "recent".
const RECENT_MAX: usize = 4;
/// How many ways of travelling the edition for the elder begins with.
const FEW: usize = 6;

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
        // In the edition for the elder they stand above.
        let is_frequent = category.is_none() && !app.is_elder();
        let mut sections = if is_frequent {
            frequent(app)
        } else {
            Vec::new()
        };
        sections.extend(by_category(app, *category));
        element("div", "column").key("groups").children(sections)
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
    let all = element("div", "column")
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
        .child(element("div", "column").child(content));
    let page = page(texts.choose_title());
    if app.is_elder() {
        let few = element("div", "column").children(few(app));
        page.child(few)
            .child(disclosure(app.messages().elder.all_actions(), all))
    } else {
        page.child(all)
    }
}

/// What the reader does often: favourites, then what was recorded last.
fn frequent(app: &App) -> Vec<Element> {
    let texts = app.messages().record;
    let of_ids = |ids: &[ActionId]| -> Vec<&'static Action> {
        let actions = ids.iter().filter_map(|id| current().action(*id));
        actions.collect()
    };
    let favourites = app.settings().favourites();
    let mut recent = app.ledger().recent_actions(RECENT_MAX);
    recent.retain(|id| !favourites.contains(id));
    let groups = [
        ("favourites", texts.favourites(), of_ids(favourites)),
        ("recent", texts.recent(), of_ids(&recent)),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, _, actions)| !actions.is_empty());
    groups
        .map(|(id, heading, actions)| section(app, id, heading, actions.into_iter()))
        .collect()
}

/// The few that the edition for the elder begins with: what is done often, or
/// the first ways of travelling.
fn few(app: &App) -> Vec<Element> {
    let mut sections = frequent(app);
    if sections.is_empty() {
        let trips = current().actions.iter().filter(|action| action.is_trip());
        let heading = app.messages().names.category(Category::ALL[0]);
        sections.push(section(app, "few", heading, trips.take(FEW)));
    }
    sections
}

fn by_category(app: &App, chosen: Option<Category>) -> impl Iterator<Item = Element> {
    let categories = Category::ALL.into_iter();
    let categories =
        categories.filter(move |category| chosen.is_none_or(|chosen| chosen == *category));
    categories.map(|category| {
        let actions = current().actions.iter();
        let actions = actions.filter(move |action| action.category == category);
        let heading = app.messages().names.category(category);
        section(app, category.id(), heading, actions)
    })
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
