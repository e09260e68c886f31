//! The account as a table for spreadsheets, and tables back as entries.

mod columns;
mod inert;
mod read;
mod rows;
mod tally;
mod write;

pub use read::{Table, read_csv};
pub use rows::RowError;
pub use tally::{TallyRow, write_tally_csv};
pub use write::write_csv;
