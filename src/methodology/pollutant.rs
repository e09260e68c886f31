//! The air pollutants that stand beside CO2e in every result.

/// An air pollutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pollutant {
    /// Nitrogen oxides.
    Nox,
    /// Fine particles.
    Pm25,
    /// Sulphur dioxide.
    So2,
    /// Carbon monoxide.
    Co,
    /// Hydrocarbons.
    Hc,
}

impl Pollutant {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 5] = [Self::Nox, Self::Pm25, Self::So2, Self::Co, Self::Hc];

    /// The id, as in the results of `assess`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nox => "NOx",
            Self::Pm25 => "PM2.5",
            Self::So2 => "SO2",
            Self::Co => "CO",
            Self::Hc => "HC",
        }
    }
}
