//! What happens at the kiosk, act by act.

use super::*;
use crate::account::Span;
use crate::campaign::{Card, Name, Pack};
use crate::exchange::{QR_CHARACTERS_MAX, qr_code, read_transfer, transfer_links};
use crate::methodology::{Activity, Draft, assess, current};
use crate::quantity::{Carbon, Day};
use std::cell::Cell;

/// A tablet whose time goes by when the test says so.
struct Tablet {
    now: Cell<i64>,
    random: Cell<u64>,
    kiosk: Kiosk,
}

impl Clock for Tablet {
    fn now_ms(&self) -> i64 {
        self.now.get()
    }

    fn today(&self) -> Day {
        "2026-06-05".parse().expect("a day")
    }
}

impl Randomness for Tablet {
    fn next_u64(&self) -> u64 {
        let random = self.random.get();
        self.random.set(random.wrapping_add(0x9e37_79b9_7f4a_7c15));
        random
    }
}

impl Tablet {
    fn new() -> Self {
        Self {
            now: Cell::new(1_780_600_000_000),
            random: Cell::new(725),
            kiosk: Kiosk::default(),
        }
    }

    fn act(&mut self, act: Act) -> bool {
        let mut kiosk = self.kiosk.clone();
        let is_new = kiosk.take(act, self);
        self.kiosk = kiosk;
        is_new
    }

    fn acts(&mut self, acts: &[Act]) {
        for act in acts {
            self.act(*act);
        }
    }

    /// As the page does: a tick a second.
    fn wait(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.now.set(self.now.get() + 1000);
            self.act(Act::Tick);
        }
    }

    fn visit(&self) -> &Visit {
        match self.kiosk.stage() {
            Stage::Visit(visit) => visit,
            other => panic!("nobody is there: {other:?}"),
        }
    }

    fn is_waiting(&self) -> bool {
        self.kiosk.stage() == &Stage::Attract && self.kiosk.seconds_left().is_none()
    }
}

const ZH: Act = Act::Start(Language::ZhCn);

fn toggle(action: &str) -> Act {
    Act::Toggle(ActionId::parse(action).expect("an action"))
}

#[test]
fn a_person_goes_from_start_to_the_code_in_a_handful_of_taps() {
    let mut tablet = Tablet::new();
    tablet.acts(&[ZH, toggle("bus"), toggle("clean-plate"), Act::Next]);
    assert_eq!(tablet.visit().step(), Step::Amount(0));
    tablet.acts(&[
        Act::Set(InputKind::DistanceKm, 12_000),
        Act::Next,
        Act::Step(InputKind::Count, true),
        Act::Next,
    ]);
    assert_eq!(tablet.visit().step(), Step::Result);
    // 12 km × (79 g − 53 g), and two plates of 191 g: the same as everywhere.
    let totals = tablet.visit().ledger().totals(Span::All);
    assert_eq!(totals.reduction, Carbon::from_milligrams(312_000 + 382_000));
    assert_eq!(totals.entries, 2);
    tablet.act(Act::Next);
    assert_eq!(tablet.visit().step(), Step::TakeAlong);
    assert!(!tablet.act(Act::Next));
    assert!(tablet.act(Act::End));
    assert!(tablet.is_waiting());
}

#[test]
fn what_is_taken_along_is_what_was_told() {
    let mut tablet = Tablet::new();
    tablet.acts(&[
        ZH,
        toggle("bus"),
        toggle("learn"),
        Act::Next,
        Act::Next,
        Act::Next,
        Act::Next,
    ]);
    let taken = tablet.visit().taken().expect("a code").clone();
    let links = transfer_links(
        "https://carbon.example/",
        &taken.revisions,
        QR_CHARACTERS_MAX,
    );
    let [link] = <[String; 1]>::try_from(links.expect("links")).expect("one link");
    let (incoming, _) = read_transfer(&link).expect("a link");
    assert_eq!(incoming.revisions, taken.revisions);
    let drafts = [("bus", "distance_km", "6"), ("learn", "count", "1")];
    for (revision, (action, kind, amount)) in taken.revisions.iter().zip(drafts) {
        let draft = Draft {
            action,
            on: "2026-06-05",
            inputs: vec![(kind, amount.into())],
            ..Draft::default()
        };
        let entry = revision.clone().into_entry().expect("an entry");
        assert_eq!(Ok(entry.activity), Activity::check(&draft));
    }

    // Whoever goes back and scans again has one entry, with the later number.
    tablet.acts(&[Act::Back, Act::Back, Act::Back]);
    assert_eq!(tablet.visit().step(), Step::Amount(0));
    tablet.now.set(tablet.now.get() + 5_000);
    tablet.acts(&[
        Act::Step(InputKind::DistanceKm, true),
        Act::Next,
        Act::Next,
        Act::Next,
    ]);
    let later = tablet.visit().taken().expect("a code");
    let both = [taken.revisions, later.revisions.clone()].concat();
    assert_eq!(crate::vault::newest(both), later.revisions);
}

