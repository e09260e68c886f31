//! Recording: choosing what was done, and its form.

use crate::app::components::PageHeader;
use crate::app::hooks::use_app;
use crate::app::query::Query;
use crate::methodology::ActionId;
use yew::prelude::*;

/// What can be recorded.
#[component]
pub fn ChoosePage() -> Html {
    let app = use_app();
    html! {
        <div class="page"><PageHeader title={app.messages().record.choose_title} /></div>
    }
}

/// See [`RecordPage`].
#[derive(Properties, PartialEq)]
pub struct RecordProps {
    /// What is recorded.
    pub action: ActionId,
    /// What the link says.
    pub query: Query,
}

/// The form of an action.
#[component]
pub fn RecordPage(props: &RecordProps) -> Html {
    html! {
        <div class="page"><PageHeader title={props.action.as_str()} /></div>
    }
}
