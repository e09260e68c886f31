//! What pages and components take from their surroundings.

mod context;
mod use_account;
mod use_app;

pub use context::{AccountCell, AppContext};
pub use use_account::{AccountHandle, use_account};
pub use use_app::{App, use_app};
