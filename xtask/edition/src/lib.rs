//! Reads and checks a methodology edition, and writes it as Rust, JSON and CSV.
//!
//! An edition is a folder of TOML files that people can read and review. The
//! build script of the app turns it into constants, the tests run its worked
//! examples, and the release publishes it for analysts: all three read it
//! through this one crate, so that nobody works with another edition.

mod check;
mod publish;
mod read;
mod rust;
mod schema;
mod texts;

pub use check::{Problem, check, past_best_before};
pub use publish::publish;
pub use read::{ReadError, editions, load};
pub use rust::{Constants, to_rust};
pub use schema::{
    Action, CampaignDay, DailyCap, EditionFile, Example, Factor, Input, Item, Mix, Norm, Overlap,
    PollutantRow, Provenance, Range, Source, TermRule, Text, Variant,
};
