//! The domain in wasm without the page, for what tests/peers measures in Node
//! beside other programs that do the same.

#![expect(clippy::expect_used, reason = "a benchmark says what it expects")]

mod book;
#[path = "../../bench/made_up.rs"]
mod made_up;
mod stream;
mod sums;
mod trip;
