//! The ledger: entries by day, with totals that run along, so that a change
//! costs the same at 10 and at 100,000 entries.
//!
//! A change touches its day, its month, its year and the whole; the points of a
//! day are worked out from the entries of that day alone.

use std::borrow::Cow;

use super::by_entry::ByEntry;
use super::day_sheet::{DaySheet, precedes};
use super::entry::{Entry, EntryId};
use super::measure::Measure;
use super::sheet::{Period, Sheet};
use super::shelf::Shelf;
use super::statement::ends;
use super::totals::Totals;
use crate::methodology::{Action, ActionId, Assessment, assess, current, editions};
use crate::quantity::{Day, Month, sort};

/// A stretch of time that totals are kept of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// A year.
    Year(u16),
    /// Everything.
    #[default]
    All,
}

/// Entries and their running totals. It is the same whatever the order it came
/// about in.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Where each entry is: its day, and when it was recorded.
    places: ByEntry<(Day, i64)>,
    /// By [`Day::number`].
    days: Shelf<DaySheet>,
    /// By [`month_key`].
    months: Shelf<Period>,
    years: Shelf<Period>,
    all: Period,
    /// How many entries are not of the newest edition.
    older: usize,
}

impl Ledger {
    /// An empty ledger.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an entry in, in the place of the one with its id, which is given
    /// back.
    pub fn insert(&mut self, entry: Entry) -> Option<Entry> {
        let replaced = self.remove(entry.id);
        let day = entry.activity.on();
        self.places.put(entry.id, (day, entry.recorded_at));
        self.older += usize::from(is_older(&entry));
        for period in self.periods(day) {
            period.count(&entry.activity, 1);
        }
        self.days.at(day.number()).push(entry);
        self.settle(day);
        replaced
    }

    /// Takes an entry out.
    pub fn remove(&mut self, id: EntryId) -> Option<Entry> {
        let (day, recorded_at) = self.places.remove(id)?;
        let entry = self.days.get_mut(day.number())?.remove(recorded_at, id)?;
        self.older -= usize::from(is_older(&entry));
        self.settle(day);
        for period in self.periods(day) {
            period.count(&entry.activity, -1);
        }
        let (month, year) = (month_key(day.month_of()), i32::from(day.year()));
        if self.day(day).is_some_and(DaySheet::is_empty) {
            self.days.remove(day.number());
        }
        for (periods, key) in [(&mut self.months, month), (&mut self.years, year)] {
            if periods.at(key).entries == 0 {
                periods.remove(key);
            }
        }
        Some(entry)
    }

    /// The month and the year of a day, and the whole.
    fn periods(&mut self, day: Day) -> [&mut Period; 3] {
        [
            self.months.at(month_key(day.month_of())),
            self.years.at(day.year().into()),
            &mut self.all,
        ]
    }

    /// Works the points of a day out, and brings its change to its month, its
    /// year and the whole.
    fn settle(&mut self, day: Day) {
        let Some(sheet) = self.days.get_mut(day.number()) else {
            return;
        };
        let before = u64::from(sheet.points());
        let now = u64::from(sheet.settle());
        for period in self.periods(day) {
            period.points = period.points + now - before;
        }
    }

