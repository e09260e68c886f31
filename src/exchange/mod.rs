//! What goes in and out of the account as text, checked on the way in.

mod activity_answer;
mod activity_line;
mod activity_stream;

pub use activity_answer::{write_answer, write_error};
pub use activity_line::{ActivityLine, LineError};
pub use activity_stream::{LINE_BYTES_MAX, answer_lines};
