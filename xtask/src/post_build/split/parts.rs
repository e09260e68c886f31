//! The two parts as modules of their own: each is made from a copy of the whole.

use std::collections::BTreeMap;

use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportedFunction, MemoryId, Module, TableId, passes::gc,
};

use super::FIRST;
use super::graph::{Place, Reached, Slots};

/// What is to be split, and where.
pub struct Cut {
    pub slots: Slots,
    /// The functions at which the later part begins.
    pub border: Vec<Place>,
    /// What goes into the later part.
    pub later: Reached,
}

impl Cut {
    /// The numbers in the table through which the first part reaches the border.
    fn border_slots(&self) -> Slots {
        let after_last = self.slots.keys().next_back().map_or(1, |last| last + 1);
        (after_last..).zip(self.border.iter().copied()).collect()
    }

    /// The slots whose functions are in the later part, or are not.
    fn slots_of(&self, later: bool) -> Slots {
        let slots = self.slots.iter();
        let those = slots.filter(|(_, place)| self.later.functions[**place] == later);
        those.map(|(slot, place)| (*slot, *place)).collect()
    }
}

/// The names that the later part imports things by, by the names of [`items`].
pub type Names = BTreeMap<String, String>;

/// The later part, and what it imports of the first one.
pub fn later(mut module: Module, cut: &Cut) -> Option<(Vec<u8>, Names)> {
    let functions = functions(&module);
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for export in exports {
        module.exports.delete(export);
    }
    module.start = None;
    keep_data(&mut module, &cut.later.data, true);
    let mut slots = cut.slots_of(true);
    slots.extend(cut.border_slots());
    fill(&mut module, &functions, &slots)?;
    for (name, item) in items(&module, &functions) {
        let is_own = |id| {
            functions
                .iter()
                .zip(&cut.later.functions)
                .any(|(other, later)| *other == id && *later)
        };
        if !matches!(item, ExportItem::Function(id) if is_own(id)) {
            import(&mut module, &name, item);
        }
    }
    gc::run(&mut module);
    let mut names = Names::new();
    // In the order of their places, names and functions both count up.
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = format!("{number:x}");
        names.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    Some((module.emit_wasm(), names))
}

/// The first part, which exports what the later one imports.
pub fn first(mut module: Module, cut: &Cut, imported: &Names) -> Option<Vec<u8>> {
    let functions = functions(&module);
    keep_data(&mut module, &cut.later.data, false);
    let table = fill(&mut module, &functions, &cut.slots_of(false))?;
    for (slot, place) in cut.border_slots() {
        call_through(&mut module, table, functions[place], slot);
        let table = module.tables.get_mut(table);
        table.initial += 1;
        table.maximum = table.maximum.map(|maximum| maximum + 1);
    }
    for (name, item) in items(&module, &functions) {
        if let Some(name) = imported.get(&name) {
            module.exports.add(name, item);
        }
    }
    gc::run(&mut module);
    Some(module.emit_wasm())
}

/// The functions by their places.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// Whatever one part may use of the other, each under a name of its own.
fn items(module: &Module, functions: &[FunctionId]) -> Vec<(String, ExportItem)> {
    let functions = functions.iter().map(|id| ExportItem::Function(*id));
    let globals = module.globals.iter().map(walrus::Global::id);
    let tables = module.tables.iter().map(walrus::Table::id);
    let memories = module.memories.iter().map(walrus::Memory::id);
    let items = functions
        .chain(globals.map(ExportItem::Global))
        .chain(tables.map(ExportItem::Table))
        .chain(memories.map(ExportItem::Memory));
    let named = |(number, item)| (format!("{number:x}"), item);
    items.enumerate().map(named).collect()
}

/// Makes something of the module an import from the first part.
fn import(module: &mut Module, name: &str, item: ExportItem) {
    match item {
        ExportItem::Function(id) => {
            let ty = module.funcs.get(id).ty();
            if let FunctionKind::Import(function) = &module.funcs.get(id).kind {
                module.imports.delete(function.import);
            }
            let import = module.imports.add(FIRST, name, id);
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        ExportItem::Global(id) => {
            let import = module.imports.add(FIRST, name, id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        ExportItem::Table(id) => {
            let import = module.imports.add(FIRST, name, id);
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            // The first part has made it larger.
            table.maximum = None;
        }
        ExportItem::Memory(id) => {
            let import = module.imports.add(FIRST, name, id);
            module.memories.get_mut(id).import = Some(import);
        }
        ExportItem::Tag(_) => {}
    }
}

/// Fills the table of functions with these instead of all.
fn fill(module: &mut Module, functions: &[FunctionId], slots: &Slots) -> Option<TableId> {
    let table = module.tables.main_function_table().ok().flatten()?;
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for element in elements {
        module.elements.delete(element);
    }
    module.tables.get_mut(table).elem_segments.clear();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, place) in slots {
        match runs.last_mut() {
            Some((start, run)) if usize::try_from(slot - *start) == Ok(run.len()) => {
                run.push(functions[*place]);
            }
            _ => runs.push((*slot, vec![functions[*place]])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let kind = ElementKind::Active { table, offset };
        let element = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(element);
    }
    Some(table)
}

/// A later thing of the data that is no longer than this stays in the first part
/// where that one has both its neighbours: a segment more would take as much.
const BRIDGED: usize = 16;
/// So many bytes of padding take no more than a segment of its own would.
const PADDING_MAX: usize = 16;

/// Leaves of the data what goes into one of the parts, in as few segments as that
/// takes. What is between two things that follow one another is padding.
fn keep_data(module: &mut Module, is_later: &[bool], later: bool) {
    let mut is_later = is_later.to_vec();
    let lengths: Vec<usize> = module.data.iter().map(|data| data.value.len()).collect();
    for place in 1..is_later.len().saturating_sub(1) {
        let is_alone = !is_later[place - 1] && !is_later[place + 1];
        is_later[place] &= !is_alone || lengths[place] > BRIDGED;
    }
    let mut runs: Vec<(MemoryId, u32, Vec<u8>)> = Vec::new();
    let mut follows = false;
    let mut gone = Vec::new();
    for (data, data_later) in module.data.iter().zip(is_later) {
        let DataKind::Active {
            memory,
            offset: ConstExpr::Value(Value::I32(start)),
        } = data.kind
        else {
            follows = false;
            continue;
        };
        gone.push(data.id());
        if data_later != later {
            follows = false;
            continue;
        }
        let start = start.cast_unsigned();
        let near = runs.last_mut().filter(|_| follows).and_then(|run| {
            let end = usize::try_from(start - run.1).ok()?;
            (end <= run.2.len() + PADDING_MAX).then_some((end, run))
        });
        match near {
            Some((end, (.., run))) => {
                run.resize(end, 0);
                run.extend(&data.value);
            }
            None => runs.push((memory, start, data.value.clone())),
        }
        follows = true;
    }
    for data in gone {
        module.data.delete(data);
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for (memory, start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let data = module.data.add(DataKind::Active { memory, offset }, run);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
}

/// Makes a function call what will be at a number of the table.
fn call_through(module: &mut Module, table: TableId, function: FunctionId, slot: u32) {
    let ty = module.funcs.get(function).ty();
    let (parameters, results) = {
        let (parameters, results) = module.types.params_results(ty);
        (parameters.to_vec(), results.to_vec())
    };
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let locals: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut body = builder.func_body();
    for local in &locals {
        body.local_get(*local);
    }
    body.i32_const(slot.cast_signed()).call_indirect(ty, table);
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(locals));
}
