//! Everything that needs no place in the bar.

use crate::app::components::{Element, element, link_row, page};
use crate::app::context::App;

/// The list of the other pages.
pub fn more(app: &App) -> Element {
    let texts = app.messages().more;
    let rewards = app.messages().rewards;
    let habits = app.messages().habits;
    let measure = app.messages().measure;
    let links = [
        ("#/measure", "trip", measure.title(), measure.hint()),
        ("#/usual", "repeat", habits.title(), habits.hint()),
        ("#/rewards", "star", rewards.title(), rewards.hint()),
        (
            "#/compare",
            "trip",
            app.messages().compare.title(),
            app.messages().compare.hint(),
        ),
        (
            "#/synergy",
            "leaf",
            app.messages().synergy.title(),
            app.messages().synergy.hint(),
        ),
        (
            "#/norms",
            "norm",
            app.messages().norms.title(),
            app.messages().norms.hint(),
        ),
        (
            "#/campaign",
            "volunteer",
            app.messages().campaign.title(),
            app.messages().campaign.hint(),
        ),
        (
            "#/methodology",
            "book",
            texts.methodology(),
            texts.methodology_hint(),
        ),
        (
            "#/settings",
            "settings",
            texts.settings(),
            texts.settings_hint(),
        ),
        (
            "#/storage",
            "storage",
            app.messages().storage.title(),
            app.messages().storage.hint(),
        ),
        (
            "#/embed",
            "link",
            app.messages().embed.title(),
            app.messages().embed.hint(),
        ),
        (
            "#/guide",
            "book",
            app.messages().guide.title(),
            app.messages().guide.hint(),
        ),
        ("#/about", "info", texts.about(), texts.about_hint()),
        ("#/privacy", "lock", texts.privacy(), texts.privacy_hint()),
        (
            "#/accessibility",
            "norm",
            app.messages().accessibility.title(),
            app.messages().accessibility.hint(),
        ),
    ];
    // Where these have no place in the bar they stand first.
    let shell = app.messages().shell;
    let doors = [
        (
            "#/ledger",
            "tab-ledger",
            shell.tab_ledger(),
            texts.ledger_hint(),
        ),
        (
            "#/statement",
            "tab-statement",
            shell.tab_statement(),
            texts.statement_hint(),
        ),
    ];
    let doors = doors.into_iter().filter(|_| app.is_elder());
    let mut rows = element("ul", "rows");
    for (href, drawing, name, hint) in doors.chain(links) {
        rows = rows.child(link_row(href.to_owned(), drawing, name, hint.into()));
    }
    page(texts.title()).child(rows)
}
