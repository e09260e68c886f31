//! Which function leads to which: by calls, by addresses of functions, and by
//! tables of such addresses in the data; and which data they lead to.
//!
//! An address of a function is its place in the table of functions, a number
//! like any other. The linker is told to start that table at a number that
//! hardly comes up otherwise (src/compile.rs); where such a number means
//! something else after all, a function stays in the first part that could have
//! gone into the later one. The same holds for data: the linker leaves each thing
//! of it in a segment of its own, and any number within or just before a segment
//! is taken for its address.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module,
};

use super::{BORDER, rare};

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
    /// The numbers in the code of each function that may be addresses of
    /// functions, and those that may be addresses of data.
    numbers: Vec<[BTreeSet<u32>; 2]>,
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
            numbers.push([found.of_functions, found.of_data]);
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
            data: Data::of(module),
            roots: roots.map(|root| places[&root]).collect(),
            names,
            is_imported,
            calls,
            numbers,
        })
    }

    /// The functions at which the later part begins.
    pub fn border(&self) -> Vec<Place> {
        let is_border = |place: &Place| {
            let name = &self.names[*place];
            !self.is_imported[*place] && (name.contains(BORDER) || rare::is_rare(name))
        };
        (0..self.names.len()).filter(is_border).collect()
    }

    /// What is only reached through the border, and the data that the first part
    /// does not reach. What is imported from the script is imported by the first
    /// part.
    pub fn later(&self, border: &[Place]) -> Reached {
        let from_first = self.reached(&self.roots, border);
        let mut functions = self.reached(border, &[]).functions;
        let kept = from_first.functions.iter().zip(&self.is_imported);
        for (function, (is_first, is_imported)) in functions.iter_mut().zip(kept) {
            *function &= !is_first && !is_imported;
        }
        let data = from_first.data.iter().map(|is_first| !is_first).collect();
        Reached { functions, data }
    }

    /// What is reached from some functions, without going through others.
    fn reached(&self, from: &[Place], not_through: &[Place]) -> Reached {
        let mut reached = Reached {
            functions: vec![false; self.calls.len()],
            data: vec![false; self.data.segments.len()],
        };
        let mut waiting: Vec<Place> = from.to_vec();
        while let Some(place) = waiting.pop() {
            if reached.functions[place] || not_through.contains(&place) {
                continue;
            }
            reached.functions[place] = true;
            waiting.extend(&self.calls[place]);
            let [of_functions, of_data] = &self.numbers[place];
            waiting.extend(
                of_functions
                    .iter()
                    .filter_map(|number| self.slots.get(number)),
            );
            for number in of_data {
                self.refer(*number, &mut reached.data, &mut waiting);
            }
        }
        reached
    }

    /// Follows a number that may be an address of data, and what stands there.
    fn refer(&self, number: u32, seen: &mut [bool], waiting: &mut Vec<Place>) {
        let mut numbers = vec![number];
        while let Some(number) = numbers.pop() {
            for place in self.data.at(number) {
                if !std::mem::replace(&mut seen[place], true) {
                    for word in words(&self.data.segments[place].1) {
                        match self.slots.get(&word) {
                            Some(function) => waiting.push(*function),
                            None => numbers.push(word),
                        }
                    }
                }
            }
        }
    }
}

/// For each function, and for each segment of the data, whether it is reached.
pub struct Reached {
    pub functions: Vec<bool>,
    pub data: Vec<bool>,
}

/// What the code of a function names.
#[derive(Default)]
struct Found {
    calls: Vec<FunctionId>,
    of_functions: BTreeSet<u32>,
    of_data: BTreeSet<u32>,
    /// The constant that the last instruction gave.
    last: Option<u32>,
}

impl Found {
    /// Takes the last constant in, once it is known whether something is added
    /// to it. To the address of a function nothing is, and to places on the stack
    /// there is, which are about as large. A loop may count up to zero, from the
    /// end of what it goes through.
    fn settle(&mut self, is_added: bool) {
        let Some(number) = self.last.take() else {
            return;
        };
        self.of_data.insert(number);
        if is_added {
            self.of_data.insert(number.wrapping_sub(1));
        } else {
            self.of_functions.insert(number);
        }
    }

    /// Addresses are written as constants, those of data also as offsets of loads
    /// and stores.
    fn offset(&mut self, arg: ir::MemArg) {
        self.of_data.extend(u32::try_from(arg.offset));
    }
}

impl Visitor<'_> for Found {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.calls.push(*function);
    }

    fn visit_instr(&mut self, instruction: &ir::Instr, _: &ir::InstrLocId) {
        self.settle(matches!(
            instruction,
            ir::Instr::Binop(ir::Binop {
                op: ir::BinaryOp::I32Add,
            })
        ));
        if let ir::Instr::Const(ir::Const {
            value: ir::Value::I32(value),
        }) = instruction
        {
            self.last = Some(value.cast_unsigned());
        }
    }

    fn end_instr_seq(&mut self, _: &ir::InstrSeq) {
        self.settle(false);
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

/// How far before a segment a number still counts as its address: a loop that
/// counts from one may be given the address less a step.
const BEFORE: u32 = 16;

/// The data that is there at the start, in which tables of functions stand that
/// are called through a trait.
struct Data {
    /// Their addresses and bytes, in the order of the module, which is that of
    /// the addresses.
    segments: Vec<(u32, Vec<u8>)>,
}

impl Data {
    /// A segment without an address that is known beforehand has none here, so
    /// that nothing reaches it and it stays in the first part.
    fn of(module: &Module) -> Self {
        let segment = |data: &walrus::Data| match data.kind {
            DataKind::Active {
                offset: ConstExpr::Value(ir::Value::I32(start)),
                ..
            } => (start.cast_unsigned(), data.value.clone()),
            _ => (u32::MAX, Vec::new()),
        };
        Self {
            segments: module.data.iter().map(segment).collect(),
        }
    }

    /// The places of the segments that a number may be an address in.
    fn at(&self, number: u32) -> impl Iterator<Item = Place> {
        let end = |(start, bytes): &(u32, Vec<u8>)| {
            start.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX))
        };
        let first = self
            .segments
            .partition_point(|segment| end(segment) <= number);
        let before = number.saturating_add(BEFORE);
        let rest = self.segments[first..].iter();
        let count = rest.take_while(|(start, _)| *start < before).count();
        first..first + count
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let words = bytes.as_chunks().0.iter();
    words.map(|word| u32::from_le_bytes(*word))
}
