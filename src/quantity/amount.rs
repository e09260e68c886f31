//! What amounts of a gas have in common, whatever unit they count in: a whole
//! number with a sign, and sums that are checked.

/// Gives a newtype over `i64` its zero and its checked sums.
macro_rules! sums_are_checked {
    ($amount:ident, $zero:literal) => {
        impl $amount {
            #[doc = $zero]
            pub const ZERO: Self = Self(0);

            /// The sum, `None` where it does not fit.
            #[must_use]
            pub const fn checked_add(self, other: Self) -> Option<Self> {
                match self.0.checked_add(other.0) {
                    Some(sum) => Some(Self(sum)),
                    None => None,
                }
            }

            /// The difference, `None` where it does not fit.
            #[must_use]
            pub const fn checked_sub(self, other: Self) -> Option<Self> {
                match self.0.checked_sub(other.0) {
                    Some(difference) => Some(Self(difference)),
                    None => None,
                }
            }
        }
    };
}

pub(super) use sums_are_checked;
