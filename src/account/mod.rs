//! What a resident has recorded, and the running totals over it.
