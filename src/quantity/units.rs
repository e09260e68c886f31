//! The units that residents measure in, in Chinese and English, as they stand
//! on bills, meters and scales.

use super::dimension::Dimension;

/// A character as a keyboard in English mode would have written it.
pub(super) const fn fold(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(character as u32 - 0xfee0) {
            Some(ascii) => ascii.to_ascii_lowercase(),
            None => character,
        },
        // The full stop of a Chinese keyboard, where a point is meant.
        '。' | '｡' => '.',
        _ => character.to_ascii_lowercase(),
    }
}

/// Thousandths of the display unit in one of the unit called `name`, as a
/// fraction. No name is the display unit itself.
pub(super) fn unit(dimension: Dimension, name: &str) -> Option<(i128, i128)> {
    // Dictation ends a sentence with a full stop.
    let name = name.trim_end_matches(['.', '。', '．']);
    if name.is_empty() {
        return Some((1000, 1));
    }
    let (_, numerator, denominator) = units(dimension)
        .iter()
        .find(|(names, ..)| names.split(' ').any(|known| is_called(name, known)))?;
    Some((i128::from(*numerator), i128::from(*denominator)))
}

/// Whether `name` is `known`, but for its width, its case and blanks.
fn is_called(name: &str, known: &str) -> bool {
    let folded = name
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(fold);
    folded.eq(known.chars())
}

/// Names (folded, separated by blanks) and thousandths of the display unit as a fraction.
type Units = &'static [(&'static str, i64, i64)];

const fn units(dimension: Dimension) -> Units {
    match dimension {
        Dimension::Distance => &[
            (
                "km 公里 千米 ㎞ kilometre kilometres kilometer kilometers",
                1000,
                1,
            ),
            ("m 米 metre metres meter meters", 1, 1),
            ("里 华里", 500, 1),
        ],
        Dimension::Energy => &[
            ("kwh 度 度电 千瓦时 千瓦·时 千瓦小时 kw·h", 1000, 1),
            ("wh 瓦时 瓦·时 w·h", 1, 1),
            ("mwh 兆瓦时 兆瓦·时", 1_000_000, 1),
        ],
        Dimension::Volume => &[
            ("m³ m3 m^3 ㎥ 立方米 立方 方", 1000, 1),
            ("l 升 litre litres liter liters", 1, 1),
        ],
        Dimension::Heat => &[
            ("gj 吉焦 百万千焦", 1000, 1),
            ("mj 兆焦", 1, 1),
            ("kwh 千瓦时 千瓦·时 千瓦小时", 18, 5),
            ("mwh 兆瓦时 兆瓦·时", 3600, 1),
        ],
        Dimension::Mass => &[
            ("kg 千克 公斤 ㎏ kilogram kilograms", 1000, 1),
            ("g 克 gram grams", 1, 1),
            ("斤 市斤", 500, 1),
            ("两", 50, 1),
            ("t 吨 tonne tonnes", 1_000_000, 1),
        ],
        Dimension::Count => &[(
            "次 个 件 张 只 份 瓶 顿 餐 双 杯 条 部 台 棵 盏 套 片 人 位 袋 包 单 本 支 \
             time times piece pieces pcs person persons people",
            1000,
            1,
        )],
        Dimension::Time => &[
            ("h 小时 个小时 时 钟头 个钟头 hr hrs hour hours", 1000, 1),
            ("min 分钟 分 mins minute minutes", 50, 3),
        ],
        Dimension::Power => &[("w 瓦 瓦特 watt watts", 1000, 1), ("kw 千瓦", 1_000_000, 1)],
        Dimension::Temperature => &[("℃ °c c 度 摄氏度 degree degrees", 1000, 1)],
    }
}
