//! An edition as SQL for DuckDB: its numbers as tables, and the calculation as
//! macros over them, for data that stay in an analyst's database.
//!
//! The tables are written from the edition that is compiled in, by the same
//! rules that `assess` looks things up with; nothing in them is typed by hand.
//! The macros reckon with integers and round as
//! [`rounding::divide`](crate::quantity::rounding::divide) does.

mod macros;
mod rows;
mod script;
mod term;

pub use script::to_duckdb;

/// Why an edition has no SQL: it asks for more than the macros can do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SqlError {
    /// More inputs or terms than the macros have places.
    #[error("`{action}` has more than {PLACES} inputs or terms")]
    TooMany {
        /// The action.
        action: &'static str,
    },
    /// A term takes the same input twice.
    #[error("a term of `{action}` takes an input twice")]
    RepeatedInput {
        /// The action.
        action: &'static str,
    },
    /// A term divides by an input that may be 0.
    #[error("a term of `{action}` divides by an input that may be 0")]
    DividesByNothing {
        /// The action.
        action: &'static str,
    },
    /// The cap of a day bounds an input that a row need not say.
    #[error("the cap of `{action}` bounds an input that may be absent")]
    CapsWhatIsUnsaid {
        /// The action.
        action: &'static str,
    },
    /// At the ceilings of the inputs a product does not fit in 128 bits, or a
    /// number of a factor not in 64.
    #[error("`{action}` has numbers that are too large")]
    TooLarge {
        /// The action.
        action: &'static str,
    },
    /// The edition is not whole.
    #[error(transparent)]
    Activity(#[from] crate::methodology::ActivityError),
}

/// How many inputs and how many terms the macros have places for.
const PLACES: usize = 4;
