//! How a change of the account is told: what happened, whether it is kept, and
//! whether it can be taken back.

use super::App;
use crate::account::Kept;
use crate::language::fill;

/// Tells what was done to an entry, as `said`; `None` where it was gone.
pub fn tell_done(app: &App, kept: Option<Kept>, said: &str) {
    let texts = &app.messages().shell;
    match kept {
        Some(Kept::OnDevice) => app.notify(said, true),
        Some(Kept::InMemory(_)) => app.notify(&fill(texts.in_memory, &[("what", said)]), true),
        None => app.notify(texts.changed_elsewhere, false),
    }
}

/// Takes the last change back and tells it.
pub fn undo_and_tell(app: &App) {
    let texts = &app.messages().shell;
    let undone = app.undo().map(|undone| undone.kept);
    match undone {
        Some(Kept::OnDevice) => app.notify(texts.undone, false),
        Some(Kept::InMemory(_)) => {
            app.notify(&fill(texts.in_memory, &[("what", texts.undone)]), false);
        }
        None => app.notify(texts.changed_elsewhere, false),
    }
}
