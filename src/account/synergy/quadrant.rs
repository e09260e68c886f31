//! Where the points of a chart with two signed axes stand. A step of an axis is
//! ten times as much, so that a lunch and a winter's heating find room beside
//! each other; between two steps it goes on evenly. Whole numbers only.

use crate::quantity::rounding;

/// Units of an axis between two steps.
const STEP: i64 = 1_000;
/// The most steps of an axis on either side of zero: what is smaller stands
/// between zero and the first step.
const STEPS_MAX: u32 = 6;
/// What is left free for the amounts at the left of the chart and below it, in
/// units of the drawing.
const LEFT: i64 = 50;
const BOTTOM: i64 = 22;
/// The room of an amount, in a row and in a column of them.
const AMOUNT: [i64; 2] = [46, 13];
/// Numbers are at least so far apart.
const APART: i64 = 15;
/// Half of a number's badge.
const BADGE: i64 = 8;

/// A point, and the badge with its number, which may stand aside where points
/// are crowded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Across, from the left.
    pub x: i64,
    /// Down.
    pub y: i64,
    /// Across, of the badge.
    pub badge_x: i64,
    /// Down, of the badge.
    pub badge_y: i64,
}

/// A line of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where, across or down.
    pub at: i64,
    /// Its amount, in the axis' smallest unit.
    pub amount: i64,
    /// The middle of its amount where that is written; `None` where it would touch
    /// another.
    pub written: Option<i64>,
}

/// What a chart is drawn on. A letter is ten units large: the smaller the board
/// is, the larger are the letters on the same screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Board {
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
}

impl Board {
    /// The board for letters of the usual size.
    pub const USUAL: Self = Self {
        width: 300,
        height: 300,
    };
    /// The board for letters twice as large.
    pub const LARGE: Self = Self {
        width: 150,
        height: 240,
    };
    /// The left edge of the field.
    pub const LEFT: i64 = LEFT;

    /// The lower edge of the field.
    #[must_use]
    pub const fn lower(self) -> i64 {
        self.height - BOTTOM
    }
}

/// A chart of points with two signed amounts: right is more of the first, up is
/// more of the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quadrant {
    /// The points, in the order given.
    pub dots: Vec<Dot>,
    /// Lines of the first axis, from the left.
    pub across: Vec<Tick>,
    /// Lines of the second axis, from below.
    pub up: Vec<Tick>,
    /// Where the first amount is zero.
    pub zero_x: i64,
    /// Where the second amount is zero.
    pub zero_y: i64,
}

impl Quadrant {
    /// The chart of points on a board, `None` of none.
    #[must_use]
    pub fn of(points: &[(i64, i64)], board: Board) -> Option<Self> {
        if points.is_empty() {
            return None;
        }
        let across = Axis::over(&points.iter().map(|(x, _)| *x), LEFT, board.width);
        let up = Axis::over(&points.iter().map(|(_, y)| *y), board.lower(), 0);
        let mut dots: Vec<Dot> = Vec::with_capacity(points.len());
        for (x, y) in points {
            let (x, y) = (across.place(*x), up.place(*y));
            let (badge_x, badge_y) = free_place(board, &dots, x, y);
            dots.push(Dot {
                x,
                y,
                badge_x,
                badge_y,
            });
        }
        Some(Self {
            dots,
            across: written(across.ticks(), AMOUNT[0], board.width),
            up: written(up.ticks(), AMOUNT[1], board.lower()),
            zero_x: across.place(0),
            zero_y: up.place(0),
        })
    }
}

/// Writes as many amounts as find room: zero, and from there on to both ends. They
/// stay within the axis, which ends at `end`.
fn written(mut ticks: Vec<Tick>, room: i64, end: i64) -> Vec<Tick> {
    let mut order: Vec<usize> = (0..ticks.len()).collect();
    order.sort_by_key(|index| {
        let amount = ticks[*index].amount;
        (amount < 0, amount.unsigned_abs())
    });
    let mut taken: Vec<i64> = Vec::new();
    for index in order {
        let middle = ticks[index].at.clamp(room / 2, end - room / 2);
        if taken.iter().all(|other| (other - middle).abs() >= room) {
            taken.push(middle);
            ticks[index].written = Some(middle);
        }
    }
    ticks
}

