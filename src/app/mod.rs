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

use crate::language::{SheetError, install};

/// Mounts the page into the element `#app`, or the body where there is none,
/// with the text sheets in Chinese and in English that were built with it.
///
/// # Errors
/// [`SheetError`], where these are not its sheets; nothing is mounted then.
pub fn mount(sheets: [String; 2]) -> Result<(), SheetError> {
    install(sheets)?;
    if let Some(element) = browser::window::mount_point() {
        yew::Renderer::<root::Root>::with_root(element).render();
    }
    Ok(())
}
