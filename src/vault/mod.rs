//! How records are kept, so that no crash, second tab or old copy loses one:
//! immutable revisions, one key each at first and many together in a segment
//! later, over the [`Store`] port.
//!
//! Reading is a set union ([`merge`]). A record carries its format's version
//! and a checksum; what cannot be read is left where it is, and what a newer
//! version wrote is not touched.

mod checksum;
mod letters;
mod memory;
mod merge;
mod pack;
mod record;
mod revision;
mod segment;
mod store;

pub(crate) use checksum::checksum_of;
pub use memory::MemoryStore;
pub use merge::{Heads, merge, newest, newest_and_heads};
pub use pack::{PACK_FORMAT, PackError, Unpacked, pack, unpack};
pub(crate) use pack::{Reader, change, write_change, write_number};
pub use record::{DecodeError, FORMAT, decode, encode};
pub use revision::{Body, RECORD_PREFIX, Rank, RecordName, Revision};
pub use segment::{
    SEGMENT_PREFIX, from_segment, is_kept, is_segment, kept_keys, revisions_of, segment_key,
    to_segment,
};
pub use store::{Store, StoreError};
