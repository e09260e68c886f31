//! The kiosk: a tablet at a stall that any passer-by uses for a minute and
//! leaves no trace on. What the page does is told here as [`Act`]s, the clock's
//! ticks among them; what is to be seen follows from the [`Stage`]. Nothing of
//! it is kept anywhere: when a person is done or has gone, it is dropped.

mod deed;
mod door;
mod offer;
mod patience;
mod visit;

pub use deed::Deed;
pub use door::Door;
pub use offer::{COMMON, is_offered, offered, presets};
pub use patience::{SECONDS_TO_ANSWER, patience};
pub use visit::{DEEDS_MAX, Step, Taken, Visit};

use crate::account::{Clock, Randomness};
use crate::language::Language;
use crate::methodology::{ActionId, InputKind};
use patience::Patience;

/// What happens at the kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody begins, in a language.
    Start(Language),
    /// Goes on in another language.
    Speak(Language),
    /// Chooses what was done, or takes it back.
    Toggle(ActionId),
    /// Says how much, in thousandths of the unit shown.
    Set(InputKind, i64),
    /// One step more, or less.
    Step(InputKind, bool),
    /// Belongs to a group of the campaign, by its place there, or to none again.
    Group(usize),
    /// Goes on.
    Next,
    /// Goes back.
    Back,
    /// Is done; the next person may come.
    End,
    /// Staff wants to leave.
    Leave,
    /// One of the digits that staff is asked for.
    Press(u8),
    /// Somebody is there: a tap, a key, scrolling.
    Stir,
    /// Time goes by.
    Tick,
}

/// What the kiosk is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// It waits for somebody.
    #[default]
    Attract,
    /// Somebody is there.
    Visit(Box<Visit>),
    /// Staff is asked for three digits.
    Door(Door),
    /// Staff has left it.
    Left,
}

/// The kiosk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kiosk {
    stage: Stage,
    patience: Patience,
}

impl Kiosk {
    /// What it is doing.
    #[must_use]
    pub const fn stage(&self) -> &Stage {
        &self.stage
    }

    /// How many seconds are left to answer before everything is cleared; `None`
    /// where nobody is asked yet.
    #[must_use]
    pub const fn seconds_left(&self) -> Option<i64> {
        self.patience.seconds_left()
    }

    /// Takes in what happened. Whether there is something new to be seen.
    pub fn take(&mut self, act: Act, ports: &(impl Clock + Randomness)) -> bool {
        let now = ports.now_ms();
        if act == Act::Tick {
            return self.tick(now);
        }
        let was_asked = self.patience.stir(now);
        was_asked | self.go(act, ports)
    }

    fn go(&mut self, act: Act, ports: &(impl Clock + Randomness)) -> bool {
        match (&mut self.stage, act) {
            (Stage::Attract, Act::Start(language)) => {
                self.stage = Stage::Visit(Box::new(Visit::start(language, ports)));
            }
            (Stage::Attract, Act::Leave) => {
                self.stage = Stage::Door(Door::locked(ports.next_u64()));
            }
            (Stage::Attract | Stage::Left, _) => return false,
            (_, Act::End) => self.clear(),
            (Stage::Visit(visit), act) => {
                if act == Act::Back && visit.step() == Step::Choose {
                    self.clear();
                } else {
                    return visit.take(act, ports);
                }
            }
            (Stage::Door(door), Act::Press(digit)) => {
                match door.press(digit) {
                    // Whoever tried it by chance is back where they were.
                    Some(false) => self.clear(),
                    Some(true) => self.stage = Stage::Left,
                    None => {}
                }
            }
            (Stage::Door(_), _) => return false,
        }
        true
    }

    /// Drops whatever the person said.
    fn clear(&mut self) {
        *self = Self::default();
    }

    fn tick(&mut self, now: i64) -> bool {
        let Some(seconds) = patience(&self.stage) else {
            return false;
        };
        let was_left = self.seconds_left();
        if self.patience.has_run_out(seconds, now) {
            self.clear();
            return true;
        }
        self.seconds_left() != was_left
    }
}

#[cfg(test)]
mod tests;
