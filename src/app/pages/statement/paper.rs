//! What is printed of the account: its head, and the button that prints it. How
//! the rest stands on a sheet is a matter of static/styles/later.

use crate::account::Span;
use crate::app::browser::window;
use crate::app::components::{Element, button, element, span_name};
use crate::app::context::App;
use crate::language::fill;

/// Prints the page.
pub fn print_button(app: &App) -> Element {
    let print = app.act((), |_, ()| window::print());
    button("button", None, app.messages().statement.print(), print)
}

/// What it is and of when; on paper only.
pub fn paper_head(app: &App, title: &str, span: Span) -> Element {
    let texts = app.messages().statement;
    let title = [app.messages().shell.app_name(), " · ", title].concat();
    let printed = fill(
        texts.printed(),
        &[("day", &app.today().long(app.language()))],
    );
    element("div", "paper-head")
        .child(element("p", "paper-title").text(title))
        .child(element("p", "paper-span").text(span_name(app, span)))
        .child(element("p", "").text(printed))
}
