//! What goes where, shown with a module as small as can be.

use std::collections::BTreeSet;

use walrus::ir::{BinaryOp, Value};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, InstrSeqBuilder,
    Module, RefType,
};

use super::{FIRST, Parts, split};

const BORDER: &str = "_ZN3app5later4drawE";
/// Where the table of functions begins.
const TABLE_BASE: u32 = 7001;
/// Where the data begins, in which the address of a function stands.
const DATA: u32 = 1024;
/// Where data stands that only the border names, on both sides of some that the
/// start names: just before, as a loop that counts from one may.
const OWN_DATA: [u32; 2] = [2000, 2128];
const BETWEEN: u32 = 2088;
/// Data that the start goes through from its end.
const BACKWARDS: u32 = 3000;
/// A short piece that only the border names, between two others of the start.
const SHORT: u32 = DATA + 4;

fn function(
    module: &mut Module,
    name: &str,
    body: impl FnOnce(&mut InstrSeqBuilder),
) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.name(name.to_owned());
    body(&mut builder.func_body());
    builder.finish(Vec::new(), &mut module.funcs)
}

fn number(value: u32) -> ConstExpr {
    ConstExpr::Value(Value::I32(value.cast_signed()))
}

/// A page: `start` calls `shared` and the border, and what `first_table` in the
/// data leads to; the border calls `shared`, `own`, a script's function, and what
/// two numbers lead to, one of them what the data leads to as well.
fn page() -> Vec<u8> {
    let mut module = Module::default();
    let script = module.types.add(&[], &[]);
    let (script, _) = module.add_import_func("./glue.js", "script", script);
    let shared = function(&mut module, "shared", |_| {});
    let own = function(&mut module, "own", |_| {});
    let by_number = function(&mut module, "by_number", |_| {});
    let by_data = function(&mut module, "by_data", |_| {});
    let border = function(&mut module, BORDER, |body| {
        body.call(shared).call(own).call(script);
        let data = OWN_DATA.into_iter().chain([SHORT, BACKWARDS]);
        for number in [TABLE_BASE, TABLE_BASE + 1].into_iter().chain(data) {
            body.i32_const(number.cast_signed()).drop();
        }
    });
    let start = function(&mut module, "start", |body| {
        body.call(shared)
            .call(border)
            .i32_const(DATA.cast_signed())
            .drop()
            .i32_const(SHORT.cast_signed() + 4)
            .drop()
            .i32_const(BETWEEN.cast_signed() - 4)
            .drop()
            // From the end of it back.
            .i32_const(-8)
            .i32_const(BACKWARDS.cast_signed() + 40)
            .binop(BinaryOp::I32Add)
            .drop()
            // A place on the stack, which is no address of a function.
            .i32_const(8)
            .i32_const(TABLE_BASE.cast_signed())
            .binop(BinaryOp::I32Add)
            .drop();
    });
    module.exports.add("start", start);
    let table = module
        .tables
        .add_local(false, 7003, Some(7003), RefType::FUNCREF);
    let kind = ElementKind::Active {
        table,
        offset: number(TABLE_BASE),
    };
    let element = module
        .elements
        .add(kind, ElementItems::Functions(vec![by_number, by_data]));
    module.tables.get_mut(table).elem_segments.insert(element);
    let memory = module.memories.add_local(false, false, 1, None, None);
    // What is only read ends where what is written begins, as it may come about.
    let words = [
        (DATA - 4, 0),
        (DATA, TABLE_BASE + 1),
        (SHORT, 1),
        (SHORT + 4, 2),
    ];
    let words = words.map(|(start, word)| (start, word.to_le_bytes().to_vec()));
    let [own, other] = OWN_DATA;
    let long = [own, BETWEEN, other, BACKWARDS].map(|start| (start, vec![7; 40]));
    for (start, bytes) in words.into_iter().chain(long) {
        let kind = DataKind::Active {
            memory,
            offset: number(start),
        };
        let data = module.data.add(kind, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    module.exports.add("memory", memory);
    module.emit_wasm()
}

fn two_parts() -> Parts {
    let parts = split(&page()).map_err(|failure| failure.to_string());
    parts.expect("two parts")
}

/// The names of a module's own functions.
fn functions(module: &Module) -> BTreeSet<&str> {
    let local = module.funcs.iter_local();
    local
        .filter_map(|(id, _)| module.funcs.get(id).name.as_deref())
        .collect()
}

/// The numbers of the table that a module fills.
fn filled(module: &Module) -> Vec<u32> {
    let mut filled = Vec::new();
    for element in module.elements.iter() {
        if let (
            ElementKind::Active {
                offset: ConstExpr::Value(Value::I32(start)),
                ..
            },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        {
            filled.extend((start.cast_unsigned()..).take(functions.len()));
        }
    }
    filled
}

#[test]
fn what_only_the_border_reaches_comes_later() {
    let parts = two_parts();
    let first = Module::from_buffer(&parts.first).expect("a module");
    let later = Module::from_buffer(&parts.later).expect("a module");
    assert_eq!(
        functions(&first),
        BTreeSet::from(["start", "shared", "by_data", BORDER])
    );
    assert_eq!(
        functions(&later),
        BTreeSet::from(["own", "by_number", BORDER])
    );
    assert_eq!(filled(&first), [TABLE_BASE + 1]);
    assert_eq!(filled(&later), [TABLE_BASE, TABLE_BASE + 2]);
}

/// The addresses and lengths of a module's data.
fn data(module: &Module) -> Vec<(u32, usize)> {
    let start = |data: &walrus::Data| match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } => (start.cast_unsigned(), data.value.len()),
        _ => (0, 0),
    };
    module.data.iter().map(start).collect()
}

#[test]
fn data_comes_with_the_part_that_names_it() {
    let parts = two_parts();
    let first = Module::from_buffer(&parts.first).expect("a module");
    let later = Module::from_buffer(&parts.later).expect("a module");
    // The short piece is not worth leaving.
    assert_eq!(data(&first), [(DATA, 12), (BETWEEN, 40), (BACKWARDS, 40)]);
    // What nothing names is not missed by the first part.
    let [own, other] = OWN_DATA;
    assert_eq!(data(&later), [(DATA - 4, 4), (own, 40), (other, 40)]);
}

#[test]
fn the_first_part_exports_what_the_later_one_imports() {
    let parts = two_parts();
    let first = Module::from_buffer(&parts.first).expect("a module");
    let later = Module::from_buffer(&parts.later).expect("a module");
    let exported: BTreeSet<&str> = first.exports.iter().map(|export| &*export.name).collect();
    // `shared`, the script's function, the table and the memory.
    assert_eq!(later.imports.iter().count(), 4);
    for import in later.imports.iter() {
        assert_eq!(import.module, FIRST);
        assert!(exported.contains(&*import.name), "{}", import.name);
    }
    assert!(exported.is_superset(&BTreeSet::from(["start", "memory"])));
    assert_eq!(later.exports.iter().count(), 0);
}

#[test]
fn without_a_border_nothing_is_split() {
    assert!(split(&Module::default().emit_wasm()).is_err());
}
