//! The numbers to hold (docs/design.md, "Numbers to hold"), and what shows each.

/// What shows that a bar is held.
pub enum Proof {
    /// A figure that has the bar, by the name of its measurement and its own.
    Figure(&'static str, &'static str),
    /// A test that fails where it is not: the bar, and how it is run.
    Test(&'static str, &'static str),
}

/// One bar.
pub struct Bar {
    pub what: &'static str,
    pub proof: Proof,
}

const fn figure(what: &'static str, section: &'static str, name: &'static str) -> Bar {
    Bar {
        what,
        proof: Proof::Figure(section, name),
    }
}

const fn test(what: &'static str, bar: &'static str, how: &'static str) -> Bar {
    Bar {
        what,
        proof: Proof::Test(bar, how),
    }
}

/// All of them.
pub const BARS: [Bar; 24] = [
    figure(
        "first load, all files, brotli",
        "bytes",
        "first load, brotli",
    ),
    figure(
        "app wasm of the first load, brotli",
        "bytes",
        "wasm of the first load, brotli",
    ),
    figure(
        "Lighthouse mobile, performance",
        "lighthouse",
        "performance",
    ),
    figure(
        "Lighthouse mobile, largest contentful paint",
        "lighthouse",
        "largest-contentful-paint",
    ),
    figure(
        "Lighthouse mobile, total blocking time",
        "lighthouse",
        "total-blocking-time",
    ),
    figure(
        "Lighthouse mobile, cumulative layout shift",
        "lighthouse",
        "cumulative-layout-shift",
    ),
    figure(
        "Lighthouse mobile, accessibility",
        "lighthouse",
        "accessibility",
    ),
    figure(
        "Lighthouse mobile, best practices",
        "lighthouse",
        "best-practices",
    ),
    figure("Lighthouse mobile, findability", "lighthouse", "seo"),
    test(
        "requests after load, beside the worker's copies / to third parties",
        "0 / 0",
        "`npx playwright test privacy servers`",
    ),
    figure(
        "totals over 100,000 entries (wasm)",
        "totals",
        "totals over 100,000 entries",
    ),
    figure(
        "totals over 1,000,000 entries (wasm)",
        "totals",
        "totals over 1,000,000 entries",
    ),
    figure(
        "open an account of 100,000 entries in Chromium",
        "opening",
        "opened, storage read",
    ),
    figure(
        "save one entry at 100,000, bytes written",
        "account",
        "bytes written by saving one, 100,000 entries",
    ),
    figure(
        "save one entry at 100,000, on the host",
        "account",
        "saving one, 100,000 entries",
    ),
    figure(
        "save one entry at 100,000, in Chromium",
        "answer",
        "in local storage, 100,000 entries",
    ),
    figure(
        "and have both copies acknowledge it",
        "answer",
        "said to be saved, both copies, 100,000 entries",
    ),
    figure(
        "room of 100,000 entries in the 5 MiB of local storage",
        "account",
        "room, 100,000 entries",
    ),
    figure(
        "every interaction at 4× slowdown, 10,000 entries",
        "tour",
        "the slowest interaction, 10,000 entries",
    ),
    figure(
        "lines a second of assess, one core",
        "assess",
        "lines a second, one core",
    ),
    test(
        "acknowledged entries lost when the browser is killed",
        "0",
        "`KILLS=100 npx playwright test --project=phone kills`",
    ),
    test(
        "axe A/AA violations on any page × theme × size × edition",
        "0",
        "`npx playwright test accessibility elder`",
    ),
    test(
        "elder edition: text, targets, contrast, line height",
        "≥ 18 px to 30, ≥ 60×60 (44×44 elsewhere), ≥ 7:1, ≥ 1.3",
        "`npx playwright test elder accessibility`",
    ),
    test(
        "crates in the browser build; licences, bans and sources",
        "≤ 120; clean",
        "`cargo xtask test`, its steps of these names",
    ),
];
