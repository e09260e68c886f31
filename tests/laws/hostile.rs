//! Whatever comes in, no reader panics, gives out more than came in, or accepts
//! what it would not accept again.
//!
//! The corpora of tests/fuzz are read as they are, and then changed at random,
//! the same way each time. `cargo test --release --no-default-features --test
//! laws hostile -- --ignored --nocapture` takes ten million inputs a reader.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::panic::catch_unwind;
use std::time::Instant;
use std::{env, fs};

#[path = "../fuzz/readers.rs"]
mod readers;

use readers::{READERS, Reader};

/// The longest input that is made: what is longer only takes longer.
const BYTES_MAX: usize = 2_048;
/// What the readers know, and what their writers would not write.
const WORDS: [&[u8]; 40] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b",",
    b":",
    b";",
    b"\n",
    b"\r\n",
    b"\t",
    b"|",
    b"=",
    b"'",
    b"#",
    b"-",
    b".",
    b"0",
    b"1",
    b"8",
    b"99999999999999999999",
    b"9223372036854775807",
    b"NaN",
    b"null",
    b"true",
    b"1e9",
    b"\\ud83d",
    b"\\u202e",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "＝１".as_bytes(),
    "公里".as_bytes(),
    "\u{feff}".as_bytes(),
    b"\xff",
    b"\0",
    b"deleted",
    b"note",
    b"2026-11-31",
    b"bus",
];

/// Numbers that only look random (splitmix64): a failure can be had again.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below another one, 0 for 0.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("small");
        usize::try_from(self.next() % end).expect("below the end")
    }

    /// A part of some bytes.
    fn part<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let start = self.below(bytes.len() + 1);
        let most = (bytes.len() - start).min(1 << self.below(9));
        &bytes[start..start + self.below(most + 1)]
    }
}

/// The files of a reader's corpus, in the order of their names.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/tests/fuzz/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(folder).expect("a corpus");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = paths.iter().map(|path| fs::read(path).expect("a file"));
    read.collect()
}

/// A file of the corpus with some changes.
fn changed(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut input = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(4) {
        let at = random.below(input.len() + 1);
        let behind = at + random.below((input.len() - at).min(64) + 1);
        match random.below(6) {
            0 if at < input.len() => input[at] ^= 1 << random.below(8),
            1 => input.truncate(at),
            2 => drop(input.drain(at..behind)),
            3 => {
                let other = &corpus[random.below(corpus.len())];
                let part = random.part(other).to_vec();
                input.splice(at..behind, part);
            }
            4 => {
                let part = random.part(&input).to_vec();
                input.splice(at..at, part);
            }
            _ => {
                let word = WORDS[random.below(WORDS.len())];
                input.splice(at..behind.min(at + word.len()), word.iter().copied());
            }
        }
    }
    input.truncate(BYTES_MAX);
    input
}

/// Reads as many changed inputs, and says which one was too much.
fn attack((name, read): Reader, inputs: u64) {
    let corpus = corpus(name);
    let mut random = Random(7);
    for number in 0..inputs {
        let input = changed(&corpus, &mut random);
        let result = catch_unwind(|| read(&input));
        assert!(
            result.is_ok(),
            "{name}, input {number}: {}",
            input.escape_ascii()
        );
    }
}

#[test]
fn every_file_of_the_corpora_is_withstood() {
    for (name, read) in READERS {
        let files = corpus(name);
        assert!(!files.is_empty(), "{name}");
        for file in files {
            read(&file);
        }
    }
}

#[test]
fn a_thousand_inputs_a_reader_are_withstood() {
    for reader in READERS {
        attack(reader, 1_000);
    }
}

/// `INPUTS` is how many, `READER` which one alone.
#[test]
#[ignore = "takes half an hour in a release build"]
fn ten_million_inputs_a_reader_are_withstood() {
    let inputs = env::var("INPUTS")
        .ok()
        .and_then(|inputs| inputs.parse().ok());
    let only = env::var("READER").ok();
    for reader in READERS {
        if only.as_ref().is_none_or(|only| only == reader.0) {
            let started = Instant::now();
            let inputs = inputs.unwrap_or(10_000_000);
            attack(reader, inputs);
            println!(
                "{}: {inputs} inputs in {} s",
                reader.0,
                started.elapsed().as_secs()
            );
        }
    }
}
