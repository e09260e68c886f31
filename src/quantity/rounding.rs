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
pub const fn divide(numerator: i128, denominator: i128) -> i128 {
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

#[cfg(test)]
mod tests {
    use super::divide;

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
}