/// The nearest place of a badge where it covers no other, of those around the
/// point in rings.
fn free_place(board: Board, dots: &[Dot], x: i64, y: i64) -> (i64, i64) {
    let inside = |x: i64, y: i64| {
        ((LEFT + BADGE)..=(board.width - BADGE)).contains(&x)
            && (BADGE..=(board.lower() - BADGE)).contains(&y)
    };
    let is_free = |x: i64, y: i64| {
        let is_apart =
            |dot: &Dot| (dot.badge_x - x).abs() >= APART || (dot.badge_y - y).abs() >= APART;
        inside(x, y) && dots.iter().all(is_apart)
    };
    let rings = (0..40_i64).flat_map(|ring| {
        let step = APART / 3;
        (-ring..=ring).flat_map(move |across| {
            (-ring..=ring)
                .filter(move |down| across.abs().max(down.abs()) == ring)
                .map(move |down| (across * step, down * step))
        })
    });
    rings
        .map(|(across, down)| (x + across, y + down))
        .find(|(x, y)| is_free(*x, *y))
        .unwrap_or((x, y))
}

/// An axis with a step for each power of ten.
struct Axis {
    /// The power of ten of the first step.
    first: u32,
    /// How far it goes below and above zero.
    below: i64,
    above: i64,
    /// Its ends in the drawing.
    from: i64,
    to: i64,
}

impl Axis {
    fn over(amounts: &(impl Iterator<Item = i64> + Clone), from: i64, to: i64) -> Self {
        let sizes = amounts
            .clone()
            .map(i64::unsigned_abs)
            .filter(|size| *size > 0);
        let largest = sizes.clone().max().map_or(0, u64::ilog10);
        let smallest = sizes.min().map_or(0, u64::ilog10);
        let first = smallest.max(largest.saturating_sub(STEPS_MAX - 1));
        let axis = Self {
            first,
            below: 0,
            above: 0,
            from,
            to,
        };
        // Both sides are always there, or it is no chart of four fields.
        let whole_steps = |far: i64| (far.max(1) + STEP - 1) / STEP * STEP;
        let furthest = |sign: i64| amounts.clone().map(|one| axis.steps(one) * sign).max();
        let above = whole_steps(furthest(1).unwrap_or(0));
        let below = whole_steps(furthest(-1).unwrap_or(0));
        Self {
            below,
            above,
            ..axis
        }
    }

    /// How far from zero an amount is, signed.
    fn steps(&self, amount: i64) -> i64 {
        let size = amount.unsigned_abs();
        if size == 0 {
            return 0;
        }
        let power = size.ilog10();
        let size = i128::from(size);
        let far = if power < self.first {
            rounding::divide(size * i128::from(STEP), 10_i128.pow(self.first))
        } else {
            let whole = 10_i128.pow(power);
            let part = rounding::divide((size - whole) * i128::from(STEP), 9 * whole);
            i128::from(power - self.first + 1) * i128::from(STEP) + part
        };
        i64::try_from(far).unwrap_or(i64::MAX) * amount.signum()
    }

    fn at(&self, steps: i64) -> i64 {
        let length = i128::from(self.to - self.from);
        let part = length * i128::from(steps + self.below);
        let part = rounding::divide(part, i128::from(self.below + self.above));
        self.from + i64::try_from(part).unwrap_or(0)
    }

    fn place(&self, amount: i64) -> i64 {
        self.at(self.steps(amount))
    }

