//! The campaign pack: what an organiser decides, and everybody who joins gets.

use super::key::CampaignKey;
use super::name::Name;
use crate::exchange::is_stamp;
use crate::language::Language;
use crate::methodology::{ActionId, editions};
use crate::quantity::{Carbon, Day, Dimension, Quantity};

/// The longest campaign: a year.
pub const DAYS_MAX: i64 = 366;
/// The most groups.
pub const GROUPS_MAX: usize = 40;
/// The most levels of thanks.
pub const THANKS_MAX: usize = 5;

/// The least and the most of a goal or a level of thanks, in mg CO2e: a gram and
/// a million tonnes. So wide that they only catch a slip of the finger.
const AMOUNT: std::ops::RangeInclusive<i64> = 1_000..=1_000_000_000_000_000;
/// Amounts are whole grams, as they are written.
const GRAM: i64 = 1_000;

/// A level of thanks: what somebody is called who has saved so much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanks {
    /// From how much on.
    pub from: Carbon,
    /// What it is called.
    pub name: Name,
}

/// A campaign. Whatever comes from outside passes [`Pack::checked`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What it is known by.
    pub key: CampaignKey,
    /// When it was written, ms since 1970: of two packs of a key the newer one
    /// counts.
    pub stamp: i64,
    /// The languages that its texts are given in, the organiser's own first.
    pub languages: Vec<Language>,
    /// What it is called.
    pub name: Name,
    /// Where it is held.
    pub place: Option<Name>,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The actions that count; all of them but ordinary car trips where there
    /// are none.
    pub actions: Vec<ActionId>,
    /// What all together want to save.
    pub goal: Option<Carbon>,
    /// Levels of thanks of one person, ascending.
    pub thanks: Vec<Thanks>,
    /// Groups to choose from: classes, communities, units.
    pub groups: Vec<Name>,
}

/// Why something is no pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The time it was written at is none.
    #[error("no time")]
    Stamp,
    /// No language, one twice, or a text in another one.
    #[error("languages")]
    Languages,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Backwards,
    /// It is longer than [`DAYS_MAX`].
    #[error("longer than {DAYS_MAX} days")]
    TooLong,
    /// An action stands twice.
    #[error("an action stands twice")]
    Actions,
    /// The goal is out of bounds.
    #[error("the goal is out of bounds")]
    Goal,
    /// There are more than [`THANKS_MAX`] levels, or the one of this place is
    /// out of bounds or not above the one before it.
    #[error("level of thanks {0}")]
    Thanks(usize),
    /// There are more than [`GROUPS_MAX`] groups, or the one of this place
    /// stands twice.
    #[error("group {0}")]
    Groups(usize),
}

impl PackError {
    /// The member of the file that it is about.
    #[must_use]
    pub const fn member(self) -> &'static str {
        match self {
            Self::Stamp => "stamp",
            Self::Languages => "languages",
            Self::Backwards | Self::TooLong => "last",
            Self::Actions => "actions",
            Self::Goal => "goal_kg",
            Self::Thanks(_) => "thanks",
            Self::Groups(_) => "groups",
        }
    }
}

/// Where a day stands to a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    Before,
    /// It is one of its days.
    Now,
    /// It is over.
    Over,
}

impl Pack {
    /// The pack itself, if it is one.
    ///
    /// # Errors
    ///
    /// The first that is wrong with it.
    pub fn checked(self) -> Result<Self, PackError> {
        self.check()?;
        Ok(self)
    }

    fn check(&self) -> Result<(), PackError> {
        if !is_stamp(self.stamp) {
            return Err(PackError::Stamp);
        }
        let is_known = |name: &Name| {
            let mut given = Language::ALL.into_iter();
            given.all(|one| name.given(one).is_none() || self.languages.contains(&one))
        };
        let levels = self.thanks.iter().map(|level| &level.name);
        let mut names = [&self.name]
            .into_iter()
            .chain(&self.place)
            .chain(&self.groups)
            .chain(levels);
        if self.languages.is_empty() || repeated(&self.languages).is_some() || !names.all(is_known)
        {
            return Err(PackError::Languages);
        }
        if self.last < self.first {
            return Err(PackError::Backwards);
        }
        if self.first.days_until(self.last) >= DAYS_MAX {
            return Err(PackError::TooLong);
        }
        if repeated(&self.actions).is_some() {
            return Err(PackError::Actions);
        }
        if self.goal.is_some_and(|goal| !is_amount(goal)) {
            return Err(PackError::Goal);
        }
        let mut before = Carbon::ZERO;
        for (place, level) in self.thanks.iter().enumerate() {
            if place >= THANKS_MAX || !is_amount(level.from) || level.from <= before {
                return Err(PackError::Thanks(place));
            }
            before = level.from;
        }
        if self.groups.len() > GROUPS_MAX {
            return Err(PackError::Groups(GROUPS_MAX));
        }
        match repeated(&self.groups) {
            Some(place) => Err(PackError::Groups(place)),
            None => Ok(()),
        }
    }

    /// Where a day stands to it.
    #[must_use]
    pub fn phase(&self, day: Day) -> Phase {
        if day < self.first {
            Phase::Before
        } else if day > self.last {
            Phase::Over
        } else {
            Phase::Now
        }
    }

    /// Whether an action counts. Where it is about everything, an ordinary car
    /// trip does not: it is recorded so that the share of green trips means
    /// something.
    #[must_use]
    pub fn counts(&self, action: ActionId) -> bool {
        if !self.actions.is_empty() {
            return self.actions.contains(&action);
        }
        let mut newest = editions().iter().rev();
        let known = newest.find_map(|edition| edition.action(action));
        known.is_some_and(|action| !action.is_trip() || action.is_green_trip)
    }
}

