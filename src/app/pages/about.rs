//! What this is, and what becomes of what is recorded: nothing but texts.

use crate::app::components::{Back, PageHeader, element};
use crate::app::hooks::{App, use_app};
use crate::language::fill;
use crate::methodology::current;
use yew::prelude::*;

/// What this is and what it is not.
#[component]
pub fn AboutPage() -> Html {
    let app = use_app();
    let texts = &app.messages().more;
    let version = fill(
        texts.version,
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("edition", current().id),
        ],
    );
    page(&app, texts.about, &texts.about_parts, version)
}

/// What becomes of what is recorded.
#[component]
pub fn PrivacyPage() -> Html {
    let app = use_app();
    let texts = &app.messages().more;
    page(&app, texts.privacy, &texts.privacy_parts, String::new())
}

fn page(
    app: &App,
    title: &'static str,
    parts: &'static [(&'static str, &'static str)],
    last: String,
) -> Html {
    let back = Back {
        href: "#/more".into(),
        name: app.messages().more.title.into(),
    };
    let mut text = element("div", "column");
    for (heading, said) in parts {
        let part = element("section", "section")
            .child(element("h2", "").text(*heading))
            .child(element("p", "").text(*said));
        text = text.child(part);
    }
    html! {
        <div class="page prose">
            <PageHeader {title} {back} />
            { text.child(element("p", "muted slot").text(last)) }
        </div>
    }
}
