//! Tallies merge as sets do, and tell nothing of fewer than three people, not
//! even to whoever subtracts; what is kept of them survives what stores do.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::account::{Account, Kept, Totals};
use carbon_inclusion::campaign::{
    CampaignKey, Card, Figures, PEOPLE_MIN, Sum, Taken, Tally, Told, card_key, may_follow,
};
use carbon_inclusion::exchange::{FileError, TallyRow, read_tally, write_tally, write_tally_csv};
use carbon_inclusion::language::Language;
use carbon_inclusion::quantity::Carbon;
use carbon_inclusion::vault::{MemoryStore, Store};
use proptest::prelude::*;

use crate::device::Device;

const KEY: CampaignKey = CampaignKey::from_number(255);

fn card(participant: u64, stamp: i64, group: Option<usize>, milligrams: i64) -> Card {
    let amount = Carbon::from_milligrams(milligrams);
    let totals = Totals {
        entries: 2,
        reduction: amount,
        low: amount,
        high: amount,
        ..Totals::default()
    };
    Card::new(KEY, participant, stamp, group, 1, &totals).expect("a card")
}

/// Cards of few participants at few moments, so that they meet.
fn cards() -> impl Strategy<Value = Vec<Card>> {
    let one = (0..12_u64, 0..4_i64, 0..5_usize, -2..9_i64);
    let one = one.prop_map(|(participant, stamp, group, amount)| {
        card(participant, stamp, group.checked_sub(1), amount * 1_000)
    });
    prop::collection::vec(one, 0..40)
}

fn tally(cards: &[Card]) -> Tally {
    let mut tally = Tally::new(KEY);
    for card in cards {
        tally.take(card.clone());
    }
    tally
}

