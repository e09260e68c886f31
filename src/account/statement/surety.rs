//! How sure the numbers of a statement are: what stands behind its entries.

use super::share::Share;
use crate::account::{Ledger, Span};
use crate::methodology::{Action, ActionId, Edition, InputKind};
use crate::quantity::Dimension;

/// Entries by what stands behind them. The three kinds are all entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surety {
    /// With a meter's reading or a bill: proof of something that is metered.
    pub metered: u32,
    /// With proof of another kind: a ticket, a screenshot.
    pub proven: u32,
    /// Without proof.
    pub self_reported: u32,
    /// How many are worked out with a number that is assumed or not yet
    /// verified, or may be: what a trip replaced decides.
    pub open: u32,
}

impl Surety {
    /// How sure a stretch of time is, by the rules of an edition.
    #[must_use]
    pub fn of(ledger: &Ledger, span: Span, edition: &Edition) -> Self {
        let mut surety = Self::default();
        let open = open_actions(edition);
        for (id, totals) in ledger.by_action(span) {
            let with_proof = totals.entries - totals.self_reported;
            surety.self_reported += totals.self_reported;
            let action = edition.action(id);
            if action.is_some_and(is_metered) {
                surety.metered += with_proof;
            } else {
                surety.proven += with_proof;
            }
            if open[id.index()] {
                surety.open += totals.entries;
            }
        }
        surety
    }

    /// All entries.
    #[must_use]
    pub const fn entries(&self) -> u32 {
        self.metered + self.proven + self.self_reported
    }

    /// How many of all entries a kind of them is.
    #[must_use]
    pub fn share(&self, entries: u32) -> Share {
        Share::of(entries.into(), self.entries().into()).unwrap_or(Share::NONE)
    }
}

/// Whether what is asked for is read from a meter or a bill. Two appliances are
/// compared by their labels, so an amount by itself has to be among it.
fn is_metered(action: &Action) -> bool {
    let kinds = || {
        let inputs = action.variants.iter().flat_map(|variant| variant.inputs);
        inputs.map(|input| input.kind)
    };
    let is_amount = |kind| {
        matches!(
            kind,
            InputKind::EnergyKwh | InputKind::VolumeM3 | InputKind::HeatGj
        )
    };
    let is_read = |kind: InputKind| {
        matches!(
            kind.dimension(),
            Dimension::Energy | Dimension::Volume | Dimension::Heat
        )
    };
    kinds().any(is_amount) && kinds().all(is_read)
}

/// Which actions take a number that the page lists as assumed or not yet
/// verified.
fn open_actions(edition: &Edition) -> [bool; ActionId::COUNT] {
    let mut open = [false; ActionId::COUNT];
    for factor in edition.factors {
        if factor.provenance.quality.is_open() {
            for user in edition.used_by(factor) {
                open[user.id.index()] = true;
            }
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{Surety, is_metered, open_actions};
    use crate::account::statement::tests::{ledger, span};
    use crate::methodology::current;

    #[test]
    fn meters_are_told_from_other_proof() {
        let metered: Vec<&str> = current()
            .actions
            .iter()
            .filter(|action| is_metered(action))
            .map(|action| action.id.as_str())
            .collect();
        let expected = [
            "electricity-saved",
            "gas-saved",
            "water-saved",
            "heat-saved",
            "rooftop-solar",
        ];
        assert_eq!(metered, expected);
    }

    #[test]
    fn every_entry_is_of_one_kind() {
        let ledger = ledger(&[
            ("2026-11-01", "electricity-saved", "energy_kwh", "10"),
            ("2026-11-01", "paper-saved", "count", "1"),
            ("2026-11-02", "bus", "distance_km", "8"),
            ("2026-10-02", "walk", "distance_km", "1"),
        ]);
        let surety = Surety::of(&ledger, span("2026-11"), current());
        let found = [surety.metered, surety.proven, surety.self_reported];
        assert_eq!(found, [1, 1, 1]);
        assert_eq!(surety.entries(), 3);
        assert_eq!(surety.share(1).to_string(), "33.3%");
        assert_eq!(Surety::default().share(0).thousandths(), 0);
    }

    #[test]
    fn open_numbers_are_those_that_the_method_lists() {
        let open = open_actions(current());
        for action in current().actions {
            let factors = current().factors.iter();
            let mut open_factors = factors.filter(|factor| factor.provenance.quality.is_open());
            let takes_one = open_factors
                .any(|factor| current().used_by(factor).any(|user| user.id == action.id));
            assert_eq!(open[action.id.index()], takes_one, "{:?}", action.id);
        }
        // The city's mix is assumed; what is only counted takes no number.
        let is_open = |id: &str| {
            let action = current()
                .actions
                .iter()
                .find(|action| action.id.as_str() == id);
            action.map(|action| open[action.id.index()])
        };
        assert_eq!(
            [is_open("walk"), is_open("learn")],
            [Some(true), Some(false)]
        );
    }
}
