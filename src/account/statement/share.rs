//! Parts of a whole in thousandths: how long bars are, and how green trips.

use std::fmt;

use crate::quantity::{Decimal, rounding};

/// A part of a whole in thousandths, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(1000);

    /// How much of a whole a part is, to the nearest thousandth; `None` of
    /// nothing. `part` is at most `whole`, and neither is negative.
    #[must_use]
    pub fn of(part: i128, whole: i128) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        let thousandths = rounding::divide(part.clamp(0, whole) * 1000, whole);
        u16::try_from(thousandths).ok().map(Self)
    }

    /// The thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u16 {
        self.0
    }
}

/// In percent: `66.7%`, `100%`.
impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(formatter, "{}%", self.0 / 10),
            _ => write!(formatter, "{}%", Decimal::new(self.0.into(), 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_is_rounded_by_the_one_rule() {
        #[track_caller]
        fn case(part: i128, whole: i128, expected: &str) {
            assert_eq!(
                Share::of(part, whole)
                    .map(|share| share.to_string())
                    .as_deref(),
                Some(expected)
            );
        }
        case(0, 7, "0%");
        case(2, 3, "66.7%");
        case(1, 3, "33.3%");
        case(1, 1, "100%");
        case(1, 2, "50%");
        case(1, 2_000, "0.1%");
        case(i128::from(i64::MAX), i128::from(i64::MAX), "100%");
        assert_eq!(Share::of(0, 0), None);
    }
}
