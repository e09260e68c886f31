//! The ledger: everything recorded, by day, to be found, edited and deleted.

mod filters;
mod list;

use self::filters::filters;
use self::list::list;
use crate::account::{EntryId, Search};
use crate::app::browser::window;
use crate::app::components::{PageHeader, element, link};
use crate::app::hooks::{App, tell_done, use_account, use_app};
use yew::prelude::*;

/// How many entries are shown at first, and how many more at a time.
const WINDOW: usize = 60;

/// What is looked at.
#[derive(Clone, PartialEq)]
struct View {
    search: Search,
    limit: usize,
}

impl View {
    const fn of(search: Search) -> Self {
        Self {
            search,
            limit: WINDOW,
        }
    }
}

/// What the list may ask for.
enum Wish {
    /// To delete an entry at a place, counted from 0, and to say so.
    Delete(EntryId, usize, String),
    ShowMore,
    ShowAll,
}

/// The page.
#[component]
pub fn LedgerPage() -> Html {
    let app = use_app();
    let account = use_account();
    let view = use_state(|| View::of(Search::default()));
    // What takes the focus when the list has been drawn anew.
    let focus = use_mut_ref(|| None::<String>);
    {
        let focus = focus.clone();
        use_effect(move || {
            if let Some(id) = focus.take() {
                window::focus(&id);
            }
        });
    }
    let onsearch = {
        let view = view.clone();
        Callback::from(move |search| view.set(View::of(search)))
    };
    let onwish = {
        let (app, account, view) = (app.clone(), account.clone(), view.clone());
        Callback::from(move |wish: Wish| {
            let next = match wish {
                Wish::Delete(id, place, said) => {
                    let found = account.ledger().list(&view.search, 0).found;
                    tell_done(&app, account.delete(id), &said);
                    // The next one takes its place, unless it was the last.
                    let is_last = place + 1 == found;
                    let next = if is_last {
                        place.checked_sub(1)
                    } else {
                        Some(place)
                    };
                    next.map_or_else(|| "page-title".to_owned(), list::row_id)
                }
                Wish::ShowMore => {
                    let View { search, limit } = (*view).clone();
                    let more = limit + WINDOW;
                    view.set(View {
                        search,
                        limit: more,
                    });
                    list::row_id(limit)
                }
                Wish::ShowAll => {
                    view.set(View::of(Search::default()));
                    filters::SEARCH_ID.to_owned()
                }
            };
            focus.replace(Some(next));
        })
    };
    let ledger = account.ledger();
    let content: Html = if ledger.is_empty() {
        empty(&app)
    } else {
        let listing = ledger.list(&view.search, view.limit);
        element("div", "columns ledger")
            .key("list")
            .child(filters(&app, &ledger, &view.search, &onsearch))
            .child(list(&app, &ledger, &view.search, &listing, &onwish))
            .into()
    };
    html! {
        <div class="page">
            <PageHeader title={app.messages().ledger.title} />
            <div class="place">{ content }</div>
        </div>
    }
}

fn empty(app: &App) -> Html {
    let texts = &app.messages().ledger;
    let record = link("button button-primary", "#/record").text(app.messages().today.record_first);
    element("div", "empty")
        .key("empty")
        .child(element("h2", "").text(texts.empty_title))
        .child(element("p", "").text(texts.empty_text))
        .child(record)
        .into()
}
