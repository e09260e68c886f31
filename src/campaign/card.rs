//! A contribution card: what one participant saved within a campaign, as totals
//! only, with a random number in the place of a name.
//!
//! ```text
//! CICARD…       upper-case letters and digits, so that a QR code holds more of
//!               it and a hand scanner types it on any keyboard
//! version       1 byte, 1
//! campaign      8 bytes
//! participant   8 bytes, random, of this campaign only
//! stamp         number, ms since 1970
//! group         number, 0 for none, else its place in the pack from 1 on
//! entries       number
//! active days   number
//! CO2e          reduction, low and high, mg, signed
//! pollutants    five times: of how many entries known; where of any: of how
//!               many partly, then reduction, low and high, µg, signed
//! checksum      4 bytes, CRC-32 of all before it, in every version
//! ```
//!
//! Cards are shown on screens and printed: the format is never changed, a new
//! one gets a new version.

use super::key::CampaignKey;
use crate::account::{PollutantTotal, Totals};
use crate::exchange::is_stamp;
use crate::quantity::{Carbon, PollutantMass};
use crate::vault::{Reader, change, checksum_of, write_change, write_number};

/// What every card begins with.
const PREFIX: &str = "CICARD";
/// The version that is written and read.
const VERSION: u8 = 1;
/// The longest text that is looked at, in bytes: twice the longest card, each
/// letter of which may come as one of three bytes.
const LENGTH_MAX: usize = 3_000;
/// Letters for five bits each (RFC 4648, base32).
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LETTER_BITS: u32 = 5;
/// Bytes of the checksum.
const CHECKSUM_BYTES: usize = 4;
/// The largest amount of a card, in mg or µg: 100,000 t of CO2e and 100 t of a
/// pollutant. Ninety thousand such cards can still be added up exactly.
const AMOUNT_MAX: i64 = 100_000_000_000_000;
/// The most entries of a card, and so the most active days.
const ENTRIES_MAX: u32 = 100_000;
/// The most places of groups that a card can say, many more than a pack has.
const GROUPS_MAX: usize = 255;

/// What one participant saved within a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    campaign: CampaignKey,
    participant: u64,
    stamp: i64,
    group: Option<usize>,
    active_days: u32,
    totals: Totals,
}

/// Why a text is no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// It is something else.
    #[error("not a card")]
    Foreign,
    /// It was one, and is not whole.
    #[error("a damaged card")]
    Damaged,
    /// A newer version of the program wrote it.
    #[error("a card of version {0}")]
    Newer(u8),
}

impl Card {
    /// The card of a participant: what their entries within the campaign come
    /// to, on how many days, at a moment in ms since 1970. `group` is a place in
    /// the pack's list.
    ///
    /// `None` where there is no entry, or where it is more than a card can say.
    #[must_use]
    pub fn new(
        campaign: CampaignKey,
        participant: u64,
        stamp: i64,
        group: Option<usize>,
        active_days: u32,
        totals: &Totals,
    ) -> Option<Self> {
        let card = Self {
            campaign,
            participant,
            stamp,
            group,
            active_days,
            // What a card does not say is not on it.
            totals: Totals {
                entries: totals.entries,
                reduction: totals.reduction,
                low: totals.low,
                high: totals.high,
                pollutants: totals.pollutants.map(said),
                ..Totals::default()
            },
        };
        card.is_possible().then_some(card)
    }

    /// The campaign it is of.
    #[must_use]
    pub const fn campaign(&self) -> CampaignKey {
        self.campaign
    }

    /// The participant's number, of this campaign only.
    #[must_use]
    pub const fn participant(&self) -> u64 {
        self.participant
    }

    /// When it was made, ms since 1970.
    #[must_use]
    pub const fn stamp(&self) -> i64 {
        self.stamp
    }

    /// The place of the participant's group in the pack's list.
    #[must_use]
    pub const fn group(&self) -> Option<usize> {
        self.group
    }

