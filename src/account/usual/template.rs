//! A template: what is done usually, with its name and the weekdays it is done
//! on.

use crate::account::note::name_of;
use crate::methodology::{Activity, Draft, InputKind, Replaced};
use crate::quantity::Day;
use std::fmt;

/// A template is checked as if it were done on this day, which every edition knows.
const ANY_DAY: &str = "2026-11-23";
/// Between the fields of a line.
const SEPARATOR: char = '|';

/// Days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b1_1111);

    /// Whether a day is one of them; Monday is 0, Sunday 6.
    #[must_use]
    pub const fn has(self, weekday: u8) -> bool {
        weekday < 7 && self.0 >> weekday & 1 == 1
    }

    /// With a day or without it.
    #[must_use]
    pub const fn with(self, weekday: u8, is_in: bool) -> Self {
        let day = if weekday < 7 { 1 << weekday } else { 0 };
        Self(if is_in { self.0 | day } else { self.0 & !day })
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Reads `12345`: Monday is 1.
    fn parse(text: &str) -> Option<Self> {
        let days = text.bytes().map(|byte| match byte {
            b'1'..=b'7' => Some(byte - b'1'),
            _ => None,
        });
        let days: Option<Vec<u8>> = days.collect();
        let put = |days: Self, day: &u8| days.with(*day, true);
        days.map(|days| days.iter().fold(Self::default(), put))
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for weekday in (0..7).filter(|weekday| self.has(*weekday)) {
            write!(formatter, "{}", weekday + 1)?;
        }
        Ok(())
    }
}

/// What is done usually. It can be recorded as it is: it went through the one
/// checked door. It is always self-reported: a ticket is that of one trip.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// As if done on some day.
    activity: Activity,
    name: String,
    weekdays: Weekdays,
}

impl Template {
    /// A template of what was recorded.
    #[must_use]
    pub fn of(activity: &Activity, weekdays: Weekdays) -> Option<Self> {
        let amounts = activity.inputs().iter();
        let inputs: Vec<(InputKind, String)> = amounts
            .map(|(kind, amount)| (*kind, amount.to_string()))
            .collect();
        Self::check(activity, &inputs, "", weekdays)
    }

    /// The same with other amounts, name and weekdays; `None` where an amount is
    /// none of the action, or the name is longer than 20 characters or has any
    /// that cannot be seen.
    #[must_use]
    pub fn with(
        &self,
        inputs: &[(InputKind, String)],
        name: &str,
        weekdays: Weekdays,
    ) -> Option<Self> {
        Self::check(&self.activity, inputs, name, weekdays)
    }

    fn check(
        activity: &Activity,
        inputs: &[(InputKind, String)],
        name: &str,
        weekdays: Weekdays,
    ) -> Option<Self> {
        let inputs = inputs.iter();
        let draft = Draft {
            action: activity.action().id.as_str(),
            on: ANY_DAY,
            inputs: inputs
                .map(|(kind, text)| (kind.id(), text.into()))
                .collect(),
            item: activity.item().map(|item| item.id),
            replaced: activity.replaced().map(Replaced::id),
            ..Draft::default()
        };
        Self::checked(&draft, name, weekdays)
    }

    fn checked(draft: &Draft<'_>, name: &str, weekdays: Weekdays) -> Option<Self> {
        Some(Self {
            activity: Activity::check(draft).ok()?,
            name: name_of(name)?,
            weekdays,
        })
    }

