//! Everything that needs no place in the bar, by what it is for.

use crate::app::components::{Element, disclosure, element, link_row, page};
use crate::app::context::App;

/// Where a row leads, its drawing, its name and what it says of it.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// The list of the other pages.
pub fn more(app: &App) -> Element {
    let page = page(app.messages().more.title());
    if app.is_elder() {
        return page.children(few_first(app));
    }
    let headings = app.messages().more.groups().iter();
    let groups = headings.zip(groups(app)).map(|(heading, group)| {
        element("section", "section")
            .key(*heading)
            .child(element("h2", "").text(*heading))
            .child(rows(group))
    });
    page.child(element("div", "columns-even").children(groups))
}

/// For the elder: what has no door of its own there and what is needed most, and
/// all the rest behind a name.
fn few_first(app: &App) -> [Element; 2] {
    let (shell, texts) = (app.messages().shell, app.messages().more);
    let (ledger, statement) = (shell.tab_ledger(), shell.tab_statement());
    let doors = [
        ("#/ledger", "tab-ledger", ledger, texts.ledger_hint()),
        (
            "#/statement",
            "tab-statement",
            statement,
            texts.statement_hint(),
        ),
    ];
    let needed = ["#/usual", "#/storage", "#/settings", "#/guide"];
    let all = groups(app).into_iter().flatten();
    let (few, rest): (Vec<Row>, Vec<Row>) = all.partition(|(href, ..)| needed.contains(href));
    let few = doors.into_iter().chain(few).collect();
    [rows(few), disclosure(texts.rest(), rows(rest))]
}

fn rows(group: Vec<Row>) -> Element {
    let rows = group
        .into_iter()
        .map(|(href, drawing, name, hint)| link_row(href.to_owned(), drawing, name, hint.into()));
    element("ul", "rows").children(rows)
}

/// In the order of their headings.
fn groups(app: &App) -> [Vec<Row>; 4] {
    let messages = app.messages();
    let texts = messages.more;
    let (habits, measure, rewards) = (messages.habits, messages.measure, messages.rewards);
    let (compare, synergy, norms) = (messages.compare, messages.synergy, messages.norms);
    let (campaign, storage, embed) = (messages.campaign, messages.storage, messages.embed);
    let (guide, access) = (messages.guide, messages.accessibility);
    [
        vec![
            ("#/usual", "repeat", habits.title(), habits.hint()),
            ("#/measure", "trip", measure.title(), measure.hint()),
            ("#/rewards", "star", rewards.title(), rewards.hint()),
            ("#/campaign", "volunteer", campaign.title(), campaign.hint()),
        ],
        vec![
            ("#/compare", "trip", compare.title(), compare.hint()),
            ("#/synergy", "leaf", synergy.title(), synergy.hint()),
            ("#/norms", "norm", norms.title(), norms.hint()),
            (
                "#/methodology",
                "book",
                texts.methodology(),
                texts.methodology_hint(),
            ),
        ],
        vec![
            (
                "#/settings",
                "settings",
                texts.settings(),
                texts.settings_hint(),
            ),
            ("#/storage", "storage", storage.title(), storage.hint()),
        ],
        vec![
            ("#/guide", "book", guide.title(), guide.hint()),
            ("#/about", "info", texts.about(), texts.about_hint()),
            ("#/privacy", "lock", texts.privacy(), texts.privacy_hint()),
            ("#/accessibility", "norm", access.title(), access.hint()),
            ("#/embed", "link", embed.title(), embed.hint()),
        ],
    ]
}
