//! The calculation without the browser: activities in, one a line, and what
//! each saved out, one a line.
//!
//! ```text
//! cargo run -q --release --no-default-features --example assess < activities.jsonl
//! ```
//!
//! A line that is no activity is answered with the reason. The exit status is 0
//! unless the stream itself breaks.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

fn main() -> ExitCode {
    match carbon_inclusion::exchange::answer_lines(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough; that needs no words.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("assess: {error}");
            ExitCode::FAILURE
        }
    }
}
