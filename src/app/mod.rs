//! The page: everything that knows the browser.

pub mod browser;
#[cfg(test)]
mod colours;
pub mod components;
pub mod context;
mod frame;
pub mod pages;
mod query;
mod root;
mod route;
mod state;

use crate::language::{Language, SheetError, install};

/// Mounts the page into the element `#app`, or the body where there is none,
/// with the text sheet of a language that was built with it.
///
/// # Errors
/// [`SheetError`], where this is not its sheet; nothing is mounted then.
pub fn mount(language: Language, texts: String) -> Result<(), SheetError> {
    install(language, texts)?;
    if let Some(element) = browser::window::mount_point() {
        yew::Renderer::<root::Root>::with_root(element).render();
    }
    Ok(())
}
