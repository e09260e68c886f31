//! The adapters behind the ports, and the few things of the window that the
//! page needs. Whatever the browser refuses is refused quietly here: a page
//! without storage or history still works.

pub mod camera;
pub mod clipboard;
pub mod drawing;
pub mod files;
pub mod install;
pub mod keys;
mod local_store;
pub mod location;
mod ports;
pub mod presence;
mod reflected;
pub mod screen;
mod second_copy;
pub mod speech;
pub mod window;

pub use local_store::LocalStore;
pub use ports::BrowserPorts;
pub use second_copy::SecondCopy;