#[test]
fn the_most_that_can_be_told_goes_into_one_code() {
    // The longest of everything, at an address longer than any of a city.
    let base = format!("https://{}/", "a".repeat(90));
    let mut actions: Vec<_> = current()
        .actions
        .iter()
        .filter(|one| is_offered(one))
        .collect();
    actions.sort_by_key(|action| std::cmp::Reverse(action.id.as_str().len()));
    let mut tablet = Tablet::new();
    tablet.act(ZH);
    for action in &actions {
        tablet.act(Act::Toggle(action.id));
    }
    assert_eq!(tablet.visit().deeds().len(), DEEDS_MAX);
    assert!(tablet.visit().is_full());
    tablet.acts(&[Act::Next; DEEDS_MAX + 2]);
    let taken = tablet.visit().taken().expect("a code");
    let links = transfer_links(&base, &taken.revisions, QR_CHARACTERS_MAX).expect("links");
    assert_eq!(links.len(), 1);
    assert!(qr_code(&links[0]).is_some());
}

#[test]
fn everything_that_is_offered_can_be_told_within_its_bounds_only() {
    for action in current().actions.iter().filter(|action| is_offered(action)) {
        let mut tablet = Tablet::new();
        tablet.acts(&[ZH, Act::Toggle(action.id), Act::Next]);
        let inputs: Vec<_> = tablet.visit().deeds()[0]
            .numbers()
            .map(|(input, _)| input)
            .collect();
        assert!(!inputs.is_empty());
        for input in inputs {
            for amount in presets(input)
                .into_iter()
                .chain([input.floor, input.ceiling])
            {
                tablet.act(Act::Set(input.kind, amount));
                assert_eq!(amount_of(&tablet, input.kind), amount, "{input:?}");
            }
            for refused in [input.floor - 1, input.ceiling + 1, -1, i64::MAX, i64::MIN] {
                assert!(!tablet.act(Act::Set(input.kind, refused)), "{input:?}");
                assert_eq!(amount_of(&tablet, input.kind), input.ceiling);
            }
            assert!(!tablet.act(Act::Step(input.kind, true)), "{input:?}");
            assert!(tablet.act(Act::Step(input.kind, false)), "{input:?}");
        }
        let visit = tablet.visit();
        let assessed = assess(visit.deeds()[0].activity()).reduction;
        assert_eq!(visit.ledger().totals(Span::All).reduction, assessed);
    }
}

fn amount_of(tablet: &Tablet, kind: InputKind) -> i64 {
    let mut numbers = tablet.visit().deeds()[0].numbers();
    let number = numbers.find(|(input, _)| input.kind == kind);
    number.expect("a number").1.thousandths()
}

#[test]
fn what_was_chosen_by_mistake_is_taken_back() {
    let mut tablet = Tablet::new();
    tablet.act(ZH);
    assert!(!tablet.act(Act::Next), "nothing is chosen");
    tablet.acts(&[toggle("bus"), toggle("walk"), toggle("bus")]);
    assert_eq!(tablet.visit().deeds().len(), 1);
    assert!(
        !tablet
            .visit()
            .has(ActionId::parse("bus").expect("an action"))
    );
    // What cannot be asked for cannot be chosen either.
    assert!(!tablet.act(toggle("led-lamp")));
    tablet.acts(&[Act::Next, Act::Back]);
    assert_eq!(tablet.visit().step(), Step::Choose);
    tablet.act(Act::Back);
    assert!(tablet.is_waiting());
}

