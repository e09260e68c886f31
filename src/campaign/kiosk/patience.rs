//! When a kiosk that nobody touches is cleared: not before somebody who only
//! reads was asked, and had the time to answer (WCAG 2.2.1 asks for 20 seconds).

use super::{Stage, Step};

/// How long somebody has to answer, in seconds.
pub const SECONDS_TO_ANSWER: i64 = 20;

/// Of how many seconds of quiet each stage asks whether somebody is there:
/// longest while a phone takes the code. `None` where nothing is to be cleared.
#[must_use]
pub fn patience(stage: &Stage) -> Option<i64> {
    match stage {
        Stage::Attract | Stage::Left => None,
        Stage::Door(_) => Some(30),
        Stage::Visit(visit) => Some(match visit.step() {
            Step::Choose | Step::Amount(_) => 60,
            Step::Result => 90,
            Step::TakeAlong => 120,
        }),
    }
}

/// How long nothing has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Patience {
    /// When something happened last, ms since 1970.
    stirred_at: i64,
    seconds_left: Option<i64>,
}

impl Patience {
    pub const fn seconds_left(&self) -> Option<i64> {
        self.seconds_left
    }

    /// Begins anew. Whether somebody was being asked.
    pub fn stir(&mut self, now: i64) -> bool {
        self.stirred_at = now;
        self.seconds_left.take().is_some()
    }

    /// Whether nothing has happened for so many seconds, and nobody answered. A
    /// device that slept meanwhile does not ask first: who was there has gone.
    pub fn has_run_out(&mut self, seconds: i64, now: i64) -> bool {
        // A clock that was put back must not make it wait for hours.
        self.stirred_at = self.stirred_at.min(now);
        let quiet = now.saturating_sub(self.stirred_at);
        let left = (seconds + SECONDS_TO_ANSWER) * 1000 - quiet;
        self.seconds_left = (quiet >= seconds * 1000).then(|| (left + 999).div_euclid(1000));
        left <= 0
    }
}
