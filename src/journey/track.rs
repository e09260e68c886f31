//! The distance of fixes that come one after the other.

use super::Fix;
use crate::quantity::{Dimension, Quantity, rounding};

/// A fix that may be off by more metres is left out. A choice of ours: in a
/// street a phone is right to some ten metres, and in a building to hundreds.
const ACCURACY_MAX: u32 = 50;

/// A distance that grows. It holds the last fix that counted and none before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    last: Option<Fix>,
    millimetres: i64,
    used: u32,
    left_out: u32,
}

impl Track {
    /// Takes a fix in. It counts where it is farther from the last one than
    /// either may be off: a phone that lies still seems to wander.
    pub fn take(&mut self, fix: Fix) {
        if fix.accuracy() > ACCURACY_MAX {
            self.left_out += 1;
            return;
        }
        self.used += 1;
        let Some(last) = self.last else {
            self.last = Some(fix);
            return;
        };
        let moved = last.millimetres_to(fix);
        let blur = i64::from(last.accuracy().max(fix.accuracy())) * 1_000;
        if moved > blur {
            self.millimetres = self.millimetres.saturating_add(moved);
            self.last = Some(fix);
        }
    }

    /// Whatever comes next starts anew: the way between is not counted.
    pub const fn pause(&mut self) {
        self.last = None;
    }

    /// The distance so far, to the nearest metre.
    #[must_use]
    pub fn distance(&self) -> Option<Quantity> {
        let metres = rounding::divide(self.millimetres.into(), 1_000);
        Quantity::new(Dimension::Distance, i64::try_from(metres).ok()?).ok()
    }

    /// How many fixes were good enough.
    #[must_use]
    pub const fn used(&self) -> u32 {
        self.used
    }

    /// How many were left out.
    #[must_use]
    pub const fn left_out(&self) -> u32 {
        self.left_out
    }
}

#[cfg(test)]
mod tests {
    use super::Track;
    use crate::journey::Fix;
    use crate::quantity::Quantity;

    /// Fixes as thousandths of a degree north of 36.45° and metres; a dash is a
    /// pause. A thousandth is 111.195 m.
    #[track_caller]
    fn case(fixes: &str, metres: i64, left_out: u32) {
        let mut track = Track::default();
        for fix in fixes.split(' ').filter(|fix| !fix.is_empty()) {
            let Some((north, accuracy)) = fix.split_once('±') else {
                track.pause();
                continue;
            };
            let north = format!("36.45{north:0>1}");
            track.take(Fix::parse(&north, "115.98", accuracy).expect("a place"));
        }
        let distance = track.distance().map(Quantity::thousandths);
        assert_eq!((distance, track.left_out()), (Some(metres), left_out));
    }

    #[test]
    fn what_is_moved_is_added_up() {
        case("", 0, 0);
        case("0±8", 0, 0);
        case("0±8 1±8 2±8", 222, 0);
        // There and back.
        case("0±8 1±8 0±8", 222, 0);
    }

    #[test]
    fn a_phone_that_lies_still_does_not_wander() {
        // 5.6 m away, time and again.
        case("0±8 005±8 0±8 005±8 0±8", 0, 0);
        // Slowly, but on: what is not counted yet is counted later.
        case("0±8 005±8 01±8 015±8 02±8", 22, 0);
    }

    #[test]
    fn poor_fixes_are_left_out() {
        case("0±8 9±51 1±8 9±3000", 111, 2);
        case("0±8 1±50", 111, 0);
    }

    #[test]
    fn a_pause_is_not_counted() {
        case("0±8 1±8 - 5±8 6±8", 222, 0);
    }
}
