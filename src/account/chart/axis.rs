//! The axis of a chart: lines at round amounts.

use super::Frame;
use crate::quantity::{Decimal, rounding};

/// A line across the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// How far down.
    pub y: i32,
    /// Its amount in the chart's unit, with a real minus sign: `0.5`, `−10`.
    pub label: String,
}

/// The most stretches between the lines of the axis.
const STRETCHES_MAX: i128 = 5;

/// Lines at round amounts: a step is 1, 2 or 5 with zeros behind it.
pub(super) struct Axis {
    step: i128,
    /// The power of ten in the step.
    power: u32,
    /// The power of ten in the unit of the labels.
    pub(super) unit: u32,
    /// Amounts of the first and the last line, multiples of the step.
    lowest: i128,
    highest: i128,
}

impl Axis {
    pub(super) fn over(lowest: i128, highest: i128) -> Self {
        let fits = |step: i128| {
            let (below, above) = (ceiling(-lowest, step), ceiling(highest, step));
            (below + above <= STRETCHES_MAX).then_some((-below * step, above * step))
        };
        let mut power = 0;
        loop {
            for digit in [1, 2, 5] {
                let step = digit * 10_i128.pow(power);
                if let Some((lowest, highest)) = fits(step) {
                    let unit = match highest.max(-lowest) {
                        0..1_000_000 => 3,
                        1_000_000..1_000_000_000 => 6,
                        _ => 9,
                    };
                    return Self {
                        step,
                        power,
                        unit,
                        lowest,
                        highest,
                    };
                }
            }
            power += 1;
        }
    }

    pub(super) fn place(&self, amount: i128, frame: Frame) -> i32 {
        let height = i128::from(frame.bottom - frame.top);
        let above = rounding::divide((self.highest - amount) * height, self.highest - self.lowest);
        frame.top + i32::try_from(above).unwrap_or(0)
    }

    pub(super) fn ticks(&self, place: impl Fn(i128) -> i32) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut amount = self.lowest;
        while amount <= self.highest {
            ticks.push(Tick {
                y: place(amount),
                label: self.label(amount),
            });
            amount += self.step;
        }
        ticks
    }

    /// All labels of an axis have as many decimals as its step.
    fn label(&self, amount: i128) -> String {
        let decimals = self.unit.saturating_sub(self.power);
        let digits = i64::try_from(amount / 10_i128.pow(self.unit - decimals)).unwrap_or(0);
        let label = Decimal::new(digits, u8::try_from(decimals).unwrap_or(0)).to_string();
        if amount == 0 {
            "0".to_owned()
        } else {
            label.replace('-', "\u{2212}")
        }
    }
}

/// How many steps an amount of at least 0 needs.
const fn ceiling(amount: i128, step: i128) -> i128 {
    (amount + step - 1) / step
}
