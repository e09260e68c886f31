//! What an account needs from the world beside storage.

use crate::quantity::Day;

/// Tells the time.
pub trait Clock {
    /// Milliseconds since 1970.
    fn now_ms(&self) -> i64;

    /// The day on the user's own calendar.
    fn today(&self) -> Day;
}

/// Gives random numbers, so that ids are unique without asking anybody.
pub trait Randomness {
    /// A number that no other device or tab is likely to get.
    fn next_u64(&self) -> u64;
}
