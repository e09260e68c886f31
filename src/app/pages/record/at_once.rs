//! Recording a form as it stands, with one tap.

use super::form::Form;
use crate::account::{EntryId, Kept};
use crate::app::context::App;
use crate::language::errors::record_error;

/// Records what stands in a form, and says so with the way back; nothing where
/// it cannot be recorded, which is said too.
pub fn record_at_once(app: &App, form: &Form) -> Option<EntryId> {
    match app.record(&form.draft(), "") {
        Ok(saved) => {
            app.acknowledge(saved.kept, |app, kept| {
                let texts = app.messages().shell;
                let text = match kept {
                    Kept::OnDevice => texts.saved_on_device(),
                    Kept::InMemory(_) => texts.saved_in_memory(),
                };
                app.notify(text, true);
            });
            Some(saved.id)
        }
        Err(error) => {
            app.notify(&record_error(&error, app.language()), false);
            None
        }
    }
}
