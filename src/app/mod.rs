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

/// Mounts the page into the element `#app`, or the body where there is none.
pub fn mount() {
    if let Some(element) = browser::window::mount_point() {
        yew::Renderer::<root::Root>::with_root(element).render();
    }
}
