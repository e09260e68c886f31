//! The drawings of the page: a line each, its name before its strokes, the same in
//! the sheets of both languages.

use std::collections::BTreeSet;
use std::path::Path;

/// Reads the file of the drawings.
///
/// # Errors
/// What cannot be read, and lines that are no drawing or one of a known name.
pub fn load(path: &Path) -> Result<Vec<String>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| error.to_string());
    file.and_then(|file| read(&file))
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn read(file: &str) -> Result<Vec<String>, String> {
    let mut names = BTreeSet::new();
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| match line.split_once(" M") {
            Some((name, _)) if !name.contains(' ') && names.insert(name) => Ok(line.to_owned()),
            _ => Err(format!("`{line}` is no new drawing")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_drawing_is_a_name_and_strokes() {
        let drawings = read("# Says why\nplus M12 5v14M5 12h14\nminus M5 12h14\n");
        let expected = ["plus M12 5v14M5 12h14", "minus M5 12h14"];
        assert_eq!(drawings, Ok(expected.map(str::to_owned).to_vec()));
        for wrong in ["", "plus", "a plus M5 12h14", "plus M5\nplus M6"] {
            assert!(
                read(&["minus M5 12h14", wrong, ""].join("\n")).is_err(),
                "{wrong}"
            );
        }
    }
}
