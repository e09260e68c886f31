//! What is packed is unpacked, and no byte that is missing, changed or forged
//! is taken for something else.

use carbon_inclusion::vault::{PackError, Revision, Unpacked, pack, unpack};
use proptest::prelude::*;

use crate::vault::{RECORDS_V1, read, revisions};

/// The first records of record-v1.txt, packed: one of every action there was
/// when the format was new, and a tombstone.
pub const PACK_V1: &[u8] = include_bytes!("../data/pack-v1.bin");

#[test]
fn the_pack_of_format_1_opens() {
    let unpacked = unpack(PACK_V1).expect("a pack");
    let records: Vec<Revision> = RECORDS_V1.lines().map(read).collect();
    assert_eq!((unpacked.revisions.len(), unpacked.newer), (47, 0));
    assert_eq!(unpacked.revisions, records[..47]);
    assert_eq!(pack(&unpacked.revisions), PACK_V1);
}

fn histories() -> impl Strategy<Value = Vec<Revision>> {
    prop::collection::vec(revisions(), 0..12)
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(mut history in histories()) {
        // The same again: its activities are written once.
        history.extend_from_within(..);
        let bytes = pack(&history);
        prop_assert_eq!(unpack(&bytes), Ok(Unpacked { revisions: history, newer: 0 }));
    }

    #[test]
    fn a_changed_byte_is_noticed(
        history in histories(),
        place in any::<prop::sample::Index>(),
        change in 1..=u8::MAX,
    ) {
        let mut bytes = pack(&history);
        *place.get_mut(&mut bytes) ^= change;
        prop_assert!(unpack(&bytes).is_err());
    }

    #[test]
    fn any_missing_end_is_noticed(history in histories()) {
        let bytes = pack(&history);
        for end in 0..bytes.len() {
            prop_assert!(unpack(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(unpack(&bytes).is_err());
    }

    /// Behind a right checksum anything may stand, by accident or malice.
    #[test]
    fn what_is_forged_is_read_or_refused(
        history in histories(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = pack(&history);
        for (place, byte) in &changes {
            *place.get_mut(&mut bytes) = *byte;
        }
        bytes[0] = 1;
        if let Err(PackError::Checksum { computed, .. }) = unpack(&bytes) {
            let end = bytes.len() - 4;
            bytes[end..].copy_from_slice(&computed.to_le_bytes());
        }
        if let Ok(Unpacked { revisions, .. }) = unpack(&bytes) {
            prop_assert_eq!(unpack(&pack(&revisions)).map(|again| again.revisions), Ok(revisions));
        }
    }
}