proptest! {
    #[test]
    fn order_and_repetition_do_not_matter(
        (cards, shuffled) in cards().prop_flat_map(|cards| {
            (Just(cards.clone()), Just(cards).prop_shuffle())
        }),
    ) {
        let twice = [shuffled.clone(), shuffled].concat();
        prop_assert_eq!(tally(&cards), tally(&twice));
    }

    /// Devices that took some cards each, merged in either order, have what one
    /// device would have that took all of them.
    #[test]
    fn tallies_of_devices_merge(one in cards(), other in cards(), third in cards()) {
        let all = tally(&[one.clone(), other.clone(), third.clone()].concat());
        let merged = |parts: [&[Card]; 3]| {
            let mut merged = tally(parts[0]);
            for part in &parts[1..] {
                for card in tally(part).cards() {
                    merged.take(card.clone());
                }
            }
            merged
        };
        prop_assert_eq!(&merged([&one, &other, &third]), &all);
        prop_assert_eq!(&merged([&third, &one, &other]), &all);
        prop_assert_eq!(&merged([&other, &third, &one]), &all);
    }

    #[test]
    fn the_newest_of_each_counts_once(cards in cards()) {
        let tally = tally(&cards);
        for kept in tally.cards() {
            let own = cards.iter().filter(|card| card.participant() == kept.participant());
            prop_assert_eq!(own.map(Card::stamp).max(), Some(kept.stamp()));
        }
        for card in &cards {
            prop_assert!(matches!(tally.weigh(card), Taken::Same | Taken::Older));
            prop_assert!(tally.card(card.participant()).is_some());
        }
        let numbers: Vec<u64> = tally.cards().map(Card::participant).collect();
        prop_assert!(numbers.is_sorted_by(|one, other| one < other));
    }

    /// Whatever is told is of at least three people, and so is whatever follows
    /// by taking what is told from the whole, in any choice of it.
    #[test]
    fn nothing_follows_of_fewer_than_three(cards in cards(), groups in 0..5_usize) {
        let tally = tally(&cards);
        let people = tally.cards().len();
        let levels = [2_000, 5_000].map(Carbon::from_milligrams);
        let figures = Figures::of(&tally, groups, &levels);
        prop_assert_eq!(figures.people, people);
        prop_assert_eq!(figures.groups.len(), groups + 1);
        prop_assert_eq!(figures.thanks.len(), levels.len() + 1);
        let by_group: Vec<usize> = figures.groups.iter().filter_map(told).map(|sum| sum.people).collect();
        let by_level: Vec<usize> = figures.thanks.iter().filter_map(told).copied().collect();
        match figures.all {
            Told::Nobody => prop_assert_eq!(people, 0),
            Told::Withheld => {
                prop_assert!(people < PEOPLE_MIN);
                prop_assert!(by_group.is_empty() && by_level.is_empty());
            }
            Told::Told(all) => {
                prop_assert_eq!(all.people, people);
                prop_assert!(people >= PEOPLE_MIN);
                let sum: i64 = tally.cards().map(|card| card.totals().reduction.milligrams()).sum();
                prop_assert_eq!(all.totals.reduction.milligrams(), sum);
            }
        }
        for parts in [by_group, by_level] {
            for chosen in 0..1_u32 << parts.len() {
                let some = parts.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
                let rest = people - some.map(|(_, part)| part).sum::<usize>();
                prop_assert!(rest == 0 || rest >= PEOPLE_MIN || parts.is_empty());
            }
            prop_assert!(parts.iter().all(|part| *part >= PEOPLE_MIN));
        }
    }

    /// An account keeps a tally as it is, whatever order its cards came in, and
    /// finds it again in either copy.
    #[test]
    fn what_is_taken_is_found_again(cards in cards()) {
        let store = MemoryStore::new();
        let mut account = Account::open(&store, Device::new(1));
        let mut copy = MemoryStore::new();
        for card in &cards {
            let (_, kept) = account.take_cards(KEY, std::slice::from_ref(card));
            prop_assert_eq!(kept, Kept::OnDevice);
            bring(&mut account, &mut copy);
        }
        let expected = tally(&cards);
        for store in [&store, &copy] {
            let found = Account::open(store, Device::new(2)).tally(KEY);
            prop_assert_eq!(&found.tally, &expected);
            prop_assert_eq!(found.unreadable, 0);
            // What was superseded is gone.
            prop_assert_eq!(store.keys("").expect("memory").len(), expected.cards().len());
        }
    }
}

const fn told<T>(part: &Told<T>) -> Option<&T> {
    match part {
        Told::Told(part) => Some(part),
        _ => None,
    }
}

/// The page's way of keeping the second copy up to date.
fn bring(account: &mut Account<&MemoryStore, Device>, copy: &mut MemoryStore) {
    for (key, text) in account.take_uncopied() {
        copy.put(&key, &text).expect("memory");
    }
    for key in account.take_covered() {
        copy.remove(&key).expect("memory");
    }
}

fn texts(store: &MemoryStore) -> Vec<(String, String)> {
    let keys = store.keys("").expect("memory");
    let texts = keys.into_iter().map(|key| {
        let text = store.get(&key).expect("memory").expect("a text");
        (key, text)
    });
    texts.collect()
}

#[track_caller]
fn groups(people: &[usize], expected: &str) {
    let mut cards = Vec::new();
    for (group, count) in people.iter().enumerate() {
        for _ in 0..*count {
            cards.push(card(cards.len() as u64, 0, Some(group), 1_000));
        }
    }
    // Those of the last place have chosen none.
    let figures = Figures::of(&tally(&cards), people.len() - 1, &[]);
    let signs = figures.groups.iter().map(|part| match part {
        Told::Nobody => "-".to_owned(),
        Told::Withheld => "?".to_owned(),
        Told::Told(Sum { people, .. }) => people.to_string(),
    });
    assert_eq!(signs.collect::<Vec<_>>().join(" "), expected, "{people:?}");
}

