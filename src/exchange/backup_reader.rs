//! Reads a backup, and what the page saves of the stored data when it has
//! crashed (static/shell/shell.js): line by line, so that what is broken is
//! refused with its line and the rest is read.

use std::borrow::Cow;

use crate::account::{ByEntry, EntryId, Note, SETTINGS_KEY, Settings};
use crate::methodology::{Activity, Draft};
use crate::vault::{Body, Rank, Revision, is_kept};

use super::backup::{FORMAT, VERSION};
use super::file::{Lines, plain_bytes};
use super::incoming::{FileError, Incoming, Reason, SEGMENT_BYTES_MAX};
use super::json::{JsonError, List, Pieces, is_decimal};

/// What the page saves of the stored data when it has crashed.
const STORED_DATA: &str = "carbon-inclusion-stored-data";
/// Its version.
const STORED_DATA_VERSION: u32 = 1;

/// What a file consists of.
const MEMBERS: [&str; 7] = [
    "format",
    "version",
    "exported_at",
    "entries",
    "settings",
    "set_aside",
    "items",
];
/// The longest entry: several times the longest that is ever written.
const ENTRIES: List = List {
    opening: b'{',
    close: b']',
    item_bytes_max: 8 * 1024,
};
/// Records and segments that are set aside, with their keys and with signs of
/// them escaped.
const SET_ASIDE: List = List {
    opening: b'{',
    close: b']',
    item_bytes_max: 2 * SEGMENT_BYTES_MAX,
};
/// Stored texts, by their keys.
const TEXTS: List = List {
    opening: b'"',
    close: b'}',
    item_bytes_max: 2 * SEGMENT_BYTES_MAX,
};

/// Reads a backup, or the stored data that a crashed page saved.
///
/// # Errors
///
/// Where the file as a whole is none. What is wrong inside it is in
/// [`Incoming::refused`].
pub fn read_backup(bytes: &[u8]) -> Result<Incoming, FileError> {
    let bytes = plain_bytes(bytes)?;
    let mut reader = Reader {
        lines: Lines::new(&bytes),
        incoming: Incoming::default(),
        format: None,
        version: None,
        members: Vec::new(),
        entries: ByEntry::default(),
    };
    let mut pieces = Pieces::new(&bytes);
    if let Err(error) = reader.file(&mut pieces)? {
        reader.refuse(pieces.at(), error.into());
    }
    let known = match reader.format.as_deref() {
        Some(FORMAT) => VERSION,
        Some(STORED_DATA) => STORED_DATA_VERSION,
        _ => return Err(FileError::Foreign),
    };
    match reader.version {
        Some(version) if version == known => Ok(reader.incoming),
        _ => Err(FileError::Foreign),
    }
}

struct Reader<'a> {
    lines: Lines<'a>,
    incoming: Incoming,
    format: Option<Cow<'a, str>>,
    version: Option<u32>,
    /// Members of the file that were read.
    members: Vec<&'static str>,
    /// Entries that were read.
    entries: ByEntry<()>,
}

impl<'a> Reader<'a> {
    /// The object that the file is. The inner error is where it breaks off.
    fn file(&mut self, pieces: &mut Pieces<'a>) -> Result<Result<(), JsonError>, FileError> {
        let mut inner = || -> Result<(), JsonError> {
            pieces.take(b'{')?;
            let mut is_first = true;
            while let Some(key) = pieces.next_key(&mut is_first)? {
                self.member(&key, pieces)?;
                if self.is_newer() {
                    return Ok(());
                }
            }
            pieces.end()
        };
        let read = inner();
        if self.is_newer() {
            return Err(FileError::Newer {
                version: self.version.unwrap_or_default(),
            });
        }
        Ok(read)
    }

    fn is_newer(&self) -> bool {
        let known = if self.format.as_deref() == Some(STORED_DATA) {
            STORED_DATA_VERSION
        } else {
            VERSION
        };
        self.version.is_some_and(|version| version > known)
    }

