//! How a change of the account is told: what happened, whether it is kept, and
//! whether it can be taken back.

use super::App;
use crate::account::Kept;
use crate::app::state::Undo;
use crate::language::fill;

/// Tells what was done to an entry, as `said`; `None` where it was gone.
pub fn tell_done(app: &App, kept: Option<Kept>, said: &str) {
    tell(app, kept, said.to_owned(), true);
}

/// Takes back what a notice offers to, and tells it.
pub fn take_back(app: &App, undo: &Undo) {
    match undo {
        Undo::Last => undo_and_tell(app),
        Undo::Recorded(ids) => {
            let mut kept = None;
            for id in ids {
                // One that another tab deleted meanwhile is gone as well.
                kept = app.delete(*id).or(kept);
            }
            tell(app, kept, app.messages().shell.undone().to_owned(), false);
        }
    }
}

/// Takes the last change back and tells it.
pub fn undo_and_tell(app: &App) {
    let kept = app.undo().map(|undone| undone.kept);
    tell(app, kept, app.messages().shell.undone().to_owned(), false);
}

fn tell(app: &App, kept: Option<Kept>, said: String, undo: bool) {
    let Some(kept) = kept else {
        return app.notify(app.messages().shell.changed_elsewhere(), false);
    };
    app.acknowledge(kept, move |app, kept| match kept {
        Kept::OnDevice => app.notify(&said, undo),
        Kept::InMemory(_) => {
            let in_memory = app.messages().shell.in_memory();
            app.notify(&fill(in_memory, &[("what", &said)]), undo);
        }
    });
}