/// Whether it may be a goal or a level.
fn is_amount(carbon: Carbon) -> bool {
    let milligrams = carbon.milligrams();
    AMOUNT.contains(&milligrams) && milligrams % GRAM == 0
}

/// Whole grams as kilograms, as they are written and typed.
pub(super) fn kilograms(carbon: Carbon) -> String {
    let grams = Quantity::new(Dimension::Mass, carbon.milligrams() / GRAM);
    grams.map_or_else(|_| String::new(), |grams| grams.to_string())
}

/// The place of the first that stands twice.
fn repeated<T: PartialEq>(list: &[T]) -> Option<usize> {
    let mut places = list.iter().enumerate();
    places.find_map(|(place, one)| list[..place].contains(one).then_some(place))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A pack with everything in it.
    pub fn sample() -> Pack {
        let name = |texts| Name::new(texts).expect("good texts").expect("a text");
        let thanks = |grams: i64, texts| Thanks {
            from: Carbon::from_milligrams(grams * GRAM),
            name: name(texts),
        };
        Pack {
            key: CampaignKey::from_number(255),
            stamp: 1_795_305_600_000,
            languages: vec![Language::ZhCn, Language::En],
            name: name(["六五环境日", "Environment Day"]),
            place: Some(name(["人民广场", ""])),
            first: "2026-06-05".parse().expect("a day"),
            last: "2026-06-07".parse().expect("a day"),
            actions: ["walk", "bus"]
                .into_iter()
                .filter_map(ActionId::parse)
                .collect(),
            goal: Some(Carbon::from_milligrams(1_000_000_000)),
            thanks: vec![
                thanks(500, ["绿色伙伴", ""]),
                thanks(5_000, ["", "Champion"]),
            ],
            groups: vec![name(["一班", "Class 1"]), name(["二班", ""])],
        }
    }

    #[track_caller]
    fn case(change: impl FnOnce(&mut Pack), expected: Result<(), PackError>) {
        let mut pack = sample();
        change(&mut pack);
        assert_eq!(pack.checked().map(drop), expected);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let grams = |grams: i64| Carbon::from_milligrams(grams * GRAM);
        case(|_| (), Ok(()));
        case(|pack| pack.stamp = -1, Err(PackError::Stamp));
        case(|pack| pack.languages.clear(), Err(PackError::Languages));
        case(
            |pack| pack.languages.push(Language::En),
            Err(PackError::Languages),
        );
        case(|pack| pack.languages.truncate(1), Err(PackError::Languages));
        case(
            |pack| pack.last = day("2026-06-04"),
            Err(PackError::Backwards),
        );
        case(|pack| pack.last = day("2027-06-05"), Ok(()));
        case(
            |pack| pack.last = day("2027-06-06"),
            Err(PackError::TooLong),
        );
        case(
            |pack| pack.actions.push(pack.actions[0]),
            Err(PackError::Actions),
        );
        case(|pack| pack.actions.clear(), Ok(()));
        case(|pack| pack.goal = Some(grams(0)), Err(PackError::Goal));
        case(|pack| pack.goal = Some(grams(1_000_000_000_000)), Ok(()));
        case(
            |pack| pack.goal = Some(grams(1_000_000_000_001)),
            Err(PackError::Goal),
        );
        case(
            |pack| pack.goal = Some(Carbon::from_milligrams(1_001)),
            Err(PackError::Goal),
        );
        case(
            |pack| pack.thanks[1].from = grams(500),
            Err(PackError::Thanks(1)),
        );
        case(
            |pack| pack.thanks[0].from = grams(0),
            Err(PackError::Thanks(0)),
        );
        let levels = |pack: &mut Pack, count: i64| {
            let level = pack.thanks[0].clone();
            pack.thanks = (1..=count)
                .map(|from| Thanks {
                    from: grams(from),
                    ..level.clone()
                })
                .collect();
        };
        case(|pack| levels(pack, 5), Ok(()));
        case(|pack| levels(pack, 6), Err(PackError::Thanks(5)));
        case(
            |pack| pack.groups.push(pack.groups[0].clone()),
            Err(PackError::Groups(2)),
        );
        let groups = |pack: &mut Pack, count: usize| {
            let group = |number: usize| {
                Name::new([&number.to_string(), ""])
                    .expect("a text")
                    .expect("a name")
            };
            pack.groups = (0..count).map(group).collect();
        };
        case(|pack| groups(pack, 40), Ok(()));
        case(|pack| groups(pack, 41), Err(PackError::Groups(40)));
    }

    #[test]
    fn a_day_is_before_within_or_after() {
        let pack = sample();
        for (day, phase) in [
            ("2026-06-04", Phase::Before),
            ("2026-06-05", Phase::Now),
            ("2026-06-07", Phase::Now),
            ("2026-06-08", Phase::Over),
        ] {
            assert_eq!(pack.phase(day.parse().expect("a day")), phase, "{day}");
        }
    }

    #[test]
    fn a_campaign_about_everything_is_not_about_driving() {
        let mut pack = sample();
        let action = |id| ActionId::parse(id).expect("an action");
        assert!(pack.counts(action("bus")) && !pack.counts(action("clean-plate")));
        pack.actions.clear();
        assert!(pack.counts(action("bus")) && pack.counts(action("clean-plate")));
        assert!(pack.counts(action("learn")) && !pack.counts(action("car")));
    }
}
