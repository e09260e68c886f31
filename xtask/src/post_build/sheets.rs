//! The page's texts: files of their own, without which the wasm comes quicker.

use super::Assets;
use crate::failure::Failure;
use crate::project;
use static_data::Sheets;

/// Writes the text sheets, the first and the later ones, each in Chinese and in
/// English, that belong to the app built from the same data files, and gives
/// their names.
pub fn write(assets: &Assets) -> Result<[[String; 2]; 2], Failure> {
    let compiled = static_data::compile(&project::path("static"))
        .map_err(|error| Failure::new(error, "Mend the files in static."))?;
    let [first, later] = &compiled.sheets;
    let write = |name: &str, sheets: &Sheets| -> Result<[String; 2], Failure> {
        let [chinese, english] = &sheets.files;
        Ok([
            assets.write(name, "txt", chinese.as_bytes())?,
            assets.write(name, "txt", english.as_bytes())?,
        ])
    };
    Ok([write("texts", first)?, write("texts-later", later)?])
}
