//! What is wrong, in the reader's language and with what to do about it. The
//! errors themselves carry data and no sentences.

use super::{Language, fill, messages};
use crate::account::{NoteError, RecordError};
use crate::methodology::{ActivityError, CityMixError};
use crate::quantity::QuantityError;

/// What is wrong with what was recorded.
#[must_use]
pub fn record_error(error: &RecordError, language: Language) -> String {
    let texts = messages(language);
    match error {
        RecordError::Activity(error) => activity_error(error, language),
        RecordError::Note(error) => note_error(*error, language).to_owned(),
        RecordError::Future { .. } => texts.errors.future().to_owned(),
        RecordError::Gone(_) => texts.shell.changed_elsewhere().to_owned(),
    }
}

/// What is wrong with a remark.
#[must_use]
pub fn note_error(error: NoteError, language: Language) -> &'static str {
    let texts = messages(language).errors;
    match error {
        NoteError::TooLong { .. } => texts.note_too_long(),
        NoteError::Forbidden(_) => texts.note_characters(),
    }
}

/// What is wrong with an activity.
#[must_use]
pub fn activity_error(error: &ActivityError, language: Language) -> String {
    let texts = messages(language).errors;
    let plain = match error {
        ActivityError::BadInput { error, .. } => return quantity_error(*error, language),
        ActivityError::OutOfBounds { floor, ceiling, .. } => {
            let (floor, ceiling) = (floor.exact(language), ceiling.exact(language));
            let values = [("floor", floor.as_str()), ("ceiling", ceiling.as_str())];
            return fill(texts.out_of_bounds(), &values);
        }
        ActivityError::BadMix(error) => return mix_error(*error, language),
        ActivityError::UnknownEdition(_) => texts.unknown_edition(),
        ActivityError::UnknownAction(_) | ActivityError::UnknownInput(_) => texts.unknown_action(),
        ActivityError::BadDay(_) => texts.bad_day(),
        ActivityError::RepeatedInput(_) | ActivityError::InputNotAsked(_) => {
            texts.input_not_asked()
        }
        ActivityError::MissingInput(_) => texts.empty(),
        ActivityError::UnknownItem(_) => texts.unknown_item(),
        ActivityError::BadReplaced(_) => texts.bad_replaced(),
        ActivityError::UnknownEvidence(_) => texts.unknown_evidence(),
    };
    plain.to_owned()
}

/// What is wrong with a number.
#[must_use]
pub fn quantity_error(error: QuantityError, language: Language) -> String {
    let texts = messages(language).errors;
    let plain = match error {
        QuantityError::UnknownUnit { dimension } => {
            let unit = dimension.unit(language);
            if !unit.is_empty() {
                return fill(texts.unknown_unit(), &[("unit", unit)]);
            }
            texts.not_a_number()
        }
        QuantityError::Empty => texts.empty(),
        QuantityError::TooLong => texts.too_long(),
        QuantityError::NotANumber => texts.not_a_number(),
        QuantityError::AmbiguousComma => texts.ambiguous_comma(),
        QuantityError::Negative => texts.negative(),
        QuantityError::NotWhole => texts.not_whole(),
        QuantityError::TooLarge => texts.too_large(),
    };
    plain.to_owned()
}

/// What is wrong with a city mix.
#[must_use]
pub fn mix_error(error: CityMixError, language: Language) -> String {
    let texts = messages(language).errors;
    match error {
        CityMixError::Malformed => texts.mix_malformed().to_owned(),
        CityMixError::Sum { sum } => fill(texts.mix_sum(), &[("sum", &sum.to_string())]),
        CityMixError::Occupancy => texts.mix_occupancy().to_owned(),
    }
}
