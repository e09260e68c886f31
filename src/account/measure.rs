//! What is looked at: CO2e or one of the pollutants. Both are whole
//! numbers of a small unit, so that one chart draws either.

use crate::account::Totals;
use crate::language::Language;
use crate::methodology::Pollutant;
use crate::quantity::{Carbon, PollutantMass};

/// CO2e in milligrams, or a pollutant in micrograms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// CO2 equivalent.
    #[default]
    Carbon,
    /// An air pollutant.
    Pollutant(Pollutant),
}

impl Measure {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 6] = [
        Self::Carbon,
        Self::Pollutant(Pollutant::Nox),
        Self::Pollutant(Pollutant::Pm25),
        Self::Pollutant(Pollutant::So2),
        Self::Pollutant(Pollutant::Co),
        Self::Pollutant(Pollutant::Hc),
    ];

    /// The id, as in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Carbon => "CO2e",
            Self::Pollutant(pollutant) => pollutant.id(),
        }
    }

    /// What an id says, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.id() == id)
    }

    /// How much of it entries saved together, in its small unit, signed; `None` where
    /// nobody has a factor for it, which is not zero.
    #[must_use]
    pub fn saved(self, totals: &Totals) -> Option<i64> {
        match self {
            Self::Carbon => Some(totals.reduction.milligrams()),
            Self::Pollutant(pollutant) => {
                let total = totals.pollutant(pollutant);
                (total.known > 0).then(|| total.value.micrograms())
            }
        }
    }

    /// How much more is saved after than before, in its small unit; `None` where
    /// either is not known.
    #[must_use]
    pub fn difference(self, before: &Totals, after: &Totals) -> Option<i64> {
        Some(self.saved(after)? - self.saved(before)?)
    }

    /// What several amounts come to, as [`Self::saved`] says it of entries:
    /// of a pollutant nothing is known where none of them is.
    #[must_use]
    pub fn sum(self, amounts: impl Iterator<Item = Option<i64>>) -> Option<i64> {
        let nothing = (self == Self::Carbon).then_some(0);
        amounts.flatten().fold(nothing, |sum, amount| {
            Some(sum.unwrap_or(0).wrapping_add(amount))
        })
    }

    /// An amount for pages: at most three significant digits, `208 g`.
    #[must_use]
    pub fn short(self, amount: i64, language: Language) -> String {
        match self {
            Self::Carbon => Carbon::from_milligrams(amount).short(language),
            Self::Pollutant(_) => PollutantMass::from_micrograms(amount).short(language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Measure, Totals};
    use crate::methodology::{Activity, Draft, assess};

    #[test]
    fn an_id_leads_back_to_its_measure() {
        for measure in Measure::ALL {
            assert_eq!(Measure::from_id(measure.id()), Some(measure));
        }
        assert_eq!(Measure::from_id("co2"), None);
    }

    #[test]
    fn the_unknown_is_no_zero() {
        let draft = Draft {
            action: "electricity-saved",
            on: "2026-11-22",
            inputs: vec![("energy_kwh", "10".into())],
            ..Draft::default()
        };
        let activity = Activity::check(&draft).expect("a good draft");
        let totals = Totals::of(&activity, &assess(&activity));
        let amount = |id: &str| Measure::from_id(id).and_then(|measure| measure.saved(&totals));
        // 10 kWh × 0.114 g.
        assert_eq!(amount("NOx"), Some(1_140_000));
        assert_eq!(amount("CO"), None);
        assert_eq!(Measure::Carbon.saved(&Totals::default()), Some(0));
        // Nor is it the difference from what is known.
        let difference = |id: &str, before: &Totals| {
            Measure::from_id(id).and_then(|measure| measure.difference(before, &totals))
        };
        assert_eq!(difference("NOx", &totals), Some(0));
        assert_eq!(
            difference("CO2e", &Totals::default()),
            Measure::Carbon.saved(&totals)
        );
        assert_eq!(difference("NOx", &Totals::default()), None);
    }

    #[test]
    fn each_is_written_in_its_own_unit() {
        let short = |measure: Measure| measure.short(1_250_000, Language::En);
        let found: Vec<String> = Measure::ALL.into_iter().take(2).map(short).collect();
        assert_eq!(found, ["1.25 kg", "1.25 g"]);
    }
}