    /// A member of the file.
    fn member(&mut self, key: &str, pieces: &mut Pieces<'a>) -> Result<(), JsonError> {
        let Some(member) = MEMBERS.into_iter().find(|member| *member == key) else {
            self.refuse(pieces.at(), Reason::unknown_field(key));
            // What it is, is not known, and so not where it ends.
            return Err(JsonError::Unexpected);
        };
        if self.members.contains(&member) {
            self.refuse(pieces.at(), Reason::RepeatedField(member));
            return Err(JsonError::Unexpected);
        }
        self.members.push(member);
        match member {
            "format" => self.format = Some(pieces.text()?),
            "version" => {
                let version = whole(pieces.word()?).and_then(|number| u32::try_from(number).ok());
                self.version = Some(version.ok_or(JsonError::Unexpected)?);
            }
            "exported_at" => match pieces.peek()? {
                b'"' => drop(pieces.text()?),
                _ => drop(pieces.word()?),
            },
            "entries" => self.list(ENTRIES, b'[', pieces, Self::entry)?,
            "set_aside" => self.list(SET_ASIDE, b'[', pieces, Self::set_aside)?,
            "items" => self.list(TEXTS, b'{', pieces, Self::stored)?,
            _ => {
                let mut text = String::new();
                self.list(TEXTS, b'{', pieces, |_, item| setting(item, &mut text))?;
                self.incoming.settings = Some(Settings::understood(&text));
            }
        }
        Ok(())
    }

    /// Reads the items of a list, and refuses those that are none.
    fn list(
        &mut self,
        list: List,
        bracket: u8,
        pieces: &mut Pieces<'a>,
        mut read: impl FnMut(&mut Self, &[u8]) -> Result<(), Reason>,
    ) -> Result<(), JsonError> {
        list.take(bracket, pieces, self, &mut read, Self::refuse)
    }

    fn refuse(&mut self, at: usize, reason: Reason) {
        let line = self.lines.of(at);
        self.incoming.refused.push(line, reason);
    }

    /// An entry or a deletion.
    fn entry(&mut self, item: &[u8]) -> Result<(), Reason> {
        let revision = Fields::read(item)?.revision()?;
        let id = revision.entry;
        if self.entries.get(id).is_some() {
            return Err(Reason::Duplicate(id));
        }
        self.incoming.admit(revision)?;
        self.entries.put(id, ());
        Ok(())
    }

    /// A record as it is stored, which could not be read where it was written.
    fn set_aside(&mut self, item: &[u8]) -> Result<(), Reason> {
        let (mut key, mut text) = (None, None);
        let mut pieces = Pieces::new(item);
        pieces.take(b'{')?;
        let mut is_first = true;
        while let Some(name) = pieces.next_key(&mut is_first)? {
            let (place, name) = match &*name {
                "key" => (&mut key, "key"),
                "text" => (&mut text, "text"),
                other => return Err(Reason::unknown_field(other)),
            };
            put(place, name, pieces.text()?)?;
        }
        pieces.end()?;
        let key = key.ok_or(Reason::MissingField("key"))?;
        let text = text.ok_or(Reason::MissingField("text"))?;
        self.incoming.admit_record(&key, &text)
    }

    /// A text as it was stored under a key.
    fn stored(&mut self, item: &[u8]) -> Result<(), Reason> {
        let (key, text) = key_and_text(item)?;
        if key == SETTINGS_KEY {
            self.incoming.settings = Some(Settings::understood(&text));
            return Ok(());
        }
        if is_kept(&key) {
            return self.incoming.admit_record(&key, &text);
        }
        Err(Reason::unknown_field(&key))
    }
}

/// A setting, as a line.
fn setting(item: &[u8], lines: &mut String) -> Result<(), Reason> {
    let (name, value) = key_and_text(item)?;
    if name.contains(['=', '\n']) || value.contains('\n') {
        return Err(Reason::unknown_field(&name));
    }
    lines.extend([&*name, "=", &*value, "\n"]);
    Ok(())
}

fn key_and_text(item: &[u8]) -> Result<(Cow<'_, str>, Cow<'_, str>), JsonError> {
    let mut pieces = Pieces::new(item);
    let key = pieces.text()?;
    pieces.take(b':')?;
    let text = pieces.text()?;
    pieces.end()?;
    Ok((key, text))
}

/// Amounts by kind.
type Amounts<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// The fields of an entry, each as its text.
#[derive(Default)]
struct Fields<'a> {
    texts: [Option<Cow<'a, str>>; NAMES.len()],
    inputs: Option<Amounts<'a>>,
}

/// Fields with a text, a number or a word.
const NAMES: [&str; 14] = [
    "id",
    "revision",
    "nonce",
    "stamp",
    "deleted",
    "recorded_at",
    "edition",
    "action",
    "on",
    "item",
    "replaced",
    "evidence",
    "mix",
    "note",
];
/// Those of them that are no texts.
const WORDS: [&str; 4] = ["revision", "stamp", "deleted", "recorded_at"];

