//! Short names for what the wasm imports of its script. wasm-bindgen's own ones
//! carry a hash each, which no compression makes smaller.

use walrus::Module;

use crate::failure::Failure;

/// The wasm and its script with short names for each other's functions.
pub fn shorten(wasm: &[u8], glue: &mut String) -> Result<Vec<u8>, Failure> {
    let mut module = Module::from_buffer(wasm).map_err(|error| unlike(&error.to_string()))?;
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{number:x}");
        // As a property of the object that the script hands over.
        let (long, property) = (
            format!("\n{}: function", import.name),
            format!("\n{short}: function"),
        );
        if glue.matches(&long).count() != 1 {
            return Err(unlike(&format!(
                "`{}` is not once in its script",
                import.name
            )));
        }
        *glue = glue.replace(&long, &property);
        import.name = short;
    }
    Ok(module.emit_wasm())
}

fn unlike(why: &str) -> Failure {
    Failure::new(
        format!("the wasm is not as wasm-bindgen wrote it before: {why}"),
        "Compare xtask/src/post_build/imports.rs with the files in target/wasm-bindgen.",
    )
}
