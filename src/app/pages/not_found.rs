//! An address that is no page: said plainly, with the way back.

use crate::app::components::{PageHeader, element, link};
use crate::app::hooks::use_app;
use crate::language::fill;
use yew::prelude::*;

/// See [`NotFoundPage`].
#[derive(Properties, PartialEq)]
pub struct NotFoundProps {
    /// What was asked for.
    pub route: AttrValue,
}

/// No such page.
#[component]
pub fn NotFoundPage(props: &NotFoundProps) -> Html {
    let app = use_app();
    let texts = &app.messages().shell;
    element("div", "page")
        .child(html! { <PageHeader title={texts.not_found_title} /> })
        .child(element("p", "").text(fill(texts.not_found_text, &[("route", &props.route)])))
        .child(element("p", "").child(link("button button-primary", "#/").text(texts.to_today)))
        .into()
}
