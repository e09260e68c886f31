//! The first start explains itself in one screen.

use crate::app::components::{Callout, callout, icon};
use crate::app::hooks::App;
use yew::prelude::*;

/// What this is, in three steps.
pub fn welcome(app: &App) -> Html {
    let texts = &app.messages().today;
    html! {
        <section class="card" key="welcome" aria-labelledby="welcome-title">
            <h2 id="welcome-title">{ texts.welcome_title }</h2>
            <p>{ texts.welcome_text }</p>
            <ol class="steps">
                { for texts.welcome_steps.iter().map(|step| html! { <li><span>{ *step }</span></li> }) }
            </ol>
            <p><a class="button button-primary button-wide" href="#/record">
                { icon("plus") }{ texts.record_first }
            </a></p>
            { callout(Callout::Hint, "", html! { texts.welcome_private }) }
            <p><a class="text-link" href="#/methodology">{ texts.how_it_is_worked_out }{ icon("forward") }</a></p>
        </section>
    }
}
