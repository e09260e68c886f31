//! Which entries the ledger shows: looked for by text, category and month, and
//! only as many as are asked for, so that a page of ten years opens at once.

use super::entry::{Entry, EntryId};
use super::ledger::{Ledger, Span};
use super::totals::Totals;
use crate::language::Language;
use crate::methodology::{ActionId, Category, holds};
use crate::quantity::{Day, Month};

/// What is looked for. The default finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Names of actions in Chinese, pinyin, its initials or English, names of
    /// items, or what is in a note.
    pub text: String,
    /// Of this category only.
    pub category: Option<Category>,
    /// This action only.
    pub action: Option<ActionId>,
    /// In this stretch of time only.
    pub span: Span,
}

/// Entries that were found, the newest day first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing<'a> {
    /// How many were found.
    pub found: usize,
    /// How many of them are listed.
    pub listed: usize,
    /// The listed ones by month.
    pub months: Vec<ListedMonth<'a>>,
}

/// A month with entries that were found.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedMonth<'a> {
    /// The month.
    pub month: Month,
    /// What it comes to, of the category or the action that is looked for;
    /// `None` where a text or a part of the month is looked for.
    pub totals: Option<Totals>,
    /// Its listed days.
    pub days: Vec<ListedDay<'a>>,
}

/// A day with entries that were found.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedDay<'a> {
    /// The day.
    pub day: Day,
    /// The newest recorded first.
    pub entries: Vec<&'a Entry>,
}

impl Search {
    /// Whether it finds everything.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        let is_any = self.category.is_none() && self.action.is_none();
        self.text.trim().is_empty() && is_any && self.span == Span::All
    }

    /// What a month comes to, of what is looked for.
    fn totals(&self, ledger: &Ledger, month: Month) -> Option<Totals> {
        let month = Span::Month(month);
        let is_whole = self.text.trim().is_empty() && !matches!(self.span, Span::Day(_));
        is_whole.then(|| match (self.action, self.category) {
            (Some(action), _) => ledger.totals_of(month, action),
            (None, Some(category)) => ledger.by_category(month)[category as usize],
            (None, None) => ledger.totals(month),
        })
    }
}

impl Ledger {
    /// What a search finds, the newest day first and in a day the newest recorded.
    pub fn found(&self, search: &Search) -> impl Iterator<Item = &Entry> {
        let mut finder = Finder::new(search);
        let span = search.span;
        let days = self.days().rev().filter(move |day| span.contains(*day));
        days.flat_map(|day| self.on(day))
            .filter(move |entry| finder.finds(entry))
    }

    /// What stands after an entry among what a search finds, or before it where
    /// it is the last; `None` where it is the only one or is not found.
    #[must_use]
    pub fn neighbour(&self, search: &Search, entry: EntryId) -> Option<EntryId> {
        let mut found = self.found(search).map(|entry| entry.id);
        let mut before = None;
        while let Some(id) = found.next() {
            if id == entry {
                return found.next().or(before);
            }
            before = Some(id);
        }
        None
    }

    /// What a search finds, the first `limit` of it listed.
    #[must_use]
    pub fn list(&self, search: &Search, limit: usize) -> Listing<'_> {
        let mut listing = Listing::default();
        let mut found = self.found(search);
        for entry in found.by_ref().take(limit) {
            listing.listed += 1;
            self.put_in(&mut listing, search, entry);
        }
        listing.found = if search.is_everything() {
            self.len()
        } else {
            listing.listed + found.count()
        };
        listing
    }

    fn put_in<'a>(&self, listing: &mut Listing<'a>, search: &Search, entry: &'a Entry) {
        let day = entry.activity.on();
        let month = day.month_of();
        if listing.months.last().is_none_or(|last| last.month != month) {
            listing.months.push(ListedMonth {
                month,
                totals: search.totals(self, month),
                days: Vec::new(),
            });
        }
        let Some(listed) = listing.months.last_mut() else {
            return;
        };
        match listed.days.last_mut() {
            Some(last) if last.day == day => last.entries.push(entry),
            _ => listed.days.push(ListedDay {
                day,
                entries: vec![entry],
            }),
        }
    }
}

/// Asks each action once: entries are many, actions few.
struct Finder {
    text: String,
    category: Option<Category>,
    action: Option<ActionId>,
    actions: [Option<bool>; ActionId::COUNT],
}

impl Finder {
    fn new(search: &Search) -> Self {
        Self {
            text: search.text.trim().to_ascii_lowercase(),
            category: search.category,
            action: search.action,
            actions: [None; ActionId::COUNT],
        }
    }

