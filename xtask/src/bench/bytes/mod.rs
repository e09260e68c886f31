//! The bytes a phone fetches before the page works, file by file and crate by
//! crate, beside those of the smallest page that Yew makes and of a peer.

mod crates;
mod peers;

use bench_figures::{Decimal, Figure};

use super::sheet::Sheet;
use crate::failure::Failure;
use crate::post_build::is_hashed;
use crate::size::{self, FIRST_LOAD, FileSize, WASM};

/// Every figure of the bytes.
pub fn measure(sheet: &Sheet) -> Result<String, Failure> {
    let sizes = size::measure()?;
    println!("{sizes}");
    let brotli = |what, bytes, bar| kilobytes(what, bytes).at_most(signed(bar) / 1000);
    sheet.add(&brotli(
        "first load, brotli",
        sizes.first_load(),
        FIRST_LOAD.held,
    ))?;
    sheet.add(&brotli(
        "wasm of the first load, brotli",
        sizes.wasm(),
        WASM.held,
    ))?;
    let sum = |part: fn(&FileSize) -> u64| sizes.files.iter().map(part).sum();
    let all = FileSize {
        name: "first load, all files".into(),
        raw: sum(|file| file.raw),
        gzip: sum(|file| file.gzip),
        brotli: sum(|file| file.brotli),
    };
    add(sheet, &all, None)?;
    for file in &sizes.files {
        let name = without_hash(&file.name);
        add(sheet, &FileSize { name, ..*file }, None)?;
    }
    crates::measure(sheet)?;
    peers::measure(sheet)?;
    Ok(String::new())
}

/// A file as it is and compressed in two ways, each compared with the first.
fn add(sheet: &Sheet, file: &FileSize, note: Option<&str>) -> Result<(), Failure> {
    let FileSize {
        name,
        raw,
        gzip,
        brotli,
    } = file;
    for (way, bytes) in [("raw", raw), ("gzip", gzip), ("brotli", brotli)] {
        let figure = kilobytes(&format!("{name}: {way}"), *bytes).group(name);
        let note = note.filter(|_| way == "raw");
        sheet.add(&note.map_or(figure.clone(), |note| figure.note(note)))?;
    }
    Ok(())
}

fn kilobytes(what: &str, bytes: u64) -> Figure {
    Figure::new(what, "kB", [Decimal::thousandths(signed(bytes))])
}

fn signed(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// A file's name as it stays from build to build.
fn without_hash(name: &str) -> String {
    match name.rsplit_once('-') {
        Some((stem, end)) if is_hashed(name) => {
            let extension = end.rsplit_once('.').map_or("", |(_, extension)| extension);
            [stem, ".", extension].concat()
        }
        _ => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_from_build_to_build() {
        let name = "texts-later-0123456789abcdef.txt";
        assert_eq!(without_hash(name), "texts-later.txt");
        assert_eq!(without_hash("index.html"), "index.html");
    }
}
