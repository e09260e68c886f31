//! Whose work is in the page: a list of all crates, with the texts of their
//! licences, published beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;
use crate::process::Program;

/// The page's own crate.
const OWN: &str = "carbon-inclusion";
const WASM: &str = "wasm32-unknown-unknown";
const HEAD: &str = "\
Whose work is in this page
==========================

The programs below are compiled into it, under the licences beside them; where
one offers several, it is used under the MIT licence. Their texts follow, each
once, with the programs that it came with. The page itself is under the MIT or
the Apache 2.0 licence. A program without a text below came without one.
";

/// A crate, with the texts of its licence.
struct Crate {
    name: String,
    licence: String,
    texts: Vec<String>,
}

/// Writes `folder`/licences.txt.
pub fn publish(folder: &Path) -> Result<(), Failure> {
    let path = folder.join("licences.txt");
    fs::write(&path, written(&crates()?)).map_err(|error| Failure::file(&path, &error))
}

fn written(crates: &[Crate]) -> String {
    let mut list = [HEAD, "\n"].concat();
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Crate {
        name,
        licence,
        texts: own,
    } in crates
    {
        list += &[name, ": ", licence, "\n"].concat();
        for text in own {
            texts.entry(text).or_default().push(name);
        }
    }
    for (text, names) in texts {
        let line = "-".repeat(80);
        list += &["\n", &line, "\n", &names.join(", "), "\n\n", text, "\n"].concat();
    }
    list
}

/// The crates that are in the page: not those that only help to build it.
fn crates() -> Result<Vec<Crate>, Failure> {
    let used = used_names(&cargo(&[
        "tree",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--target",
        WASM,
    ])?);
    let metadata = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        WASM,
    ])?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| Failure::new(format!("cargo metadata: {error}"), NEXT))?;
    let packages = metadata["packages"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let name = [text("name"), text("version")].join(" ");
        if used.contains(&name) {
            found.push(Crate {
                texts: texts(Path::new(&text("manifest_path")))?,
                licence: text("license"),
                name,
            });
        }
    }
    let missing = used
        .iter()
        .find(|name| !found.iter().any(|one| one.name == **name));
    match missing {
        Some(name) => Err(Failure::new(format!("nothing is known of {name}"), NEXT)),
        None => Ok(found),
    }
}

const NEXT: &str = "Run `cargo tree` and `cargo metadata` and read what they say.";

fn cargo(args: &[&str]) -> Result<String, Failure> {
    let said = Program::cargo().args(args).args(["--locked"]).output();
    said.ok_or_else(|| Failure::new(format!("cargo {} failed", args[0]), NEXT))
}

/// "name version" of each line that `cargo tree` prints, but for the page's own.
fn used_names(tree: &str) -> BTreeSet<String> {
    let name = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        (name != OWN).then(|| [name, version].join(" "))
    };
    tree.lines().filter_map(name).collect()
}

/// The texts of the licence that a crate is used under, out of its folder: none
/// where it brings none.
fn texts(manifest: &Path) -> Result<Vec<String>, Failure> {
    let Some(folder) = manifest.parent() else {
        return Ok(Vec::new());
    };
    let mut files = files(folder)?;
    // As the REUSE specification has it.
    let licences = folder.join("LICENSES");
    if licences.is_dir() {
        files.extend(self::files(&licences)?);
    }
    let mut texts = Vec::new();
    for path in chosen(files) {
        let text = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
        let text = String::from_utf8_lossy(&text).replace('\r', "");
        texts.push(text.trim_end().to_owned());
    }
    Ok(texts)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::file(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        files.push(entry.map_err(failed)?.path());
    }
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

/// Of the files of a crate those with its licence; the MIT licence alone where
/// it has a file of its own.
fn chosen(mut files: Vec<PathBuf>) -> Vec<PathBuf> {
    let upper = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().to_ascii_uppercase()
    };
    files.retain(|path| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("LICENSES"))
            || ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"]
                .iter()
                .any(|beginning| upper(path).starts_with(beginning))
    });
    let mit = files.iter().find(|path| upper(path).contains("MIT"));
    mit.cloned().map_or(files, |mit| vec![mit])
}

#[cfg(test)]
mod tests {
    use super::{Crate, PathBuf, chosen, used_names, written};

    #[test]
    fn what_cargo_tree_prints() {
        let tree =
            "carbon-inclusion v0.1.0 (/here)\nyew v0.23.0\nserde v1.0.0 (*)\nserde v1.0.0\n\n";
        let names: Vec<String> = used_names(tree).into_iter().collect();
        assert_eq!(names, ["serde 1.0.0", "yew 0.23.0"]);
    }

    #[test]
    fn the_mit_licence_where_there_is_one() {
        let case = |names: &[&str], expected: &[&str]| {
            let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
            assert_eq!(chosen(paths(names)), paths(expected));
        };
        case(&["src", "LICENSE-APACHE", "LICENSE-MIT"], &["LICENSE-MIT"]);
        case(&["COPYING", "license.md"], &["COPYING", "license.md"]);
        case(
            &["README.md", "x/LICENSES/Zlib.txt"],
            &["x/LICENSES/Zlib.txt"],
        );
        case(&["README.md"], &[]);
    }

    #[test]
    fn a_text_stands_once() {
        let one = |name: &str, text: &str| Crate {
            name: name.into(),
            licence: "MIT".into(),
            texts: vec![text.into()],
        };
        let list = written(&[
            one("a 1.0", "same"),
            one("b 2.0", "same"),
            one("c 3.0", "other"),
        ]);
        assert!(list.contains("\na 1.0: MIT\nb 2.0: MIT\nc 3.0: MIT\n"));
        assert_eq!(list.matches("same").count(), 1);
        assert!(list.contains("a 1.0, b 2.0\n\nsame\n"));
    }
}
