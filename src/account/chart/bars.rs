//! Bars over days, months or years, side by side.

use super::Frame;
use super::axis::{Axis, Tick};
use crate::quantity::rounding;

/// A bar. Savings stand on the zero line, what was emitted on top hangs from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width, at least 1.
    pub width: i32,
    /// Its height: 0 for nothing, at least 1 for something.
    pub height: i32,
    /// The middle of its place, where its name stands.
    pub middle: i32,
}

/// A chart of signed amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The bars, in the order of the amounts.
    pub bars: Vec<Bar>,
    /// The lines of the axis, the lowest amount first; zero is one of them.
    pub ticks: Vec<Tick>,
    /// How far down the zero line is.
    pub zero: i32,
    /// What the axis counts in: a thousand, a million or a milliard of the small
    /// unit, such as a gram, a kilogram or a tonne of milligrams.
    pub unit: i64,
}

impl Chart {
    /// The chart of amounts in their small unit in a frame, `None` where nothing
    /// would be seen.
    ///
    /// ```
    /// use carbon_inclusion::account::{Chart, Frame};
    ///
    /// let frame = Frame { left: 0, right: 20, top: 0, bottom: 100 };
    /// let milligrams = [1_500_000, -500_000];
    /// let chart = Chart::of(&milligrams, frame).expect("there is something to see");
    /// assert_eq!([chart.bars[0].height, chart.bars[1].height], [75, 25]);
    /// assert_eq!(chart.zero, 75);
    /// assert_eq!(chart.ticks[0].label, "−0.5");
    /// ```
    #[must_use]
    pub fn of(amounts: &[i64], frame: Frame) -> Option<Self> {
        let amounts: Vec<i128> = amounts.iter().copied().map(i128::from).collect();
        let highest = amounts.iter().copied().max()?.max(0);
        let lowest = amounts.iter().copied().min()?.min(0);
        if highest == lowest {
            return None;
        }
        let axis = Axis::over(lowest, highest);
        let place = |amount: i128| axis.place(amount, frame);
        let zero = place(0);
        let count = amounts.len();
        let bars = amounts.iter().enumerate().map(|(index, amount)| {
            let (left, right) = (edge(frame, index, count), edge(frame, index + 1, count));
            // A fifth of its place is free on either side.
            let width = ((right - left) * 3 / 5).max(1);
            let end = place(*amount);
            let height = (zero - end).abs().max(i32::from(*amount != 0));
            Bar {
                x: left + (right - left - width) / 2,
                y: if *amount > 0 { zero - height } else { zero },
                width,
                height,
                middle: i32::midpoint(left, right),
            }
        });
        Some(Self {
            bars: bars.collect(),
            ticks: axis.ticks(place),
            zero,
            unit: 10_i64.pow(axis.unit),
        })
    }
}

/// Where the place of a bar begins.
fn edge(frame: Frame, index: usize, count: usize) -> i32 {
    let width = i128::from(frame.right - frame.left);
    let part = rounding::divide(width * index as i128, count as i128);
    frame.left + i32::try_from(part).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Chart, Frame};

    const FRAME: Frame = Frame {
        left: 1_000,
        right: 11_000,
        top: 10,
        bottom: 210,
    };

    fn chart(milligrams: &[i64]) -> Option<Chart> {
        Chart::of(milligrams, FRAME)
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(chart(&[]), None);
        assert_eq!(chart(&[0]), None);
        assert_eq!(chart(&[0; 31]), None);
    }

    /// The labels of the axis and what they count in, in milligrams.
    #[track_caller]
    fn axis(milligrams: &[i64], labels: &[&str], unit: i64) {
        let chart = chart(milligrams).expect("there is something to see");
        let found: Vec<&str> = chart.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(found, labels);
        assert_eq!(chart.unit, unit);
    }

    #[test]
    fn the_axis_has_round_amounts() {
        axis(
            &[780_000, -1],
            &["−200", "0", "200", "400", "600", "800"],
            1_000,
        );
        axis(
            &[915_200],
            &["0", "0.2", "0.4", "0.6", "0.8", "1.0"],
            1_000_000,
        );
        axis(
            &[1_000_000],
            &["0", "0.2", "0.4", "0.6", "0.8", "1.0"],
            1_000_000,
        );
        axis(&[1_250_000, 0], &["0", "0.5", "1.0", "1.5"], 1_000_000);
        axis(&[-1], &["−0.001", "0"], 1_000);
        axis(&[3], &["0", "0.001", "0.002", "0.003"], 1_000);
        axis(
            &[40_000_000, -13_000_000],
            &["−20", "0", "20", "40"],
            1_000_000,
        );
        axis(
            &[2_030_000_000],
            &["0", "0.5", "1.0", "1.5", "2.0", "2.5"],
            1_000_000_000,
        );
    }

    #[test]
    fn bars_stand_on_zero_or_hang_from_it() {
        let chart = chart(&[4_000, 0, -1_000, 2_000]).expect("there is something to see");
        assert_eq!(chart.zero, 170);
        let found: Vec<[i32; 4]> = chart
            .bars
            .iter()
            .map(|bar| [bar.x, bar.y, bar.width, bar.height])
            .collect();
        assert_eq!(
            found,
            [
                [1_500, 10, 1_500, 160],
                [4_000, 170, 1_500, 0],
                [6_500, 170, 1_500, 40],
                [9_000, 90, 1_500, 80],
            ]
        );
        assert_eq!(chart.bars[1].middle, 4_750);
    }

    #[test]
    fn the_smallest_amount_is_seen() {
        let chart = chart(&[1_000_000_000, 1, -1]).expect("there is something to see");
        assert_eq!(chart.bars[1].height, 1);
        assert_eq!(chart.bars[1].y, chart.zero - 1);
        assert_eq!(chart.bars[2].height, 1);
        assert_eq!(chart.bars[2].y, chart.zero);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let chart = chart(&[i64::MAX, i64::MIN]).expect("there is something to see");
        assert_eq!(chart.ticks.len(), 5);
    }
}
