//! How savings are worked out: editions, factors and actions as data, and the
//! one calculation over them.
//!
//! An [`Activity`] is what somebody did, checked; [`assess`] works out what it
//! saved, with the terms that lead there. Every number comes from an
//! [`Edition`], which is written in static/methodology and compiled in.

mod action;
mod activity;
mod assess;
mod assessment;
mod changes;
mod edition;
mod emission;
mod factor;
mod input;
mod mix;
mod points;
mod pollutant;
mod said;
mod text;
mod unit;

pub(crate) use action::holds;
pub use action::{Action, ActionId, Category, FactorRule, Item, TermRule, Variant};
pub use activity::{Activity, ActivityError, Draft, Given};
pub use assess::{assess, assess_without_terms, contribution, emission};
pub use assessment::{Assessment, PollutantOutcome, Side, Term};
pub use changes::{Changes, FactorChange};
#[cfg(test)]
pub(crate) use edition::rehearsal;
pub use edition::{CampaignDay, Edition, Norm, Overlap, Period, current, editions};
pub use emission::Emission;
pub use factor::{EmittedAt, Factor, FactorValues, PollutantFactor, Provenance, Quality, Source};
pub use input::{Input, InputKind};
pub use mix::{CityMix, CityMixError, MixRule};
pub use points::{
    ActionPoints, Contribution, DayPoints, PointsByAction, day_points, day_points_by_action,
};
pub use pollutant::Pollutant;
pub use said::{Evidence, Replaced};
pub use text::Text;
pub use unit::FactorUnit;
