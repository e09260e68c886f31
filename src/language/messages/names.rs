//! Names of things that the data files know by id only.

use crate::methodology::{Category, EmittedAt, Evidence, Pollutant, Quality, Replaced};

/// See the head of this file. Lists stand in the order of the types' `ALL`.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named after the text it holds")]
pub struct NameMessages {
    pub categories: [&'static str; 5],
    pub replaced: [&'static str; 5],
    /// What stands in an entry's line: "instead of …".
    pub instead_of: [&'static str; 5],
    pub evidence: [&'static str; 2],
    pub pollutants: [&'static str; 5],
    pub qualities: [&'static str; 7],
    pub emitted_at: [&'static str; 6],
    /// `{count}` persons.
    pub persons: &'static str,
    /// What stands in an entry's line where there is evidence.
    pub with_proof: &'static str,
    /// What stands in an entry's line where the reader's own city mix was used.
    pub own_mix: &'static str,
}

impl NameMessages {
    /// The name of a category.
    #[must_use]
    pub const fn category(&self, category: Category) -> &'static str {
        self.categories[category as usize]
    }

    /// The name of what a trip replaced.
    #[must_use]
    pub const fn replaced(&self, replaced: Replaced) -> &'static str {
        self.replaced[replaced as usize]
    }

    /// What a trip replaced, as an entry's line says it.
    #[must_use]
    pub const fn instead_of(&self, replaced: Replaced) -> &'static str {
        self.instead_of[replaced as usize]
    }

    /// The name of a kind of evidence.
    #[must_use]
    pub const fn evidence(&self, evidence: Evidence) -> &'static str {
        self.evidence[evidence as usize]
    }

    /// The name of a pollutant, beside its formula.
    #[must_use]
    pub const fn pollutant(&self, pollutant: Pollutant) -> &'static str {
        self.pollutants[pollutant as usize]
    }

    /// How well a number is known.
    #[must_use]
    pub const fn quality(&self, quality: Quality) -> &'static str {
        self.qualities[quality as usize]
    }

    /// Where something is emitted.
    #[must_use]
    pub const fn emitted_at(&self, place: EmittedAt) -> &'static str {
        self.emitted_at[place as usize]
    }
}

pub(super) const ZH_CN: NameMessages = NameMessages {
    categories: ["出行", "家居能源", "垃圾回收", "日常生活", "文明行为"],
    replaced: ["开私家车", "打车", "坐公交", "骑电动车", "没有：本来不出门"],
    instead_of: [
        "代替私家车",
        "代替打车",
        "代替公交",
        "代替电动车",
        "本来不出门",
    ],
    evidence: ["没有凭证（自报）", "有车票、账单、表数或截图"],
    pollutants: ["氮氧化物", "细颗粒物", "二氧化硫", "一氧化碳", "碳氢化合物"],
    qualities: [
        "正式文本已查阅",
        "公开数据库",
        "二手资料",
        "由上述推算",
        "待核实",
        "本工具假设",
        "按惯例取值",
    ],
    emitted_at: ["街道上", "家中", "发电厂", "供热厂", "产品全过程", "不排放"],
    persons: "{count} 人",
    with_proof: "有凭证",
    own_mix: "自设出行结构",
};

pub(super) const EN: NameMessages = NameMessages {
    categories: [
        "Trips",
        "Energy and home",
        "Sorting waste",
        "Daily life",
        "Good conduct",
    ],
    replaced: [
        "Own car",
        "Taxi",
        "Bus",
        "E-bike",
        "Nothing: I would have stayed",
    ],
    instead_of: [
        "instead of a car",
        "instead of a taxi",
        "instead of a bus",
        "instead of an e-bike",
        "an extra trip",
    ],
    evidence: ["None (self-reported)", "Ticket, bill, meter or screenshot"],
    pollutants: [
        "nitrogen oxides",
        "fine particles",
        "sulphur dioxide",
        "carbon monoxide",
        "hydrocarbons",
    ],
    qualities: [
        "official text read",
        "published database",
        "secondary source",
        "derived from those",
        "not yet verified",
        "assumed by this tool",
        "by convention",
    ],
    emitted_at: [
        "on the street",
        "at home",
        "at the power plant",
        "at the heat plant",
        "along the product’s life",
        "nowhere",
    ],
    persons: "{count} persons",
    with_proof: "with evidence",
    own_mix: "own mix of modes",
};
