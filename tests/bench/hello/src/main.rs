//! The smallest page that Yew makes, built as ours is: what is larger in ours is
//! what the page does.

use yew::{Html, Renderer, component, html};

#[component]
fn Hello() -> Html {
    html! { <h1>{ "Hello, world" }</h1> }
}

fn main() {
    Renderer::<Hello>::new().render();
}
