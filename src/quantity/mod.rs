//! Exact quantities and civil days, so that the same records give the same account on every device.
//!
//! Everything is an integer of a small unit in a checked newtype; no float is
//! used anywhere, and [`rounding`] is the only place that rounds.
//! What comes from outside (a form, a file, storage, a link) gets in through
//! the same checked constructors.

mod amount;
mod carbon;
mod day;
mod decimal;
mod dimension;
mod figures;
mod measured;
mod month;
mod ordered;
mod pollutant_mass;
pub mod rounding;
mod typed;
mod units;

pub use carbon::Carbon;
pub use day::{Day, DayError};
pub use decimal::{Decimal, DecimalError};
pub use dimension::Dimension;
pub use figures::{Figures, grouped};
pub use measured::Quantity;
pub use month::Month;
pub(crate) use ordered::{order_by, ordered, sort};
pub use pollutant_mass::PollutantMass;
pub use typed::QuantityError;
