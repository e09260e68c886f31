//! The pack as JSON, version 1, written and read in one way wherever it goes: a
//! file, a link, a code, the settings.
//!
//! ```json
//! {"format":"carbon-inclusion-campaign","version":1,"key":"00000000000000ff","stamp":1795305600000,"languages":["zh-CN","en"],"name":{"zh-CN":"六五环境日","en":"Environment Day"},"place":"人民广场","first":"2026-06-05","last":"2026-06-05","actions":["walk","bus"],"goal_kg":"1000","thanks":[{"from_kg":"0.5","name":"绿色伙伴"}],"groups":["一班","二班"]}
//! ```
//!
//! A text in the first language alone is plain, any other names its languages:
//! a code holds little. What is empty is left out. The same pack gives the same
//! text. static/schema/campaign-v1.schema.json says it formally.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::key::CampaignKey;
use super::name::Name;
use super::pack::{Pack, Thanks, kilograms};
use crate::exchange::{FileError, JsonError, Pieces, Reason, write_text};
use crate::language::Language;
use crate::methodology::ActionId;
use crate::quantity::{Carbon, Day, Dimension, Quantity};

/// What the file says that it is.
const FORMAT: &str = "carbon-inclusion-campaign";
/// The version that is written and read.
const VERSION: u32 = 1;
/// The longest file that is read, in bytes: several times what a code holds,
/// which every pack has to fit into.
pub const PACK_BYTES_MAX: usize = 4 * 1024;
/// The most items of a list that are read: more than any list may have.
const ITEMS_MAX: usize = 100;

