//! A page's title: it names the window, and takes the focus when the reader
//! comes from another page.

use crate::app::components::{Element, element, icon, link};

/// The id of every page's title.
pub const TITLE_ID: &str = "page-title";

/// The way back from a page that is none of the five doors: where it leads, and
/// what it is called.
pub type Back = (&'static str, &'static str);

/// The head of a page: the way back, the title, a line below it, and a button
/// beside it.
pub fn page_header(
    back: Option<Back>,
    title: &str,
    subtitle: &str,
    tool: Option<Element>,
) -> Element {
    let back = back.map(|(href, name)| link("text-link", href).child(icon("back")).text(name));
    let title = element("h1", "")
        .attribute("id", TITLE_ID)
        .attribute("tabindex", "-1")
        .text(title.to_owned());
    let title = element("div", "page-title")
        .child(title)
        .child(element("p", "muted slot").text(subtitle.to_owned()));
    element("div", "page-header")
        .child(element("div", "page-back slot").children(back))
        .child(title)
        .child(element("div", "page-tools slot").children(tool))
}

/// A page that is one of the five doors, or says of itself only its title.
pub fn page(title: &str) -> Element {
    element("div", "page").child(page_header(None, title, "", None))
}
