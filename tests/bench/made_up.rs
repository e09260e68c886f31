//! What people might record, made up by a fixed seed: ten years of trips and
//! habits, nine of ten times one of some hundred usual things, some with a note.

use std::cell::Cell;

use carbon_inclusion::account::{Clock, Randomness};
use carbon_inclusion::methodology::{Action, Draft, Evidence, Input, Replaced, current};
use carbon_inclusion::quantity::{Day, Dimension, Quantity};

/// Usual things.
const USUAL: usize = 400;
/// Days from the first to the last.
pub const DAYS: i64 = 3650;
/// The first day.
pub const FIRST_DAY: &str = "2016-11-24";
/// Its midnight, in ms since 1970.
pub const FIRST_MIDNIGHT: i64 = 1_479_945_600_000;
/// A day in ms.
pub const DAY_MS: i64 = 86_400_000;

/// A clock that is set, and numbers that are the same each time.
#[derive(Clone, Debug)]
pub struct Device {
    /// The day it shows.
    pub today: Cell<Day>,
    /// Ms since 1970.
    pub now: Cell<i64>,
    /// What the next number is worked out from.
    pub random: Cell<u64>,
}

impl Device {
    /// A device at the beginning of the first day.
    pub fn new(seed: u64) -> Self {
        Self {
            today: Cell::new(FIRST_DAY.parse().expect("a day")),
            now: Cell::new(FIRST_MIDNIGHT),
            random: Cell::new(seed),
        }
    }

    /// One of so many.
    pub fn one_of(&self, many: usize) -> usize {
        usize::try_from(self.next_u64() >> 33).expect("31 bits") % many
    }

    /// Moves on to when so many of all entries are recorded, and lets half an hour
    /// pass, or so.
    pub fn move_on(&self, done: usize, all: usize) {
        let many = |count: usize| i64::try_from(count).expect("few");
        let days = many(done) * DAYS / many(all.max(1));
        let first: Day = FIRST_DAY.parse().expect("a day");
        let today = first.plus_days(days).expect("a day");
        if self.today.replace(today) != today {
            let midnight = self.now.get() / DAY_MS * DAY_MS;
            self.now
                .set((midnight + DAY_MS).max(FIRST_MIDNIGHT + days * DAY_MS));
        }
        self.now.set(self.now.get() + many(self.one_of(2_000_000)));
    }
}

impl Clock for &Device {
    fn now_ms(&self) -> i64 {
        self.now.get()
    }

    fn today(&self) -> Day {
        self.today.get()
    }
}

impl Device {
    /// `splitmix64`.
    pub fn next_u64(&self) -> u64 {
        let state = self.random.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.random.set(state);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }
}

impl Randomness for &Device {
    fn next_u64(&self) -> u64 {
        Device::next_u64(self)
    }
}

/// Six of ten are trips, as most of what people record.
fn action(device: &Device) -> &'static Action {
    let trips = device.one_of(10) < 6;
    let actions: Vec<&Action> = current()
        .actions
        .iter()
        .filter(|action| action.is_trip() == trips)
        .collect();
    actions[device.one_of(actions.len())]
}

/// A distance up to 25 km in steps of 100 m, or the usual amount and up to
/// fifteen steps more.
fn amount(device: &Device, input: &Input) -> String {
    let (start, step, steps) = if input.kind.dimension() == Dimension::Distance {
        (input.floor, 100, 250)
    } else {
        (input.usual, input.step, 15)
    };
    let steps = i64::try_from(device.one_of(steps)).expect("few");
    let thousandths = (start + steps * step).min(input.ceiling);
    let amount = Quantity::new(input.kind.dimension(), thousandths);
    amount.expect("within the bounds").to_string()
}

/// Nine of ten times one of the usual things, else anything.
pub fn with_draft<T>(device: &Device, on: &str, take: impl FnOnce(&Draft<'_>, &str) -> T) -> T {
    let next = device.next_u64();
    if device.one_of(10) > 0 {
        device
            .random
            .set(u64::try_from(device.one_of(USUAL)).expect("few"));
    }
    let action = action(device);
    let variant = &action.variants[device.one_of(action.variants.len())];
    let inputs = variant.inputs.iter();
    let replaced = device.one_of(Replaced::ALL.len() * 2);
    let draft = Draft {
        action: action.id.as_str(),
        on,
        inputs: inputs
            .map(|input| (input.kind.id(), amount(device, input).into()))
            .collect(),
        replaced: Replaced::ALL
            .get(replaced)
            .filter(|_| action.is_trip())
            .map(|replaced| replaced.id()),
        evidence: Some(Evidence::ALL[usize::from(device.one_of(5) == 0)].id()),
        ..Draft::default()
    };
    let notes = ["送孩子上学", "雨天", "with the neighbours", "周末去公园"];
    let note = device.one_of(40);
    device.random.set(next);
    take(&draft, notes.get(note).copied().unwrap_or_default())
}
