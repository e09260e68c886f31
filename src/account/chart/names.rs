//! Names in a row below a chart. How large letters are, and how wide the chart,
//! is known when it is drawn only; so each name says how wide the row has to be
//! for it to be written.

/// Names in a row, in places of one width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    /// How many places there are.
    places: usize,
    /// The most that a name takes, with what is free beside it, in hundredths of
    /// the size of its letters.
    width: usize,
    /// From one name to the next that is ever written.
    every: usize,
}

/// The most names in a row.
const MOST: usize = 7;
/// Between two names, in hundredths of the size of their letters.
const GAP: usize = 40;

impl Names {
    /// The names of so many places; of those that are ever written there are seven
    /// at most.
    ///
    /// ```
    /// use carbon_inclusion::account::Names;
    ///
    /// let days = ["一", "二", "三", "四", "五", "六", "日"];
    /// let names = Names::of(days.len(), days);
    /// // Every fourth, every second, all of them; in hundredths of a letter.
    /// assert_eq!([4, 2, 1].map(|index| names.least(index)), [Some(245), Some(490), Some(980)]);
    /// ```
    #[must_use]
    pub fn of<'a>(places: usize, names: impl IntoIterator<Item = &'a str>) -> Self {
        let widths = names.into_iter().map(width);
        Self {
            places,
            width: widths.max().unwrap_or(0) + GAP,
            every: places.div_ceil(MOST).max(1),
        }
    }

    /// How wide the row has to be for the name at `index` to be written, in
    /// hundredths of the size of its letters; `None` where it never is. The fewer
    /// are written, the further they are apart: every one, every other, every
    /// fourth of them.
    #[must_use]
    pub const fn least(&self, index: usize) -> Option<usize> {
        if !index.is_multiple_of(self.every) {
            return None;
        }
        let mut apart = self.every;
        while apart < self.places && index.is_multiple_of(apart * 2) {
            apart *= 2;
        }
        if apart < self.places {
            Some((self.width * self.places).div_ceil(apart))
        } else {
            // The first one is always there.
            Some(0)
        }
    }
}

/// About how wide a text is, in hundredths of the size of its letters.
fn width(text: &str) -> usize {
    let letter = |letter: char| if letter.is_ascii() { 64 } else { 100 };
    text.chars().map(letter).sum()
}

#[cfg(test)]
mod tests {
    use super::Names;

    /// Which of so many places have a name in a row so wide.
    #[track_caller]
    fn case(places: usize, name: &str, row: usize, expected: &[usize]) {
        let names = Names::of(places, [name]);
        let is_written = |index: &usize| names.least(*index).is_some_and(|least| least <= row);
        let written: Vec<usize> = (0..places).filter(is_written).collect();
        assert_eq!(written, expected);
    }

    #[test]
    fn names_never_crowd() {
        case(1, "2026", 0, &[0]);
        case(7, "2026", 2_200, &[0, 1, 2, 3, 4, 5, 6]);
        case(7, "2026", 2_000, &[0, 2, 4, 6]);
        case(7, "2026", 1_000, &[0, 4]);
        case(7, "2026", 500, &[0]);
        case(12, "12", 1_100, &[0, 2, 4, 6, 8, 10]);
        case(12, "12", 1_000, &[0, 4, 8]);
        case(31, "31", 2_200, &[0, 5, 10, 15, 20, 25, 30]);
        case(31, "31", 1_000, &[0, 10, 20, 30]);
    }

    #[test]
    fn nothing_has_no_names() {
        assert_eq!(Names::of(0, []).least(0), Some(0));
    }
}
