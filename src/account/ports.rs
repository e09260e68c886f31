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

/// Keeps texts under keys a second time, beside the store. It answers later;
/// meanwhile the account goes on.
///
/// One that does not answer for long has to say so itself. After an error nobody
/// knows what it has done.
pub trait SecondStore {
    /// Why it did not do what it was asked.
    type Error;

    /// All keys, in the order of their letters.
    fn keys(&self) -> impl Future<Output = Result<Vec<String>, Self::Error>>;

    /// The text under a key, `None` where there is none.
    fn get(&self, key: &str) -> impl Future<Output = Result<Option<String>, Self::Error>>;

    /// Forgets everything where asked to, then keeps these texts. It is done when
    /// whatever was begun before it is done too, even where there is nothing to
    /// keep: another call may have taken along what this one is to acknowledge.
    fn write(
        &self,
        erase: bool,
        records: &[(String, String)],
    ) -> impl Future<Output = Result<(), Self::Error>>;

    /// Forgets these keys.
    fn forget(&self, keys: &[String]) -> impl Future<Output = Result<(), Self::Error>>;
}
