//! Reads and checks a methodology edition, and writes it as Rust, JSON and CSV.