#[test]
fn the_smallest_group_is_withheld_along_with_one_that_is_too_small() {
    groups(&[3, 4, 0], "3 4 -");
    groups(&[2, 4, 5], "? ? 5");
    groups(&[2, 2, 5], "? ? 5");
    groups(&[1, 1, 5], "? ? ?");
    groups(&[1, 1, 5, 7], "? ? ? 7");
    groups(&[2, 5], "? ?");
    groups(&[1, 1], "? ?");
    groups(&[0, 0, 0], "- - -");
}

/// Whoever watches a screen could subtract what it showed a moment ago.
#[test]
fn figures_follow_when_three_more_have_another_card() {
    let of = |cards: &[(u64, i64)]| {
        let cards = cards
            .iter()
            .map(|(number, stamp)| card(*number, *stamp, None, 1_000));
        tally(&cards.collect::<Vec<_>>())
    };
    let shown = of(&[(1, 0), (2, 0), (3, 0)]);
    assert!(!may_follow(&shown, &shown));
    assert!(!may_follow(
        &of(&[(1, 0), (2, 0), (3, 0), (4, 0), (5, 0)]),
        &shown
    ));
    assert!(!may_follow(&of(&[(1, 1), (2, 1), (3, 0)]), &shown));
    assert!(may_follow(&of(&[(1, 1), (2, 1), (3, 0), (4, 0)]), &shown));
    // Deleted, and another campaign.
    assert!(may_follow(&of(&[]), &shown));
    assert!(may_follow(&Tally::new(CampaignKey::from_number(1)), &shown));
}

#[test]
fn levels_of_thanks_are_counted_from_their_amounts_on() {
    let cards: Vec<Card> = [-1, 0, 4_999, 5_000, 5_001, 9_000, 9_001, 9_002]
        .into_iter()
        .zip(0..)
        .map(|(amount, participant)| card(participant, 0, None, amount))
        .collect();
    let levels = [5_000, 9_000].map(Carbon::from_milligrams);
    let thanks = |cards: &[Card]| Figures::of(&tally(cards), 0, &levels).thanks;
    assert_eq!(
        thanks(&cards),
        [Told::Withheld, Told::Withheld, Told::Told(3)].map(|part| part)
    );
    let more = [cards, vec![card(9, 0, None, 6_000)]].concat();
    assert_eq!(thanks(&more), [Told::Told(3), Told::Told(3), Told::Told(3)]);
}

#[test]
fn a_card_that_was_lost_comes_back_and_a_damaged_one_is_healed() {
    let (store, mut copy) = (MemoryStore::new(), MemoryStore::new());
    let mut account = Account::open(&store, Device::new(1));
    let cards: Vec<Card> = (0..4).map(|number| card(number, 0, None, 1_000)).collect();
    account.take_cards(KEY, &cards);
    bring(&mut account, &mut copy);
    let keys: Vec<String> = cards.iter().map(card_key).collect();
    store.remove(&keys[0]).expect("memory");
    let half = &cards[1].code()[..40];
    store.put(&keys[1], half).expect("memory");
    // Under the key of another, and of a newer version.
    store.put(&keys[2], &cards[3].code()).expect("memory");
    let mut account = Account::open(&store, Device::new(2));
    let found = account.tally(KEY);
    assert_eq!((found.tally.cards().len(), found.unreadable), (1, 2));
    let mut copied = texts(&copy);
    copied.sort();
    let keys: Vec<String> = copied.iter().map(|(key, _)| key.clone()).collect();
    let lacking = account.lacking(&keys);
    let lacking: Vec<_> = copied
        .iter()
        .filter(|(key, _)| lacking.contains(&key))
        .cloned()
        .collect();
    assert_eq!(lacking.len(), 3);
    account.restore(&lacking);
    let found = account.tally(KEY);
    assert_eq!((found.tally, found.unreadable), (tally(&cards), 0));
}

