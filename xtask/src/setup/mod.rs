//! Gets what a task needs onto a bare machine, and nothing else.

pub mod cargo_tools;
pub mod debian;
pub mod node;
pub mod rust;
pub mod servers;
pub mod spark;

use crate::failure::Failure;
use crate::steps::Plan;

/// What building the page needs.
pub fn for_build<'plan>() -> Plan<'plan> {
    let wasm_opt = Plan::default()
        .meanwhile("wasm-opt, which makes the page's wasm smaller", || {
            Ok(node::prepare_wasm_opt())
        });
    Plan::default()
        .step("the compiler's wasm32-unknown-unknown target", rust::target)
        .step("the crates of Cargo.lock", rust::crates)
        .then(cargo_tool(&cargo_tools::TRUNK))
        .then(cargo_tool(&cargo_tools::WASM_BINDGEN))
        .then(wasm_opt)
}

/// What the tests need beside that.
pub fn for_tests<'plan>() -> Plan<'plan> {
    for_build()
        .step("rustfmt and clippy", rust::components)
        .then(cargo_tool(&cargo_tools::CARGO_DENY))
        .step("Node", node::prepare_node)
        .step("the tests' Node packages", || {
            node::install(&node::END_TO_END)
        })
        .step("Chromium, its driver and Chinese fonts", debian::browser)
        .step("nginx and Caddy", servers::prepare)
}

/// What `bench` needs beside what building needs.
pub fn for_bench<'plan>() -> Plan<'plan> {
    Plan::default()
        .step("Node", node::prepare_node)
        .step("Lighthouse", || node::install(&node::LIGHTHOUSE))
        .step("Playwright", || node::install(&node::END_TO_END))
        .step("the peers that we are measured beside", || {
            node::install(&node::PEERS)
        })
        .step("Chromium, its driver and Chinese fonts", debian::browser)
        .step("nginx, Caddy and h2load", servers::prepare_load)
}

fn cargo_tool<'plan>(tool: &'static cargo_tools::Tool) -> Plan<'plan> {
    Plan::default().step(tool.title(), || -> Result<String, Failure> {
        tool.prepare()
    })
}