#[test]
fn another_language_changes_nothing_else() {
    let mut tablet = Tablet::new();
    tablet.acts(&[
        ZH,
        toggle("bus"),
        Act::Next,
        Act::Set(InputKind::DistanceKm, 18_000),
    ]);
    let before = tablet.visit().deeds().to_vec();
    assert!(tablet.act(Act::Speak(Language::En)));
    assert!(!tablet.act(Act::Speak(Language::En)));
    let visit = tablet.visit();
    assert_eq!(visit.language(), Language::En);
    assert_eq!((visit.step(), visit.deeds()), (Step::Amount(0), &*before));
}

#[test]
fn nothing_of_a_person_is_left_for_the_next() {
    let mut tablet = Tablet::new();
    let acts = [ZH, toggle("bus"), Act::Next, Act::Next, Act::Next];
    tablet.acts(&acts);
    let before = tablet.visit().clone();
    tablet.act(Act::End);
    assert!(tablet.is_waiting());
    tablet.acts(&acts);
    let visit = tablet.visit();
    let ids = |visit: &Visit| -> Vec<_> {
        let revisions = visit.taken().expect("a code").revisions.iter();
        revisions
            .map(|revision| (revision.entry, revision.nonce))
            .collect()
    };
    assert!(ids(visit).iter().all(|id| !ids(&before).contains(id)));
}

/// Asked after `quiet` seconds, cleared 20 seconds later, not one earlier.
#[track_caller]
fn waits(acts: &[Act], quiet: i64) {
    let mut tablet = Tablet::new();
    tablet.acts(acts);
    tablet.wait(quiet - 1);
    assert_eq!(tablet.kiosk.seconds_left(), None);
    tablet.wait(1);
    assert_eq!(tablet.kiosk.seconds_left(), Some(20));
    tablet.wait(19);
    assert_eq!(tablet.kiosk.seconds_left(), Some(1));
    assert!(!tablet.is_waiting());
    tablet.wait(1);
    assert!(tablet.is_waiting());
}

#[test]
fn who_has_gone_is_asked_first_and_then_forgotten() {
    waits(&[ZH], 60);
    waits(&[ZH, toggle("bus")], 60);
    waits(&[ZH, toggle("bus"), Act::Next], 60);
    waits(&[ZH, toggle("bus"), Act::Next, Act::Next], 90);
    waits(&[ZH, toggle("bus"), Act::Next, Act::Next, Act::Next], 120);
    waits(&[Act::Leave], 30);
}

#[test]
fn a_warning_is_answered_by_anything() {
    for answer in [Act::Stir, Act::Next, Act::Speak(Language::ZhCn)] {
        let mut tablet = Tablet::new();
        tablet.acts(&[ZH, toggle("bus"), Act::Next]);
        tablet.wait(79);
        assert_eq!(tablet.kiosk.seconds_left(), Some(1));
        assert!(tablet.act(answer));
        assert_eq!(tablet.kiosk.seconds_left(), None);
        tablet.wait(59);
        assert_eq!(tablet.visit().deeds().len(), 1);
    }
}

#[test]
fn who_only_reads_and_scrolls_is_left_alone() {
    let mut tablet = Tablet::new();
    tablet.acts(&[ZH, toggle("bus"), Act::Next, Act::Next]);
    for _ in 0..10 {
        tablet.wait(89);
        assert!(!tablet.act(Act::Stir), "nothing new is to be seen");
    }
    assert_eq!(tablet.visit().step(), Step::Result);
}

#[test]
fn a_tablet_that_slept_forgets_at_once_and_a_clock_put_back_does_not_stop_it() {
    let mut tablet = Tablet::new();
    tablet.acts(&[ZH, toggle("bus")]);
    tablet.now.set(tablet.now.get() + 3_600_000);
    assert!(tablet.act(Act::Tick));
    assert!(tablet.is_waiting());

    tablet.acts(&[ZH, toggle("bus")]);
    tablet.now.set(tablet.now.get() - 86_400_000);
    tablet.wait(81);
    assert!(tablet.is_waiting());
}

#[test]
fn an_empty_kiosk_waits_for_ever_and_is_not_drawn_meanwhile() {
    let mut tablet = Tablet::new();
    tablet.now.set(tablet.now.get() + 86_400_000);
    assert!(!tablet.act(Act::Tick));
    assert!(!tablet.act(Act::Stir));
    for act in [Act::Next, Act::Back, Act::End, toggle("bus"), Act::Press(5)] {
        assert!(!tablet.act(act), "{act:?}");
    }
    assert!(tablet.is_waiting());
}

