//! A calendar of marks: weeks side by side, Monday above. The more a day saved,
//! the larger its mark, so that nobody needs to see colours to read it.

use crate::quantity::{Day, Month, rounding};

/// What a day's mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing was recorded.
    Empty,
    /// Something was recorded that saved nothing, or nobody knows how much.
    Recorded,
    /// It saved something: 1 to [`Mark::STEPS`], the most.
    Saved(u8),
    /// More was emitted than before.
    Emitted,
}

impl Mark {
    /// How many sizes of savings there are.
    pub const STEPS: u8 = 4;

    /// The mark of a day, where the day that saved most saved `most`, more than 0.
    fn of(amount: Option<i64>, most: i64) -> Self {
        match amount {
            None | Some(0) => Self::Recorded,
            Some(..0) => Self::Emitted,
            Some(amount) => {
                let steps = i128::from(amount) * i128::from(Self::STEPS);
                // Rounded up: the least that was saved is seen.
                let step = (steps + i128::from(most) - 1) / i128::from(most);
                Self::Saved(u8::try_from(step).unwrap_or(1).clamp(1, Self::STEPS))
            }
        }
    }

    /// The side of its square, of a place of [`PLACE`]; 0 where there is none.
    #[must_use]
    pub const fn side(self) -> i32 {
        match self {
            Self::Empty => 0,
            Self::Recorded => 4,
            Self::Saved(step) => 2 + 4 * step as i32,
            Self::Emitted => 12,
        }
    }
}

/// The side of a day's place. Even, as all sides are, so that marks stand in the
/// middle of it.
const PLACE: i32 = 20;
/// The width and the height of a place where a number stands above the mark, and
/// what is free below it, so that nobody takes the next number for its own.
const NUMBERED: [i32; 2] = [50, 44];
const BELOW: i32 = 4;
/// The side of the ground below a mark, which leaves a gap to the next one.
const GROUND: i32 = 18;

/// A day's place in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The day.
    pub day: Day,
    /// Its week, the first one 0.
    pub column: i32,
    /// Its day of the week, Monday 0.
    pub row: i32,
    /// What its mark says.
    pub mark: Mark,
}

/// Some months as a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// How many weeks it has, whole or in part.
    pub columns: i32,
    /// The width and the height of a day's place: larger where there is room for
    /// its number above its mark.
    place: [i32; 2],
    /// Every day of it.
    pub cells: Vec<Cell>,
    /// Its months, and the week in which each begins.
    pub months: Vec<(i32, Month)>,
}

impl Calendar {
    /// The calendar of the months from one to another, of a single one with the
    /// numbers of its days, marked by `recorded`: the
    /// days that have entries, ascending, and what each saved in one unit,
    /// `None` where nobody knows. Marks are in proportion to the day that saved
    /// most, in these months or others.
    #[must_use]
    pub fn of(first: Month, last: Month, recorded: &[(Day, Option<i64>)]) -> Self {
        let amounts = recorded.iter().filter_map(|(_, amount)| *amount);
        let most = amounts.max().unwrap_or(0).max(1);
        let is_numbered = first == last;
        let (first, last) = (first.first_day(), last.last_day());
        let offset = i64::from(first.weekday());
        let days = (first.number()..=last.number()).filter_map(Day::from_number);
        let mut calendar = Self {
            columns: 0,
            place: if is_numbered { NUMBERED } else { [PLACE; 2] },
            cells: Vec::new(),
            months: Vec::new(),
        };
        for (place, day) in (offset..).zip(days) {
            let column = i32::try_from(place / 7).unwrap_or(0);
            if day.day() == 1 {
                calendar.months.push((column, day.month_of()));
            }
            let found = recorded.binary_search_by_key(&day, |(day, _)| *day);
            calendar.cells.push(Cell {
                day,
                column,
                row: i32::from(day.weekday()),
                mark: found.map_or(Mark::Empty, |at| Mark::of(recorded[at].1, most)),
            });
            calendar.columns = column + 1;
        }
        calendar
    }

    /// Its width and height in the unit of its outlines.
    #[must_use]
    pub const fn size(&self) -> [i32; 2] {
        [self.columns * self.place[0], 7 * self.place[1]]
    }

    /// The grounds of all days as the outline of an SVG path.
    #[must_use]
    pub fn grounds(&self) -> String {
        self.outline(|_| Some(GROUND))
    }

    /// The marks of one kind as the outline of an SVG path, empty where there are
    /// none.
    #[must_use]
    pub fn marks(&self, kind: Mark) -> String {
        self.outline(|mark| (mark == kind).then(|| kind.side()))
    }

    /// Squares on those days that have a side.
    fn outline(&self, side: impl Fn(Mark) -> Option<i32>) -> String {
        let [width, height] = self.place;
        let mut outline = String::new();
        for cell in &self.cells {
            if let Some(side) = side(cell.mark) {
                let left = cell.column * width + (width - side) / 2;
                let below = if self.place == NUMBERED { BELOW } else { 0 };
                let top = (cell.row + 1) * height - below - PLACE / 2 - side / 2;
                let [left, top, side] = [left, top, side].map(|length| length.to_string());
                let square = [
                    "M", &left, " ", &top, "h", &side, "v", &side, "h-", &side, "z",
                ];
                outline += &square.concat();
            }
        }
        outline
    }

    /// Where a week begins between two edges, in their unit.
    #[must_use]
    pub fn begin(&self, column: i32, left: i32, right: i32) -> i32 {
        self.along(column, 0, left, right)
    }

