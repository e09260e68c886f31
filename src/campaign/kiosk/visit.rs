//! One person at the kiosk, from the first tap to the code that is taken along.

use super::{Act, Deed};
use crate::account::{Clock, EntryId, Ledger, Randomness};
use crate::campaign::{Card, Pack, Progress};
use crate::language::Language;
use crate::methodology::{ActionId, current};
use crate::quantity::Day;
use crate::vault::Revision;

/// The most things that are told in one visit: they go into one code, and into
/// one minute.
pub const DEEDS_MAX: usize = 8;

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Chooses what was done.
    Choose,
    /// Says how much, of which of the things chosen.
    Amount(usize),
    /// Sees what it saves.
    Result,
    /// Takes it along.
    TakeAlong,
}

/// What is taken along.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The entries, for the person's own phone.
    pub revisions: Vec<Revision>,
    /// When, ms since 1970; later each time that something is changed.
    pub stamp: i64,
}

/// What a person has said so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    language: Language,
    step: Step,
    deeds: Vec<Deed>,
    day: Day,
    /// When the visit began, ms since 1970.
    began_at: i64,
    /// Of this person in the campaign, random: nothing leads from it to a visit
    /// before or after.
    participant: u64,
    /// The place of the chosen group among those of the campaign.
    group: Option<usize>,
    taken: Option<Taken>,
}

impl Visit {
    pub(super) fn start(language: Language, ports: &(impl Clock + Randomness)) -> Self {
        Self {
            language,
            step: Step::Choose,
            deeds: Vec::new(),
            day: ports.today(),
            began_at: ports.now_ms(),
            participant: ports.next_u64(),
            group: None,
            taken: None,
        }
    }

    /// The language that the person reads.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Where the person is.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// What was chosen, in that order.
    #[must_use]
    pub fn deeds(&self) -> &[Deed] {
        &self.deeds
    }

    /// The day it counts for.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// Whether an action is chosen.
    #[must_use]
    pub fn has(&self, action: ActionId) -> bool {
        self.place_of(action).is_some()
    }

    /// Whether no more can be chosen.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.deeds.len() >= DEEDS_MAX
    }

    /// What was told, as an account of its own: it is worked out as any other.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        let moments = self.began_at..;
        let entries = self.deeds.iter().zip(moments);
        entries.map(|(deed, at)| deed.entry(at)).collect()
    }

    /// The group that was chosen, by its place in the pack.
    #[must_use]
    pub const fn group(&self) -> Option<usize> {
        self.group
    }

    /// The contribution to a campaign, once it is taken along; `None` where
    /// nothing of it counts there.
    #[must_use]
    pub fn card(&self, pack: &Pack) -> Option<Card> {
        let taken = self.taken.as_ref()?;
        let Progress {
            totals,
            active_days,
        } = Progress::of(&self.ledger(), pack);
        let group = self.group.filter(|group| *group < pack.groups.len());
        let (key, participant) = (pack.key, self.participant);
        Card::new(key, participant, taken.stamp, group, active_days, &totals)
    }

    /// What is taken along, once the person is there.
    #[must_use]
    pub const fn taken(&self) -> Option<&Taken> {
        self.taken.as_ref()
    }

    pub(super) fn take(&mut self, act: Act, ports: &(impl Clock + Randomness)) -> bool {
        match act {
            Act::Speak(language) => {
                let is_new = self.language != language;
                self.language = language;
                is_new
            }
            Act::Toggle(action) if self.step == Step::Choose => self.toggle(action, ports),
            Act::Set(kind, amount) => self.current().is_some_and(|deed| deed.set(kind, amount)),
            Act::Step(kind, up) => self.current().is_some_and(|deed| deed.step(kind, up)),
            Act::Group(place) => self.choose_group(place, ports.now_ms()),
            Act::Next => self.next(ports.now_ms()),
            Act::Back => self.back(),
            _ => false,
        }
    }

    fn place_of(&self, action: ActionId) -> Option<usize> {
        let mut deeds = self.deeds.iter();
        deeds.position(|deed| deed.activity().action().id == action)
    }

    fn toggle(&mut self, action: ActionId, random: &impl Randomness) -> bool {
        if let Some(place) = self.place_of(action) {
            self.deeds.remove(place);
            return true;
        }
        if self.is_full() {
            return false;
        }
        let id = EntryId::from_number(random.next_u64());
        let deed = current()
            .action(action)
            .and_then(|action| Deed::usual(action, self.day, id, random.next_u64()));
        let is_new = deed.is_some();
        self.deeds.extend(deed);
        is_new
    }

    /// What is asked for now.
    fn current(&mut self) -> Option<&mut Deed> {
        match self.step {
            Step::Amount(place) => self.deeds.get_mut(place),
            _ => None,
        }
    }

    /// Chooses a group, or none again. The card is then a newer one: who shows
    /// both is counted where they said last.
    fn choose_group(&mut self, place: usize, now: i64) -> bool {
        let Some(taken) = &mut self.taken else {
            return false;
        };
        taken.stamp = now.max(taken.stamp + 1);
        self.group = (self.group != Some(place)).then_some(place);
        true
    }

    fn next(&mut self, now: i64) -> bool {
        let count = self.deeds.len();
        self.step = match self.step {
            Step::Choose if count > 0 => Step::Amount(0),
            Step::Amount(place) if place + 1 < count => Step::Amount(place + 1),
            Step::Amount(_) => Step::Result,
            Step::Result => {
                self.taken = Some(self.pack(now));
                Step::TakeAlong
            }
            Step::Choose | Step::TakeAlong => return false,
        };
        true
    }

    fn back(&mut self) -> bool {
        self.step = match self.step {
            Step::Choose => return false,
            Step::Amount(0) => Step::Choose,
            Step::Amount(place) => Step::Amount(place - 1),
            Step::Result => Step::Amount(self.deeds.len().saturating_sub(1)),
            Step::TakeAlong => Step::Result,
        };
        true
    }

    fn pack(&self, now: i64) -> Taken {
        let before = self.taken.as_ref().map(|taken| taken.stamp + 1);
        let now = before.map_or(now, |before| before.max(now));
        let deeds = self.deeds.iter().zip(self.began_at..);
        Taken {
            revisions: deeds.map(|(deed, at)| deed.revision(at, now)).collect(),
            stamp: now,
        }
    }
}
