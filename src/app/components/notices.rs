//! What just happened, said to the eye and to the screen reader, with the way
//! to undo it for as long as the page stays.

use crate::account::Kept;
use crate::app::components::icon;
use crate::app::hooks::{use_account, use_app};
use yew::prelude::*;

/// The live region. It is always there; only what it says comes and goes.
#[component]
pub fn Notices() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().shell;
    let undo = {
        let (app, account) = (app.clone(), account);
        Callback::from(move |_| {
            let texts = &app.messages().shell;
            match account.undo().map(|undone| undone.kept) {
                Some(Kept::OnDevice) => app.notify(texts.undone, false),
                Some(Kept::InMemory(_)) => app.notify(texts.saved_in_memory, false),
                None => app.notify(texts.changed_elsewhere, false),
            }
        })
    };
    let close = {
        let app = app.clone();
        Callback::from(move |_| app.close_notice())
    };
    html! {
        <div class="notice-region" role="status">
            { for app.notice().map(|notice| html! {
                <div class="notice" key={notice.text.clone()}>
                    <span class="notice-text">{ &notice.text }</span>
                    <span class="notice-tools">
                        { for notice.undo.then(|| html! {
                            <button type="button" class="button" onclick={undo}>
                                { icon("undo") }{ texts.undo }
                            </button>
                        }) }
                    </span>
                    <button type="button" class="icon-button" aria-label={texts.close} onclick={close}>
                        { icon("close") }
                    </button>
                </div>
            }) }
        </div>
    }
}
