use super::*;
use crate::account::{Account, Clock, Kept, Randomness};
use crate::methodology::{Draft, InputKind, rehearsal};
use crate::quantity::Day;
use crate::vault::MemoryStore;
use std::cell::Cell;

/// Eight kilometres by bus twice, a short and a long walk, a clean plate and a
/// sheet of paper.
const DEEDS: [(&str, &str, &str, &str); 6] = [
    ("bus", "distance_km", "8", "2026-11-20"),
    ("bus", "distance_km", "8", "2026-11-21"),
    ("walk", "distance_km", "2", "2026-11-21"),
    ("walk", "distance_km", "12", "2026-11-21"),
    ("clean-plate", "count", "1", "2026-11-21"),
    ("paper-saved", "count", "10", "2026-11-22"),
];

#[derive(Debug, Default)]
struct Device(Cell<u64>);

impl Clock for &Device {
    fn now_ms(&self) -> i64 {
        1_795_305_600_000
    }

    fn today(&self) -> Day {
        "2026-11-22".parse().expect("a day")
    }
}

impl Randomness for &Device {
    fn next_u64(&self) -> u64 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }
}

type Opened<'a> = Account<&'a MemoryStore, &'a Device>;

fn recorded<'a>(store: &'a MemoryStore, device: &'a Device) -> Opened<'a> {
    let mut account = Account::open(store, device);
    for (action, input, amount, on) in DEEDS {
        let draft = Draft {
            action,
            on,
            inputs: vec![(input, amount.into())],
            ..Draft::default()
        };
        account.record(&draft, "a remark").expect("an activity");
    }
    account
}

fn editions_of(ledger: &Ledger) -> Vec<&'static str> {
    let entries = ledger.entries();
    entries.map(|entry| entry.activity.edition().id).collect()
}

#[test]
fn what_would_change_is_said_and_nothing_is_changed() {
    let (store, device) = (MemoryStore::default(), Device::default());
    let account = recorded(&store, &device);
    let offer = EditionOffer::of(account.ledger(), rehearsal());
    assert_eq!(offer.moved().len(), 4);
    let refused: Vec<(&str, &ActivityError)> = offer
        .refused()
        .iter()
        .map(|(entry, error)| (entry.activity.action().id.as_str(), error))
        .collect();
    let [("walk", too_far), ("paper-saved", unknown)] = refused[..] else {
        panic!("{refused:?}");
    };
    let input = InputKind::DistanceKm;
    assert!(matches!(too_far, ActivityError::OutOfBounds { kind, .. } if *kind == input));
    assert_eq!(unknown, &ActivityError::UnknownAction("paper-saved".into()));
    let [bus] = offer.actions(account.ledger())[..] else {
        panic!("only buses are counted otherwise");
    };
    assert_eq!(bus.action.as_str(), "bus");
    // Two rides of 8 km, each kilometre emitting 60 g and not 53.
    let less = bus.before.reduction.milligrams() - bus.after.reduction.milligrams();
    assert_eq!(less, 2 * 8 * 7_000);
    let all = |ledger: &Ledger| ledger.totals(Span::All).reduction.milligrams();
    assert_eq!(all(account.ledger()) - all(offer.after()), less);
    assert_eq!(account.ledger().of_older_editions(), 0);
    assert_eq!(offered_edition(account.ledger()), None);
}

#[test]
fn it_is_accepted_kept_and_taken_back() {
    let (store, device) = (MemoryStore::default(), Device::default());
    let mut account = recorded(&store, &device);
    let before = account.ledger().clone();
    let offer = EditionOffer::of(&before, rehearsal());
    let imported = account.move_entries(offer.moved());
    assert_eq!((imported.records, imported.kept), (4, Kept::OnDevice));
    assert_eq!(account.ledger(), offer.after());
    let ids = editions_of(account.ledger());
    assert_eq!(ids.iter().filter(|id| **id == "rehearsal").count(), 4);
    let again = Account::open(&store, &device);
    assert_eq!(again.ledger(), offer.after());
    assert!(again.ledger().entries().all(|entry| entry.note.is_some()));
    // The newest here is the released one: now there is something to go back to.
    assert_eq!(again.ledger().of_older_editions(), 4);
    let back: Vec<Moved> = offer.moved().iter().map(Moved::back).collect();
    account.move_entries(&back);
    assert_eq!(account.ledger(), &before);
    assert_eq!(Account::open(&store, &device).ledger(), &before);
}

#[test]
fn what_was_changed_meanwhile_is_left_alone() {
    let (store, device) = (MemoryStore::default(), Device::default());
    let mut account = recorded(&store, &device);
    let offer = EditionOffer::of(account.ledger(), rehearsal());
    let [first, second, ..] = offer.moved() else {
        panic!("several are moved");
    };
    account.delete(first.id).expect("an entry");
    let draft = Draft {
        action: "bus",
        on: "2026-11-21",
        inputs: vec![("distance_km", "9".into())],
        ..Draft::default()
    };
    account.edit(second.id, &draft, "").expect("an entry");
    assert_eq!(account.move_entries(offer.moved()).records, 2);
    assert_eq!(account.ledger().get(first.id), None);
    let edited = account.ledger().get(second.id).expect("an entry");
    assert_eq!(edited.activity.edition().id, "liaocheng-2026.1");
}

#[test]
fn thousands_are_moved_in_one_segment() {
    let (store, device) = (MemoryStore::default(), Device::default());
    let mut account = recorded(&store, &device);
    for number in 0..400_u32 {
        let draft = Draft {
            action: "bus",
            on: "2026-11-19",
            inputs: vec![("distance_km", (number % 7 + 1).to_string().into())],
            ..Draft::default()
        };
        account.record(&draft, "").expect("an activity");
    }
    let offer = EditionOffer::of(account.ledger(), rehearsal());
    let keys = |store: &MemoryStore| {
        use crate::vault::Store as _;
        store.keys("").expect("keys").len()
    };
    let before = keys(&store);
    assert_eq!(account.move_entries(offer.moved()).records, 404);
    assert_eq!(keys(&store), before + 1);
    assert_eq!(Account::open(&store, &device).ledger(), offer.after());
}

#[test]
fn a_decision_is_remembered_and_brought_along() {
    let (store, device) = (MemoryStore::default(), Device::default());
    let account = recorded(&store, &device);
    let offer = EditionOffer::of(account.ledger(), rehearsal());
    let mut settings = Settings::default();
    assert!(!is_decided(&settings, offer.edition()));
    decide(&mut settings, offer.edition());
    assert!(is_decided(&settings, offer.edition()));
    let text = settings.to_string();
    assert!(is_decided(&Settings::understood(&text), offer.edition()));
    let unknown = Settings::understood("decided-edition=never-released\n");
    assert_eq!(unknown.to_string(), "");
}
