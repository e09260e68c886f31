//! A text as a QR code, drawn by one path.

use std::fmt::Write as _;

use qrcodegen::{QrCode as Code, QrCodeEcc, QrSegment, Version};

/// The light border that the standard asks for, in modules.
const QUIET: i32 = 4;
/// The largest version that is drawn: 137 modules a side, at most 1,732 bytes.
const VERSION_MAX: u8 = 30;

/// A QR code, ready to be drawn as `<path d=… />` in an SVG of `size` × `size`
/// on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Its side with the light border, in modules.
    pub size: u32,
    /// Its dark modules: each run of a row as a rectangle one module high.
    pub path: String,
}

/// The QR code of a text, `None` where it is too long for one that a phone can
/// read from a screen. On a screen nothing is torn or soiled, so it has the
/// lowest error correction, and a higher one where that takes no more room.
#[must_use]
pub fn qr_code(text: &str) -> Option<QrCode> {
    let segments = QrSegment::make_segments(text);
    let (low, first, last) = (QrCodeEcc::Low, Version::MIN, Version::new(VERSION_MAX));
    let code = Code::encode_segments_advanced(&segments, low, first, last, None, true);
    let code = code.ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            // Beyond the last module it is light.
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top, wide) = (start + QUIET, y + QUIET, x - start);
                // Writing to a text cannot fail.
                let _ = write!(path, "M{left} {top}h{wide}v1h-{wide}z");
            }
            x += 1;
        }
    }
    let size = u32::try_from(code.size() + 2 * QUIET).ok()?;
    Some(QrCode { size, path })
}
