//! Codes that are drawn here are read again, from pictures too that are noisy,
//! damaged or turned, and just as another reader reads them; pictures of nothing
//! are withstood.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use carbon_inclusion::exchange::read_qr_codes;
use proptest::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

const LEVELS: [QrCodeEcc; 4] = [
    QrCodeEcc::Low,
    QrCodeEcc::Medium,
    QrCodeEcc::Quartile,
    QrCodeEcc::High,
];
/// Light modules around a code.
const QUIET: usize = 4;

/// A code as a picture: its width, and its pixels.
fn drawn(code: &QrCode, scale: usize) -> (usize, Vec<u8>) {
    let size = usize::try_from(code.size()).expect("small");
    let width = (size + 2 * QUIET) * scale;
    let pixels = (0..width * width).map(|place| {
        let [x, y] = [place % width, place / width].map(|at| {
            i32::try_from(at / scale).expect("small") - i32::try_from(QUIET).expect("small")
        });
        if code.get_module(x, y) { 30 } else { 220 }
    });
    (width, pixels.collect())
}

fn others(width: usize, pixels: &[u8]) -> Vec<String> {
    let pixel = |x: usize, y: usize| pixels[y * width + x];
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, width, pixel);
    let grids = picture.detect_grids();
    let texts = grids.iter().filter_map(|grid| grid.decode().ok());
    texts.map(|(_, text)| text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Of every version that is read, at every level, with modules turned at
    /// random: what another reader makes of them, this one does.
    #[test]
    fn codes_are_read_as_another_reader_reads_them(
        text in "([0-9]{0,40}|[A-Z2-7]{0,100}|[ -~]{0,60})",
        level in 0..4_usize,
        damage in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let code = QrCode::encode_text(&text, LEVELS[level]).expect("short");
        let (width, mut pixels) = drawn(&code, 4);
        for place in damage {
            // A blot over a module and its neighbours.
            let place = place.index(pixels.len() - 4 * width);
            for row in 0..4 {
                pixels[place + row * width..place + row * width + 4].fill(30);
            }
        }
        let read = read_qr_codes(width, &pixels);
        if code.version().value() > 10 {
            prop_assert_eq!(read, Vec::<String>::new());
        } else {
            prop_assert_eq!(read, others(width, &pixels));
        }
    }

    #[test]
    fn whatever_a_picture_is_it_is_withstood(
        width in 0..80_usize,
        pixels in prop::collection::vec(prop_oneof![Just(0_u8), Just(255), any::<u8>()], 0..6_000),
    ) {
        let _ = read_qr_codes(width, &pixels);
    }
}

#[test]
fn a_turned_and_noisy_picture_is_read() {
    let text = "CICARDAHX43K4JM5CSGAIHAAAAAAAAAAAIB2FVQSQDIBADAKANY3YBQCEXUAQBUDQBICMAWUMAEANA4AKATAFVDABADIHACQEYBNIYAIA2BYAUBGALKGAAE6YCHPQ";
    let code = QrCode::encode_text(text, QrCodeEcc::Low).expect("short");
    let (width, pixels) = drawn(&code, 6);
    let side = i64::try_from(width).expect("small");
    let large = side * 3 / 2;
    let mut noise = 7_u64;
    // By the angle whose sine and cosine are 8 and 15 of 17, about its middle.
    let turned: Vec<u8> = (0..large * large)
        .map(|place| {
            let (x, y) = (place % large - large / 2, place / large - large / 2);
            let from_x = (15 * x + 8 * y) / 17 + side / 2;
            let from_y = (15 * y - 8 * x) / 17 + side / 2;
            noise = noise
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let is_within = (0..side).contains(&from_x) && (0..side).contains(&from_y);
            let place = usize::try_from(from_y * side + from_x).unwrap_or_default();
            let pixel = if is_within { pixels[place] } else { 220 };
            pixel.saturating_add((noise >> 60) as u8 * 2)
        })
        .collect();
    let read = read_qr_codes(usize::try_from(large).expect("small"), &turned);
    assert_eq!(read, [text]);
}

#[test]
fn two_codes_in_a_picture_are_both_read() {
    let [one, other] = ["CICARDONE", "CICARDTWO"].map(|text| {
        drawn(
            &QrCode::encode_text(text, QrCodeEcc::High).expect("short"),
            4,
        )
    });
    let rows = one.1.chunks(one.0).zip(other.1.chunks(other.0));
    let both: Vec<u8> = rows
        .flat_map(|(one, other)| [one, other].concat())
        .collect();
    let mut read = read_qr_codes(one.0 + other.0, &both);
    read.sort();
    assert_eq!(read, ["CICARDONE", "CICARDTWO"]);
}
