//! The account as a table for spreadsheets, and tables back as entries.

mod columns;
mod inert;
mod read;
mod rows;
mod write;

pub use read::{Table, read_csv};
pub use rows::RowError;
pub use write::write_csv;
