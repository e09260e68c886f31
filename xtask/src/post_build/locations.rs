//! Takes out of the wasm at which line of a library a panic arose. What it says
//! and the lines of our own code stay; the rest is a kilobyte of paths on the
//! machine that built the page, which means nothing to whoever reads it.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::Value;
use walrus::{ConstExpr, DataId, DataKind, Module};

use crate::failure::Failure;

/// What stands in place of all those paths.
const INSTEAD: &[u8] = b"a library";
/// The bytes of a place in a source text: where its path is, how long that is, the
/// line and the column (`core::panic::Location`).
const LOCATION: usize = 16;
const WORD: usize = 4;

/// The same wasm without the places in libraries: those in files that are named from
/// the root of the machine, as Cargo names only what is not of the project.
pub fn without_libraries(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut module = Module::from_buffer(wasm).map_err(|error| {
        Failure::new(
            format!("the wasm cannot be read: {error}"),
            "Compare xtask/src/post_build/locations.rs with what wasm-bindgen writes today.",
        )
    })?;
    let data = Data::of(&module);
    let locations = data.locations(&module);
    let paths: BTreeSet<Text> = locations.iter().map(|(_, path)| *path).collect();
    let Some(kept) = paths
        .iter()
        .find(|path| path.length >= INSTEAD.len())
        .copied()
    else {
        return Ok(module.emit_wasm());
    };
    for path in &paths {
        let bytes = data.bytes(&mut module, *path);
        bytes.fill(0);
    }
    data.bytes(&mut module, kept)[..INSTEAD.len()].copy_from_slice(INSTEAD);
    for (location, _) in locations {
        let words = [kept.address, INSTEAD.len(), 0, 0];
        let words = words.map(|word| u32::try_from(word).unwrap_or(u32::MAX).to_le_bytes());
        data.bytes(&mut module, location)
            .copy_from_slice(&words.concat());
    }
    // Memory is empty without being told so.
    for (id, _) in data.starts.values() {
        if module.data.get(*id).value.iter().all(|byte| *byte == 0) {
            remove(&mut module, *id);
        }
    }
    Ok(module.emit_wasm())
}

fn remove(module: &mut Module, data: DataId) {
    module.data.delete(data);
    for memory in module.memories.iter_mut() {
        memory.data_segments.remove(&data);
    }
}

/// A stretch of the memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Text {
    address: usize,
    length: usize,
}

/// What the memory holds at the start: the pieces by their addresses, with how long
/// each is.
struct Data {
    starts: BTreeMap<usize, (DataId, usize)>,
}

impl Data {
    fn of(module: &Module) -> Self {
        let starts = module.data.iter().filter_map(|data| {
            let DataKind::Active {
                offset: ConstExpr::Value(Value::I32(start)),
                ..
            } = data.kind
            else {
                return None;
            };
            let start = usize::try_from(start.cast_unsigned()).ok()?;
            Some((start, (data.id(), data.value.len())))
        });
        Self {
            starts: starts.collect(),
        }
    }

    /// The piece that a stretch lies in, and where in it, if it lies in one.
    fn find(&self, text: Text) -> Option<(DataId, usize)> {
        let (start, (id, length)) = self.starts.range(..=text.address).next_back()?;
        let at = text.address - start;
        (at.checked_add(text.length)? <= *length).then_some((*id, at))
    }

    fn read<'a>(&self, module: &'a Module, text: Text) -> Option<&'a [u8]> {
        let (id, at) = self.find(text)?;
        module.data.get(id).value.get(at..at + text.length)
    }

    /// The bytes of a stretch that was read.
    fn bytes<'a>(&self, module: &'a mut Module, text: Text) -> &'a mut [u8] {
        match self.find(text) {
            Some((id, at)) => &mut module.data.get_mut(id).value[at..at + text.length],
            None => &mut [],
        }
    }

    /// The places in libraries, each with its path.
    fn locations(&self, module: &Module) -> Vec<(Text, Text)> {
        let mut found = Vec::new();
        for (start, (id, length)) in &self.starts {
            let value = &module.data.get(*id).value;
            let first = start.next_multiple_of(WORD) - start;
            for at in (first..(length + 1).saturating_sub(LOCATION)).step_by(WORD) {
                let Some(path) = path(&value[at..]) else {
                    continue;
                };
                let is_library = |path: &[u8]| path.starts_with(b"/") && path.ends_with(b".rs");
                if self.read(module, path).is_some_and(is_library) {
                    let location = Text {
                        address: start + at,
                        length: LOCATION,
                    };
                    found.push((location, path));
                }
            }
        }
        found
    }
}

/// Where a place would have its path.
fn path(location: &[u8]) -> Option<Text> {
    let word = |at: usize| {
        let bytes = location.get(at..at + WORD)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    Some(Text {
        address: word(0)?,
        length: word(WORD)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::MemoryId;

    fn put(module: &mut Module, memory: MemoryId, address: i32, value: &[u8]) {
        let offset = ConstExpr::Value(Value::I32(address));
        let kind = DataKind::Active { memory, offset };
        let data = module.data.add(kind, value.to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
    }

    fn location(path: u32, length: usize, line: u32) -> Vec<u8> {
        let length = u32::try_from(length).expect("short");
        [path, length, line, 9].map(u32::to_le_bytes).concat()
    }

    /// What is in memory at the start, by address.
    fn pieces(wasm: &[u8]) -> BTreeMap<usize, Vec<u8>> {
        let module = Module::from_buffer(wasm).expect("a module");
        let data = Data::of(&module);
        let pieces = data.starts.iter();
        pieces
            .map(|(start, (id, _))| (*start, module.data.get(*id).value.clone()))
            .collect()
    }

    #[test]
    fn places_in_libraries_go_and_our_own_stay() {
        let (library, other, own) = (
            "no room/home/a/list.rs",
            "/rustc/12/map.rs",
            "src/account/day.rs",
        );
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        put(&mut module, memory, 1001, library.as_bytes());
        put(&mut module, memory, 1040, other.as_bytes());
        put(&mut module, memory, 1060, own.as_bytes());
        let in_library = location(1008, library.len() - 7, 7);
        put(&mut module, memory, 1100, &in_library);
        let in_other = [vec![1; WORD], location(1040, other.len(), 8)].concat();
        put(&mut module, memory, 1200, &in_other);
        let in_own = location(1060, own.len(), 9);
        put(&mut module, memory, 1300, &in_own);

        let left = pieces(&without_libraries(&module.emit_wasm()).expect("a module"));
        let mut instead = location(1008, INSTEAD.len(), 0);
        instead[12..].fill(0);
        let said = [b"no room".as_slice(), INSTEAD, &[0; 6]].concat();
        let expected = [
            (1001, said),
            (1060, own.as_bytes().to_vec()),
            (1100, instead.clone()),
            (1200, [vec![1; WORD], instead].concat()),
            (1300, in_own),
        ];
        assert_eq!(left, BTreeMap::from(expected));
    }

    #[test]
    fn a_wasm_without_places_stays_as_it_is() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        put(&mut module, memory, 16, b"/no place.rs");
        put(&mut module, memory, 1000, &location(u32::MAX, 40, 1));
        let wasm = module.emit_wasm();
        assert_eq!(
            pieces(&without_libraries(&wasm).expect("one")),
            pieces(&wasm)
        );
    }
}
