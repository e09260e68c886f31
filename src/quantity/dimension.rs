//! What can be measured, and the one unit each kind is entered and shown in.

use crate::language::Language;

/// A kind of activity data, with its display unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Kilometres; a thousandth is a metre.
    Distance,
    /// Kilowatt-hours; a thousandth is a watt-hour.
    Energy,
    /// Cubic metres; a thousandth is a litre.
    Volume,
    /// Gigajoules; a thousandth is a megajoule.
    Heat,
    /// Kilograms; a thousandth is a gram.
    Mass,
    /// Whole pieces, people or times, without a unit.
    Count,
    /// Hours; a thousandth is 3.6 seconds.
    Time,
    /// Watts; a thousandth is a milliwatt.
    Power,
    /// A difference in degrees Celsius.
    Temperature,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Distance,
        Self::Energy,
        Self::Volume,
        Self::Heat,
        Self::Mass,
        Self::Count,
        Self::Time,
        Self::Power,
        Self::Temperature,
    ];

    /// The display unit as residents write it, empty for [`Self::Count`].
    ///
    /// ```
    /// use carbon_inclusion::language::Language;
    /// use carbon_inclusion::quantity::Dimension;
    ///
    /// assert_eq!(Dimension::Energy.unit(Language::ZhCn), "度");
    /// assert_eq!(Dimension::Energy.unit(Language::En), "kWh");
    /// ```
    #[must_use]
    pub const fn unit(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Distance, Language::ZhCn) => "公里",
            (Self::Distance, Language::En) => "km",
            (Self::Energy, Language::ZhCn) => "度",
            (Self::Energy, Language::En) => "kWh",
            (Self::Volume, Language::ZhCn) => "立方米",
            (Self::Volume, Language::En) => "m³",
            (Self::Heat, Language::ZhCn) => "吉焦",
            (Self::Heat, Language::En) => "GJ",
            (Self::Mass, Language::ZhCn) => "千克",
            (Self::Mass, Language::En) => "kg",
            (Self::Count, _) => "",
            (Self::Time, Language::ZhCn) => "小时",
            (Self::Time, Language::En) => "h",
            (Self::Power, Language::ZhCn) => "瓦",
            (Self::Power, Language::En) => "W",
            (Self::Temperature, Language::ZhCn) => "℃",
            (Self::Temperature, Language::En) => "°C",
        }
    }

    /// The unit of a thousandth, where people use one for what is below 1.
    pub(super) const fn small_unit(self, language: Language) -> Option<&'static str> {
        match (self, language) {
            (Self::Distance, Language::ZhCn) => Some("米"),
            (Self::Distance, Language::En) => Some("m"),
            (Self::Mass, Language::ZhCn) => Some("克"),
            (Self::Mass, Language::En) => Some("g"),
            _ => None,
        }
    }
}