    /// On how many days something was recorded.
    #[must_use]
    pub const fn active_days(&self) -> u32 {
        self.active_days
    }

    /// What was saved. Of these totals a card has the entries, the carbon and
    /// the pollutants; the others are 0.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The card as a text.
    #[must_use]
    pub fn code(&self) -> String {
        let mut bytes = self.bytes();
        let checksum = checksum_of(&bytes);
        bytes.extend_from_slice(&checksum.to_le_bytes());
        let mut code = PREFIX.to_owned();
        let (mut gathered, mut count) = (0_u32, 0);
        for byte in bytes {
            gathered = gathered << 8 | u32::from(byte);
            count += 8;
            while count >= LETTER_BITS {
                count -= LETTER_BITS;
                code.push(letter(gathered >> count));
            }
        }
        if count > 0 {
            code.push(letter(gathered << (LETTER_BITS - count)));
        }
        code
    }

    /// Reads a card: in small letters too, in the wide ones of a Chinese
    /// keyboard, and with blanks wherever they are.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, CardError> {
        if text.len() > LENGTH_MAX {
            return Err(CardError::Foreign);
        }
        let plain: String = text.chars().filter_map(plain).collect();
        let letters = plain.strip_prefix(PREFIX).ok_or(CardError::Foreign)?;
        let bytes = bytes_of(letters).ok_or(CardError::Damaged)?;
        let (said, checksum) = bytes
            .split_last_chunk::<CHECKSUM_BYTES>()
            .ok_or(CardError::Damaged)?;
        if checksum_of(said) != u32::from_le_bytes(*checksum) {
            return Err(CardError::Damaged);
        }
        match said {
            [VERSION, rest @ ..] => read(rest).ok_or(CardError::Damaged),
            [newer, ..] if *newer > VERSION => Err(CardError::Newer(*newer)),
            _ => Err(CardError::Damaged),
        }
    }

    /// The checksum of what it says.
    pub(super) fn checksum(&self) -> u32 {
        checksum_of(&self.bytes())
    }

    /// Whether this card counts and another of the same participant does not:
    /// it is newer, or, of the same moment, the greater in a way that is the
    /// same everywhere.
    pub(super) fn supersedes(&self, other: &Self) -> bool {
        let by_stamp = self.stamp.cmp(&other.stamp);
        by_stamp.is_gt() || by_stamp.is_eq() && self.bytes() > other.bytes()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.campaign.number().to_le_bytes());
        bytes.extend_from_slice(&self.participant.to_le_bytes());
        write_number(&mut bytes, self.stamp.unsigned_abs());
        let group = self.group.map_or(0, |group| group + 1);
        write_number(&mut bytes, group as u64);
        write_number(&mut bytes, self.totals.entries.into());
        write_number(&mut bytes, self.active_days.into());
        let Totals {
            reduction,
            low,
            high,
            ..
        } = self.totals;
        for carbon in [reduction, low, high] {
            write_change(&mut bytes, carbon.milligrams());
        }
        for total in self.totals.pollutants {
            write_number(&mut bytes, total.known.into());
            if total.known > 0 {
                write_number(&mut bytes, total.partial.into());
                for mass in [total.value, total.low, total.high] {
                    write_change(&mut bytes, mass.micrograms());
                }
            }
        }
        bytes
    }

    /// Whether such a card can be: every one that is written is read again.
    fn is_possible(&self) -> bool {
        let Totals {
            entries,
            reduction,
            low,
            high,
            pollutants,
            ..
        } = &self.totals;
        let is_range = |low: i64, value: i64, high: i64| {
            -AMOUNT_MAX <= low && low <= value && value <= high && high <= AMOUNT_MAX
        };
        let [low, reduction, high] = [low, reduction, high].map(|carbon| carbon.milligrams());
        is_stamp(self.stamp)
            && self.group.is_none_or(|group| group < GROUPS_MAX)
            && (1..=ENTRIES_MAX).contains(entries)
            && (1..=*entries).contains(&self.active_days)
            && is_range(low, reduction, high)
            && pollutants.iter().all(|total| {
                let masses = [total.low, total.value, total.high];
                let [low, value, high] = masses.map(PollutantMass::micrograms);
                total.known <= *entries
                    && total.partial <= total.known
                    && is_range(low, value, high)
            })
    }
}

