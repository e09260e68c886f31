//! The shape of an edition's files. Every number is a decimal string, so that
//! what was read in a source is what is calculated with, to the digit.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Whether a language is missing while the other is there, or both are.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.zh.trim().is_empty() || self.en.trim().is_empty()
    }

    /// Whether there is no text at all, as where an optional note is absent.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.zh.trim().is_empty() && self.en.trim().is_empty()
    }
}

/// A value with its low and high, as decimal strings.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The value that results are worked out with.
    pub value: String,
    /// The lowest plausible value.
    pub low: String,
    /// The highest plausible value.
    pub high: String,
}

/// Where a number comes from, and how far it can be trusted.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Provenance {
    /// Id of the source.
    pub source: String,
    /// Row, table or clause of the source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Year the number stands for.
    pub year: String,
    /// Region the number stands for.
    pub region: Text,
    /// Quality code: P, DB, S, D, R, A or C.
    pub quality: String,
    /// Whether the range was read in a source or is assumed by us.
    pub range_quality: String,
    /// Day after which the number should be looked up again.
    pub best_before: String,
    /// How a derived number was derived.
    #[serde(default, skip_serializing_if = "Text::is_absent")]
    pub derivation: Text,
    /// A short caveat.
    #[serde(default, skip_serializing_if = "Text::is_absent")]
    pub note: Text,
}

/// An emission factor (CO2e), or a pure number that a term multiplies with.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Factor {
    /// Id, unique in the edition.
    pub id: String,
    /// What the factor is of.
    pub name: Text,
    /// Unit, as `g/p-km`.
    pub unit: String,
    /// Value, low and high.
    #[serde(flatten)]
    pub range: Range,
    /// Where it is (mostly) emitted.
    pub emitted_at: String,
    /// Power used per unit, in kWh: its pollutants are those of that power.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electricity_kwh: Option<Range>,
    /// Where the number comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Pollutant factors of one or several factors, in g per the same unit.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct PollutantRow {
    /// Ids of the factors this row belongs to.
    pub of: Vec<String>,
    /// Nitrogen oxides.
    #[serde(rename = "NOx", default, skip_serializing_if = "Option::is_none")]
    pub nox: Option<Range>,
    /// Fine particles.
    #[serde(rename = "PM2.5", default, skip_serializing_if = "Option::is_none")]
    pub pm25: Option<Range>,
    /// Sulphur dioxide.
    #[serde(rename = "SO2", default, skip_serializing_if = "Option::is_none")]
    pub so2: Option<Range>,
    /// Carbon monoxide.
    #[serde(rename = "CO", default, skip_serializing_if = "Option::is_none")]
    pub co: Option<Range>,
    /// Hydrocarbons.
    #[serde(rename = "HC", default, skip_serializing_if = "Option::is_none")]
    pub hc: Option<Range>,
    /// Pollutants whose values hold only the part that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partial: Vec<String>,
    /// Where the numbers come from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The pollutants in the order they are shown in.
pub const POLLUTANTS: [&str; 5] = ["NOx", "PM2.5", "SO2", "CO", "HC"];

impl PollutantRow {
    /// The ranges in the order of [`POLLUTANTS`].
    #[must_use]
    pub fn ranges(&self) -> [Option<&Range>; 5] {
        [&self.nox, &self.pm25, &self.so2, &self.co, &self.hc].map(Option::as_ref)
    }
}

/// What a form asks for, with its bounds.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Kind, as `distance_km`.
    pub kind: String,
    /// Least value accepted.
    pub floor: String,
    /// Greatest value accepted.
    pub ceiling: String,
    /// Step of the form's buttons.
    pub step: String,
    /// What the form starts with.
    pub usual: String,
    /// Whether it has to be given.
    #[serde(default = "yes")]
    pub required: bool,
    /// What stands for an optional input that was not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// What the form calls it.
    pub label: Text,
}

const fn yes() -> bool {
    true
}

/// A product: inputs × factor × pure numbers ÷ inputs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    /// Id of a factor, or `replaced` (what the trip replaced) or `item` (the chosen item's).
    pub factor: String,
    /// With `replaced`: the factor where the user said nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unsaid: String,
    /// Inputs multiplied.
    pub inputs: Vec<String>,
    /// Inputs divided by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divide_by: Vec<String>,
    /// Pure-number factors multiplied with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}

/// One way of entering an action.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Id, unique in the action.
    pub id: String,
    /// What the form calls this way.
    pub name: Text,
    /// What is asked for.
    pub inputs: Vec<Input>,
    /// What would have been emitted.
    #[serde(default)]
    pub baseline: Vec<TermRule>,
    /// What was emitted.
    #[serde(default)]
    pub project: Vec<TermRule>,
}

/// A kind of thing that an action is about, each with its own factor.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id, unique in the action.
    pub id: String,
    /// What the form calls it.
    pub name: Text,
    /// Id of its factor.
    pub factor: String,
}

