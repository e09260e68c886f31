//! Everything that needs no place in the bar.

use crate::app::components::{PageHeader, element, link_row};
use crate::app::hooks::use_app;
use yew::prelude::*;

/// The list of the other pages.
#[component]
pub fn MorePage() -> Html {
    let app = use_app();
    let texts = &app.messages().more;
    let links = [
        (
            "#/methodology",
            "book",
            texts.methodology,
            texts.methodology_hint,
        ),
        (
            "#/settings",
            "settings",
            texts.settings,
            texts.settings_hint,
        ),
        ("#/about", "info", texts.about, texts.about_hint),
        ("#/privacy", "lock", texts.privacy, texts.privacy_hint),
    ];
    let rows = links
        .into_iter()
        .map(|(href, drawing, name, hint)| link_row(href.to_owned(), drawing, name, hint.into()));
    html! {
        <div class="page">
            <PageHeader title={texts.title} />
            { element("ul", "rows").children(rows) }
        </div>
    }
}
