//! The columns of the table, version 1: their names in both languages are read
//! for ever, whatever the page comes to call things.

use crate::language::Language;
use crate::methodology::{InputKind, Pollutant};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The day, `2026-11-22`.
    Day,
    /// The action's id.
    Action,
    /// The action's name, which serves where there is no id.
    Name,
    /// An amount.
    Input(InputKind),
    /// The item's id.
    Item,
    /// What a trip replaced.
    Replaced,
    /// How the entry is backed.
    Evidence,
    /// The resident's own city mix.
    Mix,
    /// The reduction, kg CO2e.
    Saved,
    /// Its low.
    Low,
    /// Its high.
    High,
    /// What is saved of a pollutant, mg.
    Pollutant(Pollutant),
    /// The remark.
    Note,
    /// The edition's id.
    Edition,
    /// The entry's id.
    Id,
    /// The number of the entry's revision.
    Revision,
}

impl Column {
    /// All of them, in the order of the table.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let first = [Self::Day, Self::Action, Self::Name];
        let said = [Self::Item, Self::Replaced, Self::Evidence, Self::Mix];
        let kept = [Self::Note, Self::Edition, Self::Id, Self::Revision];
        first
            .into_iter()
            .chain(InputKind::ALL.map(Self::Input))
            .chain(said)
            .chain([Self::Saved, Self::Low, Self::High])
            .chain(Pollutant::ALL.map(Self::Pollutant))
            .chain(kept)
    }

    /// The column of a name in either language or of an id, `None` for any
    /// other text.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::all().find(|column| {
            column.id().eq_ignore_ascii_case(name)
                || Language::ALL
                    .iter()
                    .any(|language| column.name(*language).eq_ignore_ascii_case(name))
        })
    }

    /// The id, which the contract of `assess` uses too.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Day => "on",
            Self::Action => "action",
            Self::Name => "name",
            Self::Input(kind) => kind.id(),
            Self::Item => "item",
            Self::Replaced => "replaced",
            Self::Evidence => "evidence",
            Self::Mix => "mix",
            Self::Saved => "reduction_kg",
            Self::Low => "low_kg",
            Self::High => "high_kg",
            Self::Pollutant(pollutant) => pollutant.id(),
            Self::Note => "note",
            Self::Edition => "edition",
            Self::Id => "id",
            Self::Revision => "revision",
        }
    }

    /// What stands above it.
    pub(super) const fn name(self, language: Language) -> &'static str {
        let (zh, en) = self.names();
        match language {
            Language::ZhCn => zh,
            Language::En => en,
        }
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Day => ("日期", "Day"),
            Self::Action => ("行动代码", "Action code"),
            Self::Name => ("行动", "Action name"),
            Self::Input(kind) => input_names(kind),
            Self::Item => ("物品", "Item"),
            Self::Replaced => ("替代方式", "Instead of"),
            Self::Evidence => ("凭证", "Evidence"),
            Self::Mix => ("出行构成", "City mix"),
            Self::Saved => ("减排量（千克CO2e）", "Saved (kg CO2e)"),
            Self::Low => ("减排量下限（千克CO2e）", "Saved, low (kg CO2e)"),
            Self::High => ("减排量上限（千克CO2e）", "Saved, high (kg CO2e)"),
            Self::Pollutant(Pollutant::Nox) => ("氮氧化物NOx（毫克）", "NOx (mg)"),
            Self::Pollutant(Pollutant::Pm25) => ("细颗粒物PM2.5（毫克）", "PM2.5 (mg)"),
            Self::Pollutant(Pollutant::So2) => ("二氧化硫SO2（毫克）", "SO2 (mg)"),
            Self::Pollutant(Pollutant::Co) => ("一氧化碳CO（毫克）", "CO (mg)"),
            Self::Pollutant(Pollutant::Hc) => ("碳氢化合物HC（毫克）", "HC (mg)"),
            Self::Note => ("备注", "Note"),
            Self::Edition => ("方法学版本", "Edition"),
            Self::Id => ("编号", "Id"),
            Self::Revision => ("修订次数", "Revision"),
        }
    }
}

const fn input_names(kind: InputKind) -> (&'static str, &'static str) {
    match kind {
        InputKind::DistanceKm => ("里程（公里）", "Distance (km)"),
        InputKind::Occupancy => ("车上人数", "Persons in the car"),
        InputKind::EnergyKwh => ("电量（千瓦时）", "Energy (kWh)"),
        InputKind::VolumeM3 => ("体积（立方米）", "Volume (m³)"),
        InputKind::HeatGj => ("热量（吉焦）", "Heat (GJ)"),
        InputKind::CoalKg => ("煤（千克）", "Coal (kg)"),
        InputKind::MassKg => ("重量（千克）", "Mass (kg)"),
        InputKind::Count => ("数量", "Count"),
        InputKind::Hours => ("时间（小时）", "Time (h)"),
        InputKind::OldW => ("原功率（瓦）", "Power before (W)"),
        InputKind::NewW => ("新功率（瓦）", "Power after (W)"),
        InputKind::OldKwh => ("原用电量（千瓦时）", "Energy before (kWh)"),
        InputKind::NewKwh => ("现用电量（千瓦时）", "Energy after (kWh)"),
        InputKind::OldM3 => ("原用量（立方米）", "Volume before (m³)"),
        InputKind::NewM3 => ("现用量（立方米）", "Volume after (m³)"),
        InputKind::Degrees => ("温度（摄氏度）", "Degrees (°C)"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Language};

    #[test]
    fn every_name_means_one_column() {
        for column in Column::all() {
            let [zh, en] = Language::ALL.map(|language| column.name(language));
            for name in [zh, en, column.id(), &en.to_uppercase()] {
                assert_eq!(Column::of_name(name), Some(column), "{name}");
            }
        }
        assert_eq!(Column::of_name("colour"), None);
    }
}
