//! What the forms ask for: the kinds of activity data, and their bounds.

use super::Text;
use crate::quantity::Dimension;

/// A kind of activity data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// Distance travelled, km.
    DistanceKm,
    /// Persons in the car, the driver included.
    Occupancy,
    /// Energy, kWh.
    EnergyKwh,
    /// Volume of gas or water, m³.
    VolumeM3,
    /// Heat, GJ.
    HeatGj,
    /// Coal, kg.
    CoalKg,
    /// Mass of what is recycled, kg.
    MassKg,
    /// How many times or things.
    Count,
    /// Time in use, h.
    Hours,
    /// Power before, W.
    OldW,
    /// Power after, W.
    NewW,
    /// Energy before, kWh.
    OldKwh,
    /// Energy after, kWh.
    NewKwh,
    /// Volume before, m³.
    OldM3,
    /// Volume after, m³.
    NewM3,
    /// Degrees Celsius.
    Degrees,
}

impl InputKind {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::DistanceKm,
        Self::Occupancy,
        Self::EnergyKwh,
        Self::VolumeM3,
        Self::HeatGj,
        Self::CoalKg,
        Self::MassKg,
        Self::Count,
        Self::Hours,
        Self::OldW,
        Self::NewW,
        Self::OldKwh,
        Self::NewKwh,
        Self::OldM3,
        Self::NewM3,
        Self::Degrees,
    ];

    /// The id, as in the contract of `assess`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DistanceKm => "distance_km",
            Self::Occupancy => "occupancy",
            Self::EnergyKwh => "energy_kwh",
            Self::VolumeM3 => "volume_m3",
            Self::HeatGj => "heat_gj",
            Self::CoalKg => "coal_kg",
            Self::MassKg => "mass_kg",
            Self::Count => "count",
            Self::Hours => "hours",
            Self::OldW => "old_w",
            Self::NewW => "new_w",
            Self::OldKwh => "old_kwh",
            Self::NewKwh => "new_kwh",
            Self::OldM3 => "old_m3",
            Self::NewM3 => "new_m3",
            Self::Degrees => "degrees",
        }
    }

    /// What an id says, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The dimension of its amounts.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::DistanceKm => Dimension::Distance,
            Self::Occupancy | Self::Count => Dimension::Count,
            Self::EnergyKwh | Self::OldKwh | Self::NewKwh => Dimension::Energy,
            Self::VolumeM3 | Self::OldM3 | Self::NewM3 => Dimension::Volume,
            Self::HeatGj => Dimension::Heat,
            Self::CoalKg | Self::MassKg => Dimension::Mass,
            Self::Hours => Dimension::Time,
            Self::OldW | Self::NewW => Dimension::Power,
            Self::Degrees => Dimension::Temperature,
        }
    }

    /// Thousandths of it in what a factor is given per: watts make kilowatts, so
    /// that W × h counts as kWh.
    pub(crate) const fn thousandths_counted(self) -> i64 {
        match self.dimension() {
            Dimension::Power => 1_000_000,
            _ => 1_000,
        }
    }
}

/// An input of an action, with its bounds in thousandths of the unit shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// What is asked for.
    pub kind: InputKind,
    /// Least amount accepted.
    pub floor: i64,
    /// Greatest amount accepted.
    pub ceiling: i64,
    /// Step of the form's buttons.
    pub step: i64,
    /// What the form starts with.
    pub usual: i64,
    /// Whether it has to be given.
    pub required: bool,
    /// What stands for an optional input that was not given.
    pub default: Option<i64>,
    /// What the form calls it.
    pub label: Text,
}

impl Input {
    /// One step of the form's buttons up or down from an amount, in thousandths;
    /// it stays within the bounds.
    #[must_use]
    pub fn stepped(&self, thousandths: i64, up: bool) -> i64 {
        let step = if up { self.step } else { -self.step };
        let next = thousandths.saturating_add(step);
        next.clamp(self.floor, self.ceiling)
    }
}
