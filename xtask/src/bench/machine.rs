//! What a figure was measured on. No name of the machine, and no path on it.

use std::fs;
use std::thread;

use serde::{Deserialize, Serialize};

use crate::process::Program;
use crate::setup::{debian, node};

/// What makes a figure larger or smaller elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    chromium: String,
    cores: usize,
    cpu: String,
    kernel: String,
    memory: String,
    node: String,
    rustc: String,
}

impl Machine {
    /// This one.
    pub fn this() -> Self {
        let chromium = debian::chromium().unwrap_or_else(|| "chromium".into());
        Self {
            chromium: version(Program::new(chromium).args(["--version"]), 1),
            cores: thread::available_parallelism().map_or(0, usize::from),
            cpu: field("/proc/cpuinfo", "model name"),
            kernel: version(Program::new("uname").args(["-sr"]), 1),
            memory: gibibytes(&field("/proc/meminfo", "MemTotal")),
            node: version(
                Program::new("node")
                    .args(["--version"])
                    .with_path(&node::folders()),
                0,
            ),
            rustc: version(Program::new("rustc").args(["--version"]), 1),
        }
    }

    /// In a line.
    pub fn in_words(&self) -> String {
        let Self {
            chromium,
            cores,
            cpu,
            kernel,
            memory,
            node,
            rustc,
        } = self;
        format!(
            "{cpu}, {cores} cores, {memory} of memory, Linux {kernel}; \
             Chromium {chromium}, Node {node}, rustc {rustc}"
        )
    }
}

/// A word of what a program says of itself.
fn version(program: Program, word: usize) -> String {
    let said = program.output().unwrap_or_default();
    let word = said.split_whitespace().nth(word);
    word.unwrap_or("unknown").trim_start_matches('v').into()
}

/// What one of the kernel's lists says behind a name.
fn field(list: &str, name: &str) -> String {
    let list = fs::read_to_string(list).unwrap_or_default();
    let line = list.lines().find(|line| line.starts_with(name));
    let value = line.and_then(|line| line.split_once(':'));
    value.map_or("unknown", |(_, value)| value.trim()).into()
}

/// From the kernel's "12345678 kB".
fn gibibytes(kibibytes: &str) -> String {
    let number = kibibytes.split_whitespace().next();
    let number: Option<u64> = number.and_then(|number| number.parse().ok());
    number.map_or_else(
        || "an unknown amount".into(),
        |number| format!("{} GiB", (number + (1 << 19)) >> 20),
    )
}