/// The codes in what was typed or pasted: each begins with its prefix, and may
/// be broken into lines. What stands before the first is one by itself, to be
/// refused; nothing is none.
#[must_use]
pub fn codes_in(typed: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for word in typed.split_whitespace() {
        let start = word.chars().filter_map(plain).take(PREFIX.len());
        let begins = start.eq(PREFIX.chars());
        match codes.last_mut() {
            Some(last) if !begins => last.push_str(word),
            _ => codes.push(word.to_owned()),
        }
    }
    codes
}

/// What a card says of a pollutant: nothing where nobody knows it, and not
/// where it was emitted.
fn said(total: PollutantTotal) -> PollutantTotal {
    if total.known == 0 {
        return PollutantTotal::default();
    }
    PollutantTotal {
        near: PollutantMass::ZERO,
        ..total
    }
}

/// The card that bytes behind the version say.
fn read(bytes: &[u8]) -> Option<Card> {
    let mut reader = Reader::new(bytes);
    let [campaign, participant] = reader.eight_bytes_twice().ok()?;
    let campaign = CampaignKey::from_number(campaign);
    let mut number = || reader.number().ok();
    let stamp = i64::try_from(number()?).ok()?;
    let group = match number()? {
        0 => None,
        place => Some(usize::try_from(place - 1).ok()?),
    };
    let entries = u32::try_from(number()?).ok()?;
    let active_days = u32::try_from(number()?).ok()?;
    let mut carbon = || Some(Carbon::from_milligrams(change(number()?)));
    let (reduction, low, high) = (carbon()?, carbon()?, carbon()?);
    let mut pollutants = [PollutantTotal::default(); 5];
    for total in &mut pollutants {
        total.known = u32::try_from(number()?).ok()?;
        if total.known > 0 {
            total.partial = u32::try_from(number()?).ok()?;
            let mut mass = || Some(PollutantMass::from_micrograms(change(number()?)));
            (total.value, total.low, total.high) = (mass()?, mass()?, mass()?);
        }
    }
    let totals = Totals {
        entries,
        reduction,
        low,
        high,
        pollutants,
        ..Totals::default()
    };
    let card = Card::new(campaign, participant, stamp, group, active_days, &totals);
    card.filter(|_| reader.len() == 0)
}

/// The letter of the lowest five bits.
fn letter(bits: u32) -> char {
    char::from(LETTERS[(bits & 31) as usize])
}

/// A letter as cards are written in; nothing for a blank.
fn plain(character: char) -> Option<char> {
    if character.is_whitespace() {
        return None;
    }
    // The wide forms stand in the order of ASCII.
    let narrow = u32::from(character)
        .checked_sub(0xfee0)
        .and_then(char::from_u32)
        .filter(char::is_ascii_graphic);
    Some(narrow.unwrap_or(character).to_ascii_uppercase())
}

/// The bytes that letters stand for, `None` where there are no such bytes.
fn bytes_of(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len());
    let (mut gathered, mut count) = (0_u32, 0);
    for letter in letters.bytes() {
        let bits = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => return None,
        };
        gathered = gathered << LETTER_BITS | u32::from(bits);
        count += LETTER_BITS;
        if count >= 8 {
            count -= 8;
            bytes.push((gathered >> count & 0xff) as u8);
        }
        gathered &= (1 << count) - 1;
    }
    // What is left over is less than a letter, and nothing.
    (count < LETTER_BITS && gathered == 0).then_some(bytes)
}

#[cfg(test)]
mod tests;
