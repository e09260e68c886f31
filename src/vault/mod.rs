//! How records are kept so that an acknowledged entry is never lost.
