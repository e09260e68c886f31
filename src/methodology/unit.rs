//! The units that factors are given in.

use crate::language::Language;

/// The unit of a factor: a mass of CO2e per amount of activity, or a pure
/// number that a term multiplies with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorUnit {
    /// g CO2e per person and km.
    GramPerPersonKm,
    /// g CO2e per vehicle and km.
    GramPerVehicleKm,
    /// kg CO2e per kWh.
    KgPerKwh,
    /// kg CO2e per m³.
    KgPerCubicMetre,
    /// kg CO2e per kg.
    KgPerKg,
    /// kg CO2e per GJ.
    KgPerGj,
    /// kg CO2e per meal.
    KgPerMeal,
    /// kg CO2e per order.
    KgPerOrder,
    /// kg CO2e per use.
    KgPerUse,
    /// kg CO2e per bottle.
    KgPerBottle,
    /// kg CO2e per sheet.
    KgPerSheet,
    /// kg CO2e per item.
    KgPerItem,
    /// A pure number.
    One,
    /// A share per degree Celsius.
    PerDegree,
}

impl FactorUnit {
    /// Milligrams in the mass this unit counts; 1 for pure numbers.
    #[must_use]
    pub const fn milligrams(self) -> i64 {
        match self {
            Self::GramPerPersonKm | Self::GramPerVehicleKm => 1_000,
            Self::One | Self::PerDegree => 1,
            _ => 1_000_000,
        }
    }

    /// The mass before the stroke and what it is per, as shown; `None` for the
    /// mass of a pure number.
    #[must_use]
    pub const fn parts(self, language: Language) -> (Option<&'static str>, &'static str) {
        let mass = match (self, language) {
            (Self::One | Self::PerDegree, _) => None,
            (Self::GramPerPersonKm | Self::GramPerVehicleKm, Language::ZhCn) => Some("克"),
            (Self::GramPerPersonKm | Self::GramPerVehicleKm, Language::En) => Some("g"),
            (_, Language::ZhCn) => Some("千克"),
            (_, Language::En) => Some("kg"),
        };
        let per = match (self, language) {
            (Self::GramPerPersonKm, Language::ZhCn) => "人·公里",
            (Self::GramPerPersonKm, Language::En) => "person-km",
            (Self::GramPerVehicleKm, Language::ZhCn) => "车·公里",
            (Self::GramPerVehicleKm, Language::En) => "vehicle-km",
            (Self::KgPerKwh, Language::ZhCn) => "度电",
            (Self::KgPerKwh, Language::En) => "kWh",
            (Self::KgPerCubicMetre, Language::ZhCn) => "立方米",
            (Self::KgPerCubicMetre, Language::En) => "m³",
            (Self::KgPerKg, Language::ZhCn) => "千克",
            (Self::KgPerKg, Language::En) => "kg",
            (Self::KgPerGj, Language::ZhCn) => "吉焦",
            (Self::KgPerGj, Language::En) => "GJ",
            (Self::KgPerMeal, Language::ZhCn) => "餐",
            (Self::KgPerMeal, Language::En) => "meal",
            (Self::KgPerOrder, Language::ZhCn) => "单",
            (Self::KgPerOrder, Language::En) => "order",
            (Self::KgPerUse, Language::ZhCn) => "次",
            (Self::KgPerUse, Language::En) => "use",
            (Self::KgPerBottle, Language::ZhCn) => "瓶",
            (Self::KgPerBottle, Language::En) => "bottle",
            (Self::KgPerSheet, Language::ZhCn) => "张",
            (Self::KgPerSheet, Language::En) => "sheet",
            (Self::KgPerItem, Language::ZhCn) => "件",
            (Self::KgPerItem, Language::En) => "item",
            (Self::One, _) => "",
            (Self::PerDegree, Language::ZhCn) => "摄氏度",
            (Self::PerDegree, Language::En) => "°C",
        };
        (mass, per)
    }

    /// The unit as shown: "克/人·公里"; empty for a pure number.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        match self.parts(language) {
            (Some(mass), per) => format!("{mass}/{per}"),
            (None, "") => String::new(),
            (None, per) => format!("1/{per}"),
        }
    }
}