    /// An entry, `None` where there is none of this id.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        let (day, recorded_at) = self.places.get(id)?;
        self.day(day)?.get(recorded_at, id)
    }

    /// Whether there is an entry of this id.
    #[must_use]
    pub fn has(&self, id: EntryId) -> bool {
        self.places.get(id).is_some()
    }

    /// What an entry saved, worked out anew.
    #[must_use]
    pub fn assessment(&self, id: EntryId) -> Option<Assessment> {
        self.get(id).map(|entry| assess(&entry.activity))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.len() == 0
    }

    /// How many entries are worked out by another edition than the newest.
    #[must_use]
    pub const fn of_older_editions(&self) -> usize {
        self.older
    }

    /// What a span comes to.
    #[must_use]
    pub fn totals(&self, span: Span) -> Totals {
        match span {
            Span::Day(day) => self
                .day(day)
                .map_or_else(Totals::default, |sheet| *sheet.totals()),
            _ => self
                .sheet(span)
                .map_or_else(Totals::default, |sheet| sheet.totals()),
        }
    }

    /// How much of something a span saved, in its small unit, signed; `None`
    /// where nobody has a factor for it. As [`Measure::saved`] says it of
    /// [`Self::totals`].
    #[must_use]
    pub fn saved(&self, span: Span, measure: Measure) -> Option<i64> {
        let saved = match span {
            Span::Day(day) => self.day(day).map(|sheet| measure.saved(sheet.totals())),
            _ => self.sheet(span).map(|sheet| sheet.saved(measure)),
        };
        saved.unwrap_or_else(|| measure.sum(std::iter::empty()))
    }

    /// What an action comes to in a span.
    #[must_use]
    pub fn totals_of(&self, span: Span, action: ActionId) -> Totals {
        let sheet = self.sheet(span);
        sheet.map_or_else(Totals::default, |sheet| sheet.totals_of(action))
    }

    /// The actions of a span, and what each comes to.
    #[must_use]
    pub fn by_action(&self, span: Span) -> Vec<(ActionId, Totals)> {
        let sheet = self.sheet(span);
        sheet.map_or_else(Vec::new, |sheet| sheet.by_action().to_vec())
    }

    /// What each category comes to in a span, in the order of [`Category::ALL`](crate::methodology::Category::ALL).
    #[must_use]
    pub fn by_category(&self, span: Span) -> [Totals; 5] {
        let mut categories = [Totals::default(); 5];
        for (action, totals) in self.by_action(span) {
            if let Some(action) = action_of(action) {
                categories[action.category as usize].add(&totals);
            }
        }
        categories
    }

    /// What the week of a day comes to, Monday to Sunday.
    #[must_use]
    pub fn week(&self, day: Day) -> Totals {
        week_of(day).map(|day| self.totals(Span::Day(day))).sum()
    }

    /// The points of a span: those of its days, each within its caps.
    #[must_use]
    pub fn points(&self, span: Span) -> u64 {
        match span {
            Span::Day(day) => self.day(day).map_or(0, |sheet| sheet.points().into()),
            _ => self.period(span).map_or(0, |period| period.points),
        }
    }

    /// The points of the week of a day, Monday to Sunday.
    #[must_use]
    pub fn points_of_week(&self, day: Day) -> u64 {
        week_of(day).map(|day| self.points(Span::Day(day))).sum()
    }

    /// The entries of a day, the newest recorded first.
    pub fn on(&self, day: Day) -> impl DoubleEndedIterator<Item = &Entry> {
        self.day(day).into_iter().flat_map(DaySheet::entries)
    }

    /// All entries, the oldest day first, in a day the newest recorded first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.days.values().flat_map(DaySheet::entries)
    }

    /// Days that have entries, the oldest first.
    #[must_use]
    pub fn days(&self) -> impl DoubleEndedIterator<Item = Day> {
        self.days.keys().filter_map(Day::from_number)
    }

    /// Months that have entries, the oldest first.
    #[must_use]
    pub fn months(&self) -> impl DoubleEndedIterator<Item = Month> {
        self.months.keys().filter_map(month_of_key)
    }

    /// The first day that has entries.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        self.days().next()
    }

    /// Days that have entries with their sheets, the oldest first.
    pub(super) fn day_sheets(&self) -> impl DoubleEndedIterator<Item = (Day, &DaySheet)> {
        let sheets = self.days.iter();
        sheets.filter_map(|(key, sheet)| Some((Day::from_number(key)?, sheet)))
    }

    pub(super) fn day(&self, day: Day) -> Option<&DaySheet> {
        self.days.get(day.number())
    }

    /// What a month comes to by action.
    pub(super) fn month(&self, month: Month) -> Option<&Sheet> {
        self.filled(Span::Month(month))
    }

    fn sheet(&self, span: Span) -> Option<Cow<'_, Sheet>> {
        match span {
            Span::Day(day) => self.day(day).map(|sheet| Cow::Owned(sheet.sheet())),
            _ => self.filled(span).map(Cow::Borrowed),
        }
    }

    /// What a span comes to that is no single day.
    fn filled(&self, span: Span) -> Option<&Sheet> {
        let period = self.period(span)?;
        Some(period.sheet(|| self.within(span)))
    }

    fn period(&self, span: Span) -> Option<&Period> {
        match span {
            Span::Day(_) => None,
            Span::Month(month) => self.months.get(month_key(month)),
            Span::Year(year) => self.years.get(year.into()),
            Span::All => Some(&self.all),
        }
    }

    /// The entries of a span, the oldest day first.
    fn within(&self, span: Span) -> impl Iterator<Item = &Entry> {
        let ends = ends(self, span).map(|(first, last)| (first.number(), last.number()));
        let days = ends.map(|(first, last)| self.days.between(first, last));
        days.into_iter().flatten().flat_map(DaySheet::entries)
    }
}

