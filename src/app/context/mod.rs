//! What every page can reach: the page's state as a value, the account, and the
//! ways to change both.

mod account;
mod app;
mod copies;
mod later;
mod tell;

pub use app::App;
pub use tell::{take_back, tell_done, undo_and_tell};
