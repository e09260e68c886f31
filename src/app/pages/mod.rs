//! The pages, and which of them stands at which address.

mod not_found;
mod record;
mod today;

use super::hooks::use_app;
use super::route::Route;
use yew::prelude::*;

/// The page of the current address: one `match` in one element that stays.
#[component]
pub fn Page() -> Html {
    let app = use_app();
    let page = match app.route().clone() {
        Route::Today => html! { <today::TodayPage /> },
        Route::Choose => html! { <record::ChoosePage /> },
        Route::Record(action, query) => {
            html! { <record::RecordPage key={app.steps()} {action} {query} /> }
        }
        Route::Ledger
        | Route::Statement(_)
        | Route::Methodology(_)
        | Route::Settings
        | Route::More
        | Route::About
        | Route::Privacy => html! { <not_found::NotFoundPage route="" /> },
        Route::Unknown(route) => html! { <not_found::NotFoundPage {route} /> },
    };
    html! { <div class="page-place">{ page }</div> }
}