/// What both say of every span, whether it was asked for before or not.
impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        let periods = |ledger: &Self| {
            let years = ledger.years.keys().filter_map(|year| year.try_into().ok());
            let spans = ledger
                .months()
                .map(Span::Month)
                .chain(years.map(Span::Year));
            spans.chain([Span::All]).collect::<Vec<Span>>()
        };
        let is_same = |span: &Span| {
            self.points(*span) == other.points(*span) && self.filled(*span) == other.filled(*span)
        };
        self.places == other.places
            && self.days == other.days
            && self.older == other.older
            && periods(self) == periods(other)
            && periods(self).iter().all(is_same)
    }
}

/// Opens a ledger at once: day by day, each settled when all of it is there. Of
/// entries with the same id the first one counts.
impl FromIterator<Entry> for Ledger {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let expected = entries.size_hint().1.unwrap_or_default();
        let mut ledger = Self {
            places: ByEntry::with_room(expected),
            ..Self::default()
        };
        let mut unique = Vec::with_capacity(expected);
        for entry in entries {
            let place = (entry.activity.on(), entry.recorded_at);
            if ledger.places.put_first(entry.id, place).is_none() {
                ledger.older += usize::from(is_older(&entry));
                unique.push(Some(entry));
            }
        }
        for mut places in by_day(&unique) {
            sort(&mut places, |one, other| {
                let both = unique[*one].as_ref().zip(unique[*other].as_ref());
                both.is_none_or(|(one, other)| precedes(one, other))
            });
            let entries = places.into_iter().filter_map(|place| unique[place].take());
            ledger.open_day(entries.collect());
        }
        ledger
    }
}

impl Ledger {
    /// Takes in a day that is later than all others, with all of its entries.
    fn open_day(&mut self, entries: Vec<Entry>) {
        let Some(day) = entries.first().map(|entry| entry.activity.on()) else {
            return;
        };
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let sheet = DaySheet::of(entries);
        let points = u64::from(sheet.points());
        for period in self.periods(day) {
            period.entries += count;
            period.points += points;
        }
        *self.days.at(day.number()) = sheet;
    }
}

/// The places of entries by their days, the first day first. To put a hundred
/// thousand in order by comparing them would read each of them many times.
fn by_day(entries: &[Option<Entry>]) -> Vec<Vec<usize>> {
    let day = |entry: &Option<Entry>| {
        let number = entry
            .as_ref()
            .map_or(0, |entry| entry.activity.on().number());
        usize::try_from(number).unwrap_or_default()
    };
    let mut days: Vec<Vec<usize>> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let day = day(entry);
        if day >= days.len() {
            days.resize(day + 1, Vec::new());
        }
        days[day].push(place);
    }
    days
}

/// Entries in the order of the ledger: by day, the newest recorded first. Less
/// than 2^96.
pub(super) fn ledger_key(day: Day, recorded_at: i64) -> u128 {
    let ascending = recorded_at.cast_unsigned() ^ (1 << 63);
    u128::from(day.number().unsigned_abs()) << 64 | u128::from(!ascending)
}

/// Whether an entry is worked out by another edition than the newest.
fn is_older(entry: &Entry) -> bool {
    !std::ptr::eq(entry.activity.edition(), current())
}

/// Months in their order.
fn month_key(month: Month) -> i32 {
    i32::from(month.year()) * 12 + i32::from(month.month()) - 1
}

fn month_of_key(key: i32) -> Option<Month> {
    let (year, month) = (u16::try_from(key / 12), u8::try_from(key % 12 + 1));
    Month::from_year_month(year.ok()?, month.ok()?).ok()
}

/// Monday to Sunday of the week of a day, as far as there are days.
fn week_of(day: Day) -> impl Iterator<Item = Day> {
    let monday = -i64::from(day.weekday());
    (monday..monday + 7).filter_map(move |days| day.plus_days(days))
}

/// The newest edition's word on an action, or that of the last one that had it.
fn action_of(id: ActionId) -> Option<&'static Action> {
    editions()
        .iter()
        .rev()
        .find_map(|edition| edition.action(id))
}
