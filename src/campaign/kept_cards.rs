//! How the cards of a tally lie in a store: one key each, never changed, so
//! that copies and tabs make one tally as records make one account.
//!
//! ```text
//! carbon-inclusion/card/<campaign>/<participant>/<checksum>    the card's code
//! ```

use super::card::{Card, CardError};
use super::key::CampaignKey;

/// Keys of cards begin with this.
pub const CARD_PREFIX: &str = "carbon-inclusion/card/";

/// What the keys of all cards of a campaign begin with.
#[must_use]
pub fn cards_of(campaign: CampaignKey) -> String {
    format!("{CARD_PREFIX}{campaign}/")
}

/// The key that a card is kept under.
#[must_use]
pub fn card_key(card: &Card) -> String {
    let (campaign, participant) = (cards_of(card.campaign()), card.participant());
    format!("{campaign}{participant:016x}/{:08x}", card.checksum())
}

/// Whether a key is that of a card.
#[must_use]
pub fn is_card_key(key: &str) -> bool {
    key.starts_with(CARD_PREFIX)
}

/// The card that a text under a key is.
///
/// # Errors
///
/// Why it is none; it is damaged, too, where it is under the key of another.
pub fn kept_card(key: &str, text: &str) -> Result<Card, CardError> {
    let card = Card::read(text)?;
    if card_key(&card) == key {
        Ok(card)
    } else {
        Err(CardError::Damaged)
    }
}
