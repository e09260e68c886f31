//! The clock and the randomness of a device, the same in every run.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::cell::Cell;
use std::rc::Rc;

use carbon_inclusion::account::{Clock, Randomness};
use carbon_inclusion::quantity::Day;

/// A device: its time moves on with each look at the clock.
#[derive(Debug)]
pub struct Device {
    now: Rc<Cell<i64>>,
    random: Cell<u64>,
}

impl Device {
    /// A device that starts on a day in November 2026.
    pub fn new(seed: u64) -> Self {
        Self::with_clock(Rc::new(Cell::new(1_795_305_600_000)), seed)
    }

    /// A device that shares its clock with others.
    pub fn with_clock(now: Rc<Cell<i64>>, seed: u64) -> Self {
        Self {
            now,
            random: Cell::new(seed),
        }
    }
}

impl Clock for Device {
    fn now_ms(&self) -> i64 {
        self.now.set(self.now.get() + 1);
        self.now.get()
    }

    fn today(&self) -> Day {
        "2026-11-22".parse().expect("a day")
    }
}

impl Randomness for Device {
    fn next_u64(&self) -> u64 {
        let random = self.random.get();
        self.random.set(random.wrapping_add(0x9e37_79b9_7f4a_7c15));
        random
    }
}