#[test]
fn a_tally_is_deleted_and_the_others_stay() {
    let (store, mut copy) = (MemoryStore::new(), MemoryStore::new());
    let mut account = Account::open(&store, Device::new(1));
    account.take_cards(KEY, &[card(1, 0, None, 1_000), card(2, 0, None, 1_000)]);
    let other = CampaignKey::from_number(1);
    let theirs = Card::new(other, 7, 0, None, 1, card(1, 0, None, 1).totals()).expect("a card");
    assert_eq!(
        account.take_cards(KEY, std::slice::from_ref(&theirs)).0,
        [Taken::Elsewhere]
    );
    assert_eq!(account.take_cards(other, &[theirs]).0, [Taken::Counted]);
    bring(&mut account, &mut copy);
    assert_eq!(account.cards_kept(), 3);
    assert_eq!(account.forget_tally(KEY), Ok(()));
    bring(&mut account, &mut copy);
    assert_eq!(account.tally(KEY).tally, Tally::new(KEY));
    assert_eq!((account.cards_kept(), texts(&copy).len()), (1, 1));
    assert_eq!(account.erase(), Ok(()));
    assert_eq!(account.cards_kept(), 0);
}

/// Three devices' tallies through their files.
#[test]
fn a_file_brings_a_tally_whole_or_the_rest_of_it() {
    let cards: Vec<Card> = (0..5)
        .map(|number| card(number, 3, Some(1), 1_000))
        .collect();
    let file = write_tally(&tally(&cards));
    let read = |file: &str| read_tally(file.as_bytes());
    let whole = read(&file).expect("a tally");
    assert_eq!(
        (whole.campaign, whole.cards, whole.refused.count()),
        (KEY, cards.clone(), 0)
    );
    let empty = read(&write_tally(&Tally::new(KEY))).expect("a tally");
    assert_eq!(empty.cards, []);
    // One broken line, and a file that is cut off.
    let broken = read(&file.replacen("CICARDAH", "CICARDAI", 1)).expect("a tally");
    assert_eq!((broken.cards.len(), broken.refused.list()[0].line), (4, 2));
    let cut = read(&file[..file.len() - 40]).expect("a tally");
    assert_eq!((cut.cards.len(), cut.refused.count()), (4, 2));
    // What is none.
    let newer = file.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(read(&newer), Err(FileError::Newer { version: 2 }));
    for other in [
        "{}",
        "[]",
        "{\"format\":\"carbon-inclusion-backup\",\"version\":1}",
        "CICARD",
    ] {
        assert_eq!(read(other), Err(FileError::Foreign), "{other}");
    }
    let nameless = file.replacen("\"campaign\":\"00000000000000ff\",", "", 1);
    assert_eq!(read(&nameless), Err(FileError::Foreign));
    // Another program reads it as JSON.
    let value: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(value["cards"].as_array().map(Vec::len), Some(5));
}

#[test]
fn the_table_says_what_may_be_told_and_is_inert() {
    let sum = Sum {
        people: 3,
        active_days: 7,
        totals: *card(1, 0, None, 1_234_500).totals(),
    };
    let row = |name: &str, people, sum| TallyRow {
        kind: "组".to_owned(),
        name: name.to_owned(),
        people,
        sum,
    };
    let rows = [
        row("=1+1", Told::Told(3), Some(sum)),
        row("二班, \"甲\"", Told::Withheld, None),
        row("三班", Told::Nobody, None),
    ];
    let headings = ["类别", "名称", "人数", "记录", "天数"];
    let table = write_tally_csv(headings, &rows, "少于3人", Language::ZhCn);
    let reader = csv::ReaderBuilder::new();
    let mut reader = reader.from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let read: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    assert!(read.iter().all(|row| row.len() == 13));
    assert_eq!(
        read[0][..8],
        ["组", "'=1+1", "3", "2", "7", "1.2345", "1.2345", "1.2345"]
    );
    assert_eq!(read[1][..4], ["组", "二班, \"甲\"", "少于3人", ""]);
    assert_eq!(read[2][2], "0");
}
