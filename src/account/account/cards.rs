//! The cards of an organiser's tally, kept as the records are: in the same two
//! copies, and acknowledged when both have them.

use super::Account;
use crate::account::{Clock, Kept, Randomness, StorageState};
use crate::campaign::{
    CARD_PREFIX, CampaignKey, Card, CardError, Taken, Tally, card_key, cards_of, is_card_key,
    kept_card,
};
use crate::vault::{Store, StoreError};

/// What is kept of a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTally {
    /// The cards that count.
    pub tally: Tally,
    /// Cards that cannot be read. They stay where they are.
    pub unreadable: usize,
}

impl<S: Store, P: Clock + Randomness> Account<S, P> {
    /// The tally of a campaign: what the store has, and what it did not take.
    pub fn tally(&self, campaign: CampaignKey) -> KeptTally {
        let mut kept = KeptTally {
            tally: Tally::new(campaign),
            unreadable: 0,
        };
        let prefix = cards_of(campaign);
        for key in self.store.keys(&prefix).unwrap_or_default() {
            // Another tab may have removed it meanwhile.
            if let Ok(Some(text)) = self.store.get(&key) {
                match kept_card(&key, &text) {
                    Ok(card) => drop(kept.tally.take(card)),
                    Err(_) => kept.unreadable += 1,
                }
            }
        }
        for (key, text) in self
            .unsaved
            .iter()
            .filter(|(key, _)| key.starts_with(&prefix))
        {
            if let Ok(card) = kept_card(key, text) {
                kept.tally.take(card);
            }
        }
        kept
    }

    /// How many cards of all tallies are in the store.
    pub fn cards_kept(&self) -> usize {
        self.store.keys(CARD_PREFIX).map_or(0, |keys| keys.len())
    }

    /// Takes cards into the tally of a campaign. What became of each, and where
    /// those that count are kept.
    pub fn take_cards(&mut self, campaign: CampaignKey, cards: &[Card]) -> (Vec<Taken>, Kept) {
        let mut tally = self.tally(campaign).tally;
        let (mut outcomes, mut kept) = (Vec::new(), Kept::OnDevice);
        for card in cards {
            let before = tally.card(card.participant()).map(card_key);
            let taken = tally.take(card.clone());
            outcomes.push(taken);
            if !matches!(taken, Taken::Counted | Taken::Replaced) {
                continue;
            }
            match (self.keep(card_key(card), card.code()), before) {
                (Kept::OnDevice, Some(older)) => {
                    // One that stays is superseded.
                    let _ = self.store.remove(&older);
                    self.covered.push(older);
                }
                (Kept::OnDevice, None) => {}
                (in_memory, _) => kept = in_memory,
            }
        }
        (outcomes, kept)
    }

    /// Deletes the tally of a campaign, unreadable cards too.
    ///
    /// # Errors
    ///
    /// Where the store did not delete all of it.
    pub fn forget_tally(&mut self, campaign: CampaignKey) -> Result<(), StoreError> {
        let prefix = cards_of(campaign);
        let is_other = |(key, _): &(String, String)| !key.starts_with(&prefix);
        self.unsaved.retain(is_other);
        self.uncopied.retain(is_other);
        let keys = self.store.keys(&prefix);
        let keys = self.heed(keys)?;
        let removed = keys.iter().map(|key| self.store.remove(key));
        let removed = removed.fold(Ok(()), Result::and);
        self.covered.extend(keys);
        let left = self.store.keys(&prefix);
        let result = match left {
            Ok(left) if left.is_empty() => removed,
            Ok(_) => removed.and(Err(StoreError::Other)),
            Err(error) => Err(error),
        };
        self.storage = StorageState::after(&result);
        result
    }

    /// Whether a card in the store is not the one that was kept under its key.
    pub(super) fn is_damaged_card(&self, key: &str) -> bool {
        is_card_key(key)
            && matches!(
                self.store
                    .get(key)
                    .map(|text| text.map(|text| kept_card(key, &text))),
                Ok(Some(Err(CardError::Foreign | CardError::Damaged)))
            )
    }
}
