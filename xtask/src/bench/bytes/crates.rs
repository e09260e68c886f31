//! Which crate the wasm of the first load comes from, function by function. The
//! build drops the names of functions in its last step, so that step is done
//! again here without dropping them.

use std::collections::BTreeMap;
use std::fs;

use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::kilobytes;
use crate::bench::sheet::Sheet;
use crate::failure::Failure;
use crate::post_build::{Names, optimize, split};
use crate::project;

/// What wasm-bindgen left of the last build, before it became the page's.
const WITH_NAMES: &str = "target/wasm-bindgen/release/carbon-inclusion_bg.wasm";
/// What is smaller than this is told together, in bytes.
const TOLD: u64 = 1000;

/// Types whose functions name no crate: they are the core library's.
const PRIMITIVES: [&str; 15] = [
    "str", "char", "bool", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "f32", "f64",
];

const NOTE: &str = "Raw bytes of the code, because compression does not tell crates apart. \
    What is generic counts for the crate that wrote it, not for the one that uses it.";

/// Each crate's bytes, the largest first.
pub fn measure(sheet: &Sheet) -> Result<(), Failure> {
    let path = project::path(WITH_NAMES);
    let wasm = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let first = split(&wasm)?.first;
    let path = project::path("target/bench/first-with-names.wasm");
    fs::write(&path, first).map_err(|error| Failure::file(&path, &error))?;
    optimize(&path, Names::Kept)?;
    let wasm = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let shares = shares(&wasm).map_err(|error| {
        Failure::new(
            format!("{}: {error}", path.display()),
            "Compare xtask/src/bench/bytes/crates.rs with what wasm-opt writes today.",
        )
    })?;
    let group = "the first load's wasm by crate";
    let all = kilobytes("first load's wasm: all of it, raw", shares.values().sum());
    sheet.add(&all.group(group).note(NOTE))?;
    let mut shares: Vec<(String, u64)> = shares.into_iter().collect();
    shares.sort_by_key(|(_, bytes)| u64::MAX - bytes);
    let (told, small): (Vec<_>, Vec<_>) = shares.into_iter().partition(|(_, bytes)| *bytes >= TOLD);
    let rest = small.iter().map(|(_, bytes)| bytes).sum();
    let rest = (format!("{} smaller ones", small.len()), rest);
    for (name, bytes) in told.iter().chain([&rest]) {
        let what = format!("first load's wasm: {name}");
        sheet.add(&kilobytes(&what, *bytes).group(group))?;
    }
    Ok(())
}

/// Bytes of code by crate, and what is no code; without the names themselves.
fn shares(wasm: &[u8]) -> Result<BTreeMap<String, u64>, wasmparser::BinaryReaderError> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    let (mut data, mut dropped) = (0, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u64),
            Payload::DataSection(section) => data += section.range().len() as u64,
            Payload::CustomSection(section) => {
                dropped += section.range().len() as u64;
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, crate_of(function.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut shares = BTreeMap::new();
    let code: u64 = bodies.iter().sum();
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("without a name", String::as_str);
        *shares.entry(name.to_owned()).or_default() += bytes;
    }
    shares.insert("data".into(), data);
    let other = (wasm.len() as u64).saturating_sub(code + data + dropped);
    shares.insert("types, tables and exports".into(), other);
    Ok(shares)
}

/// The crate that a function's name begins with: `core` of
/// `<core::fmt::Arguments as core::fmt::Display>::fmt`.
fn crate_of(name: &str) -> String {
    let readable = format!("{:#}", demangle(name));
    let start = readable.trim_start_matches(['<', '&', '(', '[', '*']);
    let start = ["mut ", "dyn ", "const "]
        .iter()
        .fold(start, |rest, word| rest.trim_start_matches(word));
    let end = start.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    match start.split_at(end.unwrap_or(start.len())) {
        (name, _) if PRIMITIVES.contains(&name) => "core".into(),
        // Not a path: what no crate wrote, such as the entry for the script.
        (_, rest) if !rest.starts_with("::") => "without a crate".into(),
        (name, _) => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, expected: &str) {
        assert_eq!(crate_of(name), expected);
    }

    #[test]
    fn the_crate_of_a_function() {
        case("_ZN4core3ptr9read_once17h6c402e7b366fa50eE", "core");
        case(
            "_ZN77_$LT$alloc..raw_vec..RawVec$LT$T$C$A$GT$$u20$as$u20$core..ops..drop..Drop$GT$4drop17h583adcd629542d6dE",
            "alloc",
        );
        case(
            "_RNvMNtNtCsgXGp5Oqx2Ny_4core5slice5asciiSh10trim_ascii",
            "core",
        );
        case("mount", "without a crate");
    }

    #[test]
    fn every_byte_but_the_names_is_told() {
        let mut module = walrus::Module::default();
        let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.name("_ZN3yew4html17h6c402e7b366fa50eE".into());
        let function = builder.finish(vec![], &mut module.funcs);
        module.exports.add("x", function);
        let wasm = module.emit_wasm();
        let shares = shares(&wasm).expect("a module");
        assert_eq!(shares.get("yew"), Some(&2), "{shares:?}");
        let told: u64 = shares.values().sum();
        assert!(told > 2 && told < wasm.len() as u64, "{shares:?}");
    }
}
