//! A value within its range, on a line that shows where zero is.

use crate::quantity::rounding;

/// Places along a line of a given length, 0 at its left end. All lie on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeLine {
    /// Where zero is.
    pub zero: i32,
    /// Where the range begins.
    pub low: i32,
    /// Where the value is.
    pub value: i32,
    /// Where the range ends.
    pub high: i32,
}

impl RangeLine {
    /// Places a value and its range, in one unit, on a line; `None` where all of
    /// it is zero. The line reaches from the least of them and zero to the most.
    #[must_use]
    pub fn of(low: i64, value: i64, high: i64, length: i32) -> Option<Self> {
        let all = [0, low, value, high].map(i128::from);
        let (least, most) = (all.iter().copied().min()?, all.iter().copied().max()?);
        if least == most {
            return None;
        }
        let place = |amount: i128| {
            let along = rounding::divide((amount - least) * i128::from(length), most - least);
            i32::try_from(along).unwrap_or(0)
        };
        let [zero, low, value, high] = all.map(place);
        Some(Self {
            zero,
            low,
            value,
            high,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::RangeLine;

    #[track_caller]
    fn case([low, value, high]: [i64; 3], [zero, at_low, at_value, at_high]: [i32; 4]) {
        let expected = RangeLine {
            zero,
            low: at_low,
            value: at_value,
            high: at_high,
        };
        assert_eq!(RangeLine::of(low, value, high, 1_000), Some(expected));
    }

    #[test]
    fn a_value_lies_within_its_range() {
        case([50, 75, 100], [0, 500, 750, 1_000]);
        case([-100, 100, 300], [250, 0, 500, 1_000]);
        case([-30, -20, -10], [1_000, 0, 333, 667]);
        case([7, 7, 7], [0, 1_000, 1_000, 1_000]);
        case([i64::MIN, 0, i64::MAX], [500, 0, 500, 1_000]);
    }

    #[test]
    fn nothing_has_no_place() {
        assert_eq!(RangeLine::of(0, 0, 0, 1_000), None);
    }
}
