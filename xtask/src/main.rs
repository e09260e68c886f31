//! Everything that is done to the project: set-up, serve, build, test, bench.
fn main() {}
