//! The map of the house: a personal carbon account, from what people type to
//! what the page shows.
//!
//! A datum goes one way: form → [`methodology::Activity`] (checked) →
//! [`methodology::assess`] → entry → vault → ledger → statement → page.
//! Everything outside `app` knows nothing of the browser and builds on the
//! host with `--no-default-features`.

pub mod account;
#[cfg(feature = "app")]
pub mod app;
pub mod campaign;
pub mod exchange;
pub mod journey;
pub mod language;
pub mod methodology;
pub mod quantity;
pub mod vault;
