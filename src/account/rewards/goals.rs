//! Goals that the user sets for themselves: green trips of a week, kilograms of
//! a month. They are kept among the settings.

use crate::account::Settings;
use crate::account::Share;
use crate::account::{Ledger, Span};
use crate::quantity::{Day, Dimension, Quantity, QuantityError};

/// What a goal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalKind {
    /// Green trips of a week, Monday to Sunday.
    Trips,
    /// Kilograms of CO2e reduced in a month.
    Month,
}

impl GoalKind {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Trips, Self::Month];

    /// The name of its line among the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trips => "goal-trips",
            Self::Month => "goal-month",
        }
    }

    /// What is counted or weighed.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Trips => Dimension::Count,
            Self::Month => Dimension::Mass,
        }
    }

    /// The least and the most that a goal may be, in thousandths of a trip or
    /// of a kilogram. So wide that they only catch a slip of the finger.
    #[must_use]
    pub const fn bounds(self) -> [i64; 2] {
        match self {
            Self::Trips => [1_000, 99_000],
            Self::Month => [100, 9_999_000],
        }
    }
}

/// Why a text is no goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// It is no amount.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// It is beyond [`GoalKind::bounds`].
    #[error("out of bounds")]
    OutOfBounds,
}

/// A goal: an amount within its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    kind: GoalKind,
    amount: Quantity,
}

impl Goal {
    /// Reads what people type.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn parse(kind: GoalKind, text: &str) -> Result<Self, GoalError> {
        let amount = Quantity::parse(kind.dimension(), text)?;
        let [least, most] = kind.bounds();
        if !(least..=most).contains(&amount.thousandths()) {
            return Err(GoalError::OutOfBounds);
        }
        Ok(Self { kind, amount })
    }

    /// The amount, in trips or kilograms.
    #[must_use]
    pub const fn amount(self) -> Quantity {
        self.amount
    }

    /// How far the account is on a day.
    #[must_use]
    pub fn progress(self, ledger: &Ledger, today: Day) -> Progress {
        // Thousandths of a trip, or mg.
        let (done, goal) = match self.kind {
            GoalKind::Trips => {
                let trips = ledger.week(today).green_trips;
                (i64::from(trips) * 1_000, self.amount.thousandths())
            }
            GoalKind::Month => {
                let month = ledger.totals(Span::Month(today.month_of()));
                let milligrams = self.amount.thousandths() * 1_000;
                (month.reduction.milligrams(), milligrams)
            }
        };
        let share = Share::of(done.max(0).into(), goal.into());
        Progress {
            share: share.unwrap_or(Share::WHOLE),
            is_reached: done >= goal,
        }
    }
}

/// How far a goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How much of it is done.
    pub share: Share,
    /// Whether it is reached; a share may be rounded up to the whole.
    pub is_reached: bool,
}

/// The goals that are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goals {
    /// Green trips of a week.
    pub trips: Option<Goal>,
    /// Kilograms of a month.
    pub month: Option<Goal>,
}

impl Goals {
    /// Those of the settings; what is no goal there is none.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let read = |kind: GoalKind| Goal::parse(kind, settings.later(kind.id())?).ok();
        Self {
            trips: read(GoalKind::Trips),
            month: read(GoalKind::Month),
        }
    }

    /// The goal of a kind.
    #[must_use]
    pub const fn get(&self, kind: GoalKind) -> Option<Goal> {
        match kind {
            GoalKind::Trips => self.trips,
            GoalKind::Month => self.month,
        }
    }

    /// Keeps a goal among the settings, or takes it away.
    pub fn set(settings: &mut Settings, kind: GoalKind, goal: Option<Goal>) {
        let amount = goal.map(|goal| goal.amount.to_string());
        settings.set_later(kind.id(), amount.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::{Goal, GoalError, GoalKind, Goals};
    use crate::account::Settings;
    use crate::account::rewards::tests::ledger;
    use crate::quantity::QuantityError;

    #[track_caller]
    fn case(kind: GoalKind, text: &str, expected: Result<&str, GoalError>) {
        let read = Goal::parse(kind, text).map(|goal| goal.amount().to_string());
        assert_eq!(read.as_deref().map_err(|error| *error), expected);
    }

    #[test]
    fn goals_are_read_as_people_type_them() {
        case(GoalKind::Trips, "１０", Ok("10"));
        case(GoalKind::Trips, "99", Ok("99"));
        case(GoalKind::Trips, "0", Err(GoalError::OutOfBounds));
        case(GoalKind::Trips, "100", Err(GoalError::OutOfBounds));
        case(GoalKind::Trips, "2.5", Err(QuantityError::NotWhole.into()));
        case(GoalKind::Month, "7.5公斤", Ok("7.5"));
        case(GoalKind::Month, "0.1", Ok("0.1"));
        case(GoalKind::Month, "0.09", Err(GoalError::OutOfBounds));
        case(GoalKind::Month, "10000", Err(GoalError::OutOfBounds));
        case(GoalKind::Month, "", Err(QuantityError::Empty.into()));
    }

    #[test]
    fn goals_are_kept_among_the_settings() {
        let mut settings = Settings::parse("goal-trips=5\ngoal-month=nothing");
        let goals = Goals::of(&settings);
        assert_eq!(goals.trips, Goal::parse(GoalKind::Trips, "5").ok());
        assert_eq!(goals.month, None);
        let month = Goal::parse(GoalKind::Month, "20").ok();
        Goals::set(&mut settings, GoalKind::Month, month);
        Goals::set(&mut settings, GoalKind::Trips, None);
        assert_eq!(settings.to_string(), "goal-month=20\n");
        assert_eq!(Goals::of(&settings).get(GoalKind::Month), month);
    }

    #[track_caller]
    fn progress(kind: GoalKind, goal: &str, share: u16, is_reached: bool) {
        let ledger = ledger(&[
            // A week before, then Monday and Sunday of this one.
            "walk 2026-11-15 distance_km=1",
            "walk 2026-11-16 distance_km=1",
            "bus 2026-11-22 distance_km=8 car",
            "car 2026-11-22 distance_km=5",
            "bus 2026-10-22 distance_km=8 car",
        ]);
        let today = "2026-11-22".parse().expect("a day");
        let goal = Goal::parse(kind, goal).expect("a goal");
        let progress = goal.progress(&ledger, today);
        assert_eq!(
            (progress.share.thousandths(), progress.is_reached),
            (share, is_reached)
        );
    }

    #[test]
    fn progress_is_of_this_week_and_this_month() {
        progress(GoalKind::Trips, "4", 500, false);
        progress(GoalKind::Trips, "2", 1000, true);
        progress(GoalKind::Trips, "1", 1000, true);
        // 915.2 g + 2 × 79.0 g.
        progress(GoalKind::Month, "1.073", 1000, true);
        progress(GoalKind::Month, "1.074", 999, false);
        progress(GoalKind::Month, "2", 537, false);
    }
}
