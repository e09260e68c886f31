//! What of the account is not needed at once: the second copy. As in
//! src/app/pages/later.rs the build splits the wasm here, and what is reached
//! only through this file comes after the first page. It can be called when the
//! page is whole.

use super::App;
use super::copies::Then;
use crate::account::Kept;

/// Compares the copies of the account.
#[inline(never)]
pub fn join(app: &App) {
    app.start_joining();
}

/// Goes on once what was written is in the second copy too, or it is known that
/// it is not.
#[inline(never)]
pub fn acknowledge(app: &App, kept: Kept, then: Then) {
    app.copy_and_acknowledge(kept, then);
}