    /// Lines at zero and at each step within the axis.
    fn ticks(&self) -> Vec<Tick> {
        let (low, high) = (-self.below / STEP, self.above / STEP);
        let tick = |step: i64| {
            let power = u32::try_from(step.abs() - 1)
                .ok()
                .map(|power| power + self.first);
            let amount = power.map_or(0, |power| 10_i64.saturating_pow(power)) * step.signum();
            Tick {
                at: self.at(step * STEP),
                amount,
                written: None,
            }
        };
        (low..=high).map(tick).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{AMOUNT, Board, LEFT, Quadrant};

    const SIDE: i64 = Board::USUAL.width;

    fn chart(points: &[(i64, i64)]) -> Quadrant {
        Quadrant::of(points, Board::USUAL).expect("a chart")
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Quadrant::of(&[], Board::USUAL), None);
    }

    #[test]
    fn a_step_is_ten_times_as_much() {
        let chart = chart(&[(1_000, 5), (100_000, -5)]);
        let amounts =
            |ticks: &[super::Tick]| ticks.iter().map(|tick| tick.amount).collect::<Vec<_>>();
        assert_eq!(amounts(&chart.across), [-1_000, 0, 1_000, 10_000, 100_000]);
        assert_eq!(amounts(&chart.up), [-10, -1, 0, 1, 10]);
        let steps: Vec<i64> = chart
            .across
            .windows(2)
            .map(|pair| pair[1].at - pair[0].at)
            .collect();
        assert!(
            steps.iter().all(|step| (62..=63).contains(step)),
            "{steps:?}"
        );
        assert_eq!(
            (chart.dots[0].x, chart.dots[1].x),
            (chart.across[2].at, SIDE)
        );
    }

    #[test]
    fn between_two_steps_it_goes_on_evenly() {
        let chart = chart(&[(1_000, 1), (5_500, 1), (10_000, 1)]);
        let [first, half, second] = [0, 1, 2].map(|index| chart.dots[index].x);
        assert!(
            (half - first - (second - half)).abs() <= 1,
            "{first} {half} {second}"
        );
    }

    #[test]
    fn each_sign_has_its_side() {
        let points = [
            (5, 5),
            (5, -5),
            (-5, 5),
            (-5, -5),
            (0, 0),
            (900_000, -900_000),
        ];
        let chart = chart(&points);
        for ((x, y), dot) in points.iter().zip(&chart.dots) {
            assert_eq!((dot.x - chart.zero_x).signum(), x.signum());
            assert_eq!((chart.zero_y - dot.y).signum(), y.signum());
            assert!((LEFT..=SIDE).contains(&dot.x) && (0..=SIDE).contains(&dot.y));
        }
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let chart = chart(&[(i64::MAX, i64::MIN), (1, 1)]);
        assert!((290..=SIDE).contains(&chart.dots[0].x));
    }

    #[test]
    fn badges_never_cover_each_other() {
        for board in [Board::USUAL, Board::LARGE] {
            let chart = Quadrant::of(&[(7, 7); 40], board).expect("a chart");
            for (index, one) in chart.dots.iter().enumerate() {
                for other in &chart.dots[..index] {
                    let [across, down] = [one.badge_x - other.badge_x, one.badge_y - other.badge_y];
                    assert!(across.abs() >= 15 || down.abs() >= 15, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn amounts_never_touch_each_other() {
        let points = [(1, -1_000), (-1, 1_000_000), (900_000, 1), (70, 70)];
        for (board, expected) in [
            (Board::USUAL, vec![0, 10, 1_000, 100_000]),
            (Board::LARGE, vec![0, 1_000]),
        ] {
            let chart = Quadrant::of(&points, board).expect("a chart");
            for (ticks, room) in [(&chart.across, AMOUNT[0]), (&chart.up, AMOUNT[1])] {
                let mut middles: Vec<i64> = ticks.iter().filter_map(|tick| tick.written).collect();
                middles.sort_unstable();
                let gaps = middles.windows(2).map(|pair| pair[1] - pair[0]);
                assert!(gaps.min().is_some_and(|least| least >= room), "{ticks:?}");
                assert!(
                    ticks
                        .iter()
                        .any(|tick| tick.amount == 0 && tick.written.is_some())
                );
            }
            let written = chart.across.iter().filter(|tick| tick.written.is_some());
            let written: Vec<i64> = written.map(|tick| tick.amount).collect();
            assert_eq!(written, expected);
        }
    }
}
