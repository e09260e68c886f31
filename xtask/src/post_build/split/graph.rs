//! Which function leads to which: by calls, by addresses of functions, and by
//! tables of such addresses in the data.
//!
//! An address of a function is its place in the table of functions, a number
//! like any other. The linker is told to start that table at a number that
//! hardly comes up otherwise (src/compile.rs); where such a number means
//! something else after all, a function stays in the first part that could have
//! gone into the later one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module,
};

use super::BORDER;

/// Functions by their place in the module, which is the same each time it is read.
pub type Place = usize;

/// The functions in the table, by their number there.
pub type Slots = BTreeMap<u32, Place>;

pub struct Graph {
    pub slots: Slots,
    names: Vec<String>,
    is_imported: Vec<bool>,
    /// What each function calls.
    calls: Vec<Vec<Place>>,
    /// The numbers that each function has in its code.
    numbers: Vec<BTreeSet<u32>>,
    roots: Vec<Place>,
    data: Data,
}

impl Graph {
    /// `None` where the module has no single table of functions that is filled
    /// at its start.
    pub fn of(module: &Module) -> Option<Self> {
        let places: BTreeMap<FunctionId, Place> = module
            .funcs
            .iter()
            .enumerate()
            .map(|(place, function)| (function.id(), place))
            .collect();
        let (mut names, mut is_imported) = (Vec::new(), Vec::new());
        let (mut calls, mut numbers) = (Vec::new(), Vec::new());
        for function in module.funcs.iter() {
            let mut found = Found::default();
            if let FunctionKind::Local(local) = &function.kind {
                dfs_in_order(&mut found, local, local.entry_block());
            }
            calls.push(found.calls.iter().map(|called| places[called]).collect());
            numbers.push(found.numbers);
            is_imported.push(matches!(function.kind, FunctionKind::Import(_)));
            names.push(function.name.clone().unwrap_or_default());
        }
        let exported = module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(function) => Some(function),
                _ => None,
            });
        let roots = exported.chain(module.start);
        Some(Self {
            slots: slots(module, &places)?,
            data: Data::of(module, numbers.iter().flatten().copied()),
            roots: roots.map(|root| places[&root]).collect(),
            names,
            is_imported,
            calls,
            numbers,
        })
    }

    /// The functions at which the later part begins.
    pub fn border(&self) -> Vec<Place> {
        let is_border = |place: &Place| self.names[*place].contains(BORDER);
        (0..self.names.len()).filter(is_border).collect()
    }

    /// For each function whether it is only reached through the border. What is
    /// imported from the script is imported by the first part.
    pub fn later(&self, border: &[Place]) -> Vec<bool> {
        let from_first = self.reached(&self.roots, border);
        let from_border = self.reached(border, &[]);
        from_first
            .into_iter()
            .zip(from_border)
            .zip(&self.is_imported)
            .map(|((first, later), imported)| later && !first && !imported)
            .collect()
    }

    /// What is reached from some functions, without going through others.
    fn reached(&self, from: &[Place], not_through: &[Place]) -> Vec<bool> {
        let mut is_reached = vec![false; self.calls.len()];
        let mut seen_data = BTreeSet::new();
        let mut waiting: Vec<Place> = from.to_vec();
        while let Some(place) = waiting.pop() {
            if is_reached[place] || not_through.contains(&place) {
                continue;
            }
            is_reached[place] = true;
            waiting.extend(&self.calls[place]);
            for number in &self.numbers[place] {
                self.refer(*number, &mut seen_data, &mut waiting);
            }
        }
        is_reached
    }

    /// Follows a number that may be the address of a function or of data.
    fn refer(&self, number: u32, seen: &mut BTreeSet<u32>, waiting: &mut Vec<Place>) {
        let mut numbers = vec![number];
        while let Some(number) = numbers.pop() {
            if let Some(function) = self.slots.get(&number) {
                waiting.push(*function);
            } else if seen.insert(number) {
                numbers.extend(self.data.words_from(number));
            }
        }
    }
}

/// What the code of a function names.
#[derive(Default)]
struct Found {
    calls: Vec<FunctionId>,
    numbers: BTreeSet<u32>,
}

impl Found {
    /// Addresses are written as constants, or as offsets of loads and stores.
    fn offset(&mut self, arg: ir::MemArg) {
        self.numbers.extend(u32::try_from(arg.offset));
    }
}

impl Visitor<'_> for Found {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.calls.push(*function);
    }

    fn visit_const(&mut self, constant: &ir::Const) {
        if let ir::Value::I32(value) = constant.value {
            self.numbers.insert(value.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &ir::Load) {
        self.offset(load.arg);
    }

    fn visit_store(&mut self, store: &ir::Store) {
        self.offset(store.arg);
    }
}

/// The table of functions as it is filled at the start.
fn slots(module: &Module, places: &BTreeMap<FunctionId, Place>) -> Option<Slots> {
    let table = module.tables.main_function_table().ok().flatten()?;
    let mut slots = Slots::new();
    for element in module.elements.iter() {
        let ElementKind::Active {
            table: filled,
            offset,
        } = &element.kind
        else {
            return None;
        };
        let ConstExpr::Value(ir::Value::I32(start)) = offset else {
            return None;
        };
        let ElementItems::Functions(functions) = &element.items else {
            return None;
        };
        if *filled != table {
            return None;
        }
        let numbers = start.cast_unsigned()..;
        slots.extend(numbers.zip(functions.iter().map(|function| places[function])));
    }
    Some(slots)
}

/// The data that is there at the start, in which tables of functions stand that
/// are called through a trait.
struct Data {
    segments: Vec<(u32, Vec<u8>)>,
    /// Where something begins that is named somewhere.
    starts: BTreeSet<u32>,
}

impl Data {
    fn of(module: &Module, named: impl Iterator<Item = u32>) -> Self {
        let segment = |data: &walrus::Data| match data.kind {
            DataKind::Active {
                offset: ConstExpr::Value(ir::Value::I32(start)),
                ..
            } => Some((start.cast_unsigned(), data.value.clone())),
            _ => None,
        };
        let mut data = Self {
            segments: module.data.iter().filter_map(segment).collect(),
            starts: BTreeSet::new(),
        };
        let words = data.segments.iter().flat_map(|(_, bytes)| words(bytes));
        data.starts = words.chain(named).collect();
        data
    }

    /// The words of what begins at an address: up to where the next thing does.
    fn words_from(&self, address: u32) -> Vec<u32> {
        let after = (Bound::Excluded(address), Bound::Unbounded);
        let end = self.starts.range(after).next();
        let end = end.map_or(u32::MAX, |end| *end);
        let segment = self.segments.iter().find_map(|(start, bytes)| {
            let aligned = address.checked_next_multiple_of(4)?;
            let from = usize::try_from(aligned.checked_sub(*start)?).ok()?;
            let to = usize::try_from(end.checked_sub(*start)?).ok()?;
            let words = bytes.get(from..to.min(bytes.len()))?;
            // Where one segment ends the next may begin.
            (!words.is_empty()).then_some(words)
        });
        segment.map_or_else(Vec::new, |bytes| words(bytes).collect())
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let words = bytes.as_chunks().0.iter();
    words.map(|word| u32::from_le_bytes(*word))
}
