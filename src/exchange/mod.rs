//! What goes in and out of the account as text, checked on the way in.

mod activity_answer;
mod activity_line;
mod activity_stream;
mod backup;
mod backup_reader;
mod csv;
mod duckdb;
mod file;
mod incoming;
mod json;
mod qr;
mod qr_read;
mod tally_file;
mod transfer;

pub use activity_answer::{write_answer, write_error};
pub use activity_line::{ActivityLine, LineError};
pub use activity_stream::{LINE_BYTES_MAX, answer_lines};
pub use backup::write_backup;
pub use backup_reader::read_backup;
pub use csv::{RowError, Table, TallyRow, read_csv, write_csv, write_tally_csv};
pub use duckdb::{SqlError, to_duckdb};
pub use file::{FILE_BYTES_MAX, check_size};
pub(crate) use incoming::is_stamp;
pub use incoming::{FileError, Incoming, Reason, Refusal, Refusals};
pub use json::JsonError;
pub(crate) use json::{Pieces, write_text};
pub use qr::{QrCode, qr_code};
pub use qr_read::read_qr_codes;
pub use tally_file::{TallyFile, read_tally, write_tally};
pub use transfer::{
    LINK_CHARACTERS_MAX, PARTS_MAX, Part, QR_CHARACTERS_MAX, read_transfer, transfer_links,
};
