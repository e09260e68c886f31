//! The way out for staff: three digits that are shown and asked for. They are no
//! secret, they only keep a visitor from leaving by chance.

/// How many digits are asked for.
const DIGITS: usize = 3;

/// The digits, and how many of them were pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Door {
    code: [u8; DIGITS],
    pressed: usize,
}

impl Door {
    /// A door with digits of a random number.
    #[must_use]
    pub fn locked(random: u64) -> Self {
        let digit = |by: u64| u8::try_from(random / by % 10).unwrap_or_default();
        Self {
            code: [digit(1), digit(10), digit(100)],
            pressed: 0,
        }
    }

    /// The digits, in the order they are asked for in.
    #[must_use]
    pub const fn code(&self) -> [u8; DIGITS] {
        self.code
    }

    /// How many of them were pressed.
    #[must_use]
    pub const fn pressed(&self) -> usize {
        self.pressed
    }

    /// Takes in a digit: whether it opens, `None` where more are asked for.
    pub fn press(&mut self, digit: u8) -> Option<bool> {
        if self.code.get(self.pressed) != Some(&digit) {
            return Some(false);
        }
        self.pressed += 1;
        (self.pressed == DIGITS).then_some(true)
    }
}
