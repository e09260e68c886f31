//! Shares over months or years as broken lines.

use crate::account::Share;

/// A line of shares, in a box that is [`ShareLine::width`] wide and a thousand
/// high, to be stretched to the room that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareLine {
    /// Its outline, as the `d` of an SVG path. It has a gap where nothing is
    /// known, and a dot where nothing is known on either side.
    pub outline: String,
}

/// How wide the place of a share is.
const PLACE: usize = 2;

impl ShareLine {
    /// The line of shares, the first one on the left; all of it is at the top.
    ///
    /// ```
    /// use carbon_inclusion::account::{Share, ShareLine};
    ///
    /// let shares = [Share::of(1, 2), None, Share::of(1, 1), Share::of(0, 1)];
    /// assert_eq!(ShareLine::of(&shares).outline, "M1 500h0M5 0h0L7 1000");
    /// assert_eq!(ShareLine::width(shares.len()), 8);
    /// ```
    #[must_use]
    pub fn of(shares: &[Option<Share>]) -> Self {
        let mut outline = String::new();
        let mut goes_on = false;
        for (index, share) in shares.iter().enumerate() {
            if let Some(share) = share {
                outline.push(if goes_on { 'L' } else { 'M' });
                outline.push_str(&(index * PLACE + PLACE / 2).to_string());
                outline.push(' ');
                let down = Share::WHOLE.thousandths() - share.thousandths();
                outline.push_str(&down.to_string());
                if !goes_on {
                    // Round ends make a dot of no length.
                    outline.push_str("h0");
                }
            }
            goes_on = share.is_some();
        }
        Self { outline }
    }

    /// How wide the box of so many shares is.
    #[must_use]
    pub const fn width(shares: usize) -> usize {
        shares * PLACE
    }
}

#[cfg(test)]
mod tests {
    use super::{Share, ShareLine};

    #[track_caller]
    fn case(shares: &[Option<i128>], expected: &str) {
        let shares: Vec<Option<Share>> = shares
            .iter()
            .map(|part| part.and_then(|part| Share::of(part, 1_000)))
            .collect();
        assert_eq!(ShareLine::of(&shares).outline, expected);
    }

    #[test]
    fn a_line_breaks_where_nothing_is_known() {
        case(&[], "");
        case(&[None, None], "");
        case(&[Some(1_000)], "M1 0h0");
        case(&[Some(0), Some(333)], "M1 1000h0L3 667");
        case(&[None, Some(500), None, Some(250)], "M3 500h0M7 750h0");
    }
}
