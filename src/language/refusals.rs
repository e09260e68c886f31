//! Why a file, a link or a part of it is refused, in the reader's language.

use super::errors::{activity_error, note_error};
use super::{Language, fill, messages};
use crate::campaign::PackRefusal;
use crate::exchange::{FileError, JsonError, Reason, RowError};
use crate::journey::GpxError;
use crate::vault::DecodeError;

const MEGABYTE: u64 = 1024 * 1024;

/// Why nothing of a file or link is taken.
#[must_use]
pub fn file_error(error: &FileError, language: Language) -> String {
    let texts = messages(language).storage;
    match error {
        FileError::TooLarge { most, .. } => {
            let most = (most / MEGABYTE).max(1).to_string();
            fill(texts.file_too_large(), &[("most", &most)])
        }
        FileError::Empty => texts.file_empty().to_owned(),
        FileError::NotText { line } => fill(texts.file_not_text(), &[("line", &line.to_string())]),
        FileError::Damaged => texts.file_damaged().to_owned(),
        FileError::NoColumns => texts.file_no_columns().to_owned(),
        FileError::Foreign => texts.file_foreign().to_owned(),
        FileError::Newer { .. } => texts.file_newer().to_owned(),
    }
}

/// Why a file gives no distance.
#[must_use]
pub fn gpx_error(error: GpxError, language: Language) -> String {
    let texts = messages(language).measure.file_refusals();
    let (place, point) = match error {
        GpxError::TooLarge => (0, 0),
        GpxError::Foreign => (1, 0),
        GpxError::Damaged => (2, 0),
        GpxError::NoTrack => (3, 0),
        GpxError::TooManyPoints => (4, 0),
        GpxError::NoPlace(point) => (5, point),
        GpxError::TooFar(point) => (6, point),
    };
    let text = texts.get(place).copied().unwrap_or_default();
    fill(text, &[("point", &point.to_string())])
}

/// Why a link or a file brings no campaign.
#[must_use]
pub fn pack_refusal(error: &PackRefusal, language: Language) -> String {
    let texts = messages(language).campaign;
    match error {
        PackRefusal::File(FileError::Foreign | FileError::TooLarge { .. }) => {
            texts.refused_foreign().to_owned()
        }
        PackRefusal::File(error) => file_error(error, language),
        PackRefusal::Part(part) => {
            let why = reason(part, language);
            fill(texts.refused_part(), &[("why", &why)])
        }
    }
}

/// Why a part of a file or link is not taken.
#[must_use]
pub fn reason(reason: &Reason, language: Language) -> String {
    let texts = messages(language).storage;
    let named = |template: &str, name: &str| fill(template, &[("name", name)]);
    match reason {
        reason if reason.is_newer() => texts.newer_version().to_owned(),
        Reason::Newer => texts.newer_version().to_owned(),
        Reason::Json(JsonError::Truncated) => texts.reason_truncated().to_owned(),
        Reason::Json(JsonError::TooDeep) => texts.reason_too_deep().to_owned(),
        Reason::Json(JsonError::TooLong) | Reason::Row(RowError::TooLong) => {
            texts.reason_too_long().to_owned()
        }
        Reason::Json(JsonError::Unexpected | JsonError::NotText) => texts.reason_json().to_owned(),
        Reason::Row(RowError::Quote) => texts.reason_quote().to_owned(),
        Reason::Future => messages(language).errors.future().to_owned(),
        Reason::UnknownField(name) => named(texts.reason_unknown_field(), name),
        Reason::RepeatedField(name) => named(texts.reason_repeated_field(), name),
        Reason::MissingField(name) => named(texts.reason_missing_field(), name),
        Reason::BadField(name) => named(texts.reason_bad_field(), name),
        Reason::Duplicate(_) => texts.reason_duplicate().to_owned(),
        Reason::Activity(error) | Reason::Record(DecodeError::Activity(error)) => {
            activity_error(error, language)
        }
        Reason::Note(error) | Reason::Record(DecodeError::Note(error)) => {
            note_error(*error, language).to_owned()
        }
        Reason::Record(_) => texts.unreadable_record().to_owned(),
    }
}
