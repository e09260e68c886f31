//! Recording: choosing what was done, and its form.

mod choose;
mod fields;
mod form;
mod page;
mod result;
mod saved;

pub use choose::ChoosePage;
pub use form::Form;
pub use page::RecordPage;