    /// Where the middle of a day's number is between two edges, in their unit.
    #[must_use]
    pub fn number(&self, column: i32, left: i32, right: i32) -> i32 {
        self.along(column, self.place[0] / 2, left, right)
    }

    fn along(&self, column: i32, into: i32, left: i32, right: i32) -> i32 {
        let part = i128::from(column * self.place[0] + into) * i128::from(right - left);
        let along = rounding::divide(part, i128::from(self.size()[0].max(1)));
        left + i32::try_from(along).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Day, GROUND, Mark, Month, PLACE};

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn weeks_begin_on_monday() {
        // The first of November 2026 is a Sunday.
        let calendar = Calendar::of(month("2026-11"), month("2026-11"), &[]);
        let place = |at: usize| {
            let cell = calendar.cells[at];
            (cell.column, cell.row)
        };
        assert_eq!(calendar.cells.len(), 30);
        assert_eq!(
            [place(0), place(1), place(8), place(29)],
            [(0, 6), (1, 0), (2, 0), (5, 0)]
        );
        assert_eq!(calendar.columns, 6);
        assert_eq!(calendar.months, [(0, month("2026-11"))]);
    }

    #[test]
    fn half_a_year_has_its_months() {
        let calendar = Calendar::of(month("2024-01"), month("2024-06"), &[]);
        assert_eq!(calendar.cells.len(), 182);
        assert_eq!(calendar.columns, 26);
        let begin: Vec<i32> = calendar.months.iter().map(|(column, _)| *column).collect();
        assert_eq!(begin, [0, 4, 8, 13, 17, 21]);
    }

    #[test]
    fn no_two_days_have_one_place() {
        for (first, last) in [
            ("2026-01", "2026-06"),
            ("2026-07", "2026-12"),
            ("2199-11", "2199-12"),
        ] {
            let calendar = Calendar::of(month(first), month(last), &[]);
            let mut places: Vec<(i32, i32)> = calendar
                .cells
                .iter()
                .map(|cell| (cell.column, cell.row))
                .collect();
            let count = places.len();
            places.dedup();
            assert_eq!(places.len(), count);
            assert!(places.is_sorted());
            assert!(
                places
                    .iter()
                    .all(|(column, row)| *column < calendar.columns && *row < 7)
            );
        }
    }

    #[test]
    fn marks_grow_with_what_was_saved() {
        let recorded = [
            ("2026-10-31", Some(100)),
            ("2026-11-02", Some(400)),
            ("2026-11-03", Some(301)),
            ("2026-11-04", Some(300)),
            ("2026-11-05", Some(1)),
            ("2026-11-06", Some(0)),
            ("2026-11-07", None),
            ("2026-11-08", Some(-900)),
        ]
        .map(|(text, amount)| (day(text), amount));
        let calendar = Calendar::of(month("2026-11"), month("2026-11"), &recorded);
        let marks: Vec<Mark> = calendar.cells[..9].iter().map(|cell| cell.mark).collect();
        let expected = [
            Mark::Empty,
            Mark::Saved(4),
            Mark::Saved(4),
            Mark::Saved(3),
            Mark::Saved(1),
            Mark::Recorded,
            Mark::Recorded,
            Mark::Emitted,
            Mark::Empty,
        ];
        assert_eq!(marks, expected);
        let sides: Vec<i32> = (1..=Mark::STEPS)
            .map(|step| Mark::Saved(step).side())
            .collect();
        assert_eq!(sides, [6, 10, 14, GROUND]);
        assert!(Mark::Recorded.side() < sides[0]);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let recorded = [
            (day("2026-11-01"), Some(i64::MAX)),
            (day("2026-11-02"), Some(i64::MIN)),
        ];
        let calendar = Calendar::of(month("2026-11"), month("2026-11"), &recorded);
        assert_eq!(calendar.cells[0].mark, Mark::Saved(4));
        assert_eq!(calendar.cells[1].mark, Mark::Emitted);
    }

    #[test]
    fn marks_stand_in_the_middle_of_their_places() {
        let recorded = [(day("2026-11-02"), Some(9))];
        let half = |last| Calendar::of(month("2026-11"), month(last), &recorded);
        let most = Mark::Saved(Mark::STEPS);
        assert_eq!(half("2026-12").marks(most), "M21 1h18v18h-18z");
        assert_eq!(half("2026-11").marks(most), "M66 21h18v18h-18z");
        assert_eq!(half("2026-11").marks(Mark::Emitted), "");
        for mark in (1..=Mark::STEPS)
            .map(Mark::Saved)
            .chain([Mark::Recorded, Mark::Emitted])
        {
            assert_eq!((PLACE - mark.side()) % 2, 0);
        }
        let grounds = half("2026-11").grounds();
        assert_eq!(grounds.matches('M').count(), 30);
        assert!(grounds.starts_with("M16 285h18v18h-18zM66 21h"));
    }

    #[test]
    fn numbers_stand_above_their_marks() {
        let calendar = Calendar::of(month("2026-11"), month("2026-11"), &[]);
        assert_eq!(calendar.size(), [300, 308]);
        let places = [0, 5].map(|column| calendar.number(column, 1_000, 10_000));
        assert_eq!(places, [1_750, 9_250]);
        assert_eq!(
            [0, 6].map(|column| calendar.begin(column, 1_000, 10_000)),
            [1_000, 10_000]
        );
    }
}
