//! The ledger: entries by day, with totals that run along, so that a change
//! costs the same at 10 and at 100,000 entries.
//!
//! A change touches its day, its month, its year and the whole; the points of a
//! day are worked out from the entries of that day alone.

use std::borrow::Cow;

use super::by_entry::ByEntry;
use super::day_sheet::DaySheet;
use super::entry::{Entry, EntryId};
use super::measure::Measure;
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::totals::Totals;
use crate::methodology::{Action, ActionId, Assessment, assess, current, editions};
use crate::quantity::{Day, Month, order_by};

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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Where each entry is: its day, and when it was recorded.
    places: ByEntry<(Day, i64)>,
    /// By [`Day::number`].
    days: Shelf<DaySheet>,
    /// By [`month_key`].
    months: Shelf<Sheet>,
    years: Shelf<Sheet>,
    all: Sheet,
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
        let (action, totals) = self.push(entry);
        self.years.at(day.year().into()).add(action, &totals);
        self.all.add(action, &totals);
        self.settle(day);
        replaced
    }

    /// Takes an entry out.
    pub fn remove(&mut self, id: EntryId) -> Option<Entry> {
        let (day, recorded_at) = self.places.remove(id)?;
        let (entry, totals) = self.days.get_mut(day.number())?.remove(recorded_at, id)?;
        self.older -= usize::from(is_older(&entry));
        self.settle(day);
        let (action, month) = (entry.activity.action().id, day.month_of());
        subtract(&mut self.months, month_key(month), action, totals);
        subtract(&mut self.years, day.year().into(), action, totals);
        self.all.subtract(action, totals);
        if self.day(day).is_some_and(DaySheet::is_empty) {
            self.days.remove(day.number());
        }
        Some(entry)
    }

    /// Takes an entry into its day and its month. What it brings to its year
    /// and the whole.
    fn push(&mut self, entry: Entry) -> (ActionId, Totals) {
        let (day, action) = (entry.activity.on(), entry.activity.action().id);
        self.older += usize::from(is_older(&entry));
        let totals = self.days.at(day.number()).push(entry);
        self.months
            .at(month_key(day.month_of()))
            .add(action, &totals);
        (action, totals)
    }

    /// Works the points of a day out, and brings its change to its month, its
    /// year and the whole.
    fn settle(&mut self, day: Day) {
        let Some(sheet) = self.days.get_mut(day.number()) else {
            return;
        };
        let before = u64::from(sheet.points());
        let now = u64::from(sheet.settle());
        let periods = [
            self.months.get_mut(month_key(day.month_of())),
            self.years.get_mut(day.year().into()),
            Some(&mut self.all),
        ];
        for period in periods.into_iter().flatten() {
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
            _ => self.sheet(span).map_or(0, |sheet| sheet.points),
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

    pub(super) fn month(&self, month: Month) -> Option<&Sheet> {
        self.months.get(month_key(month))
    }

    fn sheet(&self, span: Span) -> Option<Cow<'_, Sheet>> {
        match span {
            Span::Day(day) => self.day(day).map(|sheet| Cow::Owned(sheet.sheet())),
            Span::Month(month) => self.month(month).map(Cow::Borrowed),
            Span::Year(year) => self.years.get(year.into()).map(Cow::Borrowed),
            Span::All => Some(Cow::Borrowed(&self.all)),
        }
    }
}

/// Opens a ledger at once: in the order of the days, years as sums of their
/// months, and each day settled when all of it is there. Of entries with the
/// same id the first one counts.
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
                unique.push(Some(entry));
            }
        }
        for place in order_by(&unique, |entry| entry.as_ref().map_or(0, place_key)) {
            if let Some(entry) = unique[place].take() {
                ledger.push(entry);
            }
        }
        for (key, month) in ledger.months.iter() {
            ledger.years.at(key / 12).include(month);
            ledger.all.include(month);
        }
        for day in ledger.days().collect::<Vec<Day>>() {
            ledger.settle(day);
        }
        ledger
    }
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

fn place_key(entry: &Entry) -> u128 {
    ledger_key(entry.activity.on(), entry.recorded_at)
}

/// Months in their order.
fn month_key(month: Month) -> i32 {
    i32::from(month.year()) * 12 + i32::from(month.month()) - 1
}

fn month_of_key(key: i32) -> Option<Month> {
    let (year, month) = (u16::try_from(key / 12), u8::try_from(key % 12 + 1));
    Month::from_year_month(year.ok()?, month.ok()?).ok()
}

fn subtract(sheets: &mut Shelf<Sheet>, key: i32, action: ActionId, totals: Totals) {
    if let Some(sheet) = sheets.get_mut(key) {
        sheet.subtract(action, totals);
        if sheet.is_empty() {
            sheets.remove(key);
        }
    }
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
