//! Exact quantities and civil days, so that the same records give the same account on every device.
