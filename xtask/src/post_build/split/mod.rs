//! Splits the page's wasm in two: what the first page needs, and what comes
//! right after it. The border is drawn in the app, by files named later.rs, and
//! among the libraries' functions by `rare.rs`; whatever is reached only through
//! the border goes into the later part.
//!
//! Both parts share one memory and one table of functions. The later part
//! imports what it calls of the first one, and writes its own functions into
//! the table; the first part calls the border's functions through the table and
//! does so only once the page was told that the later part is there.

mod graph;
mod parts;
mod rare;

use walrus::Module;

use crate::failure::Failure;
use graph::Graph;
use parts::Cut;

/// The module of the app's border, as the mangled names of its functions have it:
/// with its length before it.
const BORDER: &str = "5later";

/// What the later part calls the first one.
pub const FIRST: &str = "first";

/// The two parts of the page's wasm.
pub struct Parts {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// Splits a wasm that still has the names of its functions.
pub fn split(wasm: &[u8]) -> Result<Parts, Failure> {
    let read = || Module::from_buffer(wasm).map_err(|error| unsplit(&error.to_string()));
    let module = read()?;
    let no_table = || unsplit("its table of functions is not a plain one");
    let graph = Graph::of(&module).ok_or_else(no_table)?;
    let border = graph.border();
    if border.is_empty() {
        return Err(unsplit("it has no function of a file named later.rs"));
    }
    let cut = Cut {
        later: graph.later(&border),
        border,
        slots: graph.slots,
    };
    let (later, imported) = parts::later(read()?, &cut).ok_or_else(no_table)?;
    let first = parts::first(read()?, &cut, &imported).ok_or_else(no_table)?;
    Ok(Parts { first, later })
}

fn unsplit(why: &str) -> Failure {
    Failure::new(
        format!("the wasm cannot be split: {why}"),
        "Compare xtask/src/post_build/split with what wasm-bindgen writes today.",
    )
}

#[cfg(test)]
mod tests;
