//! The page's texts: files of their own, without which the wasm comes quicker.

use super::Assets;
use crate::failure::Failure;
use crate::project;

/// Writes the text sheets in Chinese and in English that belong to the app built
/// from the same data files, and gives their names.
pub fn write(assets: &Assets) -> Result<[String; 2], Failure> {
    let compiled = static_data::compile(&project::path("static"))
        .map_err(|error| Failure::new(error, "Mend the files in static."))?;
    let [chinese, english] = &compiled.sheets.files;
    Ok([
        assets.write("texts", "txt", chinese.as_bytes())?,
        assets.write("texts", "txt", english.as_bytes())?,
    ])
}
