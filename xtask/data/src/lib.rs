//! What the build makes of the data files in static: Rust constants for the
//! app, and the text sheets beside it.
//!
//! The build script compiles the constants in, and the last step of a build
//! puts the sheets beside the page. Both call [`compile`], so that a text's
//! number in the one is its line in the other; the fingerprint in both says so.

mod drawings;
mod messages;
mod rehearsal;
mod sheet;

use edition_file::EditionFile;
use std::path::Path;

pub use messages::Messages;
pub use sheet::{Sheets, to_rust as sheets_to_rust};

/// The tags of the page's languages, as in `carbon_inclusion::language`.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// When a text is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before anything is drawn.
    First,
    /// On the pages that come after the first one.
    Later,
}

impl Part {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::First, Self::Later];

    /// Where its texts are, in static/texts.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Later => "later",
        }
    }
}

/// What [`compile`] makes.
#[derive(Debug)]
pub struct Compiled {
    /// The methodology editions as Rust, for `methodology`.
    pub editions: String,
    /// The same with a made-up edition after them, for the tests of what an
    /// account does when a new one comes.
    pub rehearsal: String,
    /// The types of the page's texts as Rust, for `language`.
    pub messages: String,
    /// The text sheets of each part, in the order of [`Part::ALL`].
    pub sheets: [Sheets; 2],
    /// How many lines at the end of a first sheet are drawings.
    pub drawings: usize,
}

/// Reads and checks all data files. Where the variable `REHEARSE_EDITION` is
/// set, the page gets the made-up edition too.
///
/// # Errors
/// Everything that is wrong with them, in words for who wrote them.
pub fn compile(folder: &Path) -> Result<Compiled, String> {
    let released = editions(&folder.join("methodology"))?;
    let mut rehearsed = released.clone();
    rehearsed.extend(released.last().map(rehearsal::after));
    let is_rehearsal = std::env::var_os(rehearsal::VARIABLE).is_some();
    let rehearsal = edition_file::to_rust(&rehearsed);
    let editions = edition_file::to_rust(if is_rehearsal { &rehearsed } else { &released });
    let texts = folder.join("texts");
    let load = |part| Messages::load(&texts, part);
    let messages = [load(Part::First)?, load(Part::Later)?];
    let drawings = drawings::load(&folder.join("icons/drawings.txt"))?;
    let drawn = [drawings.as_slice(), &[]];
    let sheets = [0, 1].map(|part: usize| {
        let lines = messages[part].lines();
        let texts = [0, 1].map(|language: usize| -> Vec<&str> {
            let texts = [
                &lines[language],
                &editions.texts[part][language],
                drawn[part],
            ];
            texts.into_iter().flatten().map(String::as_str).collect()
        });
        Sheets::of(Part::ALL[part], [&texts[0], &texts[1]])
    });
    Ok(Compiled {
        editions: editions.rust,
        rehearsal: rehearsal.rust,
        messages: Messages::to_rust(&messages),
        sheets,
        drawings: drawings.len(),
    })
}

fn editions(folder: &Path) -> Result<Vec<EditionFile>, String> {
    let folders = edition_file::editions(folder).map_err(|error| error.to_string())?;
    if folders.is_empty() {
        return Err(format!("no methodology edition in {}", folder.display()));
    }
    folders
        .iter()
        .map(|folder| {
            let edition = edition_file::load(folder).map_err(|error| error.to_string())?;
            let problems = edition_file::check(&edition);
            if problems.is_empty() {
                return Ok(edition);
            }
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Err(format!("{}: {}", edition.id, problems.join("; ")))
        })
        .collect()
}
