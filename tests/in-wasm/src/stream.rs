//! How fast memory can be read at all: what bounds every sum over more than the
//! cache holds.

use wasm_bindgen::prelude::wasm_bindgen;

/// Sums side by side, so that none waits for the one before.
const LANES: usize = 8;

/// Whole numbers side by side in memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Stream {
    numbers: Vec<u64>,
}

#[wasm_bindgen]
impl Stream {
    /// So many numbers of eight bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self {
            numbers: (0..count as u64).collect(),
        }
    }

    /// Reads each of them once.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let mut lanes = [0_u64; LANES];
        for numbers in self.numbers.chunks_exact(LANES) {
            for (lane, number) in lanes.iter_mut().zip(numbers) {
                *lane = lane.wrapping_add(*number);
            }
        }
        lanes.into_iter().fold(0, u64::wrapping_add)
    }
}
