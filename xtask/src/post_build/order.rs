//! Puts the functions of a wasm in another order, in which it compresses better:
//! those of a kind are of a length. What it does stays the same.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::failure::Failure;

/// The same wasm with its functions in an order that compresses well.
pub fn by_length(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let (imported, bodies) = functions(wasm).map_err(|error| unordered(&error.to_string()))?;
    let order = order(&bodies);
    let mut numbers = vec![0; order.len()];
    for (number, place) in order.iter().enumerate() {
        numbers[*place] = u32::try_from(number).unwrap_or(u32::MAX);
    }
    let mut reordered = Reordered {
        imported,
        order,
        numbers,
    };
    let mut module = Module::new();
    reordered
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| unordered(&error.to_string()))?;
    Ok(module.finish())
}

fn unordered(why: &str) -> Failure {
    Failure::new(
        format!("the wasm's functions cannot be put in order: {why}"),
        "Compare xtask/src/post_build/order.rs with what wasm-opt writes today.",
    )
}

/// How many functions are imported, and the bytes of the others.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<&[u8]>), BinaryReaderError> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&wasm[body.range()]),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// The functions by their length, the shortest first. In the order of their likeness
/// their bodies alone compress better still, but then the calls of short ones, which
/// are called most, are of numbers as far apart as any.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    order.sort_by_key(|place| (bodies[*place].len(), bodies[*place]));
    order
}

/// Writes a module again, its functions in an order.
struct Reordered {
    imported: u32,
    /// The places that the functions had.
    order: Vec<usize>,
    /// The numbers that they get, by the places that they had.
    numbers: Vec<u32>,
}

impl Reencode for Reordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let place = function.checked_sub(self.imported).map(usize::try_from);
        let number = place.and_then(|place| self.numbers.get(place.ok()?));
        Ok(number.map_or(function, |number| self.imported + number))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for place in self.order.clone() {
            functions.function(self.type_index(types[place])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for place in self.order.clone() {
            utils::parse_function_body(self, code, bodies[place].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{by_length, order};
    use walrus::{ExportItem, FunctionBuilder, FunctionKind, Module, ValType};

    #[test]
    fn the_shortest_stands_first() {
        let bodies: [&[u8]; 4] = [b"abc", b"y", b"ab", b"x"];
        assert_eq!(order(&bodies), [3, 1, 2, 0]);
    }

    #[test]
    fn each_function_is_found_under_its_new_number() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (imported, _) = module.add_import_func("./glue.js", "script", ty);
        let number = |module: &mut Module, value| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.func_body().i32_const(value).call(imported);
            builder.finish(Vec::new(), &mut module.funcs)
        };
        for value in [0x0abc_def0, 1, 300] {
            let function = number(&mut module, value);
            module.exports.add(&value.to_string(), function);
        }
        let wasm = module.emit_wasm();
        let ordered = by_length(&wasm).expect("a module");
        assert_ne!(ordered, wasm);
        let ordered = Module::from_buffer(&ordered).expect("a module");
        for export in ordered.exports.iter() {
            let ExportItem::Function(function) = export.item else {
                panic!("{}", export.name);
            };
            let FunctionKind::Local(local) = &ordered.funcs.get(function).kind else {
                panic!("{}", export.name);
            };
            let body = local.block(local.entry_block());
            let (first, _) = &body.instrs[0];
            let said = format!("{first:?}");
            assert!(said.contains(&format!("I32({})", export.name)), "{said}");
        }
    }
}
