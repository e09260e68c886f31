//! The service worker: the script in static/worker, told which files it keeps.

use super::assets::{Assets, hash};
use super::markup::all_local_files;
use crate::failure::Failure;
use crate::project;

const FILES_MARK: &str = "/* files */";
const HASH_MARK: &str = "/* page hash */";

/// Writes the service worker of this page beside it. Its name never changes:
/// the browser compares its content to find a new version.
pub fn write(assets: &Assets, page: &str) -> Result<(), Failure> {
    let script = project::read_text("static/worker/sw.js")?;
    let script = filled(&script, page).ok_or_else(|| {
        Failure::new(
            "the service worker has no place for its files",
            "Compare static/worker/sw.js with xtask/src/post_build/worker.rs.",
        )
    })?;
    assets.write_as("sw.js", script.as_bytes())
}

fn filled(script: &str, page: &str) -> Option<String> {
    let files: Vec<String> = all_local_files(page)
        .iter()
        .map(|name| format!("\n  './{name}',"))
        .collect();
    let script = replaced(script, FILES_MARK, &(files.concat() + "\n"))?;
    replaced(&script, HASH_MARK, &hash(page.as_bytes()))
}

fn replaced(text: &str, mark: &str, by: &str) -> Option<String> {
    let (before, after) = text.split_once(mark)?;
    Some([before, by, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_keeps_what_the_page_names() {
        let page = "<link href=\"./a.css\" data-unlayered=\"./b.css\"><script src=\"./c.js\">";
        let script = "[/* files */] '/* page hash */'";
        let hash = hash(page.as_bytes());
        assert_eq!(
            filled(script, page),
            Some(format!(
                "[\n  './a.css',\n  './c.js',\n  './b.css',\n] '{hash}'"
            ))
        );
        assert_eq!(filled("[/* files */]", page), None);
        assert_eq!(filled("'/* page hash */'", page), None);
    }
}
