//! An address that is no page: said plainly, with the way back.

use crate::app::components::PageHeader;
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
    html! {
        <div class="page">
            <PageHeader title={texts.not_found_title} />
            <p>{ fill(texts.not_found_text, &[("route", &props.route)]) }</p>
            <p><a class="button button-primary" href="#/">{ texts.to_today }</a></p>
        </div>
    }
}
