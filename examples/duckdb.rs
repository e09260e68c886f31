//! An edition as SQL for DuckDB, so that an analyst's database works out a
//! city's data where they are: docs/at-scale.md shows how.
//!
//! ```text
//! cargo run -q --release --no-default-features --example duckdb > liaocheng-2026.1.sql
//! ```
//!
//! It takes the id of an edition, and the newest one where none is given.

use carbon_inclusion::exchange::to_duckdb;
use carbon_inclusion::methodology::{Edition, current};
use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let edition = match std::env::args().nth(1) {
        None => current(),
        Some(id) => match Edition::find(&id) {
            Some(edition) => edition,
            None => return fail(&format!("there is no edition {id}")),
        },
    };
    match to_duckdb(edition) {
        Ok(sql) => match io::stdout().write_all(sql.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(reason: &str) -> ExitCode {
    eprintln!("duckdb: {reason}");
    ExitCode::FAILURE
}