    fn finds(&mut self, entry: &Entry) -> bool {
        let action = entry.activity.action();
        let is_other = self
            .category
            .is_some_and(|sought| sought != action.category);
        if is_other || self.action.is_some_and(|sought| sought != action.id) {
            return false;
        }
        let text = &self.text;
        let known = &mut self.actions[action.id.index()];
        *known.get_or_insert_with(|| action.matches(text))
            || entry.activity.item().is_some_and(|item| {
                Language::ALL
                    .map(|language| item.name.in_language(language).to_ascii_lowercase())
                    .iter()
                    .any(|name| holds(name, text))
            })
            || entry
                .note
                .as_ref()
                .is_some_and(|note| holds(&note.as_str().to_ascii_lowercase(), text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, Span};
    use crate::account::{Entry, EntryId, Ledger, Note};
    use crate::language::Language;
    use crate::methodology::{ActionId, Category, Draft};

    /// Recorded one after the other: day, action, note.
    const RECORDED: [(&str, &str, &str); 6] = [
        ("2026-09-30", "bus", ""),
        ("2026-10-01", "walk", "去学校 School"),
        ("2026-11-21", "bus", ""),
        ("2026-11-21", "clean-plate", "公交站旁的面馆"),
        ("2026-11-22", "second-hand", ""),
        ("2026-11-22", "learn", ""),
    ];

    fn ledger() -> Ledger {
        let entries = RECORDED
            .iter()
            .zip(1..)
            .map(|((on, action, note), number)| {
                let input = match *action {
                    "bus" | "walk" => "distance_km",
                    _ => "count",
                };
                let draft = Draft {
                    action,
                    on,
                    inputs: vec![(input, "2".into())],
                    ..Draft::default()
                };
                Entry {
                    recorded_at: i64::try_from(number).expect("few"),
                    note: Note::new(note).expect("a note"),
                    ..Entry::of_draft(number, &draft)
                }
            });
        entries.collect()
    }

    fn search(text: &str, category: Option<Category>, span: Option<&str>) -> Search {
        Search {
            text: text.to_owned(),
            category,
            action: None,
            span: span.map_or(Span::All, |span| span.parse().expect("a span")),
        }
    }

    fn of_action(action: &str, span: &str) -> Search {
        Search {
            action: ActionId::parse(action),
            ..search("", None, Some(span))
        }
    }

    /// The numbers of what is found, in the order it is listed in.
    #[track_caller]
    fn case(search: &Search, expected: &[u64]) {
        let ledger = ledger();
        let listing = ledger.list(search, 100);
        let days = listing.months.iter().flat_map(|month| &month.days);
        let found: Vec<u64> = days
            .flat_map(|day| &day.entries)
            .map(|entry| entry.id.number())
            .collect();
        assert_eq!(found, expected);
        assert_eq!(
            (listing.found, listing.listed),
            (expected.len(), expected.len())
        );
    }

    #[test]
    fn the_next_takes_the_place_of_what_goes_and_else_the_one_before() {
        let ledger = ledger();
        let of = |search: &Search, number| {
            let neighbour = ledger.neighbour(search, EntryId::from_number(number));
            neighbour.map(EntryId::number)
        };
        let everything = Search::default();
        assert_eq!(of(&everything, 6), Some(5));
        assert_eq!(of(&everything, 1), Some(2));
        assert_eq!(of(&everything, 7), None);
        let buses = of_action("bus", "all");
        assert_eq!(of(&buses, 3), Some(1));
        assert_eq!(of(&buses, 1), Some(3));
        assert_eq!(of(&buses, 2), None);
        assert_eq!(of(&of_action("learn", "all"), 6), None);
    }

    #[test]
    fn everything_is_there_the_newest_first() {
        case(&Search::default(), &[6, 5, 4, 3, 2, 1]);
        case(&search("  ", None, None), &[6, 5, 4, 3, 2, 1]);
    }

    #[test]
    fn entries_are_found_by_name_and_note() {
        case(&search("公交", None, None), &[4, 3, 1]);
        case(&search("gj", None, None), &[3, 1]);
        case(&search(" WALK ", None, None), &[2]);
        case(&search("school", None, None), &[2]);
        case(&search("没有的", None, None), &[]);
    }

    #[test]
    fn conditions_hold_together() {
        case(&search("", Some(Category::Trip), None), &[3, 2, 1]);
        case(&search("", None, Some("2026-11")), &[6, 5, 4, 3]);
        case(&search("", Some(Category::Trip), Some("2026-11")), &[3]);
        case(&search("公交", Some(Category::Daily), None), &[4]);
        case(&search("", None, Some("2020-01")), &[]);
        case(&search("", None, Some("2026")), &[6, 5, 4, 3, 2, 1]);
        case(&search("", None, Some("2026-11-21")), &[4, 3]);
        case(&of_action("bus", "all"), &[3, 1]);
        case(&of_action("bus", "2026-11"), &[3]);
        let daily_bus = Search {
            category: Some(Category::Daily),
            ..of_action("bus", "all")
        };
        case(&daily_bus, &[]);
    }

    #[test]
    fn items_are_found_too() {
        let ledger = ledger();
        let item = ledger
            .get(EntryId::from_number(5))
            .and_then(|entry| entry.activity.item());
        let name = item
            .map(|item| item.name.in_language(Language::ZhCn))
            .expect("second-hand things are of a kind");
        case(&search(name, None, None), &[5]);
    }

    #[test]
    fn no_more_is_listed_than_asked_for() {
        let ledger = ledger();
        for limit in 0..=7 {
            for search in [Search::default(), search("", Some(Category::Trip), None)] {
                let all = ledger.list(&search, 100);
                let listing = ledger.list(&search, limit);
                assert_eq!(listing.found, all.found);
                assert_eq!(listing.listed, limit.min(all.found));
            }
        }
    }

    #[test]
    fn months_come_to_what_was_looked_for() {
        let ledger = ledger();
        let totals = |search: &Search| {
            let listing = ledger.list(search, 1);
            listing
                .months
                .first()
                .map(|month| (month.month, month.totals))
        };
        let november = "2026-11".parse().expect("a month");
        let all = ledger.totals(Span::Month(november));
        assert_eq!(totals(&Search::default()), Some((november, Some(all))));
        let trips = totals(&search("", Some(Category::Trip), None));
        assert_eq!(
            trips
                .and_then(|(_, totals)| totals)
                .map(|totals| totals.entries),
            Some(1)
        );
        let bus = totals(&of_action("bus", "2026-11"));
        assert_eq!(
            bus.and_then(|(_, totals)| totals)
                .map(|totals| totals.entries),
            Some(1)
        );
        for partly in [
            search("gj", None, None),
            search("", None, Some("2026-11-21")),
        ] {
            assert_eq!(totals(&partly), Some((november, None)));
        }
    }
}
