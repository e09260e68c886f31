//! The file of a tally, version 1: the cards that count, to be merged with those
//! of another device of the same campaign.
//!
//! ```json
//! {"format":"carbon-inclusion-tally","version":1,"campaign":"00000000000000ff","cards":[
//! "CICARDAHX43…",
//! "CICARDAHX43…"
//! ]}
//! ```
//!
//! A card stands on a line of its own, so that a damaged file loses no more than
//! the damaged lines. static/schema/tally-v1.schema.json says it formally.

use std::borrow::Cow;

use super::file::{Lines, plain_bytes};
use super::incoming::{FileError, Reason, Refusals};
use super::json::{JsonError, List, Pieces, write_text};
use crate::campaign::{CampaignKey, Card, CardError, Tally};

const FORMAT: &str = "carbon-inclusion-tally";
const VERSION: u32 = 1;
/// Cards, each several times as long as the longest that is ever written.
const CARDS: List = List {
    opening: b'"',
    close: b']',
    item_bytes_max: 4 * 1024,
};

/// What the file of a tally brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyFile {
    /// The campaign it says it is of.
    pub campaign: CampaignKey,
    /// Its cards, of whatever campaign.
    pub cards: Vec<Card>,
    /// What is refused.
    pub refused: Refusals,
}

/// The file of a tally. The same tally gives the same file.
#[must_use]
pub fn write_tally(tally: &Tally) -> String {
    let mut file = format!(
        r#"{{"format":"{FORMAT}","version":{VERSION},"campaign":"{}","cards":["#,
        tally.campaign()
    );
    for (index, card) in tally.cards().enumerate() {
        file.push_str(if index == 0 { "\n" } else { ",\n" });
        write_text(&mut file, &card.code());
    }
    file.push_str("\n]}\n");
    file
}

/// Reads the file of a tally.
///
/// # Errors
///
/// Where the file as a whole is none. What is wrong inside it is in
/// [`TallyFile::refused`].
pub fn read_tally(bytes: &[u8]) -> Result<TallyFile, FileError> {
    let bytes = plain_bytes(bytes)?;
    let mut reader = Reader {
        lines: Lines::new(&bytes),
        format: None,
        version: None,
        campaign: None,
        cards: Vec::new(),
        refused: Refusals::default(),
    };
    let mut pieces = Pieces::new(&bytes);
    let read = reader.file(&mut pieces);
    match (reader.format.as_deref(), reader.version) {
        (Some(FORMAT), Some(VERSION)) => {}
        (Some(FORMAT), Some(version)) if version > VERSION => {
            return Err(FileError::Newer { version });
        }
        _ => return Err(FileError::Foreign),
    }
    let campaign = reader.campaign.ok_or(FileError::Foreign)?;
    if let Err(error) = read {
        reader.refuse(pieces.at(), error.into());
    }
    Ok(TallyFile {
        campaign,
        cards: reader.cards,
        refused: reader.refused,
    })
}

struct Reader<'a> {
    lines: Lines<'a>,
    format: Option<Cow<'a, str>>,
    version: Option<u32>,
    campaign: Option<CampaignKey>,
    cards: Vec<Card>,
    refused: Refusals,
}

impl<'a> Reader<'a> {
    fn file(&mut self, pieces: &mut Pieces<'a>) -> Result<(), JsonError> {
        pieces.take(b'{')?;
        let mut is_first = true;
        while let Some(key) = pieces.next_key(&mut is_first)? {
            match &*key {
                "format" if self.format.is_none() => self.format = Some(pieces.text()?),
                "version" if self.version.is_none() => {
                    let version = pieces.word()?.parse();
                    self.version = Some(version.map_err(|_| JsonError::Unexpected)?);
                }
                "campaign" if self.campaign.is_none() => {
                    let campaign = pieces.text()?.parse();
                    self.campaign = Some(campaign.map_err(|_| JsonError::Unexpected)?);
                }
                "cards" => self.list(pieces)?,
                // What it is, is not known, and so not where it ends.
                _ => return Err(JsonError::Unexpected),
            }
        }
        pieces.end()
    }

    fn list(&mut self, pieces: &mut Pieces<'a>) -> Result<(), JsonError> {
        let mut read = |reader: &mut Self, item: &[u8]| {
            reader.cards.push(card(item)?);
            Ok(())
        };
        CARDS.take(b'[', pieces, self, &mut read, Self::refuse)
    }

    fn refuse(&mut self, at: usize, reason: Reason) {
        let line = self.lines.of(at);
        self.refused.push(line, reason);
    }
}

fn card(item: &[u8]) -> Result<Card, Reason> {
    let mut pieces = Pieces::new(item);
    let code = pieces.text()?;
    pieces.end()?;
    Card::read(&code).map_err(|error| match error {
        CardError::Newer(_) => Reason::Newer,
        CardError::Foreign | CardError::Damaged => JsonError::NotText.into(),
    })
}
