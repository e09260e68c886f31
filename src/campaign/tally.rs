//! A tally: the cards of one campaign, each participant counted once.
//!
//! It is a union, of which the newest card of each participant counts, so the
//! tallies of several devices merge in any order, and twice changes nothing.

use super::card::Card;
use super::key::CampaignKey;
use std::rc::Rc;

/// The cards that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    campaign: CampaignKey,
    /// One a participant, in the order of their numbers. Whatever comes between two
    /// moves all behind it, so only a word of each is here.
    cards: Vec<Rc<Card>>,
}

/// What became of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is the first of its participant.
    Counted,
    /// It takes the place of an older one.
    Replaced,
    /// It is there already.
    Same,
    /// There is a newer one of the same participant.
    Older,
    /// It is of another campaign.
    Elsewhere,
}

impl Tally {
    /// A tally without a card.
    #[must_use]
    pub const fn new(campaign: CampaignKey) -> Self {
        Self {
            campaign,
            cards: Vec::new(),
        }
    }

    /// The campaign it is of.
    #[must_use]
    pub const fn campaign(&self) -> CampaignKey {
        self.campaign
    }

    /// The cards that count, one a participant, in the order of their numbers.
    #[must_use]
    pub fn cards(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.cards.iter().map(|card| &**card)
    }

    /// The card of a participant.
    #[must_use]
    pub fn card(&self, participant: u64) -> Option<&Card> {
        let place = self.place(participant).ok()?;
        Some(&self.cards[place])
    }

    /// What would become of a card. Nothing is changed.
    #[must_use]
    pub fn weigh(&self, card: &Card) -> Taken {
        if card.campaign() != self.campaign {
            return Taken::Elsewhere;
        }
        match self.card(card.participant()) {
            None => Taken::Counted,
            Some(known) if known == card => Taken::Same,
            Some(known) if card.supersedes(known) => Taken::Replaced,
            Some(_) => Taken::Older,
        }
    }

    /// Takes a card in, where it counts, and tells what became of it.
    pub fn take(&mut self, card: Card) -> Taken {
        let taken = self.weigh(&card);
        match (taken, self.place(card.participant())) {
            (Taken::Counted, Err(place)) => self.cards.insert(place, Rc::new(card)),
            (Taken::Replaced, Ok(place)) => self.cards[place] = Rc::new(card),
            _ => {}
        }
        taken
    }

    /// Takes cards in, and tells what became of each.
    pub fn take_all(&mut self, cards: &[Card]) -> Vec<Taken> {
        cards.iter().map(|card| self.take(card.clone())).collect()
    }

    /// Of how many participants this tally has another card than an earlier
    /// one, or a first.
    #[must_use]
    pub fn changed_since(&self, earlier: &Self) -> usize {
        let is_new = |card: &&Card| earlier.card(card.participant()) != Some(card);
        self.cards().filter(is_new).count()
    }

    fn place(&self, participant: u64) -> Result<usize, usize> {
        self.cards
            .binary_search_by_key(&participant, |card| card.participant())
    }
}