impl<'a> Fields<'a> {
    fn read(item: &'a [u8]) -> Result<Self, Reason> {
        let mut fields = Self::default();
        let mut pieces = Pieces::new(item);
        pieces.take(b'{')?;
        let mut is_first = true;
        while let Some(key) = pieces.next_key(&mut is_first)? {
            if key == "inputs" {
                put(&mut fields.inputs, "inputs", inputs(&mut pieces)?)?;
                continue;
            }
            let index = NAMES.iter().position(|name| *name == key);
            let index = index.ok_or_else(|| Reason::unknown_field(&key))?;
            let name = NAMES[index];
            let text = if WORDS.contains(&name) {
                Cow::Borrowed(pieces.word()?)
            } else {
                pieces.text()?
            };
            put(&mut fields.texts[index], name, text)?;
        }
        pieces.end()?;
        Ok(fields)
    }

    /// A field's text.
    fn get(&self, name: &'static str) -> Option<&str> {
        let index = NAMES.iter().position(|other| *other == name)?;
        self.texts[index].as_deref()
    }

    fn needed(&self, name: &'static str) -> Result<&str, Reason> {
        self.get(name).ok_or(Reason::MissingField(name))
    }

    /// The text of an id, or of another thing that has no signs but these.
    fn plain(&self, name: &'static str) -> Result<Option<&str>, Reason> {
        match self.get(name) {
            Some(text) if !is_plain(text) => Err(Reason::BadField(name)),
            text => Ok(text),
        }
    }

    fn number(&self, name: &'static str) -> Result<i64, Reason> {
        whole(self.needed(name)?).ok_or(Reason::BadField(name))
    }

    fn hexadecimal(&self, name: &'static str) -> Result<EntryId, Reason> {
        let id = self.needed(name)?.parse();
        id.map_err(|_| Reason::BadField(name))
    }

    fn revision(&self) -> Result<Revision, Reason> {
        let number = u32::try_from(self.number("revision")?).ok();
        let rank = Rank {
            number: number
                .filter(|number| *number > 0)
                .ok_or(Reason::BadField("revision"))?,
            stamp: self.number("stamp")?,
            nonce: self.hexadecimal("nonce")?.number(),
        };
        let body = match self.get("deleted") {
            Some("true") => {
                let of_an_entry = ["recorded_at", "edition", "action", "on", "note"];
                if let Some(name) = of_an_entry
                    .into_iter()
                    .find(|name| self.get(name).is_some())
                {
                    return Err(Reason::BadField(name));
                }
                Body::Deleted
            }
            Some(_) => return Err(Reason::BadField("deleted")),
            None => self.entry()?,
        };
        Ok(Revision::new(self.hexadecimal("id")?, rank, body))
    }

    fn entry(&self) -> Result<Body, Reason> {
        let mut inputs = Vec::new();
        for (kind, amount) in self.inputs.as_ref().ok_or(Reason::MissingField("inputs"))? {
            if !is_plain(kind) || !is_plain(amount) {
                return Err(Reason::BadField("inputs"));
            }
            inputs.push((&**kind, (**amount).into()));
        }
        let needed = |name| self.plain(name)?.ok_or(Reason::MissingField(name));
        let draft = Draft {
            action: needed("action")?,
            // An entry is worked out by the edition that it was recorded with.
            edition: Some(needed("edition")?),
            on: needed("on")?,
            inputs,
            item: self.plain("item")?,
            replaced: self.plain("replaced")?,
            evidence: self.plain("evidence")?,
            mix: self.plain("mix")?,
        };
        Ok(Body::Entry {
            recorded_at: self.number("recorded_at")?,
            activity: Activity::check(&draft).map_err(Reason::Activity)?,
            note: match self.get("note") {
                Some(note) => Note::new(note)?,
                None => None,
            },
        })
    }
}

fn put<T>(place: &mut Option<T>, name: &'static str, value: T) -> Result<(), Reason> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Reason::RepeatedField(name)),
    }
}

/// The amounts of an entry, each a text or a number as it is written.
fn inputs<'a>(pieces: &mut Pieces<'a>) -> Result<Amounts<'a>, JsonError> {
    let mut inputs = Vec::new();
    pieces.take(b'{')?;
    let mut is_first = true;
    while let Some(kind) = pieces.next_key(&mut is_first)? {
        let amount = if pieces.peek()? == b'"' {
            pieces.text()?
        } else {
            let word = pieces.word()?;
            if !is_decimal(word) {
                return Err(JsonError::Unexpected);
            }
            Cow::Borrowed(word)
        };
        inputs.push((kind, amount));
    }
    Ok(inputs)
}

/// Signs that ids, days and amounts are written with; nothing that is not seen
/// or that turns a direction gets as far as a message.
fn is_plain(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// A whole number from 0 on, written in the shortest way.
fn whole(word: &str) -> Option<i64> {
    let is_shortest = word == "0" || !word.starts_with(['0', '+', '-']);
    is_shortest.then(|| word.parse().ok())?
}