#[test]
fn staff_leaves_by_three_digits_and_nobody_by_chance() {
    let mut tablet = Tablet::new();
    tablet.act(Act::Leave);
    let Stage::Door(door) = tablet.kiosk.stage().clone() else {
        panic!("a door");
    };
    assert_eq!(door.code(), [5, 2, 7]);
    tablet.acts(&[Act::Press(5), Act::Press(2)]);
    assert!(tablet.act(Act::Press(2)));
    assert!(tablet.is_waiting());
    // The next door has other digits.
    tablet.act(Act::Leave);
    let Stage::Door(door) = tablet.kiosk.stage().clone() else {
        panic!("a door");
    };
    assert_ne!(door.code(), [5, 2, 7]);
    for digit in door.code() {
        tablet.act(Act::Press(digit));
    }
    assert_eq!(tablet.kiosk.stage(), &Stage::Left);
    // In the middle of a visit nobody leaves.
    let mut tablet = Tablet::new();
    tablet.acts(&[ZH, toggle("bus")]);
    assert!(!tablet.act(Act::Leave));
    assert_eq!(tablet.visit().step(), Step::Choose);
}

fn pack(actions: &[&str], groups: &[&str]) -> Pack {
    let name = |text: &str| Name::new([text, ""]).expect("a name").expect("a text");
    Pack {
        key: "00000000000000ff".parse().expect("a key"),
        stamp: 1_780_500_000_000,
        languages: vec![Language::ZhCn],
        name: name("六五环境日"),
        place: None,
        first: "2026-06-05".parse().expect("a day"),
        last: "2026-06-05".parse().expect("a day"),
        actions: actions
            .iter()
            .filter_map(|id| ActionId::parse(id))
            .collect(),
        goal: None,
        thanks: Vec::new(),
        groups: groups.iter().map(|text| name(text)).collect(),
    }
    .checked()
    .expect("a pack")
}

#[test]
fn the_card_has_what_counts_and_a_number_of_its_own() {
    let pack = pack(&["bus", "walk"], &["一班", "二班"]);
    let mut tablet = Tablet::new();
    let acts = [
        ZH,
        toggle("bus"),
        toggle("clean-plate"),
        Act::Next,
        Act::Next,
        Act::Next,
    ];
    tablet.acts(&acts);
    assert_eq!(
        tablet.visit().card(&pack),
        None,
        "nothing was taken along yet"
    );
    tablet.act(Act::Next);
    let card = tablet.visit().card(&pack).expect("a card");
    // 6 km × (79 g − 53 g); the plate is none of this campaign's business.
    assert_eq!(card.totals().reduction, Carbon::from_milligrams(156_000));
    let said = (card.totals().entries, card.active_days(), card.group());
    assert_eq!(said, (1, 1, None));
    assert_eq!(card.campaign(), pack.key);
    assert_eq!(Card::read(&card.code()), Ok(card.clone()));

    // A group makes it a newer card of the same participant.
    assert!(tablet.act(Act::Group(1)));
    let grouped = tablet.visit().card(&pack).expect("a card");
    assert_eq!(grouped.group(), Some(1));
    assert_eq!(grouped.participant(), card.participant());
    assert!(grouped.stamp() > card.stamp());
    tablet.act(Act::Group(1));
    assert_eq!(tablet.visit().card(&pack).expect("a card").group(), None);

    // Whoever comes next has another number, and no group.
    tablet.act(Act::Group(1));
    tablet.act(Act::End);
    tablet.acts(&acts);
    tablet.act(Act::Next);
    let next = tablet.visit().card(&pack).expect("a card");
    assert_ne!(next.participant(), card.participant());
    assert_eq!(next.group(), None);
}

#[test]
fn there_is_no_card_where_nothing_counts() {
    let taken = |actions: &[&str], told: &str| {
        let mut tablet = Tablet::new();
        tablet.acts(&[ZH, toggle(told), Act::Next, Act::Next, Act::Next]);
        tablet.visit().card(&pack(actions, &[]))
    };
    assert!(taken(&[], "bus").is_some());
    assert!(taken(&["bus"], "bus").is_some());
    assert_eq!(taken(&["walk"], "bus"), None);
    let mut over = pack(&[], &[]);
    over.last = "2026-06-04".parse().expect("a day");
    over.first = over.last;
    let mut tablet = Tablet::new();
    tablet.acts(&[ZH, toggle("bus"), Act::Next, Act::Next, Act::Next]);
    assert_eq!(tablet.visit().card(&over), None);
}
