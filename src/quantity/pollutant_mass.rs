//! Amounts of one air pollutant, a thousand times finer than carbon: a bus
//! trip is about milligrams of them.

use super::amount::sums_are_checked;
use super::figures::{Figures, Step, short_text};
use crate::language::Language;

/// A signed amount in micrograms of one pollutant; less emitted is positive.
///
/// It holds ±9.2 × 10^9 kg. Sums are checked, so that their order never
/// matters: nothing saturates.
///
/// ```
/// use carbon_inclusion::language::Language;
/// use carbon_inclusion::quantity::PollutantMass;
///
/// let worse = PollutantMass::from_micrograms(-8_810);
/// assert_eq!(worse.milligrams_decimal(), "-8.81");
/// assert_eq!(worse.short(Language::En), "\u{2212}8.81 mg");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PollutantMass(i64);

sums_are_checked!(
    PollutantMass,
    "Known to be nothing. What is not known has no amount at all."
);

impl PollutantMass {
    /// So many micrograms.
    #[must_use]
    pub const fn from_micrograms(micrograms: i64) -> Self {
        Self(micrograms)
    }

    /// The amount in micrograms.
    #[must_use]
    pub const fn micrograms(self) -> i64 {
        self.0
    }

    /// The exact amount in milligrams, as programs write it: `136`, `-8.81`.
    #[must_use]
    pub fn milligrams_decimal(self) -> String {
        self.milligrams_figures().as_str().to_owned()
    }

    /// The same, not on the heap.
    #[must_use]
    pub fn milligrams_figures(self) -> Figures {
        let sign = if self.0 < 0 { "-" } else { "" };
        Figures::trimmed(sign, self.0.unsigned_abs(), 3)
    }

    /// For pages: at most three significant digits in micrograms, milligrams,
    /// grams or kilograms: `136 mg`, `1.25 克`, `−8.81 mg`.
    #[must_use]
    pub fn short(self, language: Language) -> String {
        let [microgram, milligram, gram, kilogram] = match language {
            Language::ZhCn => ["微克", "毫克", "克", "千克"],
            Language::En => ["µg", "mg", "g", "kg"],
        };
        let ladder = [
            Step {
                power: 0,
                unit: microgram,
            },
            Step {
                power: 3,
                unit: milligram,
            },
            Step {
                power: 6,
                unit: gram,
            },
            Step {
                power: 9,
                unit: kilogram,
            },
        ];
        // Nothing is nothing of the unit that results are published in.
        let ladder = if self.0 == 0 {
            &ladder[1..]
        } else {
            &ladder[..]
        };
        short_text(self.0 < 0, self.0.unsigned_abs(), ladder)
    }
}

#[cfg(test)]
mod tests {
    use super::PollutantMass;
    use crate::language::Language;

    #[track_caller]
    fn case(micrograms: i64, milligrams: &str, zh: &str, en: &str) {
        let mass = PollutantMass::from_micrograms(micrograms);
        assert_eq!(mass.micrograms(), micrograms);
        assert_eq!(mass.milligrams_decimal(), milligrams);
        assert_eq!(mass.short(Language::ZhCn), zh);
        assert_eq!(mass.short(Language::En), en);
    }

    #[test]
    fn is_shown_from_micrograms_to_kilograms() {
        case(0, "0", "0 毫克", "0 mg");
        case(-12, "-0.012", "−12 微克", "−12 µg");
        case(136_000, "136", "136 毫克", "136 mg");
        case(999_500, "999.5", "1 克", "1 g");
        case(3_680_400, "3680.4", "3.68 克", "3.68 g");
        case(1_254_000_000, "1254000", "1.25 千克", "1.25 kg");
        case(
            i64::MIN,
            "-9223372036854775.808",
            "−9223372037 千克",
            "−9223372037 kg",
        );
    }

    #[test]
    fn never_saturates() {
        let [most, least, one] = [i64::MAX, i64::MIN, 1].map(PollutantMass::from_micrograms);
        assert_eq!(most.checked_add(one), None);
        assert_eq!(least.checked_sub(one), None);
        assert_eq!(
            most.checked_add(least),
            PollutantMass::ZERO.checked_sub(one)
        );
    }
}
