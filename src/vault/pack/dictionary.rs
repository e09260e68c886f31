//! The distinct activities of a pack, whatever their days, each written once.

use std::borrow::Cow;

use super::bytes::{Reader, write_number, write_text};
use super::{PackError, malformed};
use crate::account::{ByEntry, EntryId};
use crate::methodology::{Activity, ActivityError, Draft, Evidence, Given, Replaced};

/// What an activity of a pack says; `None` where only a newer version of the
/// program knows.
pub(super) type Meaning = Option<Activity>;

/// Any day: those of a pack's activities stand with its revisions.
const ANY_DAY: &str = "2026-01-01";
/// More inputs than any action will ever ask for.
const INPUTS_MAX: u64 = 32;

/// The distinct activities that were written so far.
#[derive(Default)]
pub(super) struct Dictionary {
    texts: Vec<Cow<'static, str>>,
    /// Their places from 1 on, by a hash of them: most are a few ids, but every
    /// mix of a city is a text of its own.
    by_text: ByEntry<u64>,
    /// The activities one after the other.
    bytes: Vec<u8>,
    count: u64,
    /// Their places from 1 on, by what tells those apart that share memory.
    by_identity: ByEntry<u64>,
    /// The same, with where they begin and end, by a hash of their bytes.
    by_bytes: ByEntry<(u64, usize, usize)>,
}

impl Dictionary {
    /// The place of an activity from 1 on.
    pub(super) fn place(&mut self, activity: &Activity) -> u64 {
        let identity = EntryId::from_number(activity.identity() as u64);
        self.by_identity.get(identity).unwrap_or_else(|| {
            let place = self.place_of_bytes(activity);
            self.by_identity.put(identity, place);
            place
        })
    }

    /// Writes an activity behind the others, and takes it away again if it is
    /// there already.
    fn place_of_bytes(&mut self, activity: &Activity) -> u64 {
        let begin = self.bytes.len();
        self.push(activity);
        let end = self.bytes.len();
        let mut hash = hash_of(&self.bytes[begin..]);
        while let Some((place, from, to)) = self.by_bytes.get(EntryId::from_number(hash)) {
            if self.bytes[from..to] == self.bytes[begin..] {
                self.bytes.truncate(begin);
                return place;
            }
            hash = hash.wrapping_add(1);
        }
        self.count += 1;
        let known = (self.count, begin, end);
        self.by_bytes.put(EntryId::from_number(hash), known);
        self.count
    }

    fn push(&mut self, activity: &Activity) {
        let evidence = activity.evidence();
        let ids = [
            Some(activity.edition().id),
            Some(activity.action().id.as_str()),
            activity.item().map(|item| item.id),
            activity.replaced().map(Replaced::id),
            (evidence != Evidence::default()).then(|| evidence.id()),
        ];
        let mix = activity.mix().map(|mix| Cow::from(mix.to_string()));
        for text in ids.map(|id| id.map(Cow::Borrowed)).into_iter().chain([mix]) {
            self.push_text(text);
        }
        write_number(&mut self.bytes, activity.inputs().len() as u64);
        for (kind, amount) in activity.inputs() {
            self.push_text(Some(Cow::Borrowed(kind.id())));
            write_number(&mut self.bytes, amount.thousandths().unsigned_abs());
        }
    }

    /// The place of a text from 1 on, 0 for none.
    fn push_text(&mut self, text: Option<Cow<'static, str>>) {
        let place = text.map_or(0, |text| self.place_of_text(text));
        write_number(&mut self.bytes, place);
    }

    fn place_of_text(&mut self, text: Cow<'static, str>) -> u64 {
        let mut hash = hash_of(text.as_bytes());
        while let Some(place) = self.by_text.get(EntryId::from_number(hash)) {
            let index = usize::try_from(place - 1).ok();
            if index.and_then(|index| self.texts.get(index)) == Some(&text) {
                return place;
            }
            hash = hash.wrapping_add(1);
        }
        self.texts.push(text);
        let place = self.texts.len() as u64;
        self.by_text.put(EntryId::from_number(hash), place);
        place
    }

    /// Writes all of it, and the count of the revisions that follow.
    pub(super) fn write(&self, bytes: &mut Vec<u8>, revisions: usize) {
        write_number(bytes, self.texts.len() as u64);
        write_number(bytes, self.count);
        write_number(bytes, revisions as u64);
        for text in &self.texts {
            write_text(bytes, text);
        }
        bytes.extend_from_slice(&self.bytes);
    }
}

/// FNV-1a. What collides is told apart by its bytes.
fn hash_of(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Reads the texts and the activities that they make.
pub(super) fn read(
    reader: &mut Reader<'_>,
    texts: u64,
    activities: u64,
) -> Result<Vec<Meaning>, PackError> {
    let text = |_| match reader.text()? {
        "" => Err(malformed("text")),
        text => Ok(text),
    };
    let texts: Vec<&str> = (0..texts).map(text).collect::<Result<_, _>>()?;
    (0..activities).map(|_| meaning(reader, &texts)).collect()
}

fn meaning(reader: &mut Reader<'_>, texts: &[&str]) -> Result<Meaning, PackError> {
    let edition = Some(needed(reader, texts)?);
    let action = needed(reader, texts)?;
    let [item, replaced, evidence, mix] = [
        text(reader, texts)?,
        text(reader, texts)?,
        text(reader, texts)?,
        text(reader, texts)?,
    ];
    let count = reader.number()?;
    if count > INPUTS_MAX {
        return Err(malformed("inputs"));
    }
    let mut inputs = Vec::new();
    for _ in 0..count {
        let kind = needed(reader, texts)?;
        let thousandths = i64::try_from(reader.number()?).map_err(|_| malformed("amount"))?;
        inputs.push((kind, Given::Thousandths(thousandths)));
    }
    let draft = Draft {
        action,
        edition,
        on: ANY_DAY,
        inputs,
        item,
        replaced,
        evidence,
        mix,
    };
    match Activity::check(&draft) {
        Ok(activity) => Ok(Some(activity)),
        Err(ActivityError::UnknownEdition(_) | ActivityError::UnknownAction(_)) => Ok(None),
        Err(error) => Err(PackError::Activity(error)),
    }
}

fn text<'a>(reader: &mut Reader<'_>, texts: &[&'a str]) -> Result<Option<&'a str>, PackError> {
    let Some(place) = reader.number()?.checked_sub(1) else {
        return Ok(None);
    };
    let place = usize::try_from(place).ok();
    let text = place.and_then(|place| texts.get(place));
    text.map(|text| Some(*text)).ok_or(malformed("place"))
}

fn needed<'a>(reader: &mut Reader<'_>, texts: &[&'a str]) -> Result<&'a str, PackError> {
    text(reader, texts)?.ok_or(malformed("place"))
}
