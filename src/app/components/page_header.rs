//! A page's title: it names the window, and takes the focus when the reader
//! comes from another page.

use crate::app::browser::window;
use crate::app::components::{element, icon, link};
use crate::app::hooks::use_app;
use crate::language::fill;
use yew::prelude::*;

/// The id of every page's title.
const TITLE_ID: &str = "page-title";

/// The way back from a page that is none of the five doors.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// Where it leads.
    pub href: AttrValue,
    /// What it is called.
    pub name: AttrValue,
}

/// See [`PageHeader`].
#[derive(Properties, PartialEq)]
pub struct PageHeaderProps {
    /// The title.
    pub title: AttrValue,
    /// A line below it.
    #[prop_or_default]
    pub subtitle: AttrValue,
    /// The way back.
    #[prop_or_default]
    pub back: Option<Back>,
    /// Whether it takes the focus when it appears on a page that was there
    /// before, because everything below it is new.
    #[prop_or_default]
    pub takes_focus: bool,
    /// Whether the focus stays where it is when the reader goes from this page
    /// to another of its kind, as when turning its leaves.
    #[prop_or_default]
    pub keeps_focus: bool,
    /// Buttons beside the title.
    #[prop_or_default]
    pub children: Html,
}

/// The head of a page.
#[component]
pub fn PageHeader(props: &PageHeaderProps) -> Html {
    let app = use_app();
    let template = app.messages().shell.window_title;
    use_effect_with((props.title.clone(), app.language()), move |(title, _)| {
        window::set_title(&fill(template, &[("page", title)]));
    });
    // At the first page the reader has not gone anywhere yet.
    let is_new = app.steps() > 0 || props.takes_focus;
    let page = if props.keeps_focus { 0 } else { app.steps() };
    use_effect_with((page, props.takes_focus), move |_| {
        if is_new {
            window::scroll_to_top();
            window::focus(TITLE_ID);
        }
    });
    let back = props.back.as_ref().map(|back| {
        link("text-link", back.href.clone())
            .child(icon("back"))
            .text(back.name.clone())
            .into()
    });
    let title = element("h1", "")
        .attribute("id", TITLE_ID)
        .attribute("tabindex", "-1")
        .text(props.title.clone());
    let title = element("div", "page-title")
        .child(title)
        .child(element("p", "muted slot").text(props.subtitle.clone()));
    element("div", "page-header")
        .child(element("div", "page-back slot").children(back))
        .child(title)
        .child(element("div", "page-tools slot").child(props.children.clone()))
        .into()
}
