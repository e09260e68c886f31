//! The one rounding rule of the project, kept in one place so that no two
//! sums of the same records can ever differ.

/// Divides and rounds to the nearest integer, half away from zero.
///
/// Factors, prices of a unit and shares are all scaled integers; whatever is
/// worked out from them is brought back to its unit here, once, at the end.
///
/// # Panics
///
/// As `/` does: when `denominator` is 0, or for `i128::MIN / -1`. Every
/// divisor of the domain has a floor above 0.
///
/// ```
/// use carbon_inclusion::quantity::rounding::divide;
///
/// assert_eq!(divide(5, 2), 3);
/// assert_eq!(divide(-5, 2), -3);
/// assert_eq!(divide(4, 3), 1);
/// ```
#[must_use]
pub fn divide(numerator: i128, denominator: i128) -> i128 {
    wide(numerator, denominator)
}

/// The rule, in a width.
macro_rules! rule {
    ($name:ident, $width:ty) => {
        fn $name(numerator: $width, denominator: $width) -> $width {
            let quotient = numerator / denominator;
            let rest = (numerator - quotient * denominator).unsigned_abs();
            // Compared with what is missing to the next integer: doubling could overflow.
            if rest < denominator.unsigned_abs() - rest {
                quotient
            } else if (numerator < 0) == (denominator < 0) {
                quotient + 1
            } else {
                quotient - 1
            }
        }
    };
}

rule!(wide, i128);
rule!(narrow, i64);

/// A fraction whose terms grow factor by factor and which is rounded once.
///
/// It reckons in 64 bits while that is enough, as it nearly always is: 128 take
/// several times as long, and longest in the browser.
///
/// ```
/// use carbon_inclusion::quantity::rounding::Fraction;
///
/// let third = Fraction::ONE.times(10, 30);
/// assert_eq!(third.times(100, 1).rounded(), 33);
/// assert_eq!(third.times(50, 10).rounded_down(), 1);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fraction(Terms);

/// What stands above and below the line.
#[derive(Clone, Copy, Debug)]
enum Terms {
    /// In 64 bits, neither of them the least number, which has no counterpart.
    Narrow(i64, i64),
    Wide(i128, i128),
}

impl Fraction {
    /// One.
    pub const ONE: Self = Self(Terms::Narrow(1, 1));

    /// So many times as much, divided by so much.
    ///
    /// # Panics
    ///
    /// In a debug build as `*` does, where 128 bits are not enough.
    #[must_use]
    pub fn times(self, numerator: i64, denominator: i64) -> Self {
        let (above, below) = match self.0 {
            Terms::Narrow(above, below) if fit(above, numerator) && fit(below, denominator) => {
                return Self(Terms::Narrow(above * numerator, below * denominator));
            }
            Terms::Narrow(above, below) => (above.into(), below.into()),
            Terms::Wide(above, below) => (above, below),
        };
        Self(Terms::Wide(
            above * i128::from(numerator),
            below * i128::from(denominator),
        ))
    }

    /// So many times as much, divided by so much, and then the nearest integer, as
    /// [`times`](Self::times) and [`rounded`](Self::rounded) have it: the most
    /// frequent step of the calculation, without the fraction between them.
    ///
    /// # Panics
    ///
    /// As those do.
    #[must_use]
    pub fn rounded_times(self, numerator: i64, denominator: i64) -> i128 {
        match self.0 {
            Terms::Narrow(above, below) if fit(above, numerator) && fit(below, denominator) => {
                narrow(above * numerator, below * denominator).into()
            }
            _ => self.times(numerator, denominator).rounded(),
        }
    }

    /// The nearest integer, as [`divide`] rounds. Panics as that does.
    #[must_use]
    pub fn rounded(self) -> i128 {
        match self.0 {
            Terms::Narrow(above, below) => narrow(above, below).into(),
            Terms::Wide(above, below) => divide(above, below),
        }
    }

    /// The nearest integer towards zero: whole points, never more than were
    /// earned. Panics as [`divide`] does.
    #[must_use]
    pub fn rounded_down(self) -> i128 {
        match self.0 {
            Terms::Narrow(above, below) => (above / below).into(),
            Terms::Wide(above, below) => above / below,
        }
    }
}

/// Whether the product of two numbers fits into 64 bits for sure.
#[inline]
const fn fit(one: i64, other: i64) -> bool {
    // Each takes 64 bits without its leading zeros, and the product one for its sign.
    one.unsigned_abs().leading_zeros() + other.unsigned_abs().leading_zeros() > u64::BITS
}

/// A product, by 64 bits where that is enough.
///
/// # Panics
///
/// In a debug build as `*` does, where 128 bits are not enough.
pub(crate) fn product(one: i128, other: i64) -> i128 {
    if let Ok(narrow) = i64::try_from(one)
        && fit(narrow, other)
    {
        return i128::from(narrow * other);
    }
    one * i128::from(other)
}

#[cfg(test)]
mod tests {
    use super::{Fraction, divide};

    #[track_caller]
    fn case(numerator: i128, denominator: i128, expected: i128) {
        assert_eq!(divide(numerator, denominator), expected);
        assert_eq!(divide(-numerator, denominator), -expected);
        assert_eq!(divide(numerator, -denominator), -expected);
        assert_eq!(divide(-numerator, -denominator), expected);
    }

    #[test]
    fn half_goes_away_from_zero() {
        case(1, 2, 1);
        case(3, 2, 2);
        case(5, 10, 1);
        case(25, 10, 3);
    }

    #[test]
    fn the_nearest_otherwise() {
        case(0, 7, 0);
        case(49, 100, 0);
        case(51, 100, 1);
        case(1, 3, 0);
        case(2, 3, 1);
        case(7, 1, 7);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        case(i128::MAX, 1, i128::MAX);
        case(i128::MAX, i128::MAX, 1);
        case(i128::MAX - 1, i128::MAX, 1);
        case(i128::MAX / 2, i128::MAX, 0);
        case(i128::MAX / 2 + 1, i128::MAX, 1);
        assert_eq!(divide(i128::MIN, 1), i128::MIN);
        assert_eq!(divide(1, i128::MIN), 0);
        assert_eq!(divide(i128::MIN, i128::MIN), 1);
    }

    /// Both sides of where 64 bits are no longer enough.
    #[test]
    fn the_width_does_not_show() {
        let edges = [1, 3, 1 << 31, 1 << 32, (1 << 62) + 1, i64::MAX];
        let edges = edges
            .iter()
            .flat_map(|edge| [*edge, -edge])
            .chain([i64::MIN]);
        for one in edges.clone() {
            for other in edges.clone() {
                let fraction = Fraction::ONE.times(one, 5).times(other, -3);
                let numerator = i128::from(one) * i128::from(other);
                assert_eq!(fraction.rounded(), divide(numerator, -15), "{one} {other}");
                let at_once = Fraction::ONE.times(one, 5).rounded_times(other, -3);
                assert_eq!(at_once, fraction.rounded(), "{one} {other}");
                assert_eq!(fraction.rounded_down(), numerator / -15, "{one} {other}");
                let one_again = Fraction::ONE.times(one, other).times(other, 1);
                assert_eq!(one_again.rounded(), one.into());
                assert_eq!(one_again.rounded_down(), one.into());
                assert_eq!(
                    Fraction::ONE.times(one, other).rounded(),
                    divide(one.into(), other.into())
                );
            }
        }
    }
}
