//! What is wrong with a field, in words.

use crate::account::NoteError;
use crate::app::context::App;
use crate::campaign::{FieldError, GROUPS_MAX, Name, PackField, THANKS_MAX};
use crate::language::errors::quantity_error;
use crate::language::fill;

/// What is wrong with one of the fields.
pub fn error_of(app: &App, wrong: &[(PackField, FieldError)], field: PackField) -> Option<String> {
    let mut wrong = wrong.iter();
    let (_, error) = wrong.find(|(other, _)| *other == field)?;
    Some(said(app, field, *error))
}

fn said(app: &App, field: PackField, error: FieldError) -> String {
    let texts = app.messages().campaign;
    let counted = |template: &str, count: usize| fill(template, &[("count", &count.to_string())]);
    let plain = match error {
        FieldError::Amount(error) => return quantity_error(error, app.language()),
        FieldError::Text(NoteError::TooLong { .. }) => {
            return counted(texts.wrong_long(), Name::CHARACTERS_MAX);
        }
        FieldError::TooMany => {
            let most = match field {
                PackField::Groups(_) => GROUPS_MAX,
                _ => THANKS_MAX,
            };
            return counted(texts.wrong_many(), most);
        }
        FieldError::Text(NoteError::Forbidden(_)) => texts.wrong_characters(),
        FieldError::Empty => texts.wrong_empty(),
        FieldError::Day => app.messages().errors.bad_day(),
        FieldError::Backwards => texts.wrong_backwards(),
        FieldError::TooLate => texts.wrong_late(),
        FieldError::OutOfBounds => texts.wrong_bounds(),
        FieldError::NotAbove => texts.wrong_above(),
        FieldError::Repeated => texts.wrong_repeated(),
    };
    plain.to_owned()
}
