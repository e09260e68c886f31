//! How records are kept, so that no crash, second tab or old copy loses one:
//! immutable revisions, one key each, over the [`Store`] port.
//!
//! Reading is a set union ([`merge`]). A record carries its format's version
//! and a checksum; what cannot be read is left where it is, and what a newer
//! version wrote is not touched.

mod memory;
mod merge;
mod pack;
mod record;
mod revision;
mod store;

pub use memory::MemoryStore;
pub use merge::{Heads, merge};
pub use pack::{PACK_FORMAT, PackError, Unpacked, pack, unpack};
pub use record::{DecodeError, FORMAT, decode, encode};
pub use revision::{Body, RECORD_PREFIX, Rank, RecordName, Revision};
pub use store::{Store, StoreError};
