//! Mounts the page, nothing else.

fn main() {
    carbon_inclusion::app::mount();
}