/// Why a file or a link is no pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackRefusal {
    /// As a whole.
    #[error(transparent)]
    File(#[from] FileError),
    /// For a part of it.
    #[error(transparent)]
    Part(#[from] Reason),
}

impl From<JsonError> for PackRefusal {
    fn from(error: JsonError) -> Self {
        Self::Part(error.into())
    }
}

/// Writes a pack.
#[must_use]
pub fn write_pack(pack: &Pack) -> String {
    let mut file = String::with_capacity(512);
    let plain = pack.languages.first().copied().unwrap_or_default();
    // Writing to a text cannot fail.
    let _ = write!(
        file,
        r#"{{"format":"{FORMAT}","version":{VERSION},"key":"{}","stamp":{}"#,
        pack.key, pack.stamp
    );
    let tags = pack.languages.iter().map(|language| language.tag());
    list(&mut file, "languages", tags, write_text);
    file.push_str(r#","name":"#);
    write_name(&mut file, &pack.name, plain);
    if let Some(place) = &pack.place {
        file.push_str(r#","place":"#);
        write_name(&mut file, place, plain);
    }
    let _ = write!(file, r#","first":"{}","last":"{}""#, pack.first, pack.last);
    let actions = pack.actions.iter().map(|action| action.as_str());
    list(&mut file, "actions", actions, write_text);
    if let Some(goal) = pack.goal {
        file.push_str(r#","goal_kg":"#);
        write_text(&mut file, &kilograms(goal));
    }
    list(&mut file, "thanks", &pack.thanks, |file, level| {
        file.push_str(r#"{"from_kg":"#);
        write_text(file, &kilograms(level.from));
        file.push_str(r#","name":"#);
        write_name(file, &level.name, plain);
        file.push('}');
    });
    list(&mut file, "groups", &pack.groups, |file, group| {
        write_name(file, group, plain);
    });
    file.push('}');
    file
}

/// A member that is a list, unless that is empty.
fn list<T>(
    file: &mut String,
    name: &str,
    items: impl IntoIterator<Item = T>,
    write: impl Fn(&mut String, T),
) {
    let mut sign = ['[', ','].into_iter();
    for item in items {
        if sign.len() == 2 {
            file.extend([",\"", name, "\":"]);
        }
        file.push(sign.next().unwrap_or(','));
        write(file, item);
    }
    if sign.len() < 2 {
        file.push(']');
    }
}

fn write_name(file: &mut String, name: &Name, plain: Language) {
    if let (Some(text), None) = (name.given(plain), name.given(plain.other())) {
        return write_text(file, text);
    }
    let mut sign = '{';
    for language in Language::ALL {
        let Some(text) = name.given(language) else {
            continue;
        };
        file.push(sign);
        write_text(file, language.tag());
        file.push(':');
        write_text(file, text);
        sign = ',';
    }
    file.push('}');
}

/// Reads a pack, and takes it for hostile: nothing that is not understood, and
/// nothing that [`Pack::checked`] refuses.
///
/// # Errors
///
/// Why it is none; that it is of a newer version before anything else.
pub fn read_pack(bytes: &[u8]) -> Result<Pack, PackRefusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > PACK_BYTES_MAX {
        return Err(FileError::TooLarge {
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            most: PACK_BYTES_MAX as u64,
        }
        .into());
    }
    if bytes.is_empty() {
        return Err(FileError::Empty.into());
    }
    let mut pieces = Pieces::new(bytes);
    let mut members = Members::default();
    match members.read(&mut pieces) {
        // Something else altogether is not said to have a wrong sign in it.
        Err(_) if members.format.is_none() => Err(FileError::Foreign.into()),
        Err(error) => Err(error),
        Ok(()) => members.pack(),
    }
}

/// A text as it stands in the file.
enum Said<'a> {
    /// In the first language.
    Plain(Cow<'a, str>),
    /// In those that are named.
    Tagged([Option<Cow<'a, str>>; 2]),
}

#[derive(Default)]
struct Members<'a> {
    format: Option<()>,
    version: Option<u32>,
    key: Option<Cow<'a, str>>,
    stamp: Option<i64>,
    languages: Option<Vec<Language>>,
    name: Option<Said<'a>>,
    place: Option<Said<'a>>,
    first: Option<Day>,
    last: Option<Day>,
    actions: Option<Vec<ActionId>>,
    goal: Option<Carbon>,
    thanks: Option<Vec<(Carbon, Said<'a>)>>,
    groups: Option<Vec<Said<'a>>>,
}

impl<'a> Members<'a> {
    fn read(&mut self, pieces: &mut Pieces<'a>) -> Result<(), PackRefusal> {
        pieces.take(b'{')?;
        let mut is_first = true;
        while let Some(key) = pieces.next_key(&mut is_first)? {
            self.member(&key, pieces)?;
        }
        Ok(pieces.end()?)
    }

    fn member(&mut self, key: &str, pieces: &mut Pieces<'a>) -> Result<(), PackRefusal> {
        match key {
            "format" => {
                if pieces.text()? != FORMAT {
                    return Err(FileError::Foreign.into());
                }
                put(&mut self.format, "format", ())
            }
            "version" => {
                let version = number(pieces, "version")?;
                let version = u32::try_from(version).unwrap_or(u32::MAX);
                // What follows may be of any kind.
                if version > VERSION && self.format.is_some() {
                    return Err(FileError::Newer { version }.into());
                }
                put(&mut self.version, "version", version)
            }
            "key" => put(&mut self.key, "key", pieces.text()?),
            "stamp" => put(&mut self.stamp, "stamp", number(pieces, "stamp")?),
            "languages" => {
                let languages = items(pieces, "languages", |pieces| {
                    let language = Language::from_tag(&pieces.text()?);
                    language.ok_or_else(|| Reason::BadField("languages").into())
                })?;
                put(&mut self.languages, "languages", languages)
            }
            "name" => put(&mut self.name, "name", said(pieces)?),
            "place" => put(&mut self.place, "place", said(pieces)?),
            "first" => put(&mut self.first, "first", day(pieces, "first")?),
            "last" => put(&mut self.last, "last", day(pieces, "last")?),
            "actions" => {
                // One that there is not here is of a newer version.
                let actions = items(pieces, "actions", |pieces| {
                    let action = ActionId::parse(&pieces.text()?);
                    action.ok_or_else(|| Reason::Newer.into())
                })?;
                put(&mut self.actions, "actions", actions)
            }
            "goal_kg" => put(&mut self.goal, "goal_kg", carbon(pieces, "goal_kg")?),
            "thanks" => {
                let thanks = items(pieces, "thanks", level)?;
                put(&mut self.thanks, "thanks", thanks)
            }
            "groups" => put(&mut self.groups, "groups", items(pieces, "groups", said)?),
            other => Err(Reason::unknown_field(other).into()),
        }
    }

    fn pack(self) -> Result<Pack, PackRefusal> {
        let Some(()) = self.format else {
            return Err(FileError::Foreign.into());
        };
        match needed(self.version, "version")? {
            VERSION => {}
            version if version > VERSION => return Err(FileError::Newer { version }.into()),
            _ => return Err(Reason::BadField("version").into()),
        }
        let languages = needed(self.languages, "languages")?;
        let plain = languages.first().copied().unwrap_or_default();
        let level = |(from, name)| {
            let name = name_of(name, plain, "thanks")?;
            Ok(Thanks { from, name })
        };
        let thanks = self.thanks.unwrap_or_default().into_iter().map(level);
        let groups = self.groups.unwrap_or_default().into_iter();
        let groups = groups.map(|group| name_of(group, plain, "groups"));
        let key: Result<CampaignKey, _> = needed(self.key, "key")?.parse();
        let place = self.place.map(|place| name_of(place, plain, "place"));
        let pack = Pack {
            key: key.map_err(|_| Reason::BadField("key"))?,
            stamp: needed(self.stamp, "stamp")?,
            name: name_of(needed(self.name, "name")?, plain, "name")?,
            place: place.transpose()?,
            first: needed(self.first, "first")?,
            last: needed(self.last, "last")?,
            actions: self.actions.unwrap_or_default(),
            goal: self.goal,
            thanks: thanks.collect::<Result<_, PackRefusal>>()?,
            groups: groups.collect::<Result<_, PackRefusal>>()?,
            languages,
        };
        let pack = pack.checked();
        Ok(pack.map_err(|error| Reason::BadField(error.member()))?)
    }
}

fn put<T>(place: &mut Option<T>, name: &'static str, value: T) -> Result<(), PackRefusal> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Reason::RepeatedField(name).into()),
    }
}

fn needed<T>(value: Option<T>, name: &'static str) -> Result<T, PackRefusal> {
    value.ok_or_else(|| Reason::MissingField(name).into())
}

/// A whole number from 0 on.
fn number(pieces: &mut Pieces<'_>, name: &'static str) -> Result<i64, PackRefusal> {
    let word = pieces.word()?;
    let is_digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let is_shortest = word == "0" || !word.starts_with('0');
    let number = (is_digits && is_shortest).then(|| word.parse().ok());
    number
        .flatten()
        .ok_or_else(|| Reason::BadField(name).into())
}

fn day(pieces: &mut Pieces<'_>, name: &'static str) -> Result<Day, PackRefusal> {
    let day = pieces.text()?.parse();
    Ok(day.map_err(|_| Reason::BadField(name))?)
}

/// Kilograms, as they are written.
fn carbon(pieces: &mut Pieces<'_>, name: &'static str) -> Result<Carbon, PackRefusal> {
    let text = pieces.text()?;
    let amount = Quantity::parse(Dimension::Mass, &text).ok();
    let amount = amount.filter(|amount| amount.to_string() == text);
    let amount = amount.ok_or(Reason::BadField(name))?;
    Ok(Carbon::from_milligrams(amount.thousandths() * 1_000))
}

/// The items of a list.
fn items<'a, T>(
    pieces: &mut Pieces<'a>,
    name: &'static str,
    read: impl Fn(&mut Pieces<'a>) -> Result<T, PackRefusal>,
) -> Result<Vec<T>, PackRefusal> {
    let mut items = Vec::new();
    pieces.take(b'[')?;
    while pieces.peek()? != b']' {
        if !items.is_empty() {
            pieces.take(b',')?;
        }
        if items.len() == ITEMS_MAX {
            return Err(Reason::BadField(name).into());
        }
        items.push(read(pieces)?);
    }
    pieces.take(b']')?;
    Ok(items)
}

fn said<'a>(pieces: &mut Pieces<'a>) -> Result<Said<'a>, PackRefusal> {
    if pieces.peek()? == b'"' {
        return Ok(Said::Plain(pieces.text()?));
    }
    let mut texts = [None, None];
    pieces.take(b'{')?;
    let mut is_first = true;
    while let Some(tag) = pieces.next_key(&mut is_first)? {
        let language = Language::from_tag(&tag).ok_or_else(|| Reason::unknown_field(&tag))?;
        put(
            &mut texts[language as usize],
            language.tag(),
            pieces.text()?,
        )?;
    }
    Ok(Said::Tagged(texts))
}

/// A level of thanks.
fn level<'a>(pieces: &mut Pieces<'a>) -> Result<(Carbon, Said<'a>), PackRefusal> {
    let (mut from, mut name) = (None, None);
    pieces.take(b'{')?;
    let mut is_first = true;
    while let Some(key) = pieces.next_key(&mut is_first)? {
        match &*key {
            "from_kg" => put(&mut from, "from_kg", carbon(pieces, "from_kg")?)?,
            "name" => put(&mut name, "name", said(pieces)?)?,
            other => return Err(Reason::unknown_field(other).into()),
        }
    }
    Ok((needed(from, "from_kg")?, needed(name, "name")?))
}

fn name_of(said: Said<'_>, plain: Language, member: &'static str) -> Result<Name, PackRefusal> {
    let mut texts = match said {
        Said::Plain(text) => {
            let mut texts = [None, None];
            texts[plain as usize] = Some(text);
            texts
        }
        Said::Tagged(texts) => texts,
    };
    let [zh, en] = texts.each_mut().map(|text| text.take().unwrap_or_default());
    let name = Name::new([&*zh, &*en]).map_err(|_| Reason::BadField(member))?;
    name.ok_or_else(|| Reason::BadField(member).into())
}

#[cfg(test)]
mod tests;