/// How much of an action counts for self-reported points in a day.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DailyCap {
    /// The input that is bounded.
    pub input: String,
    /// How much of it counts.
    pub amount: String,
}

/// A worked example, run by the tests.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Inputs by kind.
    pub inputs: BTreeMap<String, String>,
    /// What the trip replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<String>,
    /// `self` or `proof`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The chosen item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Expected reduction, g CO2e.
    pub reduction_g: String,
    /// Expected low end, g CO2e.
    pub low_g: String,
    /// Expected high end, g CO2e.
    pub high_g: String,
    /// Expected points.
    pub points: u32,
    /// Expected pollutants, mg; absent where unknown.
    #[serde(default)]
    pub pollutants_mg: BTreeMap<String, String>,
}

/// Something a resident does, and how its saving is worked out.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Id, for ever.
    pub id: String,
    /// trip, energy, waste, daily or norm.
    pub category: String,
    /// Which of the ten norms it belongs to, 1 to 10.
    pub norm: u8,
    /// Short name.
    pub name: Text,
    /// What counts, in a sentence.
    pub hint: Text,
    /// The formula in words.
    pub formula: Text,
    /// An honest caveat.
    #[serde(default, skip_serializing_if = "Text::is_absent")]
    pub note: Text,
    /// Pinyin, initials and synonyms for the search.
    pub search: String,
    /// Whether a trip counts as green.
    #[serde(default)]
    pub green_trip: bool,
    /// What the form suggests that the trip replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_replaced: Option<String>,
    /// The cap of a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily_cap: Option<DailyCap>,
    /// Ways of entering.
    #[serde(rename = "variant")]
    pub variants: Vec<Variant>,
    /// Items to choose from.
    #[serde(rename = "item", default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Worked examples.
    #[serde(rename = "example", default)]
    pub examples: Vec<Example>,
}

/// A text that numbers were read in.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, unique in the edition.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// When.
    pub year: String,
    /// Official address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One of the ten norms of citizens' environmental conduct.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// 1 to 10.
    pub number: u8,
    /// Its title, to the letter.
    pub title: Text,
    /// Its text, as far as it was read.
    #[serde(default, skip_serializing_if = "Text::is_absent")]
    pub body: Text,
}

/// Actions that may count the same saving twice.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Overlap {
    /// Id, unique in the edition.
    pub id: String,
    /// One side.
    pub actions: Vec<String>,
    /// The other side.
    pub against: Vec<String>,
    /// `day` or `month`.
    pub period: String,
    /// Why.
    pub reason: Text,
}

/// A day or week that campaigns are held on.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CampaignDay {
    /// Id, unique in the edition.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Whether the date is the same each year.
    #[serde(default)]
    pub yearly: bool,
    /// A short remark.
    #[serde(default, skip_serializing_if = "Text::is_absent")]
    pub note: Text,
}

/// What a trip replaces where the user does not say.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mix {
    /// Percent of person-km by car.
    pub car: String,
    /// Percent by bus.
    pub bus: String,
    /// Percent by e-bike.
    #[serde(rename = "e-bike")]
    pub e_bike: String,
    /// Percent by motorcycle.
    pub motorcycle: String,
    /// Persons in a car.
    pub occupancy: String,
    /// Id of the factor that states the mix as published.
    pub factor: String,
    /// The factor of each part.
    pub components: BTreeMap<String, String>,
}

/// A whole edition, joined from the files of its folder.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    /// Id, as `liaocheng-2026.1`.
    pub id: String,
    /// Day of release.
    pub released: String,
    /// Title.
    pub title: Text,
    /// What the page says of the edition's standing.
    pub wording: Text,
    /// Most self-reported points of a day.
    pub day_points_cap: String,
    /// Weight of a self-reported entry's points.
    pub self_reported_weight: String,
    /// Weight of a proven entry's points.
    pub proof_weight: String,
    /// The city mix.
    pub mix: Mix,
    /// The factor of each thing a trip may have replaced.
    pub replaced: BTreeMap<String, String>,
    /// Sources.
    #[serde(rename = "source", default)]
    pub sources: Vec<Source>,
    /// Emission factors.
    #[serde(rename = "factor", default)]
    pub factors: Vec<Factor>,
    /// Pollutant factors.
    #[serde(default)]
    pub pollutants: Vec<PollutantRow>,
    /// Actions.
    #[serde(rename = "action", default)]
    pub actions: Vec<Action>,
    /// The ten norms.
    #[serde(rename = "norm", default)]
    pub norms: Vec<Norm>,
    /// Overlap rules.
    #[serde(rename = "overlap", default)]
    pub overlaps: Vec<Overlap>,
    /// Campaign days.
    #[serde(rename = "campaign_day", default)]
    pub campaign_days: Vec<CampaignDay>,
}
