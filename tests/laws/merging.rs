//! Copies of an account become the same account, whatever their revisions are
//! kept as: records, segments, both, or several times.

use carbon_inclusion::account::Account;
use carbon_inclusion::vault::{
    MemoryStore, Revision, Store, encode, merge, segment_key, to_segment,
};
use proptest::prelude::*;

use crate::device::Device;
use crate::vault::histories;

/// How many segments there may be.
const SEGMENTS: usize = 3;

/// Where copies of a revision lie: as a record, and in which segments.
type Places = (bool, [bool; SEGMENTS]);

/// A store in which each revision lies where it is said; as a record where it
/// would lie nowhere. Keys of segments are random: `device` makes them differ.
fn store(device: u64, history: &[Revision], places: &[Places]) -> MemoryStore {
    let store = MemoryStore::new();
    let each = || history.iter().zip(places.iter().cycle());
    for (revision, (is_record, segments)) in each() {
        if *is_record || !segments.contains(&true) {
            let kept = store.put(&revision.name().key(), &encode(revision));
            assert_eq!(kept, Ok(()));
        }
    }
    for number in 0..SEGMENTS {
        let inside = each().filter(|(_, (_, segments))| segments[number]);
        let inside: Vec<Revision> = inside.map(|(revision, _)| revision.clone()).collect();
        if !inside.is_empty() {
            let key = segment_key(device << 32 | number as u64);
            assert_eq!(store.put(&key, &to_segment(&inside)), Ok(()));
        }
    }
    store
}

/// What an account makes of a store, in the order of the entries.
fn opened(store: &MemoryStore) -> Vec<Revision> {
    let mut revisions = Account::open(store, Device::new(7)).revisions();
    revisions.sort_by_key(|revision| revision.entry);
    revisions
}

/// Of revisions with one name the first: in one account a name stands for one
/// text.
fn named(mut history: Vec<Revision>) -> Vec<Revision> {
    let mut names = Vec::new();
    history.retain(|revision| {
        let is_new = !names.contains(&revision.name());
        names.push(revision.name());
        is_new
    });
    history
}

proptest! {
    #[test]
    fn records_and_segments_are_one_account(
        history in histories(),
        places in prop::collection::vec(any::<Places>(), 1..24),
        others in prop::collection::vec(any::<Places>(), 1..24),
    ) {
        let history = named(history);
        let (one, other) = (store(1, &history, &places), store(2, &history, &others));
        let merged = merge(history);
        prop_assert_eq!(&opened(&one), &merged);
        prop_assert_eq!(&opened(&other), &merged);
        // Putting them together changes nothing, and neither does doing it twice.
        for _ in 0..2 {
            let mut account = Account::open(&one, Device::new(11));
            while account.compact_from(1) {}
            prop_assert_eq!(&opened(&one), &merged);
        }
    }

    /// Each copy lacks something: taken together, nothing is lacking.
    #[test]
    fn partial_copies_make_the_whole(
        history in histories(),
        has in prop::collection::vec((any::<bool>(), any::<Places>()), 1..24),
    ) {
        let history = named(history);
        let part = |device: u64, wanted: bool| {
            let of_one = history.iter().zip(has.iter().cycle());
            let kept = of_one.filter(|(_, (is_there, _))| *is_there == wanted);
            let (revisions, places): (Vec<Revision>, Vec<Places>) =
                kept.map(|(revision, (_, places))| (revision.clone(), *places)).unzip();
            if revisions.is_empty() { MemoryStore::new() } else { store(device, &revisions, &places) }
        };
        let (one, other) = (part(1, true), part(2, false));
        let given = |from: &MemoryStore, to: &MemoryStore| {
            let mut account = Account::open(to, Device::new(13));
            let keys = from.keys("").unwrap_or_default();
            let texts = keys.into_iter().filter_map(|key| {
                let text = from.get(&key).ok()??;
                Some((key, text))
            });
            account.restore(&texts.collect::<Vec<_>>());
        };
        given(&one, &other);
        given(&other, &one);
        let merged = merge(history);
        prop_assert_eq!(&opened(&one), &merged);
        prop_assert_eq!(&opened(&other), &merged);
    }
}