    /// Reads a line of the settings, as [`fmt::Display`] writes it.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        // The name is the last, so that it may have the separator.
        let mut fields = line.splitn(6, SEPARATOR);
        let mut field = || fields.next();
        let (action, inputs) = (field()?, field()?);
        let [item, replaced] =
            [field()?, field()?].map(|text| Some(text).filter(|text| !text.is_empty()));
        let (weekdays, name) = (field()?, field()?);
        let inputs = inputs.split(',').filter(|input| !input.is_empty());
        let inputs: Option<Vec<_>> = inputs
            .map(|input| {
                input
                    .split_once('=')
                    .map(|(kind, text)| (kind, text.into()))
            })
            .collect();
        let draft = Draft {
            action,
            on: ANY_DAY,
            inputs: inputs?,
            item,
            replaced,
            ..Draft::default()
        };
        Self::checked(&draft, name, Weekdays::parse(weekdays)?)
    }

    /// What is done, on a day that means nothing.
    #[must_use]
    pub const fn activity(&self) -> &Activity {
        &self.activity
    }

    /// What the user calls it; empty where it has no name of its own.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The weekdays it is done on.
    #[must_use]
    pub const fn weekdays(&self) -> Weekdays {
        self.weekdays
    }

    /// Whether an activity is this one, on whichever day and with whichever
    /// evidence.
    #[must_use]
    pub fn is(&self, other: &Activity) -> bool {
        let own = &self.activity;
        own.action().id == other.action().id
            && own.inputs() == other.inputs()
            && own.item().map(|item| item.id) == other.item().map(|item| item.id)
            && own.replaced() == other.replaced()
    }

    /// Gives it as done on a day to `use_it`.
    pub fn with_draft<T>(
        &self,
        day: Day,
        mix: Option<&str>,
        use_it: impl FnOnce(&Draft<'_>) -> T,
    ) -> T {
        let activity = &self.activity;
        let (day, inputs) = (day.to_string(), activity.inputs().iter());
        use_it(&Draft {
            action: activity.action().id.as_str(),
            edition: None,
            on: &day,
            inputs: inputs
                .map(|(kind, amount)| (kind.id(), amount.to_string().into()))
                .collect(),
            item: activity.item().map(|item| item.id),
            replaced: activity.replaced().map(Replaced::id),
            evidence: None,
            mix,
        })
    }
}

/// `action|inputs|item|replaced|weekdays|name`.
impl fmt::Display for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let activity = &self.activity;
        write!(formatter, "{}{SEPARATOR}", activity.action().id.as_str())?;
        for (place, (kind, amount)) in activity.inputs().iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(formatter, "{comma}{}={amount}", kind.id())?;
        }
        let item = activity.item().map_or("", |item| item.id);
        let replaced = activity.replaced().map_or("", Replaced::id);
        let (weekdays, name) = (self.weekdays, &self.name);
        write!(formatter, "|{item}|{replaced}|{weekdays}|{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Template, Weekdays};

    #[track_caller]
    fn case(line: &str, is_template: bool) {
        let read = Template::parse(line).map(|template| template.to_string());
        assert_eq!(read.as_deref(), is_template.then_some(line));
    }

    #[test]
    fn a_template_is_written_as_it_was_read() {
        case("bus|distance_km=8||car|12345|上班", true);
        case("walk|distance_km=1.5||||", true);
        case("carpool|distance_km=8,occupancy=3|||67|a | b", true);
        case("second-hand|count=1|coat|||", true);
        case("learn|count=1|||1|", true);
    }

    #[test]
    fn what_cannot_be_recorded_is_no_template() {
        case("", false);
        case("bus|distance_km=8||car|12345", false);
        case("teleport|distance_km=8||||", false);
        case("bus|distance_km=9999999||||", false);
        case("bus|distance_km||||", false);
        case("bus|distance_km=8||submarine||", false);
        case("bus|distance_km=8|||8|", false);
        case(
            "bus|distance_km=8||||二十一个字的名字放不进手机上的一行里面去的呀呀",
            false,
        );
        case("bus|distance_km=8||||a\u{202e}b", false);
    }

    #[test]
    fn amounts_name_and_days_can_be_changed() {
        let bus = Template::parse("bus|distance_km=8||car|12345|上班").expect("a template");
        let (kind, _) = bus.activity().inputs()[0];
        let changed = bus.with(&[(kind, "9.5公里".into())], " 回家 ", Weekdays::default());
        let changed = changed.expect("a template");
        assert_eq!(changed.to_string(), "bus|distance_km=9.5||car||回家");
        assert!(!changed.is(bus.activity()));
        assert_eq!(
            bus.with(&[(kind, "far".into())], "", Weekdays::WORKING),
            None
        );
        assert_eq!(bus.with(&[], "", Weekdays::WORKING), None);
        let of = Template::of(bus.activity(), Weekdays::WORKING).expect("a template");
        assert!(of.is(bus.activity()) && of.name().is_empty());
    }

    #[test]
    fn weekdays_are_a_set() {
        let days = Weekdays::WORKING.with(0, false).with(6, true).with(7, true);
        assert_eq!(days.to_string(), "23457");
        assert!(days.has(6) && !days.has(0) && !days.has(7) && !days.is_empty());
    }
}
