//! Amounts of greenhouse gas: what an action saves or causes.

use super::amount::sums_are_checked;
use super::figures::{Figures, Step, short_text};
use crate::language::Language;

/// A signed amount in milligrams of CO2 equivalent; a saving is positive, a bad swap negative.
///
/// It holds ±9.2 × 10^12 kg. Sums are checked, so that their order never
/// matters: nothing saturates.
///
/// ```
/// use carbon_inclusion::language::Language;
/// use carbon_inclusion::quantity::Carbon;
///
/// let trip = Carbon::from_milligrams(208_000);
/// assert_eq!(trip.short(Language::En), "208 g");
/// let week = trip.checked_add(Carbon::from_milligrams(1_042_000));
/// assert_eq!(week.map(|sum| sum.short(Language::ZhCn)).as_deref(), Some("1.25 千克"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Carbon(i64);

sums_are_checked!(Carbon, "Nothing saved, nothing caused.");

impl Carbon {
    /// So many milligrams of CO2 equivalent.
    #[must_use]
    pub const fn from_milligrams(milligrams: i64) -> Self {
        Self(milligrams)
    }

    /// The amount in milligrams of CO2 equivalent.
    #[must_use]
    pub const fn milligrams(self) -> i64 {
        self.0
    }

    /// The exact amount in grams, as programs write it: `915.2`, `-0.005`.
    #[must_use]
    pub fn grams_decimal(self) -> String {
        self.grams_figures().as_str().to_owned()
    }

    /// The same, not on the heap.
    #[must_use]
    pub fn grams_figures(self) -> Figures {
        let sign = if self.0 < 0 { "-" } else { "" };
        Figures::trimmed(sign, self.0.unsigned_abs(), 3)
    }

    /// For pages: at most three significant digits in grams, kilograms or
    /// tonnes: `208 g`, `1.25 千克`, `−2.03 t`.
    #[must_use]
    pub fn short(self, language: Language) -> String {
        let [gram, kilogram, tonne] = match language {
            Language::ZhCn => ["克", "千克", "吨"],
            Language::En => ["g", "kg", "t"],
        };
        let ladder = [
            Step {
                power: 3,
                unit: gram,
            },
            Step {
                power: 6,
                unit: kilogram,
            },
            Step {
                power: 9,
                unit: tonne,
            },
        ];
        short_text(self.0 < 0, self.0.unsigned_abs(), &ladder)
    }
}

#[cfg(test)]
mod tests {
    use super::Carbon;
    use crate::language::Language;

    #[track_caller]
    fn case(milligrams: i64, grams: &str, zh: &str, en: &str) {
        let carbon = Carbon::from_milligrams(milligrams);
        assert_eq!(carbon.milligrams(), milligrams);
        assert_eq!(carbon.grams_decimal(), grams);
        assert_eq!(carbon.short(Language::ZhCn), zh);
        assert_eq!(carbon.short(Language::En), en);
    }

    #[test]
    fn is_shown_in_grams_kilograms_and_tonnes() {
        case(0, "0", "0 克", "0 g");
        case(-5, "-0.005", "−0.005 克", "−0.005 g");
        case(915_200, "915.2", "915 克", "915 g");
        case(1_250_000, "1250", "1.25 千克", "1.25 kg");
        case(-2_030_000_000, "-2030000", "−2.03 吨", "−2.03 t");
        case(
            i64::MIN,
            "-9223372036854775.808",
            "−9223372037 吨",
            "−9223372037 t",
        );
        case(
            i64::MAX,
            "9223372036854775.807",
            "9223372037 吨",
            "9223372037 t",
        );
    }

    #[test]
    fn never_saturates() {
        let [most, least, one] = [i64::MAX, i64::MIN, 1].map(Carbon::from_milligrams);
        assert_eq!(most.checked_add(one), None);
        assert_eq!(least.checked_sub(one), None);
        assert_eq!(Carbon::ZERO.checked_sub(least), None);
        assert_eq!(most.checked_add(least), Carbon::ZERO.checked_sub(one));
    }
}
