//! Functions of the libraries that come with the later part although the first one
//! may call them, because it never does so while the page is as it is. Called all
//! the same before the later part is there, they stop the page, as a panic does.

use rustc_demangle::demangle;

/// How the names of such functions begin and end.
const RARE: [(&str, &str); 17] = [
    // The words of a panic; those about a wrong place in a text want tables of all
    // letters. The page stops there either way, and says so by itself.
    ("core::panicking::", ""),
    ("alloc::alloc::handle_alloc_error", ""),
    ("alloc::raw_vec::handle_error", ""),
    ("alloc::vec::", "::assert_failed"),
    ("<alloc::vec::", "::assert_failed"),
    ("std::sys::thread_local::panic_access_error", ""),
    ("core::cell::panic_", ""),
    ("core::option::", "_failed"),
    ("core::result::unwrap_failed", ""),
    ("core::slice::index::slice_index_fail", ""),
    ("core::str::slice_error_fail", ""),
    // Yew's queue of the components to be drawn is a tree, of which only the root
    // of the page is ever a part: no node of it overflows or is merged. Whether one
    // stands above it is asked each time, though (`choose_parent_kv`).
    ("alloc::collections::btree::node::BalancingContext<", ""),
    ("alloc::collections::btree::node::Handle<", ">::split"),
    // What no page has: markup as text, portals, suspense, and components within
    // the one that is the page.
    ("yew::dom_bundle::braw::", ""),
    ("yew::dom_bundle::bportal::", ""),
    ("yew::dom_bundle::bsuspense::", ""),
    ("yew::dom_bundle::bcomp::", ""),
];

/// Whether a function, by its mangled name, is one of them.
pub fn is_rare(name: &str) -> bool {
    let name = format!("{:#}", demangle(name));
    let is_one = |(start, end): &(&str, &str)| name.starts_with(start) && name.ends_with(end);
    RARE.iter().any(is_one)
}

#[cfg(test)]
mod tests {
    use super::is_rare;

    #[test]
    fn rare_functions_are_known_by_their_names() {
        assert!(is_rare(
            "_ZN4core3str19slice_error_fail_rt17h6c402e7b366fa50eE"
        ));
        assert!(is_rare(
            "_ZN3yew10dom_bundle4braw4BRaw8position17h6c402e7b366fa50eE"
        ));
        for common in [
            "_ZN4core3str9from_utf817h6c402e7b366fa50eE",
            "_ZN3yew10dom_bundle5bnode5BNode8position17h6c402e7b366fa50eE",
            "_ZN5alloc11collections5btree4node12slice_insert17h6c402e7b366fa50eE",
            "braw",
        ] {
            assert!(!is_rare(common), "{common}");
        }
    }
}
