//! The pages, and which of them stands at which address.

mod about;
mod ledger;
mod methodology;
mod more;
mod not_found;
mod record;
mod settings;
mod statement;
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
        Route::Ledger => html! { <ledger::LedgerPage /> },
        Route::Statement(span) => html! { <statement::StatementPage {span} /> },
        Route::Methodology(place) => {
            html! { <methodology::MethodologyPage place={place.unwrap_or_default()} /> }
        }
        Route::Settings => html! { <settings::SettingsPage /> },
        Route::More => html! { <more::MorePage /> },
        Route::About => html! { <about::AboutPage /> },
        Route::Privacy => html! { <about::PrivacyPage /> },
        Route::Unknown(route) => html! { <not_found::NotFoundPage {route} /> },
    };
    html! { <div class="page-place">{ page }</div> }
}
