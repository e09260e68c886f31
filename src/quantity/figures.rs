//! How integers of a small unit become the figures that people read: exact
//! decimals, and three significant digits where a page has no room for more.

use super::rounding::divide;

/// One step of a ladder of units: its power of ten in the smallest unit, and its name.
pub(super) struct Step {
    pub(super) power: u8,
    pub(super) unit: &'static str,
}

/// `sign`, then `magnitude` ÷ 10^`scale` with exactly `scale` decimals.
pub(super) fn decimal_text(sign: &str, magnitude: u64, scale: u8) -> String {
    let scale = usize::from(scale);
    let digits = magnitude.to_string();
    let mut text = String::with_capacity(sign.len() + digits.len().max(scale + 1) + 1);
    text.push_str(sign);
    let (whole, decimals) = digits.split_at(digits.len().saturating_sub(scale));
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if scale > 0 {
        text.push('.');
        for _ in decimals.len()..scale {
            text.push('0');
        }
        text.push_str(decimals);
    }
    text
}

/// The same without zeros at the end: `3.5`, `8`, `0`.
pub(super) fn trimmed_text(sign: &str, magnitude: u64, scale: u8) -> String {
    let (mut magnitude, mut scale) = (magnitude, scale);
    while scale > 0 && magnitude.is_multiple_of(10) {
        magnitude /= 10;
        scale -= 1;
    }
    decimal_text(sign, magnitude, scale)
}

/// At most three significant digits in the unit of the ladder that fits, zeros
/// at the end left out, with a real minus sign: `208 g`, `1.25 kg`, `−2.03 t`.
///
/// The ladder ascends; a figure moves up where it would round to 1000. Whole
/// digits are never dropped, so beyond the last step it just grows longer.
pub(super) fn short_text(negative: bool, magnitude: u64, ladder: &[Step]) -> String {
    let mut text = String::new();
    for step in ladder {
        let (rounded, scale) = three_digits(magnitude, step.power);
        // Rounding to nothing takes the sign away as well.
        let sign = if negative && rounded > 0 {
            "\u{2212}"
        } else {
            ""
        };
        text = trimmed_text(sign, rounded, scale);
        if !step.unit.is_empty() {
            text.push(' ');
            text.push_str(step.unit);
        }
        if rounded < 1000 * 10_u64.pow(u32::from(scale)) {
            break;
        }
    }
    text
}

/// `magnitude` ÷ 10^`power`, rounded to three significant digits but never
/// beyond the point: the rounded digits and how many stand after the point.
fn three_digits(magnitude: u64, power: u8) -> (u64, u8) {
    let one = 10_u64.pow(u32::from(power));
    let scale = match magnitude / one {
        0 => 3,
        1..10 => 2,
        10..100 => 1,
        _ => 0,
    };
    let scale = power.min(scale);
    let dropped = 10_i128.pow(u32::from(power - scale));
    let rounded = divide(i128::from(magnitude), dropped);
    // It only became smaller.
    (u64::try_from(rounded).unwrap_or(magnitude), scale)
}
