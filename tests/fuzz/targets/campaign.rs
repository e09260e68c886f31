//! Feeds the reader of tests/fuzz/readers.rs that is named like this file.

#![no_main]

#[expect(dead_code, reason = "the other readers have targets of their own")]
#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::campaign(bytes));
