//! The texts of the page, a type a page: static/texts holds them, and the build
//! script writes the types, so that a text that is asked for and is not there
//! does not compile.

use super::Language;
use crate::methodology::{Category, EmittedAt, Evidence, Pollutant, Quality, Replaced};

/// The lines of a first sheet that are the page's.
pub(super) type Lines = [&'static str; FIRST_COUNT];

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl NamesMessages {
    /// The name of a category.
    #[must_use]
    pub fn category(self, category: Category) -> &'static str {
        self.categories()[category as usize]
    }

    /// The name of what a trip replaced.
    #[must_use]
    pub fn replaced(self, replaced: Replaced) -> &'static str {
        self.replaced_modes()[replaced as usize]
    }

    /// What a trip replaced, as an entry's line says it.
    #[must_use]
    pub fn instead_of(self, replaced: Replaced) -> &'static str {
        self.instead_of_modes()[replaced as usize]
    }

    /// The name of a kind of evidence.
    #[must_use]
    pub fn evidence(self, evidence: Evidence) -> &'static str {
        self.evidence_kinds()[evidence as usize]
    }

    /// The name of a pollutant, beside its formula.
    #[must_use]
    pub fn pollutant(self, pollutant: Pollutant) -> &'static str {
        self.pollutants()[pollutant as usize]
    }

    /// Where something is emitted.
    #[must_use]
    pub fn emitted_at(self, place: EmittedAt) -> &'static str {
        self.emitted_places()[place as usize]
    }
}

impl DerivationMessages {
    /// How well a number is known.
    #[must_use]
    pub fn quality(self, quality: Quality) -> &'static str {
        self.qualities()[quality as usize]
    }
}
