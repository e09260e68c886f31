//! Codes in a picture, for browsers that do not read them by themselves.
//!
//! `rqrr` finds them and gives their modules. What it would read these with are
//! tables of 200 kB, which no compression makes small, and which the first page
//! would bring; so they are read here, and errors are corrected by tables that
//! are worked out when they are needed.

mod correct;
mod modules;
mod stream;

use rqrr::{BitGrid, PreparedImage};

/// The widest and highest picture that is looked at, in pixels.
const SIDE_MAX: usize = 4_096;
/// The largest version whose blocks are known here: a card takes version 7 at
/// most, and none of the page's links is read by the page.
const VERSION_MAX: usize = 10;

/// The texts of all codes in a picture of grey pixels, a byte each, a row after
/// the other. Codes of more than version 10 (57 modules a side) are none, and so
/// are those with other signs than ASCII.
#[must_use]
pub fn read_qr_codes(width: usize, pixels: &[u8]) -> Vec<String> {
    let height = pixels.len().checked_div(width).unwrap_or_default();
    if !(1..=SIDE_MAX).contains(&width) || !(1..=SIDE_MAX).contains(&height) {
        return Vec::new();
    }
    let pixel = |x: usize, y: usize| pixels.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, pixel);
    let codes = picture.detect_grids();
    let texts = codes.into_iter().filter_map(|code| text(&code.grid));
    texts.collect()
}

/// What the modules of a code say.
fn text(modules: &impl BitGrid) -> Option<String> {
    let size = modules.size();
    let version = size.checked_sub(17)? / 4;
    if !(1..=VERSION_MAX).contains(&version) || version * 4 + 17 != size {
        return None;
    }
    let format = modules::format(modules)?;
    let codewords = modules::codewords(modules, version, format.mask);
    let data = correct::corrected(version, format.level, &codewords)?;
    stream::text(version, &data)
}
